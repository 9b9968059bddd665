import type { MailEvidence } from "./mail-evidence.ts";
import type { MailSignature } from "./mail-signature.ts";

/** One entry in a ticket's thread: what came in, what went out, or a note only staff see. */
export interface Message {
  readonly id: string;
  readonly ticket: string;
  readonly direction: "in" | "out" | "note";
  readonly channel: "mail" | "teams" | "web" | "staff";
  readonly from: MessageAuthor;
  readonly to: readonly string[];
  /** What the person wrote, quotes cut. The whole text stays in `fullText` when something was cut. */
  readonly text: string;
  readonly fullText?: string;
  /** Sanitised HTML, safe to show inside a sandboxed frame. */
  readonly html?: string;
  readonly attachments: readonly Attachment[];
  /** What checking the mail's signature gave when it came. */
  readonly signature?: MailSignature;
  /** What came with it as evidence of registered mail (KEP), in its order. */
  readonly evidence?: readonly MailEvidence[];
  /** The ledger row this came from. */
  readonly mail?: string;
  /** Identity of the content; unique over all messages, so that no mail is filed twice. */
  readonly contentKey?: string;
  /** RFC 5322 Message-ID, with angle brackets: of the mail that came in, or fixed for the one going out. */
  readonly messageId?: string;
  readonly delivery?: Delivery;
  readonly createdAt: Date;
}

export interface MessageAuthor {
  readonly kind: "requester" | "participant" | "agent" | "bot" | "system";
  readonly email?: string;
  readonly name?: string;
  /** Staff id, when an agent wrote it. */
  readonly staff?: string;
}

/** An attachment is not copied out of the raw mail: it is read again from there by its part index when asked for. */
export interface Attachment {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly inline: boolean;
  readonly contentId?: string;
}

export type DeliveryState = "waiting" | "sent" | "failed" | "notConfigured" | "bounced";

export interface Delivery {
  readonly state: DeliveryState;
  readonly at?: Date;
  readonly reason?: string;
}
