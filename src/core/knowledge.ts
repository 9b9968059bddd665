/** Languages the bot answers in. */
export type Language = "tr" | "en";

/**
 * One piece of knowledge.
 * fact: the memo answers it · unknown: asked often, not in the memo · ambiguous: needs a question back.
 */
export interface KnowledgeEntry {
  readonly id: string;
  readonly kind: "fact" | "unknown" | "ambiguous";
  readonly title: Readonly<Record<Language, string>>;
  readonly category: string;
  /** The ways people ask for it. */
  readonly questions: Readonly<Record<Language, readonly string[]>>;
  /** The answer in full, placeholders filled, as plain text (light Markdown: links, lists). */
  readonly answer: Readonly<Record<Language, string>>;
  /** The passage of the memo it rests on; nothing is answered without one. */
  readonly source: string;
  /** What a question must be about for this entry to answer it; see constraints.ts. */
  readonly scope?: EntryScope;
  /** Signs it is recognised by, one line each; see pattern.ts. For `unknown` they keep every other entry from answering. */
  readonly patterns?: readonly string[];
  /** For `unknown`: the entry that says what is known nearby. For `ambiguous`: the entries to choose from. */
  readonly related: readonly string[];
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly version: number;
}

/** What is asked about a matter. */
export type Asked = "amount" | "duration" | "who" | "where" | "how" | "when" | "whether" | "what" | "which";

/** Limits of an entry: outside of them it must not answer. */
export interface EntryScope {
  readonly operators?: readonly string[];
  readonly lineTypes?: readonly string[];
  readonly asked?: readonly Asked[];
}
