import { remembered, rememberedPair } from "../language/remembered.ts";
import { stem } from "../language/stem.ts";
import type { Token } from "./analyse.ts";

/** How much each kind of feature counts. */
const WEIGHTS = { concept: 1, word: 1, pair: 0.6, letters: 0.35 };

/** Questions a feature occurs in, and what it weighs in each. */
interface Postings {
  readonly documents: Int32Array;
  readonly weights: Float64Array;
}

/** Postings looked at for one question, at most. */
const MOST_VISITED = 10_000;
/** Less alike than this is not alike. */
const LEAST = 0.1;

/** A feature by its number, or by its name where no question has it. */
type Feature = number | string;

/** Nearest questions by cosine over weighted features: no training, linear in the number of questions. */
export class Ranker {
  readonly #numbers = new Map<string, number>();
  #isBuilt = false;
  readonly #words = remembered((word) => this.#known(word));
  readonly #pairs = rememberedPair((one, other) => this.#known(`${one} ${other}`));
  readonly #triples = remembered((form) => triplesOf(form).map((triple) => this.#known(triple)));
  /** Both by number of the feature. */
  readonly #postings: readonly Postings[];
  readonly #rarity: Float64Array;
  readonly #rarityOfStrange: number;
  /** By number of the question. */
  readonly #owners: Int32Array;
  readonly #scores: Float64Array;
  readonly #touched: Int32Array;
  readonly #ownerNames: readonly string[];

  /** In: for each question of each entry, who owns it and what it says. */
  constructor(documents: readonly { readonly owner: string; readonly tokens: readonly Token[] }[]) {
    this.#ownerNames = [...new Set(documents.map(({ owner }) => owner))];
    const numbers = new Map(this.#ownerNames.map((owner, at) => [owner, at]));
    this.#owners = Int32Array.from(documents, ({ owner }) => numbers.get(owner) ?? 0);
    this.#scores = new Float64Array(documents.length);
    this.#touched = new Int32Array(documents.length);
    const all = documents.map(({ tokens }) => this.#featuresOf(tokens));
    this.#rarity = rarityOf(all, this.#owners, this.#numbers.size);
    this.#rarityOfStrange = Math.min(Math.log(1 + this.#numbers.size), 5);
    this.#postings = postingsOf(
      all.map((features) => this.#normalise(features)),
      this.#numbers.size,
    );
    this.#isBuilt = true;
  }

  /**
   * Likeness (0..1) of the owners that are at all alike, the best question of each. Rare features are looked at first,
   * and only so many postings in all, so that the time stays bounded however much knowledge there is.
   */
  rank(tokens: readonly Token[]): Map<string, number> {
    const touched = this.#score(this.#normalise(this.#featuresOf(tokens)));
    const best = new Map<number, number>();
    for (let at = 0; at < touched; at += 1) {
      const document = this.#touched[at] as number;
      const score = this.#scores[document] as number;
      this.#scores[document] = 0;
      if (score < LEAST) continue;
      const owner = this.#owners[document] as number;
      if (score > (best.get(owner) ?? 0)) best.set(owner, score);
    }
    return new Map([...best].map(([owner, score]) => [this.#ownerNames[owner] ?? "", score]));
  }

  /** The features a run of tokens is compared by: concepts, stems, neighbours, and letter triples inside words. */
  #featuresOf(tokens: readonly Token[]): Map<Feature, number> {
    const features = new Map<Feature, number>();
    const add = (feature: Feature, weight: number): void => {
      features.set(feature, (features.get(feature) ?? 0) + weight);
    };
    let before = "";
    for (const token of tokens) {
      const concepts = token.continues ? [] : token.concepts;
      if (token.kind === "plain" && concepts.length === 0) continue;
      for (const concept of concepts) add(this.#words(concept), WEIGHTS.concept);
      const word = token.stems[0] ?? stem(token.form);
      add(this.#words(word), WEIGHTS.word);
      const name = concepts[0] ?? word;
      if (before) add(this.#pairs(before, name), WEIGHTS.pair);
      before = name;
      for (const triple of this.#triples(token.form)) add(triple, WEIGHTS.letters);
    }
    return features;
  }

  #known(name: string): Feature {
    const number = this.#numbers.get(name);
    if (number !== undefined || this.#isBuilt) return number ?? name;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Scores every question that shares a feature. Out: how many were touched. */
  #score(features: readonly (readonly [Feature, number])[]): number {
    const lists: { weight: number; postings: Postings }[] = [];
    for (const [feature, weight] of features) {
      const postings = typeof feature === "number" ? this.#postings[feature] : undefined;
      if (postings) lists.push({ weight, postings });
    }
    lists.sort((a, b) => a.postings.documents.length - b.postings.documents.length);
    const [scores, touched] = [this.#scores, this.#touched];
    let visited = 0;
    let count = 0;
    for (const { weight, postings } of lists) {
      const { documents, weights } = postings;
      visited += documents.length;
      if (visited > MOST_VISITED) break;
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at] as number;
        const score = scores[document] as number;
        if (score === 0) touched[count++] = document;
        scores[document] = score + weight * (weights[at] as number);
      }
    }
    return count;
  }

  #normalise(features: ReadonlyMap<Feature, number>): [Feature, number][] {
    const weighted: [Feature, number][] = [];
    let sum = 0;
    for (const [feature, weight] of features) {
      const rarity = typeof feature === "number" ? this.#rarity[feature] : undefined;
      const weighed = weight * (rarity ?? this.#rarityOfStrange);
      weighted.push([feature, weighed]);
      sum += weighed * weighed;
    }
    const length = Math.sqrt(sum) || 1;
    for (const one of weighted) one[1] /= length;
    return weighted;
  }
}

function triplesOf(form: string): string[] {
  const padded = `^${form}$`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => `~${padded.slice(at, at + 3)}`);
}

/** Rarity by owner, not by question: a word all questions of one entry share tells that entry well. */
function rarityOf(all: readonly ReadonlyMap<Feature, number>[], owners: Int32Array, count: number): Float64Array {
  const having = Array.from({ length: count }, () => new Set<number>());
  for (const [document, features] of all.entries()) {
    for (const feature of features.keys()) having[feature as number]?.add(owners[document] as number);
  }
  const most = new Set(owners).size;
  return Float64Array.from(having, ({ size }) => Math.log(1 + most / size));
}

function postingsOf(all: readonly (readonly (readonly [Feature, number])[])[], count: number): Postings[] {
  const lists = Array.from({ length: count }, () => ({ documents: [] as number[], weights: [] as number[] }));
  for (const [document, features] of all.entries()) {
    for (const [feature, weight] of features) {
      const list = lists[feature as number];
      list?.documents.push(document);
      list?.weights.push(weight);
    }
  }
  return lists.map(({ documents, weights }) => ({
    documents: Int32Array.from(documents),
    weights: Float64Array.from(weights),
  }));
}
