import { createHmac, timingSafeEqual } from "node:crypto";
import { ticketNumber } from "../core/ticket.ts";

/** What one of our own Message-IDs says: the ticket, and the message of it that was sent. */
export interface SignedMessage {
  readonly ticket: string;
  readonly message: string;
}

/** Makes Message-IDs nobody else can make, and knows them again in `References` and `In-Reply-To`. */
export interface MessageIdSigner {
  /** "<MI-2026-000123.6923a….4f1c…@icisleri.gov.tr>", with angle brackets. The same input gives the same id. */
  create(ticket: string, message: string): string;
  /** The ticket and message of an id we made; undefined for every other id, forged or foreign. */
  verify(messageId: string): SignedMessage | undefined;
}

/** 16 bytes of HMAC-SHA256: beyond guessing, and short enough for the line limits of old mailers. */
const SIGNATURE_BYTES = 16;
const OURS = /^<?MI-(20\d\d)-(\d{6,9})\.([a-z0-9-]{1,64})\.([0-9a-f]{32})@[^<>@\s]{1,255}>?$/i;

/**
 * Message-IDs (RFC 5322 §3.6.4) signed with `key`. `domain` is the right-hand side; verification does not look at it,
 * so that a change of domain keeps old threads together. Letters and digits only: some mailers fold the case of ids.
 */
export function createMessageIdSigner(options: { readonly key: Buffer; readonly domain: string }): MessageIdSigner {
  const sign = (ticket: string, message: string): Buffer =>
    createHmac("sha256", options.key).update(`${ticket}\n${message}`).digest().subarray(0, SIGNATURE_BYTES);

  return {
    create: (ticket, message) => `<${ticket}.${message}.${sign(ticket, message).toString("hex")}@${options.domain}>`,
    verify(messageId) {
      const [, year, sequence, message, signature] = OURS.exec(messageId.trim()) ?? [];
      if (!year || !sequence || !message || !signature) return undefined;
      const ticket = ticketNumber(Number(year), Number(sequence));
      return timingSafeEqual(sign(ticket, message), Buffer.from(signature, "hex")) ? { ticket, message } : undefined;
    },
  };
}
