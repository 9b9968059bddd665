import type { ClientSession, Connection } from "mongoose";
import type { Ticket } from "../core/ticket.ts";
import { isTalliedInFull, type TicketTally } from "../core/ticket-tally.ts";
import { turkishDay } from "../core/turkish-time.ts";
import { newId } from "./ids.ts";
import type { Models } from "./models.ts";
import type { PendingInserts } from "./pending-inserts.ts";

/**
 * How many tickets are alike in status, assignee, category and priority, without counting them.
 *
 * A change adds a row to `ticketDeltas` in the ticket's own transaction: rows never conflict with one another, so that there is no
 * hot document, and a crash loses neither the change nor its count. Now and then the rows are folded into the one document of
 * `ticketCounts`. The counts are that document and the rows not folded yet: right at every moment. Once a day all is counted anew,
 * in one snapshot, in case somebody changed tickets past the product.
 */
export interface TicketCounters {
  /** Counts everything when there are no counts yet. */
  ensure(): Promise<void>;
  read(): Promise<readonly TicketTally[]>;
  /** Told of each commit that changed counts. */
  changed(): void;
}

/** The name of what is counted here: another name, and all is counted anew at the next start. */
const ID = "tickets by status, assignee, category, priority";
const FOLD_AFTER = 100;
const FOLD_MOST = 1_000;
const RECOUNT_MS = 24 * 60 * 60_000;
/** Folds are rare: a reading is hardly ever caught by one, and never by this many in a row. */
const TRIES = 5;

/** What tickets are alike in, for the database. */
export const ALIKE = { status: "$status", assignee: "$assignee", category: "$category", priority: "$priority" };

export function createTicketCounters(connection: Connection, models: Models): TicketCounters {
  const { tickets, ticketCounts, ticketDeltas } = models;
  let waiting = 0;
  let folding = false;

  async function inTransaction(work: (session: ClientSession) => Promise<void>): Promise<void> {
    const session = await connection.startSession();
    try {
      await session.withTransaction(() => work(session));
    } finally {
      await session.endSession();
    }
  }

  const fold = () =>
    inTransaction(async (session) => {
      const rows = await ticketDeltas.find({}, undefined, { session }).limit(FOLD_MOST).lean();
      if (rows.length === 0) return;
      const sums: Record<string, number> = {};
      for (const row of rows) add(sums, `buckets.${row.bucket as string}`, row.by as number);
      await ticketDeltas.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) } }, { session });
      await ticketCounts.updateOne({ _id: ID }, { $inc: { ...sums, folds: 1 } }, { session });
    });

  const recount = () =>
    inTransaction(async (session) => {
      const rows = await tickets
        .aggregate<{ _id: Counted; count: number }>([{ $group: { _id: ALIKE, count: { $sum: 1 } } }])
        .session(session);
      const buckets: Record<string, number> = {};
      for (const { _id, count } of rows) add(buckets, bucketOf(_id), count);
      // Only rows of this snapshot go: one that is written meanwhile is counted by neither, and stays.
      await ticketDeltas.deleteMany({}, { session });
      const counted = { $set: { buckets, countedAt: new Date() }, $inc: { folds: 1 } };
      await ticketCounts.updateOne({ _id: ID }, counted, { session, upsert: true });
    });

  /** One at a time and unattended: what fails here is done by the next one. */
  function foldLater(): void {
    if (folding) return;
    folding = true;
    waiting = 0;
    fold()
      .then(async () => {
        const base = await ticketCounts.findById(ID, { countedAt: 1 }).lean();
        if (Date.now() - Number(base?.countedAt ?? 0) > RECOUNT_MS) await recount();
      })
      .catch(() => undefined)
      .finally(() => {
        folding = false;
      });
  }

  return {
    async ensure() {
      const base = await ticketCounts.findById(ID).lean();
      if (!base) {
        await recount().catch(async (error: unknown) => {
          // Another process that starts at the same moment may have been first.
          if (!(await ticketCounts.findById(ID).lean())) throw error;
        });
      } else if (Date.now() - Number(base.countedAt) > RECOUNT_MS) foldLater();
    },
    async read() {
      for (let tries = 1; ; tries++) {
        const base = await ticketCounts.findById(ID).lean();
        const rows = await ticketDeltas.aggregate<{ _id: string; by: number; rows: number }>([
          { $group: { _id: "$bucket", by: { $sum: "$by" }, rows: { $sum: 1 } } },
        ]);
        const after = await ticketCounts.findById(ID, { folds: 1 }).lean();
        if (base?.folds !== after?.folds && tries < TRIES) continue;
        const sums: Record<string, number> = { ...(base?.buckets as Record<string, number> | undefined) };
        for (const { _id, by } of rows) add(sums, _id, by);
        if (rows.reduce((sum, row) => sum + row.rows, 0) > FOLD_AFTER) foldLater();
        return Object.entries(sums).flatMap(([bucket, count]) => (count > 0 ? [{ ...alike(bucket), count }] : []));
      }
    },
    changed() {
      waiting += 1;
      if (waiting >= FOLD_AFTER) foldLater();
    },
  };
}

/** What a transaction does to the counts, and to the days that are rolled up. */
export interface TicketChanges {
  seen(ticket: Ticket): void;
  inserted(ticket: Ticket): void;
  /** Before the ticket is written. */
  updating(ticket: Ticket): Promise<void>;
  /** Keeps the rows back for the transaction's last flush; says whether there are any. */
  finish(): boolean;
}

type Counted = Pick<Ticket, "status" | "assignee" | "category" | "priority">;
/** A ticket as it was before the transaction wrote it. */
type Known = Counted & Pick<Ticket, "createdAt" | "version">;

export function createTicketChanges(models: Models, session: ClientSession, inserts: PendingInserts): TicketChanges {
  const known = new Map<string, Known>();
  const sums: Record<string, number> = {};
  /** A roll-up of that day computed without this transaction is not taken for a valid one. */
  const markDay = (instant: Date) => inserts.add("dayMarks", { _id: newId(), day: turkishDay(instant) });

  return {
    seen: (ticket) => known.set(ticket.id, ticket),
    inserted(ticket) {
      add(sums, bucketOf(ticket), 1);
      known.set(ticket.id, ticket);
      if (turkishDay(ticket.createdAt) !== turkishDay(new Date())) markDay(ticket.createdAt);
    },
    async updating(ticket) {
      const { id, version } = ticket;
      const seen = known.get(id);
      const before =
        seen?.version === version
          ? seen
          : await models.tickets.findOne({ _id: id, version }, undefined, { session }).lean();
      // Somebody else's version: the write will be refused.
      if (!before) return;
      add(sums, bucketOf(before as unknown as Known), -1);
      add(sums, bucketOf(ticket), 1);
      if (before.category !== ticket.category) markDay(ticket.createdAt);
      known.set(id, { ...ticket, version: version + 1 });
    },
    finish() {
      const changes = Object.entries(sums).filter(([, by]) => by !== 0);
      for (const [bucket, by] of changes) inserts.add("ticketDeltas", { _id: newId(), bucket, by });
      return changes.length > 0;
    },
  };
}

/** The name of a bucket is a part of a path in the database, where a dot parts names. */
function bucketOf({ status, assignee, category, priority }: Counted): string {
  if (!isTalliedInFull(status)) return status;
  const parts = [status, assignee ?? "", category, priority];
  return parts.map((part) => encodeURIComponent(part).replaceAll(".", "%2E")).join("/");
}

function alike(bucket: string): Omit<TicketTally, "count"> {
  const [status, assignee, category, priority] = bucket.split("/").map(decodeURIComponent);
  return {
    status,
    ...(assignee && { assignee }),
    ...(category && { category }),
    ...(priority && { priority }),
  } as Omit<TicketTally, "count">;
}

function add(sums: Record<string, number>, name: string, by: number): void {
  sums[name] = (sums[name] ?? 0) + by;
}
