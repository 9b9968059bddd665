import type { ClientSession, Connection } from "mongoose";
import { add, bucketOf, createKeptCounts, deltasOf, type KeptCounts, partsOf } from "./kept-counts.ts";
import type { Models, Stored } from "./models.ts";

/** So many request entries have this state, or this province. */
interface RequestCount {
  readonly what: "state" | "province";
  /** Empty where nothing is known. */
  readonly value: string;
  readonly count: number;
}

/** How many request entries are in each state and of each province. */
export interface RequestCounters extends Pick<KeptCounts, "ensure" | "changed"> {
  read(): Promise<readonly RequestCount[]>;
}

const PATHS = { state: "$state", province: "$fields.province.value" } as const;
type What = keyof typeof PATHS;

export function createRequestCounters(connection: Connection, models: Models): RequestCounters {
  const kept = createKeptCounts({
    connection,
    counts: models.requestCounts,
    deltas: models.requestDeltas,
    id: "request entries by state and by province",
    async countAll(session) {
      const buckets: Record<string, number> = {};
      for (const [what, path] of Object.entries(PATHS)) {
        const rows = await models.requests
          .aggregate<{ _id: string | null; count: number }>([{ $group: { _id: path, count: { $sum: 1 } } }])
          .session(session);
        for (const { _id, count } of rows) add(buckets, bucketOf([what, _id ?? ""]), count);
      }
      return buckets;
    },
  });
  return {
    ...kept,
    async read() {
      return (await kept.read()).map(([bucket, count]) => {
        const [what, value = ""] = partsOf(bucket);
        return { what: what as What, value, count };
      });
    },
  };
}

/** Adds to sums by bucket what changes where this document takes the place of that. */
export function addRequestChange(sums: Record<string, number>, before: Stored | undefined, after: Stored): void {
  for (const bucket of before ? bucketsOf(before) : []) add(sums, bucket, -1);
  for (const bucket of bucketsOf(after)) add(sums, bucket, 1);
}

/** Counts such a change outside of a transaction of the product's own. */
export async function countRequestChange(
  { requestDeltas }: Models,
  [before, after]: readonly [Stored, Stored],
  session: ClientSession,
): Promise<void> {
  const sums: Record<string, number> = {};
  addRequestChange(sums, before, after);
  const rows = deltasOf(sums);
  if (rows.length > 0) await requestDeltas.insertMany(rows, { session });
}

function bucketsOf({ state, fields }: Stored): string[] {
  const { province } = (fields ?? {}) as { readonly province?: { readonly value?: string } };
  return [bucketOf(["state", (state as string | undefined) ?? ""]), bucketOf(["province", province?.value ?? ""])];
}
