import type { KnowledgeEntry, Language } from "../core/knowledge.ts";
import type { ClassifierWeights } from "./classifier-weights.ts";

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
  /** The classifier's share of belief where signs are sure of something (0..1). */
  readonly trust: number;
  /** Belief (0..1) a fact needs to be answered. */
  readonly answer: number;
  /** Belief what the memo leaves out, or a question back, needs. */
  readonly refuse: number;
  /** Belief from which what the memo leaves out is said without facts beside it to choose from. */
  readonly doubt: number;
  /** Belief a fact needs to be offered. */
  readonly suggest: number;
  /** Belief talk or a wish beside questions needs. */
  readonly talk: number;
}

/** A way of asking with what it asks for: an entry, or a label such as @status; examples/*.tsv. */
export interface Example {
  readonly label: string;
  readonly language: Language;
  readonly text: string;
  /** The question before it, where it goes on from one. */
  readonly before?: string;
  /** Whose way of writing it is: the file it stands in. */
  readonly writer: string;
}

/** Everything an understanding is built from. Entries may come from files or from the database. */
export interface Knowledge {
  readonly entries: readonly KnowledgeEntry[];
  readonly categories: Readonly<Record<string, Bilingual>>;
  readonly synonyms: Synonyms;
  readonly talk: Readonly<Record<string, Talk>>;
  readonly thresholds: Thresholds;
  /** What the classifier learned; where there is none, signs and likeness decide alone. */
  readonly trained?: TrainedClassifier;
}

/** A trained classifier, and the hash of what it was trained on. */
export interface TrainedClassifier {
  readonly basis: string;
  readonly weights: ClassifierWeights;
}
