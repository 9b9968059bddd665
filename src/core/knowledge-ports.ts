import type { AskedQuestion } from "./chat.ts";
import type { ConfirmedQuestion, DismissedQuestion, KnowledgeRecord } from "./knowledge-record.ts";

/** Reads of the knowledge, and the small lists beside it that nothing else is written with. */
export interface KnowledgeReader {
  /** Grows with every change of what is published; cheap to ask. */
  revision(): Promise<number>;
  /** All records by id, without history and files. */
  list(): Promise<readonly KnowledgeRecord[]>;
  /** All records, whole. */
  all(): Promise<readonly KnowledgeRecord[]>;
  byId(id: string): Promise<KnowledgeRecord | undefined>;
  confirmed(): Promise<readonly ConfirmedQuestion[]>;
  /** A question has one right answer: confirming again replaces it. */
  confirm(question: ConfirmedQuestion): Promise<void>;
  unconfirm(id: string): Promise<boolean>;
  /** Dismissals since this instant. */
  dismissed(since: Date): Promise<readonly DismissedQuestion[]>;
  dismiss(questions: readonly DismissedQuestion[]): Promise<void>;
}

/** A question without its explanation: many are read at once. */
export type RecentQuestion = Omit<AskedQuestion, "why" | "knowledgeVersion" | "channel" | "feedbackText">;

/** What a question came to, of which nothing else is asked. */
export type TurnOutcome = Pick<AskedQuestion, "id" | "conversation" | "outcome" | "askedAt">;

/** What was asked, as the knowledge desk looks at it. */
export interface RecentQuestions {
  byId(id: string): Promise<AskedQuestion | undefined>;
  /** Asked since this instant, newest first, up to `limit`. */
  recent(since: Date, limit: number): Promise<readonly RecentQuestion[]>;
  /**
   * Asked since this instant without a good answer, or perhaps without: what came to no entry, to a choice, or was found not helpful.
   * Newest first, up to `limit`.
   */
  missed(since: Date, limit: number): Promise<readonly RecentQuestion[]>;
  /** Everything asked in these conversations since this instant, oldest first. */
  inConversations(conversations: readonly string[], since: Date): Promise<readonly TurnOutcome[]>;
  /** How often each entry was come to since this instant, and how that was rated. By entry id. */
  usage(since: Date): Promise<ReadonlyMap<string, EntryUsage>>;
}

/** How an entry did. */
export interface EntryUsage {
  readonly asked: number;
  readonly helpful: number;
  readonly notHelpful: number;
}

/** Writes of the knowledge, inside a transaction. */
export interface KnowledgeWrites {
  knowledgeRecord(id: string): Promise<KnowledgeRecord | undefined>;
  knowledgeRecords(): Promise<readonly KnowledgeRecord[]>;
  /** Throws `conflict` when the id is taken. */
  insertKnowledge(records: readonly KnowledgeRecord[]): Promise<void>;
  /** Writes the record if its stored version is still `record.version`, then counts the version up; else throws `stale`. */
  updateKnowledge(record: KnowledgeRecord): Promise<KnowledgeRecord>;
  /**
   * Counts the revision up from the one that was looked at: every process then builds its knowledge anew. Called before the records are
   * read, it lets only one writer through at a time. Throws `stale` when the revision is another one by now.
   */
  raiseKnowledgeRevision(seen: number): Promise<void>;
}
