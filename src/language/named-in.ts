import { essence } from "./fold.ts";

/** Case endings that are written onto a name without the apostrophe ("Ahmet Kayanın"), folded. */
const ENDING = "(?:n?[iu]n|[yn]?[aeiu]|n?[dt][ae]n?|y?l[ae])?";

/**
 * Finds names and addresses as whole words, however they are written and with a case ending. In: at least one of them has letters or
 * digits, or nothing is ever found. Out: whether a text has one of them.
 */
export function createNameFinder(names: readonly string[]): (text: string) => boolean {
  const any = patternOf(names, "u");
  return (text) => any?.test(essence(text)) ?? false;
}

/** Puts `mark` where a text has one of these names or addresses, found as `createNameFinder` does; all else stays as it is written. */
export function createNameEraser(names: readonly string[], mark: string): (text: string) => string {
  const any = patternOf(names, "gu");
  return (text) => {
    if (!any) return text;
    const { words, essenceOfAll } = wordsOf(text);
    let left = "";
    let done = 0;
    for (const found of essenceOfAll.matchAll(any)) {
      // A blank stands before every word but the first.
      const from = found.index + (found[0].startsWith(" ") ? 1 : 0);
      const [first, last] = [
        words.find(({ at }) => at >= from),
        words.findLast(({ at }) => at < found.index + found[0].length),
      ];
      if (!first || !last) continue;
      left += text.slice(done, first.start) + mark;
      done = last.end;
    }
    return left + text.slice(done);
  };
}

/** One of these names among words with single blanks between them; the blank after it is left for the next. */
function patternOf(names: readonly string[], flags: string): RegExp | undefined {
  // What is left of a name has letters, digits and single blanks only. The longest first: a name may begin another.
  const wanted = names
    .map(essence)
    .filter((name) => name !== "")
    .sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return undefined;
  return new RegExp(`(?:^| )(?:${wanted.join("|")})${ENDING}(?= |$)`, flags);
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
