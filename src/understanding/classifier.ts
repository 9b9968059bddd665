import type { ClassifierFeatures } from "./classifier-features.ts";

/** A label with how likely it is (0..1). */
export interface Likely {
  readonly label: string;
  readonly probability: number;
}

/** What training leaves behind. Weights are whole numbers in steps of `step`. */
export interface ClassifierWeights {
  readonly labels: readonly string[];
  /** Feature to its row in `weights`. */
  readonly rows: ReadonlyMap<string, number>;
  /** How rare each feature is, by row. */
  readonly rarity: Float32Array;
  /** One row of label weights a feature, the biases last. */
  readonly weights: Float32Array;
}

/** How much each group of features counts. */
const GROUPS = { letters: 1, words: 1.2, signs: 0.4, context: 1 };

export const GROUP_NAMES = ["letters", "words", "signs", "context"] as const;

/** A feature found in the vocabulary, scaled. */
export interface Scaled {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** Scales features as training does: rarer counts more, each group has one length. */
export function scale(
  features: ClassifierFeatures,
  { rows, rarity }: Pick<ClassifierWeights, "rows" | "rarity">,
): Scaled {
  const most = GROUP_NAMES.reduce((sum, group) => sum + features[group].size, 0);
  const foundRows = new Int32Array(most);
  const values = new Float64Array(most);
  let length = 0;
  for (const group of GROUP_NAMES) {
    const start = length;
    let sum = 0;
    for (const [feature, weight] of features[group]) {
      const row = rows.get(feature);
      if (row === undefined) continue;
      const value = group === "signs" ? weight : weight * (rarity[row] ?? 1);
      foundRows[length] = row;
      values[length++] = value;
      sum += value * value;
    }
    const factor = sum === 0 ? 0 : GROUPS[group] / Math.sqrt(sum);
    for (let at = start; at < length; at += 1) values[at] = (values[at] as number) * factor;
  }
  return { rows: foundRows.subarray(0, length), values: new Float32Array(values.subarray(0, length)) };
}

/** Probability of each label, in the order of the labels. */
export function probabilities(scaled: Scaled, labels: number, weights: Float32Array, into: Float64Array): Float64Array {
  const { rows, values } = scaled;
  const bias = weights.length - labels;
  for (let label = 0; label < labels; label += 1) into[label] = weights[bias + label] ?? 0;
  const rowAt = (at: number): number => (rows[at] ?? 0) * labels;
  const valueAt = (at: number): number => values[at] ?? 0;
  // Four features in one pass over the labels: what is summed up is then read and written a quarter as often.
  for (let at = 0; at < rows.length; at += 4) {
    const [one, two, three, four] = [rowAt(at), rowAt(at + 1), rowAt(at + 2), rowAt(at + 3)];
    const [a, b, c, d] = [valueAt(at), valueAt(at + 1), valueAt(at + 2), valueAt(at + 3)];
    for (let label = 0; label < labels; label += 1) {
      into[label] =
        (into[label] as number) +
        a * (weights[one + label] as number) +
        b * (weights[two + label] as number) +
        c * (weights[three + label] as number) +
        d * (weights[four + label] as number);
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

/** Says how likely each label is: multinomial logistic regression. */
export class Classifier {
  readonly labels: ReadonlySet<string>;
  readonly #trained: ClassifierWeights;

  constructor(trained: ClassifierWeights) {
    this.labels = new Set(trained.labels);
    this.#trained = trained;
  }

  /** The label a feature speaks for most; undefined when too few texts had it. */
  speaksFor(feature: string): string | undefined {
    const { labels, rows, weights } = this.#trained;
    const row = rows.get(feature);
    if (row === undefined) return undefined;
    let best = 0;
    const base = row * labels.length;
    for (let at = 1; at < labels.length; at += 1) {
      if ((weights[base + at] ?? 0) > (weights[base + best] ?? 0)) best = at;
    }
    return labels[best];
  }

  /** In: features of a message. Out: labels, likeliest first. */
  classify(features: ClassifierFeatures): Likely[] {
    const { labels, weights } = this.#trained;
    const found = probabilities(
      scale(features, this.#trained),
      labels.length,
      weights,
      new Float64Array(labels.length),
    );
    return labels
      .map((label, at) => ({ label, probability: found[at] ?? 0 }))
      .sort((a, b) => b.probability - a.probability);
  }
}
