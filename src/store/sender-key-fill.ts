import type { Upgrade } from "../core/ports.ts";
import type { Models } from "./models.ts";
import type { SenderKeys } from "./sender-keys.ts";
import { upgradeInBatches } from "./upgrade-in-batches.ts";

const BATCH = 500;

/** Mails of before are found by their senders' addresses too. An address that was masked in its header stays unfound, as it was. */
export function createSenderKeyFill(models: Models, keys: SenderKeys): Upgrade {
  const { mails } = models;
  return upgradeInBatches(models, "mails are found by their senders' addresses", async (after) => {
    const rows = await mails
      .find({ _id: { $gt: after } }, { from: 1, senderKeys: 1 })
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean();
    const writes = rows.flatMap(({ _id, from, senderKeys }) => {
      if (typeof from !== "string" || senderKeys) return [];
      // Not of a mail whose sender was erased since it was read.
      return [{ updateOne: { filter: { _id, from }, update: { $set: { senderKeys: keys.ofHeader(from) } } } }];
    });
    if (writes.length > 0) await mails.bulkWrite(writes, { ordered: false });
    const last = rows.at(-1)?._id;
    return { filled: writes.length, ...(last && { last }) };
  });
}
