import { ENGLISH_WORDS, NAMING_WORDS, NEUTRAL_WORDS } from "../language/common-words.ts";
import { fold } from "../language/fold.ts";
import { StemTable } from "../language/stem-table.ts";
import { formsOf } from "../language/tokens.ts";
import type { Synonyms } from "./knowledge.ts";

/** Several words in a row that mean one thing. */
export interface Phrase {
  readonly forms: readonly string[];
  /** What it means: concepts ("@money") or, for a phrase of a pattern, its own name ("yeni_sertifika"). */
  readonly marks: readonly string[];
  /** Whether its words lose their own meaning ("e imza" is no "imza"). */
  readonly consumes: boolean;
}

/** What is known of words: stems, what they mean, phrases, abbreviations. Built once, never changed afterwards. */
export class Lexicon {
  readonly stems = new StemTable();
  readonly #concepts = new Map<string, Set<string>>();
  readonly #exact = new Map<string, Set<string>>();
  readonly #phrases = new Map<string, Phrase[]>();
  readonly #abbreviations = new Map<string, readonly string[]>();
  readonly #plain = new Set<string>();
  readonly #surfaces = new Set<string>();

  constructor(synonyms: Synonyms) {
    for (const word of ENGLISH_WORDS) this.stems.addFixed(word);
    for (const word of [...NEUTRAL_WORDS, ...NAMING_WORDS]) {
      if (word.length > 2 && !ENGLISH_WORDS.has(word)) this.stems.add(word, false);
    }
    for (const [concept, items] of Object.entries(synonyms.concepts)) {
      for (const item of items) this.#addSynonym(`@${concept}`, item);
    }
    for (const [short, long] of Object.entries(synonyms.abbreviations)) {
      this.#abbreviations.set(fold(short), formsOf(long));
    }
  }

  /** Makes a word of a pattern or of a question known, so that it is found in any form and never corrected away. */
  addWord(word: string): void {
    this.stems.add(word);
    this.#plain.add(word);
  }

  /** Makes the words of a pattern known as a phrase that carries its own name. */
  addPhrase(name: string): void {
    const forms = name.split("_");
    for (const form of forms) this.addWord(form);
    this.#phrase({ forms, marks: [name], consumes: false });
  }

  /** Makes a word as it stands in a question something a misspelt one may be corrected to. */
  addSurface(form: string): void {
    this.#surfaces.add(form);
  }

  /** The concepts of a stem as they stand in patterns ("@money"). */
  conceptsOf(stem: string): ReadonlySet<string> {
    return this.#concepts.get(stem) ?? NONE;
  }

  /** The concepts of a word that counts only as it is, without endings. */
  exactConceptsOf(form: string): ReadonlySet<string> {
    return this.#exact.get(form) ?? NONE;
  }

  phrasesFrom(form: string): readonly Phrase[] {
    return this.#phrases.get(form) ?? [];
  }

  expansionOf(form: string): readonly string[] | undefined {
    return this.#abbreviations.get(form);
  }

  /** Whether a stem belongs to the domain: it has a meaning here, or a pattern or question uses it. */
  isOurs(stem: string): boolean {
    return this.#concepts.has(stem) || this.#exact.has(stem) || (this.#plain.has(stem) && !NEUTRAL_WORDS.has(stem));
  }

  /** Words a misspelt one may have meant, with what each is worth. */
  vocabulary(): Map<string, number> {
    const worth = new Map<string, number>();
    for (const word of this.#surfaces) worth.set(word, 0.4);
    for (const word of this.#plain) worth.set(word, 0.3);
    for (const word of this.#exact.keys()) worth.set(word, 0.3);
    for (const word of this.#concepts.keys()) worth.set(word, 1);
    return worth;
  }

  #addSynonym(concept: string, item: string): void {
    const exact = item.startsWith("=");
    const forms = formsOf(exact ? item.slice(1) : item);
    const [only = ""] = forms;
    if (forms.length > 1) {
      for (const form of forms) this.addWord(form);
      this.#phrase({ forms, marks: [concept], consumes: true });
    } else if (exact) {
      add(this.#exact, only, concept);
    } else {
      this.stems.add(only);
      add(this.#concepts, only, concept);
    }
  }

  #phrase(phrase: Phrase): void {
    const first = phrase.forms[0] ?? "";
    const list = this.#phrases.get(first) ?? [];
    const same = list.findIndex(
      (other) => other.forms.join(" ") === phrase.forms.join(" ") && other.consumes === phrase.consumes,
    );
    const before = list[same];
    if (before) list[same] = { ...before, marks: [...new Set([...before.marks, ...phrase.marks])] };
    else list.push(phrase);
    list.sort((a, b) => b.forms.length - a.forms.length);
    this.#phrases.set(first, list);
  }
}

const NONE: ReadonlySet<string> = new Set();

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
