import { fold } from "../language/fold.ts";
import { rememberedOf } from "../language/remembered.ts";
import type { Lexicon } from "./lexicon.ts";

/** One line of `patterns`: every group must be met by one of its words, none of `without` may be there. */
export interface Pattern {
  readonly text: string;
  readonly groups: readonly (readonly string[])[];
  readonly without: readonly string[];
}

/**
 * Reads a line such as "@certificate ne_kadar|@money !@monthly": a space is "and", a bar is "or", "!" is "without",
 * "@" a concept of synonyms.yaml, "_" joins the words of a phrase. Words are folded.
 */
export function parsePattern(text: string): Pattern {
  const groups: string[][] = [];
  const without: string[] = [];
  for (const part of text.split(/\s+/).filter(Boolean)) {
    if (part.startsWith("!")) without.push(markOf(part.slice(1)));
    else groups.push(part.split("|").filter(Boolean).map(markOf));
  }
  return { text, groups, without };
}

/** Concepts keep their letters; words are folded. */
function markOf(word: string): string {
  return word.startsWith("@") ? word : fold(word);
}

/** Makes the words and phrases of a pattern known to the lexicon. */
export function teachPattern(pattern: Pattern, lexicon: Lexicon): void {
  for (const mark of [...pattern.groups.flat(), ...pattern.without]) {
    if (mark.startsWith("@") || /^\d/.test(mark)) continue;
    if (mark.includes("_")) lexicon.addPhrase(mark);
    else lexicon.addWord(mark);
  }
}

/** A pattern an entry was recognised by; `weight` grows with what it demands. */
export interface Hit {
  readonly pattern: Pattern;
  readonly weight: number;
}

/** A pattern with its marks as numbers. */
interface Indexed {
  readonly owner: string;
  readonly pattern: Pattern;
  readonly groups: readonly (readonly number[])[];
  readonly without: readonly number[];
  /** For each group, those of its marks that are phrases. */
  readonly phrases: readonly (readonly number[])[];
}

/** Finds the patterns a message meets without trying all of them: by one of the words each cannot do without. */
export class PatternIndex {
  readonly #numbers = new Map<string, number>();
  /** By number of the mark. */
  readonly #byMark: Indexed[][] = [];
  /** Which marks are there, by number; all are taken back after each look. */
  #there = new Uint8Array(0);

  add(owner: string, pattern: Pattern): void {
    const numbers = (marks: readonly string[]): number[] => marks.map((mark) => this.#numberOf(mark));
    const phrases = pattern.groups.map((group) => numbers(group.filter((mark) => mark.includes("_"))));
    const indexed = { owner, pattern, groups: pattern.groups.map(numbers), without: numbers(pattern.without), phrases };
    for (const mark of rarest(pattern)) this.#byMark[this.#numberOf(mark)]?.push(indexed);
  }

  /** The heaviest pattern met, by owner. The same marks are looked at for signs, for a wish and by the classifier. */
  readonly find = rememberedOf((marks: ReadonlySet<string>): ReadonlyMap<string, Hit> => this.#find(marks));

  #find(marks: ReadonlySet<string>): ReadonlyMap<string, Hit> {
    const known = this.#knownOf(marks);
    if (this.#there.length < this.#byMark.length) this.#there = new Uint8Array(this.#byMark.length);
    for (const number of known) this.#there[number] = 1;
    const hits = new Map<string, Hit>();
    for (const number of known) {
      for (const { owner, pattern, groups, without, phrases } of this.#byMark[number] ?? []) {
        if (!this.#meets(groups) || this.#hasAny(without)) continue;
        const weight = this.#weigh(phrases);
        if (weight > (hits.get(owner)?.weight ?? 0)) hits.set(owner, { pattern, weight });
      }
    }
    for (const number of known) this.#there[number] = 0;
    return hits;
  }

  #knownOf(marks: ReadonlySet<string>): readonly number[] {
    const known: number[] = [];
    for (const mark of marks) {
      const number = this.#numbers.get(mark);
      if (number !== undefined) known.push(number);
    }
    return known;
  }

  #numberOf(mark: string): number {
    const known = this.#numbers.get(mark);
    if (known !== undefined) return known;
    this.#numbers.set(mark, this.#byMark.length);
    return this.#byMark.push([]) - 1;
  }

  #meets(groups: readonly (readonly number[])[]): boolean {
    for (const group of groups) if (!this.#hasAny(group)) return false;
    return true;
  }

  #hasAny(marks: readonly number[]): boolean {
    for (const mark of marks) if (this.#there[mark] === 1) return true;
    return false;
  }

  /** One for every demand met, two when a phrase met it: words side by side say more. */
  #weigh(phrases: readonly (readonly number[])[]): number {
    let weight = phrases.length;
    for (const group of phrases) if (this.#hasAny(group)) weight += 1;
    return weight;
  }
}

/** Whether a sign rests on one of these marks. */
export function usesAny({ pattern }: Pick<Hit, "pattern">, marks: ReadonlySet<string>): boolean {
  return pattern.groups.some((group) => group.some((mark) => marks.has(mark)));
}

/** The group with the fewest words: the cheapest to look for. */
function rarest(pattern: Pattern): readonly string[] {
  return [...pattern.groups].sort((a, b) => a.length - b.length)[0] ?? [];
}
