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

function triples(form: string): string[] {
  const padded = `^${form}$`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => `~${padded.slice(at, at + 3)}`);
}

interface Posting {
  readonly document: number;
  readonly weight: number;
}

/** Documents beyond this share of all make a feature too common to be worth its time. */
const TOO_COMMON = 0.25;

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
    this.#forgetCommon(documents.length);
  }

  /** Likeness (0..1) of every owner with at least one feature in common, the best question of each. */
  rank(tokens: readonly Token[]): Map<string, number> {
    const touched: number[] = [];
    for (const [feature, weight] of this.#normalise(featuresOf(tokens))) {
      for (const posting of this.#postings.get(feature) ?? []) {
        const score = this.#scores[posting.document] ?? 0;
        if (score === 0) touched.push(posting.document);
        this.#scores[posting.document] = score + weight * posting.weight;
      }
    }
    const best = new Map<string, number>();
    for (const document of touched) {
      const owner = this.#owners[document] ?? "";
      const score = this.#scores[document] ?? 0;
      if (score > (best.get(owner) ?? 0)) best.set(owner, score);
      this.#scores[document] = 0;
    }
    return best;
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

  #forgetCommon(documents: number): void {
    if (documents < 5000) return;
    for (const [feature, list] of this.#postings) {
      if (list.length > documents * TOO_COMMON) this.#postings.delete(feature);
    }
  }
}

function push(map: Map<string, Posting[]>, key: string, value: Posting): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
