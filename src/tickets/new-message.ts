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
  /** Ledger row it came from. */
  readonly mail?: string;
  readonly contentKey?: string;
  readonly messageId?: string;
}

/** The thread entry for something that came in. */
export function receivedMessage(id: string, ticket: string, incoming: IncomingMessage, now: Date): Message {
  return { to: [], attachments: [], ...incoming, id, ticket, direction: "in", createdAt: now };
}
