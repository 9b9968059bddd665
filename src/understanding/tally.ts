/** Features by their numbers, each once, with what each weighs. */
export interface Weighted {
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
}

export const NO_FEATURES: Weighted = { numbers: new Int32Array(0), weights: new Float64Array(0) };

const FIRST_SIZE = 1 << 12;

/** Adds up the weights of features by their numbers. One serves for text after text: `take` empties it. */
export class Tally {
  #sums = new Float64Array(FIRST_SIZE);
  #numbers = new Int32Array(FIRST_SIZE);
  #length = 0;

  /** In: a number from 0, and a weight above 0. */
  add(number: number, weight: number): void {
    if (number >= this.#sums.length) this.#grow(number);
    const sum = this.#sums[number] as number;
    if (sum === 0) this.#numbers[this.#length++] = number;
    this.#sums[number] = sum + weight;
  }

  addEach(numbers: readonly number[]): void {
    for (const number of numbers) this.add(number, 1);
  }

  addAll({ numbers, weights }: Weighted, share: number): void {
    for (let at = 0; at < numbers.length; at += 1) this.add(numbers[at] as number, share * (weights[at] as number));
  }

  /** What was added since the last time, in the order it came. */
  take(weigh?: (sum: number) => number): Weighted {
    const numbers = this.#numbers.slice(0, this.#length);
    const weights = new Float64Array(this.#length);
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] as number;
      const sum = this.#sums[number] as number;
      weights[at] = weigh ? weigh(sum) : sum;
      this.#sums[number] = 0;
    }
    this.#length = 0;
    return { numbers, weights };
  }

  /** As many numbers can be there as there are sums. */
  #grow(number: number): void {
    const size = Math.max(number + 1, 2 * this.#sums.length);
    const [sums, numbers] = [new Float64Array(size), new Int32Array(size)];
    sums.set(this.#sums);
    numbers.set(this.#numbers);
    this.#sums = sums;
    this.#numbers = numbers;
  }
}
