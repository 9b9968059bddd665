import { type ClassifierWeights, GROUP_NAMES, probabilities, type Scaled, scale } from "./classifier.ts";
import type { ClassifierFeatures } from "./classifier-features.ts";

/** A text whose label is known. */
export interface Labelled {
  readonly label: string;
  readonly features: ClassifierFeatures;
}

/** A feature seen in fewer texts tells nothing of the next text. */
const LEAST_SEEN = 2;
const MOST_FEATURES = 60_000;
const EPOCHS = 14;
const RATE = 0.6;
const DECAY = 2e-5;

/**
 * Trains the classifier: softmax regression by stochastic gradient descent with a rate that falls per weight (AdaGrad).
 * Deterministic: the same texts in the same order give the same weights.
 */
export function trainClassifier(texts: readonly Labelled[]): ClassifierWeights {
  const labels = [...new Set(texts.map(({ label }) => label))].sort();
  const vocabulary = vocabularyOf(texts);
  const scaled = texts.map(({ features }) => scale(features, vocabulary));
  const wanted = texts.map(({ label }) => labels.indexOf(label));
  const weights = new Float32Array((vocabulary.rows.size + 1) * labels.length);
  const squares = new Float32Array(weights.length).fill(1e-2);
  const order = texts.map((_, at) => at);
  const random = lottery(1);
  const found = new Float64Array(labels.length);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const at of order) learn(scaled[at] as Scaled, wanted[at] ?? 0, labels.length, weights, squares, found);
  }
  return { labels, ...vocabulary, weights };
}

function learn(
  text: Scaled,
  wanted: number,
  labels: number,
  weights: Float32Array,
  squares: Float32Array,
  found: Float64Array,
): void {
  probabilities(text, labels, weights, found);
  found[wanted] = (found[wanted] ?? 0) - 1;
  const bias = weights.length / labels - 1;
  for (let at = 0; at <= text.rows.length; at += 1) {
    const isBias = at === text.rows.length;
    const base = (isBias ? bias : (text.rows[at] ?? 0)) * labels;
    const value = isBias ? 0.1 : (text.values[at] ?? 0);
    for (let label = 0; label < labels; label += 1) {
      const error = found[label] as number;
      if (error < 1e-4 && error > -1e-4) continue;
      const here = base + label;
      const slope = error * value + DECAY * (weights[here] as number);
      const square = (squares[here] as number) + slope * slope;
      squares[here] = square;
      weights[here] = (weights[here] as number) - (RATE * slope) / Math.sqrt(square);
    }
  }
}

/** Features seen often enough, the most frequent of them, and how rare each is. */
function vocabularyOf(texts: readonly Labelled[]): Pick<ClassifierWeights, "rows" | "rarity"> {
  const seen = new Map<string, number>();
  for (const { features } of texts) {
    for (const group of GROUP_NAMES) {
      for (const feature of features[group].keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1);
    }
  }
  const kept = [...seen]
    .filter(([, count]) => count >= LEAST_SEEN)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_FEATURES);
  return {
    rows: new Map(kept.map(([feature], row) => [feature, row])),
    rarity: Float32Array.from(kept, ([, count]) => 1 + Math.log(texts.length / count)),
  };
}

/** A small generator of numbers in 0..1 that always gives the same row (mulberry32). */
function lottery(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
