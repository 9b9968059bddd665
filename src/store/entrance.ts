export type Filter = Readonly<Record<string, unknown>>;

/** Through which index a list is read, and what is then looked at in each document. */
export interface Entrance {
  /** Conditions of equality on the first fields of an index; a row of the list fits at least one of them. */
  readonly branches: readonly Filter[];
  readonly rest: readonly Filter[];
  /** Whether it is read in windows of time; without, all behind it at once, for what is known to be little. */
  readonly isTimed: boolean;
  /** Whether that index has many entries a document: the stand-in cannot then use a range's nearer end. */
  readonly isMultikey: boolean;
}

/** A word of a search: what it may be found by, and the share of documents that have it, 0..1; 0 where it is too rare to be known. */
export interface RatedWord {
  readonly terms: readonly string[];
  readonly share: number;
}

/** Behind the rarest word; the others are looked at in each document. In: words, the rarest first. */
export function byWords([rarest, ...others]: readonly [RatedWord, ...RatedWord[]], isIndexedByTime: boolean): Entrance {
  return {
    branches: rarest.terms.map((term) => ({ searchTerms: term })),
    rest: hasWords(others),
    isTimed: isIndexedByTime && rarest.share > 0,
    isMultikey: true,
  };
}

/** Behind these values of fields, all of it in the order of time; the words are looked at in each document. */
export function byFields(branches: readonly Filter[], words: readonly RatedWord[]): Entrance {
  return { branches, rest: hasWords(words), isTimed: true, isMultikey: false };
}

/** Behind conditions that few documents fit. */
export function byFew(condition: Filter, words: readonly RatedWord[]): Entrance {
  return { branches: [condition], rest: hasWords(words), isTimed: false, isMultikey: false };
}

const hasWords = (words: readonly RatedWord[]): readonly Filter[] =>
  words.map(({ terms }) => ({ searchTerms: terms.length === 1 ? terms[0] : { $in: terms } }));
