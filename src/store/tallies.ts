import type { Tallies } from "../core/ports.ts";
import { isDuplicateKey } from "./documents.ts";
import type { Models } from "./models.ts";
import { together } from "./together.ts";

interface Count {
  readonly id: string;
  readonly ttlMs: number;
}

/**
 * Counters in fixed windows of `ttlMs`; MongoDB's TTL monitor takes the old ones away. Counts of the same moment (a mail
 * has five) travel in one write and one read; each is told a value that has its own step in it.
 */
export function createTallies({ tallies }: Models): Tallies {
  const countOne = together(async (counts: readonly Count[]) => {
    await write(counts);
    const found = await values(counts.map(({ id }) => id));
    return counts.map(({ id }) => found.get(id) ?? 1);
  });

  return {
    count: (key, ttlMs) => countOne({ id: windowed(key, ttlMs), ttlMs }),
    read: async (key, ttlMs) => (await values([windowed(key, ttlMs)])).values().next().value ?? 0,
  };

  async function write(counts: readonly Count[]): Promise<void> {
    const sums = new Map<string, { by: number; ttlMs: number }>();
    for (const { id, ttlMs } of counts) sums.set(id, { by: (sums.get(id)?.by ?? 0) + 1, ttlMs });
    const steps = [...sums].map(([id, { by, ttlMs }]) => ({
      updateOne: {
        filter: { _id: id },
        update: { $inc: { value: by }, $setOnInsert: { expiresAt: new Date(Date.now() + ttlMs) } },
        upsert: true,
      },
    }));
    try {
      await tallies.bulkWrite(steps, { ordered: false });
    } catch (error) {
      // Two first counts in two processes at once: the later one finds the document there. A tally may then miss a step;
      // it guards against storms of hundreds.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async function values(ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await tallies.find({ _id: { $in: [...new Set(ids)] } }).lean();
    return new Map(rows.map((row) => [row._id, row.value as number]));
  }
}

const windowed = (key: string, ttlMs: number) => `${key}@${Math.floor(Date.now() / ttlMs)}`;
