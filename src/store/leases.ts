import type { Leases, Tallies } from "../core/ports.ts";
import { isDuplicateKey } from "./documents.ts";
import type { Models } from "./models.ts";

/** Named leases with a fencing token that grows with every acquisition. */
export function createLeases({ leases }: Models): Leases {
  return {
    async acquire(name, owner, ttlMs) {
      const now = new Date();
      const until = new Date(now.getTime() + ttlMs);
      const free = { _id: name, $or: [{ until: { $lte: now } }, { owner }] };
      const taken = await leases.updateOne(free, { $set: { owner, until }, $inc: { token: 1 } });
      if (taken.matchedCount === 0 && !(await insertFirst(name, owner, until))) return undefined;
      const row = await leases.findOne({ _id: name, owner }).lean();
      return row ? { name, owner, token: row.token as number } : undefined;
    },
    async renew({ name, owner, token }, ttlMs) {
      const until = new Date(Date.now() + ttlMs);
      const result = await leases.updateOne({ _id: name, owner, token }, { $set: { until } });
      return result.matchedCount === 1;
    },
    async release({ name, owner, token }) {
      await leases.updateOne({ _id: name, owner, token }, { $set: { until: new Date(0) } });
    },
  };

  async function insertFirst(name: string, owner: string, until: Date): Promise<boolean> {
    try {
      await leases.insertMany([{ _id: name, owner, until, token: 1 }]);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}

/** Counters in fixed windows of `ttlMs`; MongoDB's TTL monitor takes the old ones away. */
export function createTallies({ tallies }: Models): Tallies {
  const windowed = (key: string, ttlMs: number) => `${key}@${Math.floor(Date.now() / ttlMs)}`;
  const current = async (id: string) => ((await tallies.findOne({ _id: id }).lean())?.value as number) ?? 0;
  return {
    async count(key, ttlMs) {
      const id = windowed(key, ttlMs);
      const update = { $inc: { value: 1 }, $setOnInsert: { expiresAt: new Date(Date.now() + ttlMs) } };
      try {
        await tallies.updateOne({ _id: id }, update, { upsert: true });
      } catch (error) {
        // Two first counts at once: the second finds the document there.
        if (!isDuplicateKey(error)) throw error;
        await tallies.updateOne({ _id: id }, { $inc: { value: 1 } });
      }
      return current(id);
    },
    read: (key, ttlMs) => current(windowed(key, ttlMs)),
  };
}
