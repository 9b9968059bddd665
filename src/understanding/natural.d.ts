/** The parts of natural in use, by leaf: its root loads databases and reads .env (see knowledge/README.md). */
declare module "natural/lib/natural/distance/jaro-winkler_distance.js" {
  /** How alike two strings are, 0 to 1. */
  function JaroWinklerDistance(a: string, b: string, options?: { ignoreCase?: boolean }): number;
  export = JaroWinklerDistance;
}
declare module "natural/lib/natural/classifiers/bayes_classifier.js" {
  class BayesClassifier {
    addDocument(tokens: readonly string[], label: string): void;
    train(): void;
    getClassifications(tokens: readonly string[]): { label: string; value: number }[];
  }
  export = BayesClassifier;
}
