import { fold } from "./fold.ts";
import { remembered } from "./remembered.ts";
import { stem } from "./stem.ts";

/** Words that say nothing about what a ticket is about. */
const EMPTY = new Set("ve veya ya da de ki bu su o bir ile icin mi mu ama gibi the a an of to and or is".split(" "));
/** Terms are cut here: enough to tell words apart, short enough that a half-typed word finds its whole. */
const LONGEST = 12;

/**
 * The terms a text is found by, for indexing (MongoDB multikey field).
 * In: any text. Out: folded terms without doubles, in order; for every word its stem, and the word itself where it differs.
 */
export function searchTerms(text: string): string[] {
  return [...new Set(words(text).flatMap(termsOf))];
}

/** What to look for when this text is searched: one list of alternatives a word, each word to be found by one of them. */
export function queryTerms(text: string): string[][] {
  return words(text).map((word) => [...new Set(termsOf(word))]);
}

function words(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !EMPTY.has(word));
}

const termsOf = remembered((word: string): readonly string[] => [stem(word).slice(0, LONGEST), word.slice(0, LONGEST)]);
