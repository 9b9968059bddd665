/// <reference path="./natural.d.ts" />
import JaroWinklerDistance from "natural/lib/natural/distance/jaro-winkler_distance.js";
import { asksByEnding, isAbility, isFirstPerson, isVerbLike } from "../language/colloquial.ts";
import { NAMING_WORDS, NEUTRAL_WORDS } from "../language/common-words.ts";
import { beginsNumber, spelledNumber } from "../language/number-words.ts";
import { remembered, rememberedOf } from "../language/remembered.ts";
import { SpellingCorrector } from "../language/spelling.ts";
import { type Word, words } from "../language/tokens.ts";
import type { Lexicon, Phrase } from "./lexicon.ts";
import { setBoundaries } from "./word-boundaries.ts";

/** One word of a message as it is understood. */
export interface Token {
  readonly text: string;
  readonly form: string;
  readonly start: number;
  readonly end: number;
  /** Every stem it may come from, longest first. */
  readonly stems: readonly string[];
  /** Concepts ("@money") it carries, alone or as the first word of a phrase, and names of pattern phrases. */
  readonly marks: ReadonlySet<string>;
  /** Those of the marks that are concepts, without what only tells how a verb is put. */
  readonly concepts: readonly string[];
  /** ours: a word of the domain · plain: an everyday word · number · foreign: something else is spoken of */
  readonly kind: "ours" | "plain" | "number" | "foreign";
  /** What was typed, when it was corrected. */
  readonly was?: string;
  /** A later word of a phrase; its first word stands for all. */
  readonly continues?: boolean;
  /** Said by the way, in a statement before the question. */
  readonly isAside?: boolean;
}

/** What a word means by itself. */
interface Meaning {
  form: string;
  stems: readonly string[];
  marks: Set<string>;
  kind: Token["kind"];
  was?: string;
}

interface Draft extends Meaning {
  text: string;
  start: number;
  end: number;
  concepts: readonly string[];
  continues?: boolean;
}

/** Reads the words of a message. Built once from a lexicon; the same text always reads the same. */
export class Analyser {
  readonly #lexicon: Lexicon;
  readonly #speller: SpellingCorrector;
  readonly #meaningOf = remembered((form) => this.#understand(form));
  readonly #phrasesFrom = remembered((form) => this.#phrasesOf(form));

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#speller = new SpellingCorrector(lexicon.vocabulary(), (a, b) => JaroWinklerDistance(a, b));
  }

  /** A question is read again as what the next one goes on from. */
  readonly read = remembered((text): readonly Token[] => this.#read(text), READ_LATELY);

  #read(text: string): readonly Token[] {
    const composed = text.normalize("NFC");
    const meant = setBoundaries(composed, words(composed), this.#knownStemOf);
    const drafts = this.#numbers(this.#expand(meant.map(blank)));
    for (const draft of drafts) this.#addMeaning(draft);
    this.#joinPhrases(drafts);
    for (const draft of drafts) draft.concepts = conceptsIn(draft.marks);
    return drafts;
  }

  /** The stem of a word that is known as it stands. */
  readonly #knownStemOf = remembered((form: string) => {
    if (this.#lexicon.expansionOf(form) || spelledNumber([form])) return form;
    const stems = this.#stemsOf(form);
    const isKnown = this.#kindOf(stems, this.#lexicon.exactConceptsOf(form).size > 0) !== "foreign";
    return isKnown ? (stems[0] ?? form) : undefined;
  });

  #expand(drafts: readonly Draft[]): Draft[] {
    if (!drafts.some(({ form }) => this.#lexicon.expansionOf(form))) return [...drafts];
    return drafts.flatMap((draft) => {
      const long = this.#lexicon.expansionOf(draft.form);
      return long ? long.map((form) => ({ ...draft, form, marks: new Set<string>() })) : [draft];
    });
  }

  /** Numbers in words become digits; the word itself stays in `text` and, as a stem, for patterns. */
  #numbers(drafts: readonly Draft[]): Draft[] {
    const read: Draft[] = [];
    for (let at = 0; at < drafts.length; ) {
      const first = drafts[at] as Draft;
      const number = beginsNumber(first.form)
        ? spelledNumber(drafts.slice(at, at + 4).map((draft) => draft.form))
        : undefined;
      const last = drafts[at + (number?.words ?? 1) - 1] ?? first;
      read.push(
        number ? { ...first, end: last.end, kind: "number", marks: new Set([number.value, first.form]) } : first,
      );
      at += number?.words ?? 1;
    }
    return read;
  }

  /** A spelled-out number keeps its word: it is never taken for a slip. */
  #addMeaning(draft: Draft): void {
    if (draft.kind === "number") {
      this.#lookUp(draft, draft.form);
      return;
    }
    const meaning = this.#meaningOf(draft.form);
    draft.form = meaning.form;
    draft.stems = meaning.stems;
    draft.kind = meaning.kind;
    if (meaning.was !== undefined) draft.was = meaning.was;
    for (const mark of meaning.marks) draft.marks.add(mark);
  }

  /** What a word means by itself, in any text. */
  #understand(form: string): Meaning {
    const meaning: Meaning = { form, stems: NO_STEMS, kind: "foreign", marks: new Set() };
    if (/^\d/.test(form)) {
      meaning.kind = "number";
      meaning.marks.add(form.replace(".", ","));
    }
    if (isAddress(form)) return { ...meaning, kind: "plain" };
    this.#lookUp(meaning, form);
    if (isFirstPerson(form)) meaning.marks.add(FIRST_PERSON);
    if (isAbility(form)) meaning.marks.add(ABILITY);
    if (asksByEnding(form)) meaning.marks.add(WHETHER);
    if (meaning.kind === "foreign") this.#correct(meaning);
    if (meaning.kind === "foreign" && (meaning.form.length < 3 || isVerbLike(meaning.form))) meaning.kind = "plain";
    return meaning;
  }

  #lookUp(meaning: Meaning, form: string): void {
    const stems = this.#stemsOf(form);
    const exact = this.#lexicon.exactConceptsOf(form);
    meaning.stems = stems;
    for (const concept of exact) meaning.marks.add(concept);
    const meant = stems.find((stem) => this.#lexicon.conceptsOf(stem).size > 0);
    if (meant) for (const concept of this.#lexicon.conceptsOf(meant)) meaning.marks.add(concept);
    if (meaning.kind === "number") return;
    meaning.kind = this.#kindOf(stems, exact.size > 0 || form.length === 1);
  }

  #stemsOf(form: string): readonly string[] {
    return isAddress(form) ? NO_STEMS : this.#unblocked(this.#lexicon.stems.stemsOf(form));
  }

  #kindOf(stems: readonly string[], exact: boolean): Token["kind"] {
    if (exact || stems.some((stem) => this.#lexicon.isOurs(stem))) return "ours";
    return stems.some((stem) => NEUTRAL_WORDS.has(stem)) ? "plain" : "foreign";
  }

  /** "simdi" is not "sim" + "di", "istek" not "iste" + "k": a word of the dictionary hides the short stems inside it. */
  #unblocked(stems: readonly string[]): readonly string[] {
    const sorted = [...stems].sort((a, b) => b.length - a.length || this.#meanings(b) - this.#meanings(a));
    const [longest = ""] = sorted;
    if (!isEveryday(longest) && this.#meanings(longest) === 0) return sorted;
    return sorted.filter((stem) => stem === longest || stem.length > SHORT_STEM);
  }

  #meanings(stem: string): number {
    return this.#lexicon.conceptsOf(stem).size;
  }

  #correct(meaning: Meaning): void {
    if (meaning.stems.length > 0) return;
    const meant = this.#speller.correct(meaning.form) ?? this.#correctStem(meaning.form);
    if (!meant) return;
    meaning.was = meaning.form;
    meaning.form = meant;
    this.#lookUp(meaning, meant);
  }

  /** A slip inside the stem of an inflected word: the ending is cut off first. */
  #correctStem(form: string): string | undefined {
    for (let cut = form.length - 1; cut >= 5; cut -= 1) {
      const ending = form.slice(cut);
      if (!COMMON_ENDINGS.has(ending)) continue;
      const meant = this.#speller.correct(form.slice(0, cut));
      if (meant) return meant;
    }
    return undefined;
  }

  #joinPhrases(drafts: readonly Draft[]): void {
    const consumed = new Set<Draft>();
    drafts.forEach((draft, at) => {
      for (const phrase of this.#phrasesFrom(draft.form)) {
        if (!standsAt(drafts, at, phrase)) continue;
        const parts = drafts.slice(at, at + phrase.forms.length);
        if (!phrase.consumes) for (const mark of phrase.marks) draft.marks.add(mark);
        else if (!parts.some((part) => consumed.has(part))) consume(parts, phrase, consumed);
      }
    });
  }

  /** Phrases a word may begin, as it stands or by one of its stems, longest first. */
  #phrasesOf(form: string): readonly Phrase[] {
    const beginnings = new Set([form, ...this.#stemsOf(form)]);
    const found = [...beginnings].flatMap((beginning) => this.#lexicon.phrasesFrom(beginning));
    return found.sort((a, b) => b.forms.length - a.forms.length);
  }
}

/** Texts whose words are kept, and how long they may be. */
const READ_LATELY = { most: 500, longest: 300 };

/** A mark no list of words gives: the writer speaks of what they do themselves. */
export const FIRST_PERSON = "@first";
/** Another: whether something can be done is spoken of. */
export const ABILITY = "@able";
const WHETHER = "@whether";
/** Marks of how a verb is put, not of what is meant. */
export const VERB_MARKS: ReadonlySet<string> = new Set([FIRST_PERSON, ABILITY]);
/** Stems up to this length are found inside other words by chance. */
const SHORT_STEM = 4;
const NO_STEMS: readonly string[] = [];

function blank({ text, form, start, end }: Word): Draft {
  return { text, form, start, end, stems: NO_STEMS, kind: "foreign", marks: new Set(), concepts: [] };
}

const COMMON_ENDINGS = new Set(
  "i u a e m n si su yi ya ye im um in un ini unu nin da de ta te dan den mi mu le la yi ler lar leri lari imi imin inin sini sinin lerini larini sinda".split(
    " ",
  ),
);

/** A mail address or a URL. */
function isAddress(form: string): boolean {
  return /[@:]/.test(form);
}

function isEveryday(stem: string): boolean {
  return NEUTRAL_WORDS.has(stem) || NAMING_WORDS.has(stem);
}

function standsAt(drafts: readonly Draft[], at: number, { forms }: Phrase): boolean {
  return forms.every((form, index) => isForm(drafts[at + index], form));
}

function isForm(draft: Draft | undefined, form: string): boolean {
  return draft !== undefined && (draft.form === form || draft.stems.includes(form));
}

function consume(parts: readonly Draft[], phrase: Phrase, consumed: Set<Draft>): void {
  parts.forEach((part, index) => {
    for (const mark of [...part.marks]) if (mark.startsWith("@") && !VERB_MARKS.has(mark)) part.marks.delete(mark);
    for (const mark of phrase.marks) part.marks.add(mark);
    part.continues = index > 0;
    part.kind = "ours";
    consumed.add(part);
  });
}

/** The concepts among marks. */
export function conceptsIn(marks: ReadonlySet<string>): readonly string[] {
  const concepts: string[] = [];
  for (const mark of marks) if (mark.startsWith("@") && !VERB_MARKS.has(mark)) concepts.push(mark);
  return concepts;
}

/** All that a run of tokens says, for patterns: concepts, stems, forms, digits. In: a run that is read to its end. */
export const marksOf = rememberedOf((tokens: readonly Token[]): ReadonlySet<string> => {
  const marks = new Set<string>();
  for (const token of tokens) {
    for (const mark of token.marks) marks.add(mark);
    for (const stem of token.stems) marks.add(stem);
    marks.add(token.form);
  }
  return marks;
});
