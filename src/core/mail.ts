/** How a mail ended; every mail ends in exactly one of these. */
export const MAIL_OUTCOMES = [
  "ticket",
  "followUp",
  "note",
  "bounce",
  "autoReply",
  "duplicate",
  "own",
  "spam",
  "tooBig",
  "vanished",
  "quarantined",
] as const;
export type MailOutcomeKind = (typeof MAIL_OUTCOMES)[number];

/**
 * Where a mail stands on its way through the ledger.
 * seen: its UID is known · stored: its raw bytes are ours · done: it has its one outcome.
 */
export type MailState = "seen" | "stored" | "done";

/** One sentence a stage leaves behind: why this mail became what it became. */
export interface StageNote {
  readonly stage: string;
  readonly note: string;
}

export interface MailOutcome {
  readonly kind: MailOutcomeKind;
  /** Ticket number. */
  readonly ticket?: string;
  /** Request entry numbers. */
  readonly requests?: readonly string[];
  readonly reason: string;
  readonly decisions: readonly StageNote[];
  readonly at: Date;
}

/** Outcomes in which a mail was taken for a machine's, or junk, and no ticket tells of it. */
export const SET_ASIDE: readonly MailOutcomeKind[] = ["bounce", "autoReply", "own", "spam"];

/**
 * What people can still do with a mail that has its outcome: try one in quarantine again, or have a ticket of one that was set aside,
 * because a person wrote it after all. Undefined: nothing, it is where people see it.
 */
export function wayOut(outcome: Pick<MailOutcome, "kind" | "ticket"> | undefined): "again" | "ticket" | undefined {
  if (outcome?.kind === "quarantined") return "again";
  const isAside = outcome !== undefined && !outcome.ticket && SET_ASIDE.includes(outcome.kind);
  return isAside ? "ticket" : undefined;
}

/** The place a mail was found in: unique, for ever. */
export interface MailOccurrence {
  readonly account: string;
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** One row of the ledger: one occurrence of a mail in a mailbox. */
export interface LedgerMail extends MailOccurrence {
  readonly id: string;
  readonly internalDate: Date;
  readonly size: number;
  readonly state: MailState;
  readonly attempts: number;
  readonly contentKey?: string;
  readonly messageId?: string;
  readonly from?: string;
  readonly subject?: string;
  readonly outcome?: MailOutcome;
  readonly lastError?: string;
  /** Staff want a ticket of it, though it was set aside. */
  readonly isWanted?: boolean;
  /** When the raw mail was erased, by retention or on a person's demand; the row stays, so that it is not taken in again. */
  readonly erasedAt?: Date;
  readonly createdAt: Date;
}
