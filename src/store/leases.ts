import type { Leases } from "../core/leases.ts";
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
