import { fold } from "./fold.ts";
import { stem } from "./stem.ts";

/** Words that say nothing about what a ticket is about. */
const EMPTY = new Set("ve veya ya da de ki bu su o bir ile icin mi mu ama gibi the a an of to and or is".split(" "));
/** Terms are cut here: enough to tell words apart, short enough that a half-typed word finds its whole. */
const LONGEST = 12;

/**
 * The terms a text is found by, for indexing and for searching alike (MongoDB multikey field).
 * In: any text. Out: folded terms without doubles, in order; for every word its stem, and the word itself where it differs.
 */
export function searchTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const word of fold(text).split(/[^\p{L}\p{N}]+/u)) {
    if (word === "" || EMPTY.has(word)) continue;
    terms.add(stem(word).slice(0, LONGEST));
    terms.add(word.slice(0, LONGEST));
  }
  return [...terms];
}
