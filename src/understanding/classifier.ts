import type { Token } from "./analyse.ts";
import { beginningOf, type ClassifierFeatures, FeatureReader, type SignReaders } from "./classifier-features.ts";
import type { ClassifierWeights } from "./classifier-weights.ts";
import { LearnedNumbers } from "./feature-numbers.ts";

/** A label with how likely it is (0..1). */
export interface Likely {
  readonly label: string;
  readonly probability: number;
}

/** How much each group of features counts. */
const GROUPS = { letters: 1, words: 1.2, signs: 0.4, context: 1 };

export const GROUP_NAMES = ["letters", "words", "signs", "context"] as const;

/** Features of the vocabulary, scaled. */
export interface Scaled {
  readonly rows: readonly number[] | Int32Array;
  readonly values: number[] | Float32Array;
}

/** Scales features, which are rows of the vocabulary: rarer counts more, each group has one length. */
export function scale(features: ClassifierFeatures, rarity: Float32Array): Scaled {
  const rows: number[] = [];
  const values: number[] = [];
  for (const group of GROUP_NAMES) {
    const { numbers, weights } = features[group];
    const start = rows.length;
    let sum = 0;
    for (let at = 0; at < numbers.length; at += 1) {
      const row = numbers[at] as number;
      const weight = weights[at] as number;
      const value = group === "signs" ? weight : weight * (rarity[row] as number);
      rows.push(row);
      values.push(value);
      sum += value * value;
    }
    const factor = sum === 0 ? 0 : GROUPS[group] / Math.sqrt(sum);
    for (let at = start; at < rows.length; at += 1) values[at] = (values[at] as number) * factor;
  }
  return { rows, values };
}

/** Probability of each label, in the order of the labels: from a table of weights by row, whose last are the biases, with what these are worth. */
export function probabilities(
  { rows, values }: Scaled,
  table: Int8Array | Float32Array,
  biasValue: number,
  into: Float64Array,
): Float64Array {
  const labels = into.length;
  const bias = table.length - labels;
  for (let label = 0; label < labels; label += 1) into[label] = biasValue * (table[bias + label] as number);
  // Eight features in one pass over the labels: what is summed up is then read and written an eighth as often.
  const rowAt = (at: number): number => (rows[at] ?? 0) * labels;
  const valueAt = (at: number): number => values[at] ?? 0;
  for (let at = 0; at < rows.length; at += 8) {
    const [r0, r1, r2, r3] = [rowAt(at), rowAt(at + 1), rowAt(at + 2), rowAt(at + 3)];
    const [r4, r5, r6, r7] = [rowAt(at + 4), rowAt(at + 5), rowAt(at + 6), rowAt(at + 7)];
    const [v0, v1, v2, v3] = [valueAt(at), valueAt(at + 1), valueAt(at + 2), valueAt(at + 3)];
    const [v4, v5, v6, v7] = [valueAt(at + 4), valueAt(at + 5), valueAt(at + 6), valueAt(at + 7)];
    for (let label = 0; label < labels; label += 1) {
      into[label] =
        (into[label] as number) +
        v0 * (table[r0 + label] as number) +
        v1 * (table[r1 + label] as number) +
        v2 * (table[r2 + label] as number) +
        v3 * (table[r3 + label] as number) +
        (v4 * (table[r4 + label] as number) +
          v5 * (table[r5 + label] as number) +
          v6 * (table[r6 + label] as number) +
          v7 * (table[r7 + label] as number));
    }
  }
  return softmax(into);
}

function softmax(scores: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const value = Math.exp((scores[at] as number) - most);
    scores[at] = value;
    sum += value;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
  return scores;
}

/** No threshold is as low. */
const RULED_OUT = 0.001;

/** Says how likely each label is: multinomial logistic regression. */
export class Classifier {
  readonly labels: ReadonlySet<string>;
  readonly #trained: ClassifierWeights;
  readonly #features: FeatureReader;
  readonly #found: Float64Array;

  constructor(trained: ClassifierWeights, readers: SignReaders) {
    this.labels = new Set(trained.labels);
    this.#trained = trained;
    this.#features = new FeatureReader(readers, new LearnedNumbers(trained.rows));
    this.#found = new Float64Array(trained.labels.length);
  }

  /** The label that words beginning like this one speak for most; undefined when too few texts had them. */
  speaksFor(form: string): string | undefined {
    const { labels, rows, weights } = this.#trained;
    const row = rows.get(beginningOf(form));
    if (row === undefined) return undefined;
    let best = 0;
    const base = row * labels.length;
    for (let at = 1; at < labels.length; at += 1) {
      if ((weights[base + at] ?? 0) > (weights[base + best] ?? 0)) best = at;
    }
    return labels[best];
  }

  /** In: the tokens of a message, and of the question before. Out: the labels that are not as good as ruled out, likeliest first. */
  classify(tokens: readonly Token[], before: readonly Token[]): Likely[] {
    const { labels, rarity, steps, weights } = this.#trained;
    const { rows, values } = scale(this.#features.read(tokens, before), rarity);
    for (let at = 0; at < rows.length; at += 1)
      values[at] = (values[at] as number) * (steps[rows[at] as number] as number);
    const found = probabilities({ rows, values }, weights, steps.at(-1) ?? 0, this.#found);
    const likely: Likely[] = [];
    for (let at = 0; at < labels.length; at += 1) {
      const probability = found[at] as number;
      if (probability >= RULED_OUT) likely.push({ label: labels[at] as string, probability });
    }
    return likely.sort((a, b) => b.probability - a.probability);
  }
}
