import type { Presence, Viewer } from "../core/presence.ts";
import { fromStored } from "./documents.ts";
import type { Models } from "./models.ts";

/** One small document an open page; MongoDB's TTL monitor takes away what was left behind. */
export function createPresence({ presence }: Models): Presence {
  return {
    async stay(viewers, ttlMs) {
      const until = new Date(Date.now() + ttlMs);
      const writes = viewers.map(({ id, ...viewer }) => ({
        updateOne: { filter: { _id: id }, update: { $set: { ...viewer, until } }, upsert: true },
      }));
      if (writes.length > 0) await presence.bulkWrite(writes, { ordered: false });
    },
    async leave(id) {
      await presence.deleteOne({ _id: id });
    },
    async at(tickets) {
      const rows = await presence
        .find({ ticket: { $in: [...tickets] } }, { until: 1, ticket: 1, staff: 1, name: 1 })
        .lean();
      const now = Date.now();
      return rows.filter((row) => Number(row.until) > now).map((row) => fromStored<Viewer>(row));
    },
  };
}
