import { type MailInHand, READ_LIMITS, type ReadLimits } from "./mail-in-hand.ts";

/**
 * Reads a raw mail (RFC 5322, MIME) into plain data. In: the bytes as the mailbox gave them. Out: always a mail in hand;
 * what cannot be read says so in `unreadable`. Synchronous, in time linear in the size of the mail; never throws on
 * content. Run it through a MailReader (mail-reader.ts), which keeps it off the main thread.
 */
export function readMail(raw: Buffer, _limits: ReadLimits = READ_LIMITS): MailInHand {
  return {
    size: raw.length,
    headers: [],
    references: [],
    replyTo: [],
    to: [],
    cc: [],
    subject: "",
    text: "",
    attachments: [],
    enclosed: [],
    remarks: [],
    unreadable: "E-posta okunamadı.",
  };
}
