import { remembered } from "../language/remembered.ts";
import { stem } from "../language/stem.ts";
import type { Token } from "./analyse.ts";
import { Tally, type Weighted } from "./tally.ts";

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

/** The features of a run: known ones by number, and those no question has by name. */
interface Features {
  readonly known: Weighted;
  readonly strange: ReadonlyMap<string, number>;
}

/** Nearest questions by cosine over weighted features: no training, linear in the number of questions. */
export class Ranker {
  readonly #numbers = new Map<string, number>();
  #isBuilt = false;
  readonly #words = remembered((word) => this.#known(word));
  readonly #triples = remembered((form) => triplesOf(form).map((triple) => this.#known(triple)));
  readonly #tally = new Tally();
  /** Both by number of the feature. */
  readonly #postings: readonly Postings[];
  readonly #rarity: Float64Array;
  readonly #rarityOfStrange: number;
  /** By number of the question. */
  readonly #owners: Int32Array;
  readonly #scores: Float64Array;
  readonly #ownerNames: readonly string[];

  /** In: for each question of each entry, who owns it and what it says. */
  constructor(documents: readonly { readonly owner: string; readonly tokens: readonly Token[] }[]) {
    this.#ownerNames = [...new Set(documents.map(({ owner }) => owner))];
    const numbers = new Map(this.#ownerNames.map((owner, at) => [owner, at]));
    this.#owners = Int32Array.from(documents, ({ owner }) => numbers.get(owner) ?? 0);
    this.#scores = new Float64Array(documents.length);
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
    for (const document of touched) {
      const score = this.#scores[document] as number;
      this.#scores[document] = 0;
      if (score < LEAST) continue;
      const owner = this.#owners[document] as number;
      if (score > (best.get(owner) ?? 0)) best.set(owner, score);
    }
    return new Map([...best].map(([owner, score]) => [this.#ownerNames[owner] ?? "", score]));
  }

  /** The features a run of tokens is compared by: concepts, stems, neighbours, and letter triples inside words. */
  #featuresOf(tokens: readonly Token[]): Features {
    const strange = new Map<string, number>();
    const add = (feature: number | string, weight: number): void => {
      if (typeof feature === "number") this.#tally.add(feature, weight);
      else strange.set(feature, (strange.get(feature) ?? 0) + weight);
    };
    let before = "";
    for (const token of tokens) {
      const concepts = token.continues ? [] : token.concepts;
      if (token.kind === "plain" && concepts.length === 0) continue;
      for (const concept of concepts) add(this.#words(concept), WEIGHTS.concept);
      const word = token.stems[0] ?? stem(token.form);
      add(this.#words(word), WEIGHTS.word);
      const name = concepts[0] ?? word;
      if (before) add(this.#known(`${before} ${name}`), WEIGHTS.pair);
      before = name;
      for (const triple of this.#triples(token.form)) add(triple, WEIGHTS.letters);
    }
    return { known: this.#tally.take(), strange };
  }

  /** The number of a feature, or its name where no question has it. */
  #known(name: string): number | string {
    const number = this.#numbers.get(name);
    if (number !== undefined || this.#isBuilt) return number ?? name;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Scores every question that shares a feature. Out: those. */
  #score({ numbers, weights }: Weighted): readonly number[] {
    const lists = numbers.map((feature, at) => ({
      weight: weights[at] as number,
      postings: this.#postings[feature] as Postings,
    }));
    lists.sort((a, b) => a.postings.documents.length - b.postings.documents.length);
    const scores = this.#scores;
    const touched: number[] = [];
    let visited = 0;
    for (const { weight, postings } of lists) {
      const { documents, weights: held } = postings;
      visited += documents.length;
      if (visited > MOST_VISITED) break;
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at] as number;
        const score = scores[document] as number;
        if (score === 0) touched.push(document);
        scores[document] = score + weight * (held[at] as number);
      }
    }
    return touched;
  }

  /** The known features, rare ones weighing more, in a whole of length one; what is strange takes its part of it. */
  #normalise({ known: { numbers, weights }, strange }: Features): Weighted {
    const weighed = weights.map((weight, at) => weight * (this.#rarity[numbers[at] as number] as number));
    let sum = 0;
    for (const weight of weighed) sum += weight * weight;
    for (const weight of strange.values()) sum += (weight * this.#rarityOfStrange) ** 2;
    const length = Math.sqrt(sum) || 1;
    return { numbers, weights: weighed.map((weight) => weight / length) };
  }
}

function triplesOf(form: string): string[] {
  const padded = `^${form}$`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => `~${padded.slice(at, at + 3)}`);
}

/** Rarity by owner, not by question: a word all questions of one entry share tells that entry well. */
function rarityOf(all: readonly Features[], owners: Int32Array, count: number): Float64Array {
  const having = Array.from({ length: count }, () => new Set<number>());
  for (const [document, { known }] of all.entries()) {
    for (const feature of known.numbers) having[feature]?.add(owners[document] as number);
  }
  const most = new Set(owners).size;
  return Float64Array.from(having, ({ size }) => Math.log(1 + most / size));
}

function postingsOf(all: readonly Weighted[], count: number): Postings[] {
  const lists = Array.from({ length: count }, () => ({ documents: [] as number[], weights: [] as number[] }));
  for (const [document, { numbers, weights }] of all.entries()) {
    for (const [at, feature] of numbers.entries()) {
      lists[feature]?.documents.push(document);
      lists[feature]?.weights.push(weights[at] ?? 0);
    }
  }
  return lists.map(({ documents, weights }) => ({
    documents: Int32Array.from(documents),
    weights: Float64Array.from(weights),
  }));
}
