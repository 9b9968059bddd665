import { sampleMail } from "../support/sample-mail.ts";

/** A mail with a mark in its text by which it is found again, whatever becomes of its headers. */
export interface Letter {
  readonly mark: string;
  /** The raw mail, once for each way it arrives. */
  readonly copies: readonly string[];
}

/** Over a megabyte: such mails are entered before they are fetched, and claimed like those that another process kept. */
const LARGE = `\r\n${"x".repeat(70)}`.repeat(16_000);

/**
 * Mails as hard as a public mailbox gets them. Of every ten: one comes twice by two addresses, one has no Message-ID, one
 * reuses the Message-ID of another. Every third is large. Senders differ, so that no storm is seen in them.
 */
export function letters(count: number, run: string): Letter[] {
  return Array.from({ length: count }, (_, index) => {
    const mark = `K-${run}-${index}`;
    const text = `Talebim var. ${mark}${index % 3 === 0 ? LARGE : ""}`;
    const common = { from: `Kişi ${index} <kisi${index}@kurum${index}.example>`, text };
    const subject = `Talep ${mark}`;
    switch (index % 10) {
      case 3: {
        const plain = sampleMail(subject, common);
        return { mark, copies: [`Delivered-To: bir@office.example\r\n${plain}`, `Received: by alias\r\n${plain}`] };
      }
      case 5:
        return { mark, copies: [sampleMail(subject, { ...common, messageId: null })] };
      case 7:
        return { mark, copies: [sampleMail(subject, { ...common, messageId: `<${run}-reused@kurum.example>` })] };
      default:
        return { mark, copies: [sampleMail(subject, common)] };
    }
  });
}
