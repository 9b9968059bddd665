/** What training leaves behind (train-classifier.ts), and the classifier reads. */
export interface ClassifierWeights {
  readonly labels: readonly string[];
  /** Feature to its row in `weights`. */
  readonly rows: ReadonlyMap<string, number>;
  /** How rare each feature is, by row. */
  readonly rarity: Float32Array;
  /** What one step of the weights in a row is worth, the biases' last. */
  readonly steps: Float32Array;
  /** One row of label weights a feature, the biases last: whole numbers, so that a row is two lines of the processor's memory. */
  readonly weights: Int8Array;
}
