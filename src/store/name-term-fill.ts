import type { Upgrade } from "../core/ports.ts";
import type { Requester } from "../core/ticket.ts";
import type { Models } from "./models.ts";
import { nameTermsOf } from "./name-terms.ts";
import { upgradeInBatches } from "./upgrade-in-batches.ts";

const BATCH = 200;

/** Tickets of before are found by their requester's name too. */
export function createNameTermFill(models: Models): Upgrade {
  const { tickets } = models;
  return upgradeInBatches(models, "tickets are found by their requester's name", async (after) => {
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
  });
}
