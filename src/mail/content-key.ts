import { createHash } from "node:crypto";
import type { RawEnvelope } from "./raw-envelope.ts";

/**
 * The identity of a mail's content, hex: the same mail received twice (two addresses, a moved folder, a new UIDVALIDITY)
 * has one key; a Message-ID used again for something else has another. Nothing that depends on when or where the mail is
 * read goes in. A mail without Message-ID is told apart by the server's own date, because forms send the same text twice.
 */
export function contentKey(envelope: RawEnvelope, body: Buffer, internalDate: Date): string {
  const { messageId = "", from = "", date = "", subject = "" } = envelope;
  const when = messageId ? date : internalDate.toISOString();
  const bodyHash = createHash("sha256").update(withoutEndOfLines(body)).digest("hex");
  return createHash("sha256")
    .update(JSON.stringify([messageId, from, when, subject, bodyHash]))
    .digest("hex");
}

/** Servers add or drop line ends after the last line; they are not content. */
function withoutEndOfLines(body: Buffer): Buffer {
  let end = body.length;
  while (end > 0 && (body[end - 1] === 0x0a || body[end - 1] === 0x0d)) end--;
  return body.subarray(0, end);
}
