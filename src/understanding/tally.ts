/** Features by their numbers, each once, with what each weighs. Plain arrays: typed ones of this size cost more to make than to fill. */
export interface Weighted {
  readonly numbers: readonly number[];
  readonly weights: readonly number[];
}

export const NO_FEATURES: Weighted = { numbers: [], weights: [] };

const FIRST_SIZE = 1 << 12;

/** Adds up the weights of features by their numbers. One serves for text after text: `take` empties it. */
export class Tally {
  #sums = new Float64Array(FIRST_SIZE);
  #numbers: number[] = [];

  /** In: a number, and a weight above 0. What tells nothing (NO_NUMBER) does not count. */
  add(number: number, weight: number): void {
    if (number < 0) return;
    if (number >= this.#sums.length) this.#grow(number);
    const sum = this.#sums[number] as number;
    if (sum === 0) this.#numbers.push(number);
    this.#sums[number] = sum + weight;
  }

  /** The same for each of many. */
  addEach(numbers: readonly number[], weight: number): void {
    for (let at = 0; at < numbers.length; at += 1) this.add(numbers[at] as number, weight);
  }

  addAll({ numbers, weights }: Weighted, share: number): void {
    for (let at = 0; at < numbers.length; at += 1) this.add(numbers[at] as number, share * (weights[at] as number));
  }

  /** What was added since the last time, in the order it came, each sum weighed. */
  take(weigh: (sum: number) => number = (sum) => sum): Weighted {
    const numbers = this.#numbers;
    const sums = this.#sums;
    const weights: number[] = [];
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] as number;
      weights.push(weigh(sums[number] as number));
      sums[number] = 0;
    }
    this.#numbers = [];
    return { numbers, weights };
  }

  #grow(number: number): void {
    const sums = new Float64Array(Math.max(number + 1, 2 * this.#sums.length));
    sums.set(this.#sums);
    this.#sums = sums;
  }
}
