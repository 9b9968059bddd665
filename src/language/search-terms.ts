import { fold } from "./fold.ts";
import { remembered } from "./remembered.ts";
import { stem } from "./stem.ts";

/** Words that say nothing about what a ticket is about. */
const EMPTY = new Set("ve veya ya da de ki bu su o bir ile icin mi mu ama gibi the a an of to and or is".split(" "));
/** Terms are cut here: enough to tell words apart, short enough that a half-typed word finds its whole. */
const LONGEST = 12;

/**
 * The terms a text is found by, for indexing (MongoDB multikey field).
 * In: any text. Out: folded terms without doubles, in order: the stem of every word, and of a long word its beginning too, by
 * which it is found half typed. An index pays for every term of every ticket, so that all else is left to the query.
 */
export function searchTerms(text: string): string[] {
  return [...new Set(words(text).flatMap(indexedBy))];
}

/** What to look for when this text is searched: one list of alternatives a word, each word to be found by one of them. */
export function queryTerms(text: string): string[][] {
  return words(text).map((word) => [...soughtBy(word)]);
}

function words(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !EMPTY.has(word));
}

const indexedBy = remembered((word: string): readonly string[] =>
  word.length < LONGEST ? [stem(word)] : [...new Set([cut(stem(word)), cut(word)])],
);

/** The word, which may be the stem of another one, and what is left of it stem by stem: a stem may have a stem of its own. */
const soughtBy = remembered((word: string): readonly string[] => {
  const forms = new Set([cut(stem(word)), cut(word)]);
  for (let form = stem(word); form !== stem(form); form = stem(form)) forms.add(cut(stem(form)));
  return [...forms];
});

function cut(word: string): string {
  return word.slice(0, LONGEST);
}
