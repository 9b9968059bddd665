import type { MailEvidence } from "../../core/mail-evidence.ts";
import type { Attachment } from "../../core/message.ts";
import type { SignatureNote } from "./signature/check-signature.ts";

/** How much of a mail is read. Whatever lies beyond is still in the raw mail; a remark says that it was left out. */
export interface ReadLimits {
  /** Characters of the plain text and of the HTML that are kept, each. */
  readonly textLength: number;
  /** Characters of an enclosed mail's text. */
  readonly enclosedLength: number;
  /** MIME parts over all levels; a mail with more is not read at all. */
  readonly parts: number;
  readonly attachments: number;
  readonly recipients: number;
  readonly references: number;
  readonly headerLines: number;
}

export const READ_LIMITS: ReadLimits = {
  textLength: 512 * 1024,
  enclosedLength: 64 * 1024,
  parts: 1000,
  attachments: 100,
  recipients: 50,
  references: 50,
  headerLines: 1000,
};

/** A mail address as it stood in a header. */
export interface Address {
  /** Lower case; "" when the header named somebody without an address. */
  readonly address: string;
  readonly name?: string;
}

/** One header field: its name in lower case, its value unfolded and decoded, without line breaks and control characters. */
export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** What is read of every mail, of one that came and of one inside it. */
export interface AnyMail {
  readonly headers: readonly HeaderLine[];
  /** With angle brackets; absent when there is none or an empty one. */
  readonly messageId?: string;
  /** The first author with an address. */
  readonly from?: Address;
  /** "" for the null path of machines; absent when the header is missing. */
  readonly returnPath?: string;
  /** Decoded, on one line; "" when there is none. */
  readonly subject: string;
  /** What the person wrote, quotes still in it; "" when nothing readable was there. */
  readonly text: string;
  /** Sanitised. Images of the mail itself keep their `cid:` source. */
  readonly html?: string;
  readonly attachments: readonly Attachment[];
  readonly enclosed: readonly EnclosedMail[];
  readonly report?: MachineReport;
}

/** A message inside this one: forwarded as an attachment, returned by a mail server, or carried by registered mail. */
export interface EnclosedMail extends AnyMail {
  /** Its place among the files of the mail it is in. */
  readonly index: number;
  /** The id its sender's program gave it, where its provider gave it another (EN 319 532-3). */
  readonly sendersId?: string;
  readonly date?: Date;
  /** Meant to be read with the text it is in, not as a file beside it. */
  readonly isInline?: true;
}

/** A meeting invitation (RFC 5545), as far as it concerns a reader. */
export interface CalendarInvite {
  readonly method?: string;
  readonly summary?: string;
  readonly starts?: string;
  readonly ends?: string;
  readonly place?: string;
  readonly organizer?: string;
  /** What the first person invited answered (PARTSTAT); "" when nothing is said. */
  readonly answer?: string;
}

/** A machine's report on a mail: on its delivery (RFC 3464), its reading (RFC 8098) or a complaint about it (RFC 5965). */
export interface MachineReport {
  readonly kind: "delivery" | "disposition" | "feedback";
  /** Fields of the report in lower case, of all its blocks, in order. */
  readonly fields: readonly HeaderLine[];
}

/** Evidence of registered mail (KEP) found in a mail, and the ids it gives for the mail it is about. */
export interface EvidenceNote extends MailEvidence {
  readonly messageIds: readonly string[];
}

/** A mail after reading: plain data, harmless to store and to show. Its `from` may be a fallback, with a remark. */
export interface MailInHand extends AnyMail {
  readonly size: number;
  /** Message-IDs of References, then of In-Reply-To, oldest first, without doubles. */
  readonly references: readonly string[];
  /** The first author with an address; else a fallback from Reply-To, Sender or Return-Path, with a remark. */
  readonly from?: Address;
  /** Nothing that vouches for senders (DMARC) speaks of `from`: it is a fallback, or one of several authors. */
  readonly isSenderUnproven?: true;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** What the sender's Date header says, when it can be read. Never a clock: that is the mailbox's INTERNALDATE. */
  readonly dateSaid?: Date;
  readonly calendar?: CalendarInvite;
  /** Absent when there is none. */
  readonly evidence?: readonly EvidenceNote[];
  readonly signature?: SignatureNote;
  /** What was repaired, guessed or left out while reading: Turkish sentences for the console. */
  readonly remarks: readonly string[];
  /** Why the mail could not be read, in Turkish, when it could not. The raw mail is kept all the same. */
  readonly unreadable?: string;
}
