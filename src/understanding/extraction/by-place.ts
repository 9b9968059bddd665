import { type Finding, tellsOfLine } from "./finding.ts";
import type { RequestWords } from "./request-words.ts";

/** Said of some by their place in a list: "ilk ikisi Turkcell, sonuncusu Vodafone". */
export interface ToldByPlace {
  /** Places in the list, the first 0; from its end where they are negative. */
  readonly places: readonly number[];
  readonly finding: Finding;
}

const NUMBERS = ["bir", "iki", "[uü][cç]", "d[oö]r[dt]", "be[sş]", "alt[ıi]", "yedi", "sekiz", "dokuz", "on"];
const NUMBER = `(${NUMBERS.join("|")})`;
const WHOLE_NUMBERS = NUMBERS.map((number) => new RegExp(`^${number}$`, "iu"));
/** "ikisi", "iki kişi", "iki hat": how many of them. */
const OF_THEM = "(?:s[ıiuü]\\p{L}*|[ıiuü]\\p{L}*|\\s+(?:ki[sş]i|personel|arkada[sş]|hat|isim|s[ıi]ra)\\p{L}*)";
const FIRST = new RegExp(`(?<!\\p{L})ilk\\s+${NUMBER}${OF_THEM}`, "giu");
const LAST = new RegExp(`(?<!\\p{L})son\\s+${NUMBER}${OF_THEM}`, "giu");
/** "ikincisi", "üçüncüsünün": with the ending of one among others ("ikinci hattım" is a line of the writer's). */
const NTH = new RegExp(`(?<!\\p{L})${NUMBER}[ıiuü]?nc[ıiuü](?:s[ıiuü]|n[ıiuü]n)\\p{L}*`, "giu");
/** "1. ve 3. kişi", "2. sıradaki". */
const NUMBERED =
  /(?<![\d.,])(\d{1,2})\.\s*(?:(?=(?:,|ve|ile)\s+\d{1,2}\.\s)|(?:ki[sş]i|personel|s[ıi]ra(?:da|n[ıi]n))\p{L}*)/giu;
const VERY_FIRST = /(?<!\p{L})ilki(?:n[ıi]n)?(?!\p{L})/giu;
const VERY_LAST = /(?<!\p{L})sonuncu(?:su|nun)\p{L}*/giu;

/** What stands between two of them of whom the same is told. */
const AND = /^\s*(?:,|ve|ile|and)\s*$/iu;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly places: readonly number[];
}

/** Where a text speaks of some of a list by their place. "İkincisi ve üçüncüsü": what is told behind them is told of both. */
export function placesIn(text: string): readonly Place[] {
  const counted = (pattern: RegExp, placesOf: (count: number) => readonly number[]) =>
    [...text.matchAll(pattern)].map(({ index, 0: quote, 1: number = "" }) => ({
      start: index,
      end: index + quote.length,
      places: placesOf(countOf(number)),
    }));
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
  const found = [
    ...counted(FIRST, (count) => range(0, count)),
    ...counted(LAST, (count) => range(-count, 0)),
    ...counted(NTH, (count) => [count - 1]),
    ...counted(NUMBERED, (count) => [count - 1]),
    ...counted(VERY_FIRST, () => [0]),
    ...counted(VERY_LAST, () => [-1]),
  ].sort((a, b) => a.start - b.start);
  let joined: Place | undefined;
  return found.map((place): Place => {
    const isJoined = joined && AND.test(text.slice(joined.end, place.start));
    const { places } = place;
    joined = { ...place, places: isJoined && joined ? [...new Set([...joined.places, ...places])] : places };
    return joined;
  });
}

function countOf(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  return WHOLE_NUMBERS.findIndex((pattern) => pattern.test(number)) + 1;
}

/**
 * Takes out of what a line tells the lines of those it speaks of by place. In: the findings in reading order. Out: who gets what, and
 * the findings that are left. A name, or a word for all of them, ends what is said by place; so does the sentence.
 */
export function toldByPlace(line: string, found: readonly Finding[], words: RequestWords) {
  const spoken = found.some(tellsOfLine) ? placesIn(line) : [];
  if (spoken.length === 0) return { byPlace: [], others: found };
  const ends = [...words.everybodyIn(line), ...found.filter(({ field }) => field === "name").map(({ start }) => start)];
  const byPlace = found.filter(tellsOfLine).flatMap((finding): ToldByPlace[] => {
    const place = spoken.findLast(({ start }) => start < finding.start);
    if (!place) return [];
    const between = line.slice(place.end, finding.start);
    const isOver = /[.!?;](?:\s|$)/.test(between) || ends.some((end) => end > place.start && end < finding.start);
    return isOver ? [] : [{ places: place.places, finding }];
  });
  const taken = new Set(byPlace.map(({ finding }) => finding));
  return { byPlace, others: found.filter((finding) => !taken.has(finding)) };
}
