import type { LedgerMail, StageNote } from "../../core/mail.ts";
import type { MailEvidence } from "../../core/mail-evidence.ts";
import type { MailSignature } from "../../core/mail-signature.ts";
import type { Office } from "../../core/ports.ts";
import type { Requester, Ticket, TicketLink } from "../../core/ticket.ts";
import type { ForwardedLetter } from "../../requests/read-requests.ts";
import type { MailUnderstanding, Understander } from "../../understanding/types.ts";
import type { MailInHand } from "../reading/mail-in-hand.ts";
import type { MailReader } from "../reading/mail-reader.ts";
import type { Decision, RequestsInMail, Storm } from "./decision.ts";

/** What the stages need beside the mail. */
export interface StageContext {
  readonly office: Office;
  readonly understander: () => Understander;
  /** A category's Turkish name. */
  readonly categoryTitle: (id: string) => string;
  /** Reads a Message-ID of ours: the ticket and message it was made for; undefined when we did not sign it. */
  readonly readMessageId: (messageId: string) => { readonly ticket: string; readonly message: string } | undefined;
  /** Domains, in lower case, whose servers' Authentication-Results are believed (RFC 8601 authserv-id). */
  readonly authenticationDomains: readonly string[];
  /** Words the acknowledgement (acknowledge.ts). */
  readonly acknowledgement: (facts: AcknowledgementFacts) => string;
  readonly stormLimits?: StormLimits;
  /** Reads request entries out of a mail. Absent: none are read. */
  readonly extractRequests?: ExtractRequests;
  /** Takes files out of a raw mail, within limits (mail-reader.ts). */
  readonly readFiles: MailReader["readFiles"];
  /** Where a mail's raw bytes are, when not in the ledger (replay.ts). */
  readonly rawOf?: (row: LedgerMail) => Promise<Buffer | undefined>;
  /** Counts nothing and writes nothing when true. */
  readonly dryRun?: boolean;
}

/** How many mails of one kind an hour brings before they are a storm. */
export interface StormLimits {
  readonly address: number;
  readonly addressAndSubject: number;
  readonly subject: number;
  readonly domain: number;
  readonly total: number;
}

/** A mail on its way, its text without the letters enclosed in it. */
export interface MailToRead extends MailOnItsWay {
  readonly letters: readonly ForwardedLetter[];
}

/**
 * Reads entries out of a mail; undefined when there are none. `file` reads an attachment's bytes by its index, one within an
 * enclosed mail by those that lead there.
 */
export type ExtractRequests = (
  mail: MailToRead,
  file: (...path: readonly number[]) => Promise<Buffer | undefined>,
) => Promise<RequestsInMail | undefined>;

export interface AcknowledgementFacts {
  readonly number: string;
  readonly subject: string;
  /** Id of the knowledge entry that answers, only when it is sure. */
  readonly entry?: string;
}

/** A mail on its way through the stages: what came in, and what the stages have found out so far. */
export interface MailOnItsWay {
  readonly row: LedgerMail;
  readonly mail: MailInHand;
  /** Subject without reply prefixes and ticket numbers. */
  readonly subject: string;
  /** What is new in the text; the whole text is `mail.text`. */
  readonly text: string;
  /** A machine wrote it, as its headers say: an answer to our mail, or a notice of its own accord. */
  readonly automatic?: "reply" | "notice";
  /** Why no machine answer may be sent; absent when one may. */
  readonly silence?: string;
  /** Our server found the sender's address to be forged (DMARC). */
  readonly isForged?: boolean;
  /** Nobody vouches for who is named as the sender: no single From, or an envelope anybody can write. */
  readonly isUnproven?: boolean;
  /** The storm this mail is part of; its mails are kept together in one ticket. */
  readonly storm?: Storm;
  /** The ticket this mail belongs to. */
  readonly ticket?: Ticket;
  readonly requester?: Requester;
  /** Evidence of registered mail that came with it. */
  readonly evidence?: readonly MailEvidence[];
  /** Its signature, as it stands against its sender and its date. */
  readonly signature?: MailSignature;
  readonly links: readonly TicketLink[];
  readonly tags: readonly string[];
  readonly understanding?: MailUnderstanding;
  readonly requests?: RequestsInMail;
  readonly decisions: readonly StageNote[];
}

/** Whether the sender is taken for whoever the mail says it is; nobody else speaks for a participant of a thread. */
export function isBelieved({ isForged, isUnproven }: MailOnItsWay): boolean {
  return !isForged && !isUnproven;
}

/** What a stage found out, to be added to the mail on its way. */
export type Learned = Partial<Omit<MailOnItsWay, "row" | "mail" | "decisions">>;

/** What a stage says: go on (knowing more), or this is how the mail ends. A note is a Turkish sentence for the console. */
export type StageResult = { readonly learned?: Learned; readonly note?: string } | { readonly decision: Decision };

export interface Stage {
  /** Turkish, as the console shows it. */
  readonly name: string;
  run(mail: MailOnItsWay, context: StageContext): StageResult | Promise<StageResult>;
}

/** Nothing to say about this mail. */
export const PASS: StageResult = {};
