import type { KeptMail } from "../core/mail-ports.ts";
import { contentKey } from "./content-key.ts";
import { readEnvelope, splitRaw } from "./raw-envelope.ts";
import { decodeHeader } from "./reading/encoded-words.ts";

/** What the ledger keeps beside the raw bytes; cheap enough to be done before anything is parsed, and never throws. */
export function describeRaw(raw: Buffer, internalDate: Date): KeptMail {
  const { head, body } = splitRaw(raw);
  const envelope = readEnvelope(head);
  return {
    contentKey: contentKey(envelope, body, internalDate),
    ...(envelope.messageId && { messageId: envelope.messageId }),
    ...(envelope.from && { from: decodeHeader(envelope.from).slice(0, 500) }),
    ...(envelope.subject && { subject: decodeHeader(envelope.subject).slice(0, 500) }),
  };
}
