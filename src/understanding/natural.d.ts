/** The parts of natural in use, by leaf: its root loads databases and reads .env (see knowledge/README.md). */
declare module "natural/lib/natural/distance/jaro-winkler_distance.js" {
  /** How alike two strings are, 0 to 1. */
  function JaroWinklerDistance(a: string, b: string, options?: { ignoreCase?: boolean }): number;
  export = JaroWinklerDistance;
}
declare module "natural/lib/natural/classifiers/bayes_classifier.js" {
  class BayesClassifier {
    /** The words it knows, in the order of their numbers. */
    readonly features: Readonly<Record<string, number>>;
    /** What it is built on, which takes the numbers of the words that are there, under any keys. */
    readonly classifier: {
      getClassifications(numbers: Readonly<Record<string, number>>): { label: string; value: number }[];
    };
    addDocument(tokens: readonly string[], label: string): void;
    train(): void;
    getClassifications(tokens: readonly string[]): { label: string; value: number }[];
  }
  export = BayesClassifier;
}
