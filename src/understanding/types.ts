import type { KnowledgeEntry, Language } from "../core/knowledge.ts";

/** Something found in the text, with its place. */
export interface Entity {
  readonly kind: "ticketNumber" | "requestNumber" | "email";
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export type Intent =
  | "question"
  | "greeting"
  | "thanks"
  | "goodbye"
  | "aboutBot"
  | "status"
  | "person"
  | "openTicket"
  | "yes"
  | "no"
  | "cancel"
  | "help";

/** A choice offered when it is not clear what is asked; `text`, sent as the next message, gets the answer. */
export interface Choice {
  readonly entry: string;
  readonly text: string;
}

/** What one clause of the message came to. */
export interface ClauseResult {
  readonly text: string;
  readonly outcome: "answer" | "clarify" | "unknown";
  /** The entry that answers (answer), that says it is not known (unknown), or that asks back (clarify). */
  readonly entry?: string;
  /** For `unknown`: an entry whose answer is near and true, shown as "what is known". */
  readonly known?: string;
  readonly choices: readonly Choice[];
  readonly confidence: number;
  readonly why: readonly Reason[];
}

/** One step of the explanation the console shows for a turn. */
export interface Reason {
  readonly step: string;
  readonly detail: string;
}

/** What the whole message came to. */
export interface Understanding {
  readonly intent: Intent;
  readonly language: Language;
  readonly confidence: number;
  /** The text a follow-up is understood after: the message, with the one before it where it only went on from that. */
  readonly topic: string;
  readonly entities: readonly Entity[];
  /** Empty unless the intent is `question`. In the order they were asked. */
  readonly clauses: readonly ClauseResult[];
  readonly why: readonly Reason[];
}

/** What came before in this conversation; small, serialisable, kept by the dialog. */
export interface ConversationContext {
  /** What the last question was about: its `topic`. */
  readonly lastText?: string;
  /** Choices on offer; typing or tapping one picks it. */
  readonly offered?: readonly Choice[];
  readonly language?: Language;
  /** A whole sentence was in that language: a word or two do not change it. */
  readonly isLanguageSettled?: boolean;
  /** ISO date used for validity; given by the caller, so that the same question gets the same answer. */
  readonly today: string;
}

/** What a mail is about, for triage and for the acknowledgement. */
export interface MailUnderstanding {
  readonly category: string;
  readonly priority: "low" | "normal" | "high" | "urgent";
  readonly confidence: number;
  /** The entry to answer with, only when it is sure. */
  readonly answer?: string;
  readonly why: readonly Reason[];
}

/** The understanding as the rest of the product sees it: pure, synchronous, the same answer for the same question. */
export interface Understander {
  /** Hash of the knowledge it was built from. */
  readonly version: string;
  readonly entries: ReadonlyMap<string, KnowledgeEntry>;
  understand(text: string, context: ConversationContext): Understanding;
  understandMail(subject: string, text: string, today: string): MailUnderstanding;
}
