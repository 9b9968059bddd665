import type { LedgerMail, StageNote } from "../../core/mail.ts";
import type { Office } from "../../core/ports.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { MailUnderstanding, Understander } from "../../understanding/types.ts";
import type { MailInHand } from "../reading/mail-in-hand.ts";
import type { Decision } from "./decision.ts";

/** What the stages need beside the mail. */
export interface StageContext {
  readonly office: Office;
  readonly understander: () => Understander;
  /** Every address that delivers into the mailbox, lower case; the first is the one we write from. */
  readonly ownAddresses: readonly string[];
  /** Reads a Message-ID of ours: the ticket and message it was made for; undefined when we did not sign it. */
  readonly readMessageId: (messageId: string) => { readonly ticket: string; readonly message: string } | undefined;
  /** Name of the receiving server whose Authentication-Results are believed (RFC 8601 authserv-id). */
  readonly authenticationServer?: string;
  /** The acknowledgement's text for a ticket number, with the knowledge entry's answer when understanding is sure. */
  readonly acknowledgement: (facts: AcknowledgementFacts) => string;
  /** Counts nothing and writes nothing when true. */
  readonly dryRun?: boolean;
}

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
  /** Why no machine answer may be sent; undefined when one may. */
  readonly silence?: string;
  /** Written by a machine, as its headers say. */
  readonly automatic: boolean;
  /** The ticket this mail belongs to. */
  readonly ticket?: Ticket;
  /** Ticket numbers named by somebody who may not write into them, or that continue a closed ticket. */
  readonly links: readonly Ticket["links"][number][];
  readonly tags: readonly string[];
  readonly requester?: Ticket["requester"];
  readonly understanding?: MailUnderstanding;
  readonly decisions: readonly StageNote[];
}

/** What a stage says: go on (knowing more), or this is how the mail ends. A note is a Turkish sentence for the console. */
export type StageResult =
  | { readonly learned?: Partial<Omit<MailOnItsWay, "row" | "mail" | "decisions">>; readonly note?: string }
  | { readonly decision: Decision };

export interface Stage {
  readonly name: string;
  run(mail: MailOnItsWay, context: StageContext): StageResult | Promise<StageResult>;
}
