/** The number of a feature that tells nothing. */
export const NO_NUMBER = -1;

/** What two words make together: neighbours, neighbours in meaning, and what was said before with a kind of message or a word. */
export type PairKind = keyof typeof PAIRS;

/** How the names of pairs are put together. */
const PAIRS = {
  neighbours: { begin: "n", join: " " },
  meanings: { begin: "c", join: " " },
  matterMet: { begin: "x", join: " " },
  matterCrossed: { begin: "x", join: "*" },
  entryMet: { begin: "y", join: " " },
  entryCrossed: { begin: "y", join: "*" },
} as const;
const KINDS = Object.keys(PAIRS) as PairKind[];

/** Gives features their numbers, by their names. */
export interface FeatureNumbers {
  of(name: string): number;
  ofPair(kind: PairKind, one: string, other: string): number;
}

/** Numbers for every feature that comes up: while learning. */
export class GrowingNumbers implements FeatureNumbers {
  readonly #numbers = new Map<string, number>();

  /** Every name, by number. */
  names(): string[] {
    return [...this.#numbers.keys()];
  }

  of(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }

  ofPair(kind: PairKind, one: string, other: string): number {
    const { begin, join } = PAIRS[kind];
    return this.of(`${begin}${one}${join}${other}`);
  }
}

/** Numbers of the features that were learned. Pairs are found by the numbers of their words, without putting names together. */
export class LearnedNumbers implements FeatureNumbers {
  readonly #rows: ReadonlyMap<string, number>;
  readonly #words = new Map<string, number>();
  readonly #pairs: Readonly<Record<PairKind, Map<number, number>>>;

  constructor(rows: ReadonlyMap<string, number>) {
    this.#rows = rows;
    const pairs = KINDS.map((kind) => [kind, new Map<number, number>()] as const);
    this.#pairs = Object.fromEntries(pairs) as Record<PairKind, Map<number, number>>;
    for (const [name, row] of rows) {
      for (const kind of KINDS) {
        const [one, other] = partsOf(name, kind);
        if (one && other) this.#pairs[kind].set(keyOf(this.#wordNumber(one), this.#wordNumber(other)), row);
      }
    }
  }

  of(name: string): number {
    return this.#rows.get(name) ?? NO_NUMBER;
  }

  ofPair(kind: PairKind, one: string, other: string): number {
    const first = this.#words.get(one);
    const second = first === undefined ? undefined : this.#words.get(other);
    if (first === undefined || second === undefined) return NO_NUMBER;
    return this.#pairs[kind].get(keyOf(first, second)) ?? NO_NUMBER;
  }

  #wordNumber(word: string): number {
    const number = this.#words.get(word) ?? this.#words.size;
    this.#words.set(word, number);
    return number;
  }
}

/** More words than there are features; two of them still make a small whole number. */
const MOST_WORDS = 46_340;

function keyOf(one: number, other: number): number {
  return one * MOST_WORDS + other;
}

/** The words of a pair's name; none when it is no such pair. */
function partsOf(name: string, kind: PairKind): string[] {
  const { begin, join } = PAIRS[kind];
  return name.startsWith(begin) ? name.slice(begin.length).split(join) : [];
}
