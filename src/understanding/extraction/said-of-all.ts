import type { RequestField } from "../../core/request.ts";
import type { Finding } from "./finding.ts";
import type { RequestWords } from "./request-words.ts";
import { mayGoOn } from "./wrapped-lines.ts";

/** What may be said once for all people of a mail. */
export const SHAREABLE: ReadonlySet<Finding["field"]> = new Set<RequestField>([
  "unit",
  "province",
  "operator",
  "lineType",
  "projectLead",
]);
/** Characters behind a name in which it is left out. */
const NEAR = 40;
/** "Ayşe Özen'in hattı hariç": what stands between. */
const ENDING = /^['’]\p{L}*(?:\s+\p{L}*hat\p{L}*)?/u;
const SENTENCE_END = /[.!?;](?=\s|$)/g;

export interface SaidOfAll {
  readonly ofAll: readonly Finding[];
  /** Who is left out of it, and of which fields. */
  readonly spared: readonly (readonly [name: string, fields: readonly RequestField[]])[];
  readonly others: readonly Finding[];
  /** The sentence about all goes on in the next line. */
  readonly goesOn: boolean;
}

/** A line with what was found in it, in reading order. */
interface LineRead {
  readonly line: string;
  readonly found: readonly Finding[];
  /** Its first sentence began in the line before, about all. */
  readonly isAboutAll: boolean;
}

/**
 * "Hepsi Turkcell faturalıdır, yalnız Ayşe Özen'inki faturasız", "Ali Kaya hariç hepsi faturalı": what a line says of all people of a
 * mail, of those it leaves out, and of single ones. Linear in the line.
 */
export function saidOfAll({ line, found, isAboutAll }: LineRead, words: RequestWords): SaidOfAll {
  const isOpen = mayGoOn(line);
  if (!isOpen && !found.some(isShareable)) return { ofAll: [], spared: [], others: found, goesOn: false };
  const read = sentencesOf(line).map(([from, to], at) => {
    const within = found.filter(({ start }) => start >= from && start < to);
    const places = words.everybodyIn(line.slice(from, to)).map((place) => from + place);
    if (at === 0 && isAboutAll) places.unshift(-1);
    return readSentence({ line, within, places }, words);
  });
  return {
    ofAll: read.flatMap(({ ofAll }) => ofAll),
    spared: read.flatMap(({ spared }) => spared),
    others: read.flatMap(({ others }) => others),
    goesOn: isOpen && read.at(-1)?.goesOn === true,
  };
}

interface Sentence {
  readonly line: string;
  readonly within: readonly Finding[];
  /** Where all are spoken of. */
  readonly places: readonly number[];
}

/** What stands behind a name is said of that one, until all are spoken of again. */
function readSentence({ line, within, places }: Sentence, words: RequestWords): SaidOfAll {
  if (places.length === 0) return { ofAll: [], spared: [], others: within, goesOn: false };
  const isLeftOut = ({ field, start, quote }: Finding) => {
    const end = start + quote.length;
    return field === "name" && words.isExcepted(line.slice(end, end + NEAR).replace(ENDING, ""));
  };
  const excepted = within.filter(isLeftOut);
  const kept = within.filter((finding) => !isLeftOut(finding));
  const isOfOne = (at: number) => {
    const name = kept.findLast(({ field, start }) => field === "name" && start <= at);
    return name !== undefined && !places.some((place) => place > name.start && place <= at);
  };
  const ofAll = kept.filter((finding) => isShareable(finding) && !isOfOne(finding.start));
  const fields = ofAll.flatMap(({ field }) => (field === "formerPhone" ? [] : [field]));
  return {
    ofAll,
    spared: excepted.map(({ value }) => [value, fields] as const),
    others: kept.filter((finding) => !ofAll.includes(finding)),
    goesOn: !isOfOne(line.length),
  };
}

function isShareable({ field }: Finding): boolean {
  return SHAREABLE.has(field);
}

function sentencesOf(line: string): [from: number, to: number][] {
  const ends = [...line.matchAll(SENTENCE_END)].map(({ index }) => index + 1);
  return [...ends, line.length + 1].map((end, at, all) => [all[at - 1] ?? 0, end]);
}
