import type { ClientSession, Connection, Model } from "mongoose";
import { newId } from "./ids.ts";
import { inTransaction } from "./in-transaction.ts";
import type { Stored } from "./models.ts";
import { unattended } from "./unattended.ts";

/**
 * How many documents are alike, without counting them.
 *
 * A change adds a row of deltas in the document's own transaction: rows never conflict with one another, so that there is no
 * hot document, and a crash loses neither the change nor its count. Now and then the rows are folded into one document of
 * counts. The counts are that document and the rows not folded yet: right at every moment. Once a day all is counted anew,
 * in one snapshot, in case somebody changed documents past the product.
 */
export interface KeptCounts {
  /** Counts everything when there are no counts yet. */
  ensure(): Promise<void>;
  /** How many there are of each bucket that has any. */
  read(): Promise<readonly (readonly [bucket: string, count: number])[]>;
  /** Told of each commit that changed counts. */
  changed(): void;
}

export interface KeptCountsParts {
  readonly connection: Connection;
  readonly counts: Model<Stored>;
  readonly deltas: Model<Stored>;
  /** The name of what is counted here: another name, and all is counted anew at the next start. */
  readonly id: string;
  /** Counts all documents by bucket. */
  readonly countAll: (session: ClientSession) => Promise<Record<string, number>>;
}

const FOLD_AFTER = 100;
const FOLD_MOST = 1_000;
const RECOUNT_MS = 24 * 60 * 60_000;
/** Folds are rare: a reading is hardly ever caught by one, and never by this many in a row. */
const TRIES = 5;

export function createKeptCounts({ connection, counts, deltas, id, countAll }: KeptCountsParts): KeptCounts {
  let waiting = 0;

  const fold = () =>
    inTransaction(connection, async (session) => {
      const rows = await deltas.find({}, undefined, { session }).limit(FOLD_MOST).lean();
      if (rows.length === 0) return;
      const sums: Record<string, number> = {};
      for (const row of rows) add(sums, `buckets.${row.bucket as string}`, row.by as number);
      await deltas.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) } }, { session });
      await counts.updateOne({ _id: id }, { $inc: { ...sums, folds: 1 } }, { session });
    });

  const recount = () =>
    inTransaction(connection, async (session) => {
      const buckets = await countAll(session);
      // Only rows of this snapshot go: one that is written meanwhile is counted by neither, and stays.
      await deltas.deleteMany({}, { session });
      const counted = { $set: { buckets, countedAt: new Date() }, $inc: { folds: 1 } };
      await counts.updateOne({ _id: id }, counted, { session, upsert: true });
    });

  const foldLater = unattended(async () => {
    waiting = 0;
    await fold();
    const base = await counts.findById(id, { countedAt: 1 }).lean();
    if (Date.now() - Number(base?.countedAt ?? 0) > RECOUNT_MS) await recount();
  });

  return {
    async ensure() {
      const base = await counts.findById(id).lean();
      if (!base) {
        await recount().catch(async (error: unknown) => {
          // Another process that starts at the same moment may have been first.
          if (!(await counts.findById(id).lean())) throw error;
        });
      } else if (Date.now() - Number(base.countedAt) > RECOUNT_MS) foldLater();
    },
    async read() {
      for (let tries = 1; ; tries++) {
        const base = await counts.findById(id).lean();
        const rows = await deltas.aggregate<{ _id: string; by: number; rows: number }>([
          { $group: { _id: "$bucket", by: { $sum: "$by" }, rows: { $sum: 1 } } },
        ]);
        const after = await counts.findById(id, { folds: 1 }).lean();
        if (base?.folds !== after?.folds && tries < TRIES) continue;
        const sums: Record<string, number> = { ...(base?.buckets as Record<string, number> | undefined) };
        for (const { _id, by } of rows) add(sums, _id, by);
        if (rows.reduce((sum, row) => sum + row.rows, 0) > FOLD_AFTER) foldLater();
        return Object.entries(sums).filter(([, count]) => count > 0);
      }
    },
    changed() {
      waiting += 1;
      if (waiting >= FOLD_AFTER) foldLater();
    },
  };
}

/** The rows that add these sums to the counts; none for a bucket whose sum is zero. */
export function deltasOf(sums: Readonly<Record<string, number>>): Stored[] {
  const changes = Object.entries(sums).filter(([, by]) => by !== 0);
  return changes.map(([bucket, by]) => ({ _id: newId(), bucket, by }));
}

/** Names as one bucket's, which is a part of a path in the database, where a dot parts names and a dollar begins an operator. */
export function bucketOf(parts: readonly string[]): string {
  return parts.map((part) => encodeURIComponent(part).replaceAll(".", "%2E").replaceAll("$", "%24")).join("/");
}

export function partsOf(bucket: string): string[] {
  return bucket.split("/").map(decodeURIComponent);
}

export function add(sums: Record<string, number>, name: string, by: number): void {
  sums[name] = (sums[name] ?? 0) + by;
}
