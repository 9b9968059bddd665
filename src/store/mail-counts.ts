import type { MailLedger } from "../core/mail-ports.ts";
import type { Models } from "./models.ts";
import { within } from "./newest-first.ts";

type Counts = Awaited<ReturnType<MailLedger["outcomeCounts"]>>;
type Sums = Map<string, number>;

/** How many mails came to what, without counting them all again and again. */
export interface MailCounts {
  read(): Promise<Counts>;
  /** A mail that had its outcome has none now; every process counts anew. */
  outcomeTaken(): Promise<void>;
}

/** The counter that tells all processes. */
const TAKEN = "mails:reopened";
const HOUR_MS = 60 * 60_000;
/** Mails of this time, and of the hour begun, are counted at each reading. */
const LIVE_MS = 6 * HOUR_MS;

/**
 * An outcome is for ever, but for the rare mail that is sent through the stages again. So the mails before some instant, all of which
 * have theirs, are counted once in each process and kept in mind; that instant follows the clock and stops at the first mail without
 * an outcome. The newer ones are counted each time.
 */
export function createMailCounts({ mails, counters }: Models): MailCounts {
  let settled: { readonly until: Date; readonly sums: Sums; readonly taken: number } | undefined;

  async function countBetween(from: Date | undefined, before: Date | undefined, sums: Sums): Promise<Sums> {
    const groups = await mails.aggregate<{ _id: string | null; count: number }>([
      { $match: within("createdAt", { from, before }) },
      { $group: { _id: "$outcome.kind", count: { $sum: 1 } } },
    ]);
    const next = new Map(sums);
    for (const { _id, count } of groups) next.set(_id ?? "open", (next.get(_id ?? "open") ?? 0) + count);
    return next;
  }

  /** Till when all mails have their outcome. */
  async function settledUntil(): Promise<Date> {
    // Asked for one by one: each has a small index of its own. A mailbox that is taken in for the first time has very many of them.
    const oldest = await Promise.all(
      ["seen", "stored"].map((state) =>
        mails.aggregate<{ at: Date }>([{ $match: { state } }, { $group: { _id: null, at: { $min: "$createdAt" } } }]),
      ),
    );
    const hour = Math.floor((Date.now() - LIVE_MS) / HOUR_MS) * HOUR_MS;
    return new Date(Math.min(hour, ...oldest.flat().map(({ at }) => Number(at))));
  }

  return {
    async read() {
      const taken = ((await counters.findOne({ _id: TAKEN }).lean())?.value as number | undefined) ?? 0;
      const until = await settledUntil();
      // An older mail without an outcome had one before.
      const known = settled?.taken === taken && settled.until <= until ? settled : undefined;
      const isUpToDate = known?.until.getTime() === until.getTime();
      const sums = isUpToDate ? known.sums : await countBetween(known?.until, until, known?.sums ?? new Map());
      settled = { until, sums, taken };
      return Object.fromEntries(await countBetween(until, undefined, sums)) as Counts;
    },
    async outcomeTaken() {
      await counters.updateOne({ _id: TAKEN }, { $inc: { value: 1 } }, { upsert: true });
    },
  };
}
