import { editDistance } from "./edit-distance.ts";
import { remembered } from "./remembered.ts";

/** How alike two words are, 0 to 1; decides between candidates at the same distance. */
export type Similarity = (a: string, b: string) => number;

/** Words shorter than this are left as they are: too many others are one letter away. */
const SHORTEST = 4;
/** From this length on two slips are forgiven. */
const LONG = 7;
/** Letters are left out more often than mistaken. */
const LEFT_OUT = 0.1;
/** Only words that mean something here are written short. */
const WEIGHTY = 1;
const VOWELS = /[aeiou]/g;

interface Found {
  readonly word: string;
  readonly distance: number;
  /** Likeness and weight together. */
  readonly likeness: number;
}

/**
 * Corrects a word to the nearest word of a given vocabulary: one slip (two in long words), vowels left out
 * ("srtfk"), letters doubled or swapped. It never decides whether a word needs correcting; the caller does that.
 */
export class SpellingCorrector {
  readonly #weights = new Map<string, number>();
  readonly #deletes = new Map<string, string[]>();
  readonly #skeletons = new Map<string, string[]>();
  /** Weighty words by their first three, four and five letters. */
  readonly #beginnings = new Map<string, string[]>();
  readonly #corrected = remembered((form) => this.#search(form));
  readonly #similarity: Similarity;
  /** Letters of the longest word known. */
  #longest = 0;

  /** In: folded words with how much each is worth when two are equally near. */
  constructor(vocabulary: ReadonlyMap<string, number>, similarity: Similarity) {
    this.#similarity = similarity;
    for (const [word, weight] of vocabulary) this.#learn(word, weight);
  }

  /** The word meant, or undefined when none is near enough. */
  correct(form: string): string | undefined {
    return form.length < 3 ? undefined : this.#corrected(form);
  }

  #search(form: string): string | undefined {
    return this.#nearest(form) ?? this.#fromSkeleton(form) ?? this.#fromBeginning(form);
  }

  /** "adr", "ucr": the shortest of the weightiest words that begin so. */
  #fromBeginning(form: string): string | undefined {
    if (form.length > 5) return undefined;
    let best: string | undefined;
    for (const word of this.#beginnings.get(form) ?? []) if (!best || word.length < best.length) best = word;
    return best;
  }

  #learn(word: string, weight: number): void {
    this.#weights.set(word, weight);
    this.#longest = Math.max(this.#longest, word.length);
    push(this.#skeletons, skeleton(word), word);
    if (weight >= WEIGHTY) for (const length of [3, 4, 5]) push(this.#beginnings, word.slice(0, length), word);
    if (word.length < SHORTEST - 1) return;
    const most = weight >= WEIGHTY ? slips(word.length) : 1;
    for (const shape of deletions(word, most)) push(this.#deletes, shape, word);
  }

  #nearest(form: string): string | undefined {
    const most = slips(form.length);
    // What is longer than any word and its slips is near none; a mail may hold "words" of thousands of letters.
    if (form.length < SHORTEST || form.length > this.#longest + most) return undefined;
    let best: Found | undefined;
    for (const word of this.#near(form, most)) {
      const distance = editDistance(form, word, most);
      if (distance > most || !isPlausible(form, word, distance)) continue;
      const worth = (this.#weights.get(word) ?? 0) / 10 + (word.length > form.length ? LEFT_OUT : 0);
      const found = { word, distance, likeness: this.#similarity(form, word) + worth };
      if (!best || isBetter(found, best)) best = found;
    }
    return best?.word;
  }

  #near(form: string, most: number): Set<string> {
    const words = new Set<string>();
    for (const shape of deletions(form, most)) {
      for (const word of this.#deletes.get(shape) ?? []) words.add(word);
    }
    return words;
  }

  #fromSkeleton(form: string): string | undefined {
    const bones = skeleton(form);
    if (bones.length < 3 || form.length - bones.length > form.length / 4) return undefined;
    let best: string | undefined;
    for (const word of this.#skeletons.get(bones) ?? []) {
      if (!best || (this.#weights.get(word) ?? 0) > (this.#weights.get(best) ?? 0)) best = word;
    }
    return best;
  }
}

function isBetter(a: Found, b: Found): boolean {
  return a.distance === b.distance ? a.likeness > b.likeness : a.distance < b.distance;
}

/** A replaced letter in a short word makes another word ("hava", "hata"); a missing or swapped one is a slip. */
function isPlausible(form: string, word: string, distance: number): boolean {
  if (form[0] !== word[0] && (form.length < 6 || distance > 1)) return false;
  if (form.length > SHORTEST || distance === 0) return true;
  return word.length > form.length || sorted(form) === sorted(word);
}

function sorted(word: string): string {
  return [...word].sort().join("");
}

function slips(length: number): number {
  return length >= LONG ? 2 : 1;
}

/** The consonants, and the first letter whatever it is. */
function skeleton(word: string): string {
  return (
    word.slice(0, 1) +
    word
      .slice(1)
      .replace(VOWELS, "")
      .replace(/(.)\1+/g, "$1")
  );
}

function deletions(word: string, most: number): Set<string> {
  const shapes = new Set([word]);
  let edge = [word];
  for (let depth = 0; depth < most; depth += 1) {
    edge = edge.flatMap((shape) => [...shape].map((_, index) => shape.slice(0, index) + shape.slice(index + 1)));
    for (const shape of edge) shapes.add(shape);
  }
  return shapes;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
