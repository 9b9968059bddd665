import type { Lease } from "./leases.ts";
import type { LedgerMail, MailOccurrence, MailOutcome, MailOutcomeKind } from "./mail.ts";
import type { Page, PageRequest } from "./page.ts";

/** What is known of a mail before its raw bytes are read. */
export interface SeenMail extends MailOccurrence {
  readonly internalDate: Date;
  readonly size: number;
}

/** What is read off the raw bytes when they are kept. */
export interface KeptMail {
  readonly contentKey: string;
  readonly messageId?: string;
  readonly from?: string;
  readonly subject?: string;
  /** Size of the whole mail in bytes, when only its beginning was kept because it is too big. */
  readonly size?: number;
}

/** A mail that is entered and kept in one step. */
export interface NewMail extends SeenMail {
  readonly raw: Buffer;
  readonly kept: KeptMail;
}

/** Whose a mail is from the moment it is kept, and how long. */
export interface MailClaim {
  readonly worker: string;
  readonly leaseMs: number;
}

/** A mail that others may answer. */
export type Forerunner = Pick<LedgerMail, "id" | "uid" | "internalDate" | "messageId">;

/** How much is claimed at once. A mail larger than `bytes` is claimed alone. */
export interface ClaimLimit {
  readonly mails: number;
  readonly bytes: number;
}

/** Where the intake of a mailbox began: mails from `uidNext` on in that epoch, and from `at` on in every other. */
export interface MailboxStart {
  readonly uidValidity: string;
  readonly uidNext: number;
  readonly at: Date;
}

/**
 * The mail ledger. Each method is one step that may be repeated after a crash without harm. What the watcher of a mailbox
 * writes is given its lease: once another process holds it, the database refuses the write (`stale`).
 */
export interface MailLedger {
  /** The first call for a mailbox fixes its start for ever; every call returns what was fixed. */
  start(account: string, mailbox: string, first: MailboxStart, lease?: Lease): Promise<MailboxStart>;
  /** Adds rows for UIDs not yet known; known ones stay as they are. Returns how many were new. */
  see(mails: readonly SeenMail[], lease?: Lease): Promise<number>;
  /** UIDs of one mailbox epoch that have no row yet, out of those given. */
  unknownUids(place: Omit<MailOccurrence, "uid">, uids: readonly number[]): Promise<readonly number[]>;
  /** Rows whose raw bytes are still missing, oldest first. */
  withoutRaw(place: Omit<MailOccurrence, "uid">, limit: number): Promise<readonly LedgerMail[]>;
  /** Keeps the raw bytes and what was read off them; the row becomes `stored`. A second call changes nothing. */
  keep(id: string, raw: Buffer, kept: KeptMail): Promise<void>;
  /** The same for many at once. */
  keepAll(
    mails: readonly { readonly id: string; readonly raw: Buffer; readonly kept: KeptMail }[],
    lease?: Lease,
  ): Promise<void>;
  /**
   * Enters mails and keeps their raw bytes in one step, for UIDs the ledger does not know; throws `conflict`, and keeps none, when
   * it knows one. With a claim they are that worker's, and their first attempt is counted. Out: their rows, as before that attempt.
   */
  keepNew(mails: readonly NewMail[], claim?: MailClaim, lease?: Lease): Promise<readonly LedgerMail[]>;
  /** Claims stored mails for this worker, oldest first. Whoever does not settle them in time loses them. */
  claim(worker: string, most: ClaimLimit, leaseMs: number): Promise<readonly LedgerMail[]>;
  /**
   * Counts an attempt, right before the mail is read, so that a mail that kills the process is counted and its neighbours
   * in the claim are not. False when it has its outcome already.
   */
  begin(id: string): Promise<boolean>;
  /** Gives a claimed mail back, to be tried again after `waitMs`; with the error, when it failed. */
  release(id: string, error: string | undefined, waitMs: number): Promise<void>;
  /** Gives a mail back that was begun and has to wait for another one: that was no attempt at it. */
  postpone(id: string, waitMs: number): Promise<void>;
  /** Mails kept and not ended that have one of these Message-IDs. */
  unended(messageIds: readonly string[]): Promise<readonly Forerunner[]>;
  raw(id: string): Promise<Buffer | undefined>;
  byId(id: string): Promise<LedgerMail | undefined>;
  byOccurrence(place: MailOccurrence): Promise<LedgerMail | undefined>;
  list(query: PageRequest & { readonly outcome?: MailOutcomeKind }): Promise<Page<LedgerMail>>;
  outcomeCounts(): Promise<Readonly<Partial<Record<MailOutcomeKind | "open", number>>>>;
  /**
   * Sends a mail through the stages again, attempts from zero: a quarantined one, which is fetched again when it has no raw bytes, or one
   * that was set aside, which then becomes a ticket. False for every other.
   */
  reopen(id: string): Promise<boolean>;
  /** An outcome reached with no ticket to write, by the watcher (vanished, too big). */
  finish(id: string, outcome: MailOutcome, lease?: Lease): Promise<void>;
}
