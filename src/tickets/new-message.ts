import type { MailEvidence } from "../core/mail-evidence.ts";
import type { MailSignature } from "../core/mail-signature.ts";
import type { Attachment, Message, MessageAuthor } from "../core/message.ts";

/** What a door brings of something a person wrote. */
export interface IncomingMessage {
  readonly channel: Message["channel"];
  readonly from: MessageAuthor;
  readonly to?: readonly string[];
  readonly text: string;
  readonly fullText?: string;
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
  readonly signature?: MailSignature;
  readonly evidence?: readonly MailEvidence[];
  /** Ledger row it came from. */
  readonly mail?: string;
  readonly contentKey?: string;
  readonly messageId?: string;
  /** When it reached us, when that was earlier than now (a mail fetched after an outage). */
  readonly receivedAt?: Date;
}

/** The thread entry for something that came in. */
export function receivedMessage(id: string, ticket: string, incoming: IncomingMessage, now: Date): Message {
  const { receivedAt = now, ...content } = incoming;
  return { to: [], attachments: [], ...content, id, ticket, direction: "in", createdAt: receivedAt };
}
