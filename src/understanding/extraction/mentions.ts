import { fold, isSameText } from "../../language/fold.ts";
import { type Finding, finding, SHAPED, tellsOfLine } from "./finding.ts";

/** "benimki kontörlü", "kendi hattım faturalı": the writer, who is one of those in the list. */
const MINE =
  /(?<!\p{L})(?:benimki|kendiminki|(?:benim|kendi)\s+(?:hatt[ıi]m|numaram|operat[oö]r[uü]m)|mine)(?!\p{L})/giu;
/** "onunki Vodafone": of two, the one who does not write. */
const THEIRS = /(?<!\p{L})(?:onunki|onun\s+(?:hatt[ıi]|numaras[ıi]|operat[oö]r[uü])|his|hers|theirs)(?!\p{L})/giu;
/** "Nalan Hanım'ın hattı", "Ayşe'ninki", "Kaya'nın hattı": one half of a name, of whom something is told. */
const HALF_A_NAME = /(?<!\p{L})(\p{Lu}\p{L}+)(?:\s+(?:[Hh]an[ıi]m|[Bb]ey))?['’]n?[ıiuü]n(?:ki)?(?!\p{L})/gu;

/** Whether a text speaks of more than one without whole names: then what it tells of lines is told of each. */
export function mentionsSeveral(text: string): boolean {
  return [MINE, THEIRS, HALF_A_NAME].flatMap((pattern) => [...text.matchAll(pattern)]).length > 1;
}

/** Whom a mail names beside the text that is read. */
export interface Known {
  readonly names: readonly string[];
  readonly writer?: string | undefined;
}

/** The people of a mail as they may be spoken of again. */
export interface Mentionable {
  /** Whole names by their first and their last word, folded. */
  readonly byHalf: ReadonlyMap<string, readonly string[]>;
  /** The writer, when they are one of them. */
  readonly self: string | undefined;
  /** The other one, where the writer is one of two. */
  readonly other: string | undefined;
}

/** In: all names of a mail, once each, and its writer. */
export function mentionable({ names, writer }: Known): Mentionable {
  const byHalf = new Map<string, string[]>();
  for (const name of names) {
    const words = fold(name).split(" ");
    for (const half of new Set([words[0] ?? "", words.at(-1) ?? ""])) {
      byHalf.set(half, [...(byHalf.get(half) ?? []).slice(0, 1), name]);
    }
  }
  const self = writer && names.find((name) => isSameText(name, writer));
  const other = self && names.length === 2 ? names.find((name) => name !== self) : undefined;
  return { byHalf, self, other };
}

/** People of a mail whom a line speaks of without their whole name, as findings of it. Half a name that two people bear names nobody. */
export function mentionsIn(line: string, found: readonly Finding[], { byHalf, self, other }: Mentionable): Finding[] {
  if (byHalf.size === 0 || !found.some(tellsOfLine)) return [];
  const meant = (name: string | undefined, pattern: RegExp) =>
    name === undefined ? [] : [...line.matchAll(pattern)].map(({ index, 0: quote }) => mention(name, index, quote));
  const halves = [...line.matchAll(HALF_A_NAME)].flatMap(({ index, 0: quote, 1: half = "" }) => {
    const isNamed = found.some(
      ({ field, start, quote: { length } }) => field === "name" && start + length > index && start <= index,
    );
    const [only, ...others] = isNamed ? [] : (byHalf.get(fold(half)) ?? []);
    return only && others.length === 0 ? [mention(only, index, quote)] : [];
  });
  return [...meant(self, MINE), ...meant(other, THEIRS), ...halves];
}

function mention(value: string, start: number, quote: string): Finding {
  return finding("name", { value }, SHAPED, { start, quote, isLabelled: false });
}
