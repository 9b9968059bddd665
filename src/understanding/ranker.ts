import { remembered } from "../language/remembered.ts";
import { stem } from "../language/stem.ts";
import { type Token, VERB_MARKS } from "./analyse.ts";

/** How much each kind of feature counts. */
const WEIGHTS = { concept: 1, word: 1, pair: 0.6, letters: 0.35 };

/**
 * The features a run of tokens is compared by: concepts, stems, neighbours, and letter triples inside words.
 * In: tokens. Out: feature to weight.
 */
export function featuresOf(tokens: readonly Token[]): Map<string, number> {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    features.set(feature, (features.get(feature) ?? 0) + weight);
  };
  let before = "";
  for (const token of tokens) {
    const concepts = token.continues
      ? []
      : [...token.marks].filter((mark) => mark.startsWith("@") && !VERB_MARKS.has(mark));
    if (token.kind === "plain" && concepts.length === 0) continue;
    for (const concept of concepts) add(concept, WEIGHTS.concept);
    const word = token.stems[0] ?? stem(token.form);
    add(word, WEIGHTS.word);
    const name = concepts[0] ?? word;
    if (before) add(`${before} ${name}`, WEIGHTS.pair);
    before = name;
    for (const letters of triples(token.form)) add(letters, WEIGHTS.letters);
  }
  return features;
}

const triples = remembered((form: string): readonly string[] => {
  const padded = `^${form}$`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => `~${padded.slice(at, at + 3)}`);
});

interface Posting {
  readonly document: number;
  readonly weight: number;
}

/** Postings looked at for one question, at most. */
const MOST_VISITED = 10_000;
/** Less alike than this is not alike. */
const LEAST = 0.1;
const NONE: readonly Posting[] = [];

/** Nearest questions by cosine over weighted features: no training, linear in the number of questions. */
export class Ranker {
  readonly #postings = new Map<string, Posting[]>();
  readonly #rarity = new Map<string, number>();
  readonly #owners: string[] = [];
  readonly #scores: Float64Array;

  /** In: for each question of each entry, who owns it and what it says. */
  constructor(documents: readonly { readonly owner: string; readonly tokens: readonly Token[] }[]) {
    const all = documents.map((document) => featuresOf(document.tokens));
    this.#scores = new Float64Array(documents.length);
    this.#weigh(documents, all);
    all.forEach((features, document) => {
      this.#owners.push(documents[document]?.owner ?? "");
      const weighted = this.#normalise(features);
      for (const [feature, weight] of weighted) push(this.#postings, feature, { document, weight });
    });
  }

  /**
   * Likeness (0..1) of the owners that are at all alike, the best question of each. Rare features are looked at first,
   * and only so many postings in all, so that the time stays bounded however much knowledge there is.
   */
  rank(tokens: readonly Token[]): Map<string, number> {
    const touched = this.#score(this.#normalise(featuresOf(tokens)));
    const best = new Map<string, number>();
    for (const document of touched) {
      const score = this.#scores[document] ?? 0;
      this.#scores[document] = 0;
      if (score < LEAST) continue;
      const owner = this.#owners[document] ?? "";
      if (score > (best.get(owner) ?? 0)) best.set(owner, score);
    }
    return best;
  }

  #score(features: readonly (readonly [string, number])[]): number[] {
    const touched: number[] = [];
    const lists = features
      .map(([feature, weight]) => ({ weight, postings: this.#postings.get(feature) ?? NONE }))
      .sort((a, b) => a.postings.length - b.postings.length);
    let visited = 0;
    for (const { weight, postings } of lists) {
      visited += postings.length;
      if (visited > MOST_VISITED) break;
      for (const posting of postings) {
        const score = this.#scores[posting.document] ?? 0;
        if (score === 0) touched.push(posting.document);
        this.#scores[posting.document] = score + weight * posting.weight;
      }
    }
    return touched;
  }

  /** Rarity by owner, not by question: a word all questions of one entry share tells that entry well. */
  #weigh(documents: readonly { readonly owner: string }[], all: readonly Map<string, number>[]): void {
    const owners = new Map<string, Set<string>>();
    all.forEach((features, document) => {
      const owner = documents[document]?.owner ?? "";
      for (const feature of features.keys()) {
        const set = owners.get(feature);
        if (set) set.add(owner);
        else owners.set(feature, new Set([owner]));
      }
    });
    const count = new Set(documents.map((document) => document.owner)).size;
    for (const [feature, set] of owners) this.#rarity.set(feature, Math.log(1 + count / set.size));
  }

  #normalise(features: ReadonlyMap<string, number>): [string, number][] {
    const unknown = Math.log(1 + this.#rarity.size);
    const weighted = [...features].map(([feature, weight]): [string, number] => [
      feature,
      weight * (this.#rarity.get(feature) ?? Math.min(unknown, 5)),
    ]);
    const length = Math.sqrt(weighted.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return weighted.map(([feature, weight]) => [feature, weight / length]);
  }
}

function push(map: Map<string, Posting[]>, key: string, value: Posting): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
