import type { Transaction } from "../../core/ports.ts";
import type { Ticket } from "../../core/ticket.ts";
import { ThreadEnded } from "../reading/reading-threads.ts";
import { type EnclosedLetter, enclosedLetters } from "./enclosed-letters.ts";
import { type MailOnItsWay, PASS, type Stage, type StageContext } from "./stage.ts";

/** Request entries read out of a mail, to be written with the message they came in. */
export interface RequestsInMail {
  /** What was found, and what was left out: a Turkish sentence for the console. */
  readonly note: string;
  /** Writes the entries in the transaction that files the mail. Out: the numbers of those made or filled. */
  write(transaction: Transaction, ticket: Ticket): Promise<readonly string[]>;
}

/** A mail on its way, its text without the letters enclosed in it. */
export interface MailToRead extends MailOnItsWay {
  readonly letters: readonly EnclosedLetter[];
}

/**
 * Reads entries out of a mail; undefined when there are none. `file` reads an attachment's bytes by its index, one within an
 * enclosed mail by those that lead there.
 */
export type ExtractRequests = (
  mail: MailToRead,
  file: (...path: readonly number[]) => Promise<Buffer | undefined>,
) => Promise<RequestsInMail | undefined>;

/** The people a mail asks something for, one request entry each. Machines and storms ask for nothing. */
export const extractRequests: Stage = {
  name: "Başvurular",
  async run(mail, context) {
    if (!context.extractRequests || mail.automatic || mail.storm) return PASS;
    // Whoever forges an address must not answer for its owner.
    if (mail.isForged && mail.ticket) return { note: "Gönderen adres sahte olabilir: başvuru bilgisi alınmadı." };
    const toRead = { ...mail, ...enclosedLetters(mail, context) };
    const requests = await context.extractRequests(toRead, fileReader(mail, context));
    return requests ? { learned: { requests }, note: requests.note } : PASS;
  },
};

/** A file that breaks a limit is one that cannot be read; its mail is filed all the same. */
function fileReader({ row }: MailOnItsWay, { office, rawOf, readFiles }: StageContext) {
  return async (...path: readonly number[]): Promise<Buffer | undefined> => {
    let bytes = await (rawOf ? rawOf(row) : office.store.mails.raw(row.id));
    try {
      for (const index of path) bytes = bytes && (await readFiles(bytes, [index]))[0]?.content;
      return bytes;
    } catch (error) {
      if (error instanceof ThreadEnded) return undefined;
      throw error;
    }
  };
}
