import type { ErasureSubject } from "../../core/erasure.ts";
import type { Models, Stored } from "../models.ts";
import type { RawFiles } from "../raw-files.ts";
import { addressesOf, type ErasurePart, type ErasureTools, findAll, ofTickets } from "./part.ts";
import { theirsElsewhere } from "./ticket-parts.ts";

/** Takes the raw bytes, with the attachments in them, out of ledger rows; with the header also who wrote and what about. */
export function createRawDrop({ mails }: Pick<Models, "mails">, files: RawFiles) {
  return async (rows: readonly Stored[], at: Date, withHeader: boolean): Promise<number> => {
    for (const row of rows) if (row.rawFile) await files.remove(row.rawFile);
    const header = withHeader && { from: 1, senderKeys: 1, subject: 1, "outcome.decisions": 1, lastError: 1 };
    const gone = { raw: 1, rawFile: 1, ...header };
    await mails.updateMany({ _id: { $in: rows.map((row) => row._id) } }, { $set: { erasedAt: at }, $unset: gone });
    return rows.length;
  };
}

/** Raw mails of their tickets and all they sent. The hashes a mail is recognised by stay, so that it is not taken in again. */
export function mailsPart({ models, files, mailsFrom }: ErasureTools): ErasurePart {
  const { mails, messages } = models;
  const drop = createRawDrop(models, files);

  async function rowsOf(subject: ErasureSubject): Promise<readonly Stored[]> {
    const numbers = [...subject.tickets];
    const texts = await findAll(messages, [ofTickets(subject), theirsElsewhere(subject)], { mail: 1 });
    const ids = texts.flatMap(({ mail }) => (typeof mail === "string" ? [mail] : []));
    const sent = await mailsFrom(addressesOf(subject));
    const filters = [
      { _id: { $in: ids } },
      { "outcome.ticket": { $in: numbers } },
      ...sent.map((from) => ({ ...from, state: "done" })),
    ];
    const rows = await findAll(mails, filters, { rawFile: 1, from: 1, erasedAt: 1 });
    return rows.filter((row) => row.from !== undefined || !row.erasedAt);
  }

  return {
    count: async (subject) => (await rowsOf(subject)).length,
    erase: async (subject, at) => drop(await rowsOf(subject), at, true),
  };
}
