import type { TermUpgrade } from "../core/ports.ts";
import type { Requester } from "../core/ticket.ts";
import type { Models } from "./models.ts";
import { nameTermsOf } from "./name-terms.ts";

const ID = "tickets are found by their requester's name";
const BATCH = 200;

/**
 * Tickets of before are found by their requester's name too. Goes through them by their ids and notes after each batch how far it is:
 * what an interruption left is gone on with, and what is done stays done.
 */
export function createNameTermFill({ tickets, upgrades }: Models): TermUpgrade {
  async function fill(after: string): Promise<{ readonly last?: string; readonly filled: number }> {
    const rows = await tickets
      .find({ _id: { $gt: after } }, { requester: 1, searchTerms: 1 })
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean();
    const writes = rows.flatMap((row) => {
      const known = new Set(row.searchTerms as readonly string[] | undefined);
      const missing = nameTermsOf((row.requester ?? {}) as Requester).filter((term) => !known.has(term));
      const update = { $addToSet: { searchTerms: { $each: missing } } };
      // Not of a ticket whose person was erased since it was read.
      const filter = { _id: row._id, erasedAt: { $exists: false } };
      return missing.length > 0 ? [{ updateOne: { filter, update } }] : [];
    });
    if (writes.length > 0) await tickets.bulkWrite(writes, { ordered: false });
    const last = rows.at(-1)?._id;
    return { filled: writes.length, ...(last && { last }) };
  }

  return {
    async isDone() {
      return (await upgrades.findById(ID).lean())?.doneAt !== undefined;
    },
    async step() {
      const row = await upgrades.findById(ID).lean();
      if (row?.doneAt) return { done: true, filled: 0 };
      const { last, filled } = await fill((row?.after as string | undefined) ?? "");
      const progress = last ? { after: last } : { doneAt: new Date() };
      await upgrades.updateOne({ _id: ID }, { $set: progress }, { upsert: true });
      return { done: last === undefined, filled };
    },
  };
}
