import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { LINE_TYPES, type LineType, OPERATORS, type Operator } from "../../core/mobile-line.ts";
import { REQUEST_FIELDS, type RequestField, type RequestKind } from "../../core/request.ts";
import { fold } from "../../language/fold.ts";
import { KnowledgeFaultsError } from "../knowledge-faults.ts";
import { readYaml } from "../yaml-file.ts";
import { type Cues, cuesOf } from "./cues.ts";
import { type Districts, loadDistricts } from "./districts.ts";
import { joinedEssence } from "./joined-essence.ts";
import { inside, phrasesOf, wordSet } from "./phrases.ts";
import { slipMender } from "./slips.ts";

/** What a column or a form line may be called after. */
const LABELS = [
  "name",
  "firstName",
  "lastName",
  "nationalId",
  "registryNumber",
  "unit",
  "province",
  "district",
  "phone",
  "formerPhone",
  "operator",
  "formerOperator",
  "lineType",
  "email",
  "projectLead",
  "kind",
  "note",
  "other",
] as const;
export type Label = (typeof LABELS)[number];

/** Whether what a label names is a field of an entry. */
export function isField(label: Label): label is Label & RequestField {
  return (REQUEST_FIELDS as readonly string[]).includes(label);
}

const list = z.array(z.string().min(1));
const cues = z.strictObject({ first: list, any: list, heading: list });
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
  wantsToKnow: list,
  asksStatus: list,
  mine: list,
  others: list,
  borrowed: list,
  troubles: list,
  contacts: list,
  everybody: list,
  headingWords: list,
  rest: list,
  excepted: list,
  surnames: list,
  notNames: list,
  titles: list,
  closings: list,
  greetings: list,
  unitEnds: list,
  firstNames: z.string(),
});

/** The words entries are read by, ready for lookup. Every text given to it may be in any spelling. */
export interface RequestWords {
  /** What a heading or label names, when it is one. `exactly`: no words beside the label are borne. */
  labelOf(text: string, exactly?: boolean): Label | undefined;
  /** What a label with slips of the fingers in it ("Sicli No", "Biirmi") was meant to name. */
  misspeltLabelOf(text: string): Label | undefined;
  operatorOf(text: string): Operator | undefined;
  lineTypeOf(text: string): LineType | undefined;
  /** The province's usual spelling, when the text is nothing but its name. */
  provinceOf(text: string): string | undefined;
  readonly districts: Districts;
  readonly kinds: readonly {
    readonly kind: RequestKind;
    readonly first: Cues;
    readonly any: Cues;
    /** Above a list. */
    readonly heading: Cues;
  }[];
  /** Something is to end. */
  readonly ends: Cues;
  readonly asksHow: Cues;
  /** A question without a question mark. */
  readonly wantsToKnow: Cues;
  readonly asksStatus: Cues;
  /** Things the writer calls their own. */
  readonly mine: Cues;
  /** Somebody else a matter may be of. */
  readonly others: Cues;
  /** The address a mail comes from is another one's. */
  readonly borrowed: Cues;
  /** What goes wrong with a signature that is in use. */
  readonly troubles: Cues;
  /** Who may be called or written to. */
  readonly contacts: Cues;
  /** What is said of all people of a mail: where, in a sentence. */
  everybodyIn(sentence: string): readonly number[];
  /** May stand in a heading beside what it says of those below it. */
  isHeadingWord(word: string): boolean;
  /** "Diğer hatlar": a heading of those of whom nothing that was said above holds. */
  isOfRest(heading: string): boolean;
  /** "hariç": whoever is named before it is left out of what is said of all. */
  isExcepted(words: string): boolean;
  /** Never part of a name. */
  isNotName(word: string): boolean;
  /** Is or begins like a word of office, as many surnames do ("Sayın", "Müdüroğlu", "Başkan"): no part of a name unless a first name precedes it. */
  isLikeOffice(word: string): boolean;
  isFirstName(word: string): boolean;
  withoutTitle(name: string): string;
  isClosing(line: string): boolean;
  isGreeting(line: string): boolean;
  isUnitEnd(word: string): boolean;
}

/** Words that a cue of several words is looked for in. */
const NEAR = 3;

/**
 * Reads knowledge/requests/words.yaml, and districts.yaml beside it. In: the knowledge folder.
 * Throws KnowledgeFaultsError with file and line for an editor's slip.
 */
export function loadRequestWords(knowledgeFolder: string): RequestWords {
  const file = join("requests", "words.yaml");
  const checked = readYaml(readFileSync(join(knowledgeFolder, file), "utf8"), file, WORDS);
  if (!checked.value) throw new KnowledgeFaultsError(checked.faults);
  return buildRequestWords(checked.value, loadDistricts(knowledgeFolder));
}

function buildRequestWords(words: z.output<typeof WORDS>, districts: Districts): RequestWords {
  const labels = phrasesOf(words.labels);
  const mended = slipMender(new Set([...labels.exact.keys()].flatMap((label) => label.split(" "))));
  const operators = phrasesOf(words.operators);
  const lineTypes = phrasesOf(words.lineTypes);
  const provinces = new Map(
    words.provinces.flatMap((names) => names.map((name) => [joinedEssence(name), names[0] ?? name])),
  );
  const notNames = wordSet(words.notNames);
  const surnames = new Set(words.surnames.map(fold));
  const everybody = cuesOf(words.everybody);
  const excepted = new Set(words.excepted.map(joinedEssence));
  const titles = new Set(words.titles.map(joinedEssence));
  const closings = new Set(words.closings.map(joinedEssence));
  const greetings = words.greetings.map(joinedEssence);
  const firstNames = new Set(words.firstNames.trim().split(/\s+/).map(fold));
  const unitEnds = words.unitEnds.map(fold);
  const headingWords = words.headingWords.map(fold);
  const rest = words.rest.map(joinedEssence);

  return {
    labelOf(text, exactly = false) {
      const heading = joinedEssence(text.replace(/\([^)\d]*\)|\*/g, " ")).replace(/^\d{1,3} /, "");
      const known = labels.exact.get(heading) ?? (exactly ? undefined : inside(labels, heading));
      return (
        known ??
        impersonal(heading)
          .map((form) => labels.exact.get(form))
          .find((label) => label !== undefined)
      );
    },
    misspeltLabelOf(text) {
      const [only, ...others] = new Set(mended(joinedEssence(text)).flatMap((meant) => labels.exact.get(meant) ?? []));
      return others.length === 0 ? only : undefined;
    },
    operatorOf: (text) => inside(operators, joinedEssence(text), withoutEnding),
    lineTypeOf: (text) => inside(lineTypes, joinedEssence(text), withoutEnding),
    provinceOf: (text) => provinces.get(joinedEssence(text).replace(/ (?:ili|il|valiligi)$/, "")),
    districts,
    kinds: (Object.keys(words.kinds) as (keyof typeof words.kinds)[]).map((kind) => ({
      kind,
      first: cuesOf(words.kinds[kind].first),
      any: cuesOf(words.kinds[kind].any),
      heading: cuesOf(words.kinds[kind].heading),
    })),
    ends: cuesOf(words.ends),
    asksHow: cuesOf(words.asksHow),
    wantsToKnow: cuesOf(words.wantsToKnow),
    asksStatus: cuesOf(words.asksStatus),
    mine: cuesOf(words.mine),
    others: cuesOf(words.others),
    borrowed: cuesOf(words.borrowed),
    troubles: cuesOf(words.troubles),
    contacts: cuesOf(words.contacts),
    isHeadingWord(word) {
      const folded = fold(word);
      return headingWords.some((beginning) => folded.startsWith(beginning));
    },
    isOfRest(heading) {
      const written = joinedEssence(heading);
      return rest.some((beginning) => written.startsWith(beginning));
    },
    everybodyIn: (sentence) => everybodyIn(sentence, everybody),
    isExcepted: (after) => excepted.has(joinedEssence(after).split(" ")[0] ?? ""),
    isNotName(word) {
      const folded = fold(word);
      return notNames.isWhole(folded) || notNames.isBegun(folded);
    },
    isLikeOffice(word) {
      const folded = fold(word);
      return surnames.has(folded) || (!notNames.isWhole(folded) && notNames.isBegun(folded));
    },
    isFirstName: (word) => firstNames.has(fold(word)),
    withoutTitle: (name) => withoutTitles(name, titles),
    isClosing: (line) => closings.has(joinedEssence(line)),
    isGreeting(line) {
      const written = `${joinedEssence(line)} `;
      return greetings.some((greeting) => written.startsWith(`${greeting} `));
    },
    isUnitEnd(word) {
      const folded = fold(word);
      return unitEnds.some((end) => folded.startsWith(end));
    },
  };
}

/** Where a word stands with which, and those behind it, all are meant. */
function everybodyIn(sentence: string, isOfAll: Cues): number[] {
  const words = [...sentence.matchAll(/[\p{L}\p{N}]+/gu)];
  const folded = words.map(([word]) => fold(word));
  if (!isOfAll(folded)) return [];
  return words.flatMap(({ index }, at) => {
    const behind = folded.slice(at + 1, at + 1 + NEAR);
    return isOfAll([folded[at] ?? "", ...behind]) && !isOfAll(behind) ? [index] : [];
  });
}

const LONGEST_TITLE = 5;

/** Takes titles off the front ("Uzm. Dr.", "J.Astsb.Kd.Çvş.", "Vali Yardımcısı"), the longest first; two words are left at least. */
function withoutTitles(name: string, titles: ReadonlySet<string>): string {
  const parts = name.split(/\s+/);
  let start = 0;
  const isTitle = (length: number) => {
    const written = joinedEssence(parts.slice(start, start + length).join(" "));
    const isRankInShort =
      length === 1 && parts[start]?.includes(".") && written.split(" ").every((piece) => titles.has(piece));
    return titles.has(written) || isRankInShort === true;
  };
  const longest = () => Math.min(LONGEST_TITLE, parts.length - start - 2);
  for (let length = longest(); length > 0; length -= 1) {
    if (!isTitle(length)) continue;
    start += length;
    length = longest() + 1;
  }
  return start === 0 ? name : parts.slice(start).join(" ");
}

const LONGEST_WITH_ENDING = 24;

/** "Turkcelle", "Vodafonedan", "faturalıdır", "faturasızım": the word without what Turkish puts after it. */
function withoutEnding(phrase: string): string {
  if (phrase.length > LONGEST_WITH_ENDING) return phrase;
  return phrase.replace(
    /(?<=[a-z]{4})(?:d[ae]n|t[ae]n|d[ae]|t[ae]|[dt][iu]r|y?[iu]m|y?[ae]|n?[iu]n|l[iu]y[iu]m|y[iu]z)$/,
    "",
  );
}

/** "sicil numaram", "adım soyadım": whoever writes of themselves calls the fields of a form theirs. */
function impersonal(heading: string): string[] {
  if (!/[aeiu]m(?: |$)/.test(heading)) return [];
  const without = heading.replace(/(?<=[a-z]{2}[aeiu])m(?= |$)/g, "");
  return [without, without.replace(/([ae])$/, "$1si"), without.replace(/([iu])$/, "$1s$1")];
}
