import { essence } from "./fold.ts";

/** Case endings that are written onto a name without the apostrophe ("Ahmet Kayanın"), folded. */
const ENDING = "(?:n?[iu]n|[yn]?[aeiu]|n?[dt][ae]n?|y?l[ae])?";

/** Where a name stands in a text: its first character, and the one after its last. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds names and addresses as whole words, however they are written and with a case ending; what stands in a longer address is
 * somebody else's. In: at least one of them has letters or digits, or nothing is ever found. Out: whether a text has one of them.
 */
export function createNameFinder(names: readonly string[]): (text: string) => boolean {
  const placesIn = createPlaces(names);
  return (text) => placesIn(text).length > 0;
}

/** Puts `mark` where a text has one of these names or addresses, found as `createNameFinder` does; all else stays as it is written. */
export function createNameEraser(names: readonly string[], mark: string): (text: string) => string {
  const placesIn = createPlaces(names);
  return (text) => {
    let left = "";
    let done = 0;
    for (const { start, end } of placesIn(text)) {
      left += text.slice(done, start) + mark;
      done = end;
    }
    return left + text.slice(done);
  };
}

function createPlaces(names: readonly string[]): (text: string) => readonly Place[] {
  const any = patternOf(names);
  return (text) => {
    // Hardly any text has one.
    if (!any || essence(text).search(any) < 0) return [];
    const { words, essenceOfAll } = wordsOf(text);
    return [...essenceOfAll.matchAll(any)].flatMap(({ 0: found, index }) => {
      // A blank stands before every word but the first.
      const from = index + (found.startsWith(" ") ? 1 : 0);
      const [first, last] = [words.find(({ at }) => at >= from), words.findLast(({ at }) => at < index + found.length)];
      if (!first || !last) return [];
      const place = { start: first.start, end: last.end };
      return isInLongerAddress(text, place) ? [] : [place];
    });
  };
}

/** Whether what stands here is a part of an address that begins before it, or goes on in a longer domain after it. */
function isInLongerAddress(text: string, { start, end }: Place): boolean {
  const [before, found, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  const beginsBefore = /[\p{L}\p{N}][._%+-]$/u.test(before) && /^[^\s@]*@/.test(found + after);
  // A capital letter behind a full stop begins a sentence.
  const goesOn = found.includes("@") && /^[.-][\p{Ll}\p{N}]/u.test(after);
  return beginsBefore || goesOn;
}

/** One of these names among words with single blanks between them; the blank after it is left for the next. */
function patternOf(names: readonly string[]): RegExp | undefined {
  // What is left of a name has letters, digits and single blanks only. The longest first: a name may begin another.
  const wanted = names
    .map(essence)
    .filter((name) => name !== "")
    .sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return undefined;
  return new RegExp(`(?:^| )(?:${wanted.join("|")})${ENDING}(?= |$)`, "gu");
}

/** The words of a text with where they stand in it, and its essence with where they stand in that. */
function wordsOf(text: string) {
  let essenceOfAll = "";
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }) => {
    const left = essence(word);
    if (left === "") return [];
    if (essenceOfAll !== "") essenceOfAll += " ";
    const at = essenceOfAll.length;
    essenceOfAll += left;
    return [{ start: index, end: index + word.length, at }];
  });
  return { words, essenceOfAll };
}
