import { remembered } from "./remembered.ts";
import { isEnding } from "./suffixes.ts";

interface Alias {
  readonly stem: string;
  /** Only before this ending (a verb's last vowel gives way: bekle, bekl-iyor). */
  readonly before?: RegExp;
}

/** Short stems that change before a vowel. */
const IRREGULAR: Readonly<Record<string, string>> = { git: "gid", et: "ed", tat: "tad", hat: "hatt" };
const SOFT: Readonly<Record<string, string>> = { k: "g", p: "b", t: "d" };
const BEFORE_YOR = /^[iu]y[oie]/;

/** Known stems, and which of them an inflected word may come from. */
export class StemTable {
  /** Letters of the longest alias: no longer beginning of a word can be one. */
  #longest = 0;
  readonly #aliases = new Map<string, Alias[]>();
  #stemsOf = remembered((form) => this.#search(form));

  /** Adds a folded stem together with the shapes it takes before endings; only a verb's last vowel gives way to -iyor. */
  add(stem: string, mayBeVerb = true): void {
    this.#forget();
    this.#alias(stem, { stem });
    const last = stem.at(-1) ?? "";
    const soft = SOFT[last];
    if (soft && stem.length >= 4) this.#alias(stem.slice(0, -1) + soft, { stem });
    const changed = IRREGULAR[stem];
    if (changed) this.#alias(changed, { stem });
    if (mayBeVerb && (last === "a" || last === "e")) this.#alias(stem.slice(0, -1), { stem, before: BEFORE_YOR });
  }

  /** Adds a word that takes no endings. */
  addFixed(word: string): void {
    this.#forget();
    this.#alias(word, { stem: word, before: /^$/ });
  }

  has(stem: string): boolean {
    return this.#aliases.get(stem)?.some((alias) => alias.stem === stem) ?? false;
  }

  /** Every stem `form` may come from, longest first; `form` itself when it is one. */
  stemsOf(form: string): readonly string[] {
    return this.#stemsOf(form);
  }

  #forget(): void {
    this.#stemsOf = remembered((form) => this.#search(form));
  }

  #search(form: string): readonly string[] {
    const stems = new Set<string>();
    for (let length = Math.min(form.length, this.#longest); length >= 2; length -= 1) {
      const rest = form.slice(length);
      for (const alias of this.#aliases.get(form.slice(0, length)) ?? []) {
        if (follows(alias, rest, form[length - 1] ?? "")) stems.add(alias.stem);
      }
    }
    return [...stems];
  }

  #alias(key: string, alias: Alias): void {
    this.#longest = Math.max(this.#longest, key.length);
    const list = this.#aliases.get(key);
    if (!list) this.#aliases.set(key, [alias]);
    else if (!list.some((other) => other.stem === alias.stem && other.before === alias.before)) list.push(alias);
  }
}

function follows(alias: Alias, rest: string, last: string): boolean {
  if (alias.before) return alias.before.test(rest) && (rest === "" || isEnding(rest, "l"));
  return isEnding(rest, last);
}
