import type { RequestField } from "../../core/request.ts";
import type { Finding } from "./finding.ts";
import type { RequestWords } from "./request-words.ts";

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
}

/**
 * "Hepsi Turkcell faturalıdır, yalnız Ayşe Özen'inki faturasız", "Ali Kaya hariç hepsi faturalı": what a line says of all people of a
 * mail, of those it leaves out, and of single ones. In: the line and its findings in reading order. Linear in the line.
 */
export function saidOfAll(line: string, found: readonly Finding[], words: RequestWords): SaidOfAll {
  if (!found.some(isShareable)) return { ofAll: [], spared: [], others: found };
  const read = sentencesOf(line).map(([from, to]) => {
    const within = found.filter(({ start }) => start >= from && start < to);
    const places = within.length === 0 ? [] : words.everybodyIn(line.slice(from, to)).map((place) => from + place);
    return places.length === 0 ? { ofAll: [], spared: [], others: within } : readSentence(within, places, line, words);
  });
  return {
    ofAll: read.flatMap(({ ofAll }) => ofAll),
    spared: read.flatMap(({ spared }) => spared),
    others: read.flatMap(({ others }) => others),
  };
}

/** What stands behind a name is said of that one, until all are spoken of again. */
function readSentence(
  found: readonly Finding[],
  places: readonly number[],
  line: string,
  words: RequestWords,
): SaidOfAll {
  const isLeftOut = ({ field, start, quote }: Finding) => {
    const end = start + quote.length;
    return field === "name" && words.isExcepted(line.slice(end, end + NEAR).replace(ENDING, ""));
  };
  const excepted = found.filter(isLeftOut);
  const kept = found.filter((finding) => !isLeftOut(finding));
  const isOfOne = (finding: Finding) => {
    const name = kept.findLast(({ field, start }) => field === "name" && start <= finding.start);
    return name !== undefined && !places.some((place) => place > name.start && place <= finding.start);
  };
  const ofAll = kept.filter((finding) => isShareable(finding) && !isOfOne(finding));
  const fields = ofAll.flatMap(({ field }) => (field === "formerPhone" ? [] : [field]));
  return {
    ofAll,
    spared: excepted.map(({ value }) => [value, fields] as const),
    others: kept.filter((finding) => !ofAll.includes(finding)),
  };
}

function isShareable({ field }: Finding): boolean {
  return SHAREABLE.has(field);
}

function sentencesOf(line: string): [from: number, to: number][] {
  const ends = [...line.matchAll(SENTENCE_END)].map(({ index }) => index + 1);
  return [...ends, line.length + 1].map((end, at, all) => [all[at - 1] ?? 0, end]);
}
