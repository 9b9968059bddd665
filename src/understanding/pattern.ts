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

export function isMatch({ groups, without }: Pattern, marks: ReadonlySet<string>): boolean {
  for (const group of groups) if (!hasAny(group, marks)) return false;
  return !hasAny(without, marks);
}

function hasAny(wanted: readonly string[], marks: ReadonlySet<string>): boolean {
  for (const mark of wanted) if (marks.has(mark)) return true;
  return false;
}

/** A pattern an entry was recognised by; `weight` grows with what it demands. */
export interface Hit {
  readonly pattern: Pattern;
  readonly weight: number;
}

/** Finds the patterns a message meets without trying all of them: by one of the words each cannot do without. */
export class PatternIndex {
  readonly #byMark = new Map<string, { owner: string; pattern: Pattern }[]>();

  add(owner: string, pattern: Pattern): void {
    for (const mark of rarest(pattern)) {
      const list = this.#byMark.get(mark) ?? [];
      list.push({ owner, pattern });
      this.#byMark.set(mark, list);
    }
  }

  /** The heaviest pattern met, by owner. The same marks are looked at for signs, for a wish and by the classifier. */
  readonly find = rememberedOf((marks: ReadonlySet<string>): ReadonlyMap<string, Hit> => this.#find(marks));

  #find(marks: ReadonlySet<string>): ReadonlyMap<string, Hit> {
    const hits = new Map<string, Hit>();
    for (const mark of marks) {
      for (const { owner, pattern } of this.#byMark.get(mark) ?? []) {
        if (!isMatch(pattern, marks)) continue;
        const weight = weightOf(pattern, marks);
        if (weight > (hits.get(owner)?.weight ?? 0)) hits.set(owner, { pattern, weight });
      }
    }
    return hits;
  }
}

/** One for every demand met, two when a phrase met it: words side by side say more. */
function weightOf(pattern: Pattern, marks: ReadonlySet<string>): number {
  const byPhrase = pattern.groups.filter((group) => group.some((mark) => mark.includes("_") && marks.has(mark)));
  return pattern.groups.length + byPhrase.length;
}

/** Whether a sign rests on one of these marks. */
export function usesAny({ pattern }: Pick<Hit, "pattern">, marks: ReadonlySet<string>): boolean {
  return pattern.groups.some((group) => hasAny(group, marks));
}

/** The group with the fewest words: the cheapest to look for. */
function rarest(pattern: Pattern): readonly string[] {
  return [...pattern.groups].sort((a, b) => a.length - b.length)[0] ?? [];
}
