import type { Finding } from "./finding.ts";
import {
  believed,
  type GroupHeading,
  type Headings,
  headingOfKind,
  readHeading,
  saidOfGroup,
  withHeading,
} from "./group-headings.ts";
import { findKind } from "./kind.ts";
import type { RequestWords } from "./request-words.ts";
import type { SaidOfGroup } from "./types.ts";

const SHORTEST_SENTENCE = 10;
const LONGEST_SENTENCE = 150;
/** Words of a line that is more than a name, an office or a number. */
const SENTENCE = 5;
/** Somebody's number. */
const NUMBER = /\d{7}|\d{3}[ .-]\d{2}/;

/** The headings of a text, gone through line by line. */
export interface TextHeadings {
  has(line: number): boolean;
  /** Goes past a heading. Out: what no other heading says anything of. */
  pass(line: number): readonly Finding[];
  /** Goes past a line in which nothing is found: a sentence may say what is wanted for those below it. */
  passSentence(line: string): void;
  /** Somebody is met. Out: what holds for them. */
  meet(): SaidOfGroup;
}

/** In: the lines of a text, and the places of those that name somebody and nothing else. */
export function textHeadings(lines: readonly string[], names: ReadonlySet<number>, words: RequestWords): TextHeadings {
  const headings = headingsIn(lines, names, words);
  const once = fieldsSaidOnce([...headings.values()]);
  let groups: Headings = [];
  let isBehindPeople = false;
  return {
    has: (line) => headings.has(line),
    pass(line) {
      const heading = headings.get(line);
      if (!heading) return [];
      groups = withHeading(groups, heading, isBehindPeople);
      isBehindPeople = false;
      return heading.said.filter(({ field }) => once.has(field));
    },
    passSentence(line) {
      // Behind people, a sentence ends what an office or a province said above them.
      if (isBehindPeople && line.trim().split(/\s+/).length >= SENTENCE) {
        groups = groups.filter(({ said }) => !said.some(({ field }) => field === "unit" || field === "province"));
      }
      const kind =
        line.length >= SHORTEST_SENTENCE && line.length <= LONGEST_SENTENCE
          ? findKind(line, words, true)?.kind
          : undefined;
      if (!kind) return;
      const others = groups.filter(({ said }) => said.length > 0).map(({ kind: _, ...heading }) => heading);
      groups = [...others, headingOfKind(kind)];
    },
    meet() {
      isBehindPeople = true;
      return saidOfGroup(groups);
    },
  };
}

function headingsIn(
  lines: readonly string[],
  names: ReadonlySet<number>,
  words: RequestWords,
): ReadonlyMap<number, GroupHeading> {
  let people = 0;
  const read = lines.map((line, at) => {
    const isPerson = names.has(at) || NUMBER.test(line);
    if (isPerson) people += 1;
    const next = lines[at + 1] ?? "";
    const below = next.trim() === "" ? (lines[at + 2] ?? "") : next;
    const isAlone = (lines[at - 1] ?? "").trim() === "";
    const isOfName = names.has(above(lines, at)) && !names.has(next.trim() === "" ? at + 2 : at + 1);
    const isHeading = !isPerson && !isOfName && below.trim() !== "";
    return { heading: isHeading ? readHeading({ line, next, isAlone }, words) : undefined, group: people };
  });
  // What nobody stands below is no heading.
  const abovePeople = read.map((line) => (line.group < people ? line : { ...line, heading: undefined }));
  return new Map(believed(abovePeople).flatMap((heading, at) => (heading ? [[at, heading] as const] : [])));
}

/** The place of the nearest line above that is not empty. */
function above(lines: readonly string[], at: number): number {
  return (lines[at - 1] ?? "").trim() === "" ? at - 2 : at - 1;
}

/** The fields of which one heading alone says something, when it may hold for those below the others too. */
function fieldsSaidOnce(headings: readonly GroupHeading[]): ReadonlySet<Finding["field"]> {
  const once = new Set<Finding["field"]>();
  const again = new Set<Finding["field"]>();
  if (headings.some(({ isOfRest }) => isOfRest)) return once;
  for (const { field } of headings.flatMap(({ said }) => said)) (once.has(field) ? again : once).add(field);
  for (const field of again) once.delete(field);
  return once;
}
