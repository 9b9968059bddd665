import type { KnowledgeEntry, Language } from "../core/knowledge.ts";

/** A text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Values entries may name as {{placeholder}}; facts.yaml. */
export type Facts = Readonly<Record<string, Bilingual>>;

/** Words that mean the same, and words written short; synonyms.yaml. */
export interface Synonyms {
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly abbreviations: Readonly<Record<string, string>>;
}

/** How one kind of smalltalk, or one wish beside questions, is recognised; smalltalk.yaml. */
export interface Talk {
  /** The message holds nothing but such words. */
  readonly only: readonly string[];
  readonly patterns: readonly string[];
}

/** How sure the understanding must be; thresholds.yaml, written by `knowledge tune`. */
export interface Thresholds {
  /** Evidence an entry recognised by one of its patterns needs. */
  readonly withPattern: number;
  /** Likeness an entry recognised by its questions alone needs. */
  readonly byLikeness: number;
  /** Lead over the next entry. */
  readonly margin: number;
  /** Below this nothing is offered to choose from. */
  readonly offer: number;
}

/** Everything an understanding is built from. Entries may come from files or from the database. */
export interface Knowledge {
  readonly entries: readonly KnowledgeEntry[];
  readonly categories: Readonly<Record<string, Bilingual>>;
  readonly synonyms: Synonyms;
  readonly talk: Readonly<Record<string, Talk>>;
  readonly thresholds: Thresholds;
}
