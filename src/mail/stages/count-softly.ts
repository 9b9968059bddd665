import type { Tallies } from "../../core/ports.ts";
import type { StageContext } from "./stage.ts";

/** Share of a limit that is counted in this process alone. Nearly all mails stay below it and cost the database nothing. */
const LOCAL_SHARE = 0.25;
/** Keys remembered at once; the oldest are forgotten beyond it. */
const MOST_KEYS = 20_000;

interface LocalCount {
  count: number;
  readonly endsAt: number;
}

/** Counts of one process, for each database it works on. */
const locals = new WeakMap<Tallies, Map<string, LocalCount>>();

/**
 * Counts one up and returns how many there were within `ttlMs`: the first quarter of the limit in this process, the rest in
 * the database with all others. Exact for one process; several may together go beyond the limit by their quarters, which
 * is no harm where the limit is far above what people do. In a dry run nothing is counted.
 */
export async function countSoftly(
  key: string,
  { limit, ttlMs }: { readonly limit: number; readonly ttlMs: number },
  { office, dryRun }: Pick<StageContext, "office" | "dryRun">,
): Promise<number> {
  const { tallies } = office.store;
  const local = localCount(tallies, key, ttlMs);
  if (local.count + 1 <= limit * LOCAL_SHARE) return dryRun ? local.count + 1 : ++local.count;
  const shared = dryRun ? (await tallies.read(key, ttlMs)) + 1 : await tallies.count(key, ttlMs);
  return local.count + shared;
}

function localCount(tallies: Tallies, key: string, ttlMs: number): LocalCount {
  const counts = locals.get(tallies) ?? new Map<string, LocalCount>();
  locals.set(tallies, counts);
  const known = counts.get(key);
  if (known && known.endsAt > Date.now()) return known;
  const fresh = { count: 0, endsAt: Date.now() + ttlMs };
  counts.delete(key);
  counts.set(key, fresh);
  const [oldest] = counts.keys();
  if (counts.size > MOST_KEYS && oldest !== undefined) counts.delete(oldest);
  return fresh;
}
