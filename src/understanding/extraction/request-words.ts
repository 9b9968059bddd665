import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { LINE_TYPES, type LineType, OPERATORS, type Operator } from "../../core/mobile-line.ts";
import type { RequestKind } from "../../core/request.ts";
import { fold } from "../../language/fold.ts";
import { KnowledgeFaultsError } from "../knowledge-faults.ts";
import { readYaml } from "../yaml-file.ts";

/** What a column or a form line may be called after. */
const LABELS = [
  "name",
  "firstName",
  "lastName",
  "nationalId",
  "registryNumber",
  "unit",
  "province",
  "phone",
  "formerPhone",
  "operator",
  "formerOperator",
  "lineType",
  "email",
  "projectLead",
  "kind",
  "other",
] as const;
export type Label = (typeof LABELS)[number];

const list = z.array(z.string().min(1));
const cues = z.strictObject({ first: list, any: list });
const WORDS = z.strictObject({
  labels: z.record(z.enum(LABELS), list),
  operators: z.record(z.enum(OPERATORS), list),
  lineTypes: z.record(z.enum(LINE_TYPES), list),
  provinces: z.array(list.min(1)).length(81),
  kinds: z.strictObject({
    lineChange: cues,
    contactUpdate: cues,
    billing: cues,
    newApplication: cues,
    suggestion: cues,
  }),
  ends: list,
  asksHow: list,
  asksStatus: list,
  notNames: list,
  titles: list,
  closings: list,
  greetings: list,
  unitEnds: list,
  firstNames: z.string(),
});

/** Phrases of folded words with what they stand for. */
interface Phrases<Meaning> {
  /** For a text that is nothing but the phrase. */
  readonly exact: ReadonlyMap<string, Meaning>;
  /** For a text that holds the phrase among other words. */
  readonly open: ReadonlyMap<string, Meaning>;
  /** Words of the longest phrase. */
  readonly longest: number;
}

/** The words entries are read by, ready for lookup. Every text given to it may be in any spelling. */
export interface RequestWords {
  /** What a heading or label names, when it is one. `exactly`: no words beside the label are borne. */
  labelOf(text: string, exactly?: boolean): Label | undefined;
  operatorOf(text: string): Operator | undefined;
  lineTypeOf(text: string): LineType | undefined;
  /** The province's usual spelling, when the text is nothing but its name. */
  provinceOf(text: string): string | undefined;
  readonly kinds: readonly {
    readonly kind: RequestKind;
    readonly first: readonly (readonly string[])[];
    readonly any: readonly (readonly string[])[];
  }[];
  /** Something is to end. */
  readonly ends: readonly (readonly string[])[];
  readonly asksHow: readonly (readonly string[])[];
  readonly asksStatus: readonly (readonly string[])[];
  isNotName(word: string): boolean;
  isFirstName(word: string): boolean;
  withoutTitle(name: string): string;
  isClosing(line: string): boolean;
  isGreeting(line: string): boolean;
  isUnitEnd(word: string): boolean;
}

/** Essences of short texts lately asked for: a cell is looked up as a heading, an operator, a province … one after the other. */
const lately = new Map<string, string>();
const MOST_KEPT = 1_000;

/** Folded, words apart, single letters in a row joined: "T.C. Kimlik No" is "tc kimlik no". */
export function essence(text: string): string {
  if (text.length > 100) return makeEssence(text);
  const known = lately.get(text);
  if (known !== undefined) return known;
  if (lately.size >= MOST_KEPT) lately.clear();
  const made = makeEssence(text);
  lately.set(text, made);
  return made;
}

function makeEssence(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}#]+/gu, " ")
    .trim()
    .replace(/\b(?:[a-z] ){1,}[a-z]\b/g, (letters) => letters.replaceAll(" ", ""));
}

/**
 * Reads knowledge/requests/words.yaml. In: the knowledge folder.
 * Throws KnowledgeFaultsError with file and line for an editor's slip.
 */
export function loadRequestWords(knowledgeFolder: string): RequestWords {
  const file = join("requests", "words.yaml");
  const checked = readYaml(readFileSync(join(knowledgeFolder, file), "utf8"), file, WORDS);
  if (!checked.value) throw new KnowledgeFaultsError(checked.faults);
  return buildRequestWords(checked.value);
}

function buildRequestWords(words: z.output<typeof WORDS>): RequestWords {
  const labels = phrasesOf(words.labels);
  const operators = phrasesOf(words.operators);
  const lineTypes = phrasesOf(words.lineTypes);
  const provinces = new Map(words.provinces.flatMap((names) => names.map((name) => [essence(name), names[0] ?? name])));
  const notNames = wordSet(words.notNames);
  const titles = words.titles.map(essence).sort((a, b) => b.length - a.length);
  const closings = new Set(words.closings.map(essence));
  const greetings = words.greetings.map(essence);
  const firstNames = new Set(words.firstNames.split(/\s+/).map(fold));
  const unitEnds = words.unitEnds.map(fold);

  return {
    labelOf(text, exactly = false) {
      const heading = essence(text.replace(/\([^)]*\)|\*/g, " ")).replace(/^\d{1,3} /, "");
      return labels.exact.get(heading) ?? (exactly ? undefined : inside(labels, heading));
    },
    operatorOf: (text) => inside(operators, essence(text)),
    lineTypeOf: (text) => inside(lineTypes, essence(text)),
    provinceOf: (text) => provinces.get(essence(text).replace(/ (?:ili|il|valiligi)$/, "")),
    kinds: (Object.keys(words.kinds) as (keyof typeof words.kinds)[]).map((kind) => ({
      kind,
      first: words.kinds[kind].first.map(cueOf),
      any: words.kinds[kind].any.map(cueOf),
    })),
    ends: words.ends.map(cueOf),
    asksHow: words.asksHow.map(cueOf),
    asksStatus: words.asksStatus.map(cueOf),
    isNotName: (word) => notNames(fold(word)),
    isFirstName: (word) => firstNames.has(fold(word)),
    withoutTitle(name) {
      const found = titles.find((title) => essence(name).startsWith(`${title} `));
      return found ? name.split(/\s+/).slice(found.split(" ").length).join(" ") : name;
    },
    isClosing: (line) => closings.has(essence(line)),
    isGreeting: (line) => greetings.some((greeting) => ` ${essence(line)} `.startsWith(` ${greeting} `)),
    isUnitEnd: (word) => unitEnds.some((end) => fold(word).startsWith(end)),
  };
}

function phrasesOf<Meaning extends string>(meanings: Readonly<Record<Meaning, readonly string[]>>): Phrases<Meaning> {
  const exact = new Map<string, Meaning>();
  const open = new Map<string, Meaning>();
  for (const [meaning, phrases] of Object.entries(meanings) as [Meaning, readonly string[]][]) {
    for (const phrase of phrases) {
      const folded = essence(phrase.replace(/^=/, ""));
      exact.set(folded, meaning);
      if (!phrase.startsWith("=")) open.set(folded, meaning);
    }
  }
  return { exact, open, longest: Math.max(...[...open.keys()].map((phrase) => phrase.split(" ").length)) };
}

/** The longest phrase that stands as whole words in the text. */
function inside<Meaning>({ exact, open, longest }: Phrases<Meaning>, text: string): Meaning | undefined {
  const whole = exact.get(text);
  if (whole !== undefined) return whole;
  const words = text.split(" ");
  let best = "";
  for (let start = 0; start < words.length; start += 1) {
    let phrase = "";
    for (const word of words.slice(start, start + longest)) {
      phrase = phrase === "" ? word : `${phrase} ${word}`;
      if (phrase.length > best.length && open.has(phrase)) best = phrase;
    }
  }
  return open.get(best);
}

function wordSet(entries: readonly string[]): (folded: string) => boolean {
  const whole = new Set(entries.filter((entry) => entry.startsWith("=")).map((entry) => fold(entry.slice(1))));
  const beginnings = new Set(entries.filter((entry) => !entry.startsWith("=")).map(fold));
  return (word) => {
    if (whole.has(word)) return true;
    for (let length = 2; length <= word.length; length += 1) if (beginnings.has(word.slice(0, length))) return true;
    return false;
  };
}

function cueOf(cue: string): readonly string[] {
  return fold(cue).split(" ");
}
