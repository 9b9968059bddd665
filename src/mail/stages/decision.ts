import type { MailOutcomeKind } from "../../core/mail.ts";
import type { MailEvidence } from "../../core/mail-evidence.ts";
import type { MailSignature } from "../../core/mail-signature.ts";
import type { Attachment, MessageAuthor } from "../../core/message.ts";
import type { Transaction } from "../../core/ports.ts";
import type { Requester, Ticket, TicketLink, TicketPriority } from "../../core/ticket.ts";

/** How a mail is to end, decided but not yet written. Writing it is commit-decision.ts. */
export type Decision = EndWithoutTicket | OpenTicket | AddToTicket | AddToStorm | NoteOnTicket;

/** Nothing but the ledger learns of this mail. */
export interface EndWithoutTicket {
  readonly action: "end";
  readonly kind: Exclude<MailOutcomeKind, "ticket" | "followUp" | "note">;
  readonly reason: string;
  /** The ticket it concerns, when there is one. */
  readonly ticket?: string;
}

export interface OpenTicket {
  readonly action: "open";
  /** Too big: only the beginning of the mail was loaded. */
  readonly kind: "ticket" | "tooBig";
  readonly reason: string;
  readonly subject: string;
  readonly category: string;
  readonly priority: TicketPriority;
  readonly requester: Requester;
  readonly participants: readonly string[];
  readonly tags: readonly string[];
  readonly links: readonly TicketLink[];
  readonly message: MessageContent;
  readonly requests?: RequestsInMail;
  readonly acknowledge?: (number: string) => string;
}

export interface AddToTicket {
  readonly action: "add";
  readonly reason: string;
  readonly ticket: string;
  readonly reopens: boolean;
  /** Added to the ticket's: what staff must know of this mail before they act on it. */
  readonly tags: readonly string[];
  readonly message: MessageContent;
  readonly requests?: RequestsInMail;
}

/** Into the one ticket that keeps a storm's mails together; it is opened with the first of them. */
export interface AddToStorm {
  readonly action: "storm";
  readonly reason: string;
  readonly storm: Storm;
  readonly tags: readonly string[];
  readonly message: MessageContent;
}

/** One storm: what its mails have in common, and the hour. */
export interface Storm {
  readonly key: string;
  readonly label: string;
}

/** Something a machine said of a ticket: staff see it, nobody is woken. */
export interface NoteOnTicket {
  readonly action: "note";
  readonly kind: "bounce" | "autoReply" | "note";
  readonly reason: string;
  readonly ticket: string;
  readonly message: MessageContent;
  /** Id of our message that was not delivered, and why. */
  readonly bounced?: { readonly message: string; readonly reason: string };
}

export interface MessageContent {
  readonly from: MessageAuthor;
  readonly to: readonly string[];
  readonly text: string;
  readonly fullText?: string;
  readonly html?: string;
  readonly attachments: readonly Attachment[];
  readonly signature?: MailSignature;
  readonly evidence?: readonly MailEvidence[];
  readonly messageId?: string;
}

/** Request entries read out of a mail, to be written with the message they came in. */
export interface RequestsInMail {
  /** What was found, and what was left out: a Turkish sentence for the console. */
  readonly note: string;
  /** Writes the entries in the transaction that files the mail. Out: the numbers of those made or filled. */
  write(transaction: Transaction, ticket: Ticket): Promise<readonly string[]>;
}
