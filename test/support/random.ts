/** Random choices that are the same in each run of a test. */
export interface Random {
  /** A whole number from 0 on, below this one. */
  below(end: number): number;
  /** True in this share of cases, 0..1. */
  chance(share: number): boolean;
  /** One of these; there must be some. */
  oneOf<const Value>(values: readonly Value[]): Value;
}

/** A linear congruential generator: enough for tests, and nothing else. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  return {
    below: (end) => Math.floor(next() * end),
    chance: (share) => next() < share,
    oneOf<Value>(values: readonly Value[]): Value {
      const chosen = values[Math.floor(next() * values.length)];
      if (chosen === undefined) throw new Error("There is nothing to choose from.");
      return chosen;
    },
  };
}
