export type Filter = Readonly<Record<string, unknown>>;

/** Through which index a list is read, and what is then looked at in each document. */
export interface Entrance {
  /** Conditions of equality on the first fields of an index; a row of the list fits at least one of them. */
  readonly branches: readonly Filter[];
  readonly rest: readonly Filter[];
  /** Whether it is read in windows of time; without, all behind it at once, for what is known to be little. */
  readonly isTimed: boolean;
  /** How wide the first window is. */
  readonly firstMs?: number;
  /** The part of all documents that lies behind it in the order of time, 0..1; all without. */
  readonly share?: number;
  /** What all behind its word costs, in parts of what all documents cost in the order of time; 0 where the word is known to be rare. */
  readonly wordCost?: number;
  /** For an index that has many entries a document: the stand-in cannot then use a range's nearer end, and reads from today on. */
  readonly multikey?: {
    /** What this index costs to read back to some time, in parts of what the other costs. */
    readonly ratio: number;
    /** By which the same list is read where that costs less: in narrow windows far back. */
    readonly other: Entrance;
  };
}

/** The largest share of a word that is too rare to be known. */
export const RARE = 0.001;

/** A word of a search: what it may be found by, and the share of documents that have it, 0..1; 0 where it is too rare to be known. */
export interface RatedWord {
  readonly terms: readonly string[];
  readonly share: number;
}

/** A document behind a word costs so many times what one in the order of time costs. */
const WORD_COST = 4;
/** What is known to be rare need not be looked for quarter by quarter of an hour. */
const RARE_FIRST_MS = 30 * 24 * 60 * 60_000;

/**
 * Behind the rarest word; the others are looked at in each document. In: words, the rarest first; the entrance by fields that leads to
 * the same list, where the words are indexed by its time; the part of all documents behind that one, 0..1.
 */
export function byWords(
  [rarest, ...others]: readonly [RatedWord, ...RatedWord[]],
  other?: Entrance,
  otherShare = 1,
): Entrance {
  const entrance = { branches: rarest.terms.map((term) => ({ searchTerms: term })), rest: hasWords(others) };
  if (!other) return { ...entrance, isTimed: false };
  const multikey = { ratio: ratioOf(rarest, otherShare), other };
  const wordCost = WORD_COST * rarest.terms.length * rarest.share;
  return {
    ...entrance,
    isTimed: true,
    multikey,
    wordCost,
    share: otherShare,
    ...(rarest.share === 0 && { firstMs: RARE_FIRST_MS }),
  };
}

/** Behind the rarest word, or in the order of time, whichever costs less to look through. In: words, the rarest first. */
export function byCheaper([rarest, ...others]: readonly RatedWord[], byTime: Entrance, share = 1): Entrance {
  return rarest && ratioOf(rarest, share) < 1 ? byWords([rarest, ...others], byTime, share) : { ...byTime, share };
}

/** What reading behind a word costs, in parts of what reading this share of all documents costs. A word of two terms is read twice. */
function ratioOf({ share, terms }: RatedWord, ofShare: number): number {
  return (WORD_COST * terms.length * Math.max(share, RARE)) / Math.max(ofShare, RARE);
}

/** Behind these values of fields, all of it in the order of time; the words are looked at in each document. */
export function byFields(branches: readonly Filter[], words: readonly RatedWord[]): Entrance {
  return { branches, rest: hasWords(words), isTimed: true };
}

/** The same behind values that few documents have. */
export function byRareFields(branches: readonly Filter[], words: readonly RatedWord[]): Entrance {
  return { ...byFields(branches, words), firstMs: RARE_FIRST_MS };
}

/** Behind conditions that few documents fit. */
export function byFew(condition: Filter, words: readonly RatedWord[]): Entrance {
  return { branches: [condition], rest: hasWords(words), isTimed: false };
}

/** The same without what fits a condition. */
export function leavingOut(entrance: Entrance, condition: Filter): Entrance {
  const { multikey } = entrance;
  return {
    ...entrance,
    rest: [...entrance.rest, condition],
    ...(multikey && { multikey: { ...multikey, other: leavingOut(multikey.other, condition) } }),
  };
}

const hasWords = (words: readonly RatedWord[]): readonly Filter[] =>
  words.map(({ terms }) => ({ searchTerms: terms.length === 1 ? terms[0] : { $in: terms } }));

/** Behind nothing at all: words that say nothing find nothing. */
export const BY_NOTHING: Entrance = byFew({ _id: "" }, []);
