import { ThreadEnded } from "../reading/reading-threads.ts";
import { enclosedLetters } from "./enclosed-letters.ts";
import { isBelieved, type MailOnItsWay, PASS, type Stage, type StageContext } from "./stage.ts";

/** The people a mail asks something for, one request entry each. Machines and storms ask for nothing. */
export const extractRequests: Stage = {
  name: "Başvurular",
  async run(mail, context) {
    if (!context.extractRequests || mail.automatic || mail.storm) return PASS;
    // Whoever forges an address must not answer for its owner.
    if (mail.ticket && !isBelieved(mail))
      return { note: "Gönderenin o kişi olduğu doğrulanmadı: kayda başvuru bilgisi alınmadı." };
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
