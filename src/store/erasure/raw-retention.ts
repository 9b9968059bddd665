import type { RawMailsToErase } from "../../core/erasure.ts";
import type { Models, Stored } from "../models.ts";
import type { createRawDrop } from "./mail-part.ts";

const BATCH = 500;

/** Raw mails whose time is over; their headers and the tickets' texts stay. */
export function createRawRetention({ mails, tickets }: Models, dropRaw: ReturnType<typeof createRawDrop>) {
  return async function eraseRawMails(query: RawMailsToErase, at: Date): Promise<number> {
    const old = { state: "done", internalDate: { $lt: query.before }, erasedAt: { $exists: false } };
    let erased = 0;
    let after = "";
    while (erased < query.limit) {
      const rows = await mails
        .find({ ...old, _id: { $gt: after } }, { rawFile: 1, "outcome.ticket": 1 })
        .sort({ _id: 1 })
        .limit(BATCH)
        .lean();
      if (rows.length === 0) break;
      after = rows.at(-1)?._id ?? after;
      const wanted = await wantedRows(rows, query);
      erased += await dropRaw(wanted.slice(0, query.limit - erased), at, false);
    }
    return erased;
  };

  /** Mails of no ticket, or of a finished one in the wanted categories. */
  async function wantedRows(rows: readonly Stored[], query: RawMailsToErase): Promise<Stored[]> {
    const numberOf = (row: Stored) => (row.outcome as { readonly ticket?: string } | undefined)?.ticket;
    const numbers = [...new Set(rows.map(numberOf).filter((number) => number !== undefined))];
    const category = {
      ...(query.categories && { $in: [...query.categories] }),
      ...(query.exceptCategories && { $nin: [...query.exceptCategories] }),
    };
    const finished = await tickets
      .find(
        {
          number: { $in: numbers },
          status: { $in: ["solved", "closed"] },
          ...(Object.keys(category).length > 0 && { category }),
        },
        { number: 1 },
      )
      .lean();
    const done = new Set(finished.map((ticket) => ticket.number));
    return rows.filter((row) => {
      const number = numberOf(row);
      return number === undefined ? query.categories === undefined : done.has(number);
    });
  }
}
