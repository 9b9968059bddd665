import { GROUP_NAMES, probabilities, type Scaled, scale } from "./classifier.ts";
import type { ClassifierFeatures } from "./classifier-features.ts";
import type { ClassifierWeights } from "./classifier-weights.ts";
import type { Weighted } from "./tally.ts";

/** A text whose label is known. Its features are numbers of names. */
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
 * Deterministic: the same texts in the same order give the same weights. In: texts, and the names of their features by number.
 */
export function trainClassifier(texts: readonly Labelled[], names: readonly string[]): ClassifierWeights {
  const labels = [...new Set(texts.map(({ label }) => label))].sort();
  const { kept, rarity } = vocabularyOf(texts, names);
  const rowOf = new Int32Array(names.length).fill(-1);
  for (const [row, number] of kept.entries()) rowOf[number] = row;
  const scaled = texts.map(({ features }) => packed(scale(inRows(features, rowOf), rarity)));
  const wanted = texts.map(({ label }) => labels.indexOf(label));
  const weights = new Float32Array((kept.length + 1) * labels.length);
  const squares = new Float32Array(weights.length).fill(1e-2);
  const order = texts.map((_, at) => at);
  const random = lottery(1);
  const found = new Float64Array(labels.length);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const at of order) learn(scaled[at] as Scaled, wanted[at] ?? 0, labels.length, weights, squares, found);
  }
  const rows = new Map(kept.map((number, row) => [names[number] ?? "", row]));
  return { labels, rows, rarity, ...inSteps(weights, labels.length) };
}

const MOST_STEPS = 127;

/** Weights as whole numbers, in steps of their own in each row. */
function inSteps(weights: Float32Array, labels: number): Pick<ClassifierWeights, "steps" | "weights"> {
  const steps = new Float32Array(weights.length / labels);
  const whole = new Int8Array(weights.length);
  for (let row = 0; row < steps.length; row += 1) {
    const part = weights.subarray(row * labels, (row + 1) * labels);
    const step = Math.max(...part.map(Math.abs)) / MOST_STEPS || 1;
    steps[row] = step;
    whole.set(
      part.map((weight) => Math.round(weight / step)),
      row * labels,
    );
  }
  return { steps, weights: whole };
}

function learn(
  text: Scaled,
  wanted: number,
  labels: number,
  weights: Float32Array,
  squares: Float32Array,
  found: Float64Array,
): void {
  probabilities(text, weights, 1, found);
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

/** Numbers of the features seen often enough, the most frequent first, and how rare each is. */
function vocabularyOf(texts: readonly Labelled[], names: readonly string[]): { kept: number[]; rarity: Float32Array } {
  const seen = new Int32Array(names.length);
  for (const { features } of texts) {
    for (const group of GROUP_NAMES) {
      for (const number of features[group].numbers) seen[number] = (seen[number] ?? 0) + 1;
    }
  }
  const countOf = (number: number): number => seen[number] ?? 0;
  const nameOf = (number: number): string => names[number] ?? "";
  const kept = [...seen.keys()]
    .filter((number) => countOf(number) >= LEAST_SEEN)
    .sort((a, b) => countOf(b) - countOf(a) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, MOST_FEATURES);
  return { kept, rarity: Float32Array.from(kept, (number) => 1 + Math.log(texts.length / countOf(number))) };
}

/** The same in a fraction of the memory, for all texts are there at once. */
function packed({ rows, values }: Scaled): Scaled {
  return { rows: Int32Array.from(rows), values: Float32Array.from(values) };
}

/** The same features with their rows for numbers, those without a row left out. */
function inRows(features: ClassifierFeatures, rowOf: Int32Array): ClassifierFeatures {
  const known = ({ numbers, weights }: Weighted): Weighted => {
    const isKnown = (_: number, at: number): boolean => (rowOf[numbers[at] ?? 0] ?? -1) >= 0;
    return { numbers: numbers.filter(isKnown).map((number) => rowOf[number] ?? 0), weights: weights.filter(isKnown) };
  };
  const { letters, words, signs, context } = features;
  return { letters: known(letters), words: known(words), signs: known(signs), context: known(context) };
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
