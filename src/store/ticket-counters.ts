import type { ClientSession, Connection } from "mongoose";
import type { Ticket } from "../core/ticket.ts";
import { isTalliedInFull, type TicketTally } from "../core/ticket-tally.ts";
import { isOver, markOf, type Rolled } from "./daily-rollups.ts";
import { fromStored } from "./documents.ts";
import { add, bucketOf, createKeptCounts, deltasOf, type KeptCounts, partsOf } from "./kept-counts.ts";
import type { Models } from "./models.ts";
import type { PendingInserts } from "./pending-inserts.ts";
import type { Headed } from "./ticket-terms.ts";

/** How many tickets are alike in status, assignee, category and priority. */
export interface TicketCounters extends Pick<KeptCounts, "ensure" | "changed"> {
  read(): Promise<readonly TicketTally[]>;
}

/** What tickets are alike in, for the database. */
export const ALIKE = { status: "$status", assignee: "$assignee", category: "$category", priority: "$priority" };

export function createTicketCounters(connection: Connection, models: Models): TicketCounters {
  const kept = createKeptCounts({
    connection,
    counts: models.ticketCounts,
    deltas: models.ticketDeltas,
    id: "tickets by status, assignee, category, priority",
    async countAll(session) {
      const rows = await models.tickets
        .aggregate<{ _id: Counted; count: number }>([{ $group: { _id: ALIKE, count: { $sum: 1 } } }])
        .session(session);
      const buckets: Record<string, number> = {};
      for (const { _id, count } of rows) add(buckets, ticketBucket(_id), count);
      return buckets;
    },
  });
  return {
    ...kept,
    read: async () => (await kept.read()).map(([bucket, count]) => ({ ...alike(bucket), count })),
  };
}

/** What a transaction does to the counts, and to the days that are rolled up. */
export interface TicketChanges {
  seen(ticket: Ticket): void;
  inserted(ticket: Ticket): void;
  /** Before the ticket is written. Out: the version it takes the place of; nothing when there is another by now. */
  updating(ticket: Ticket): Promise<Known | undefined>;
  /** Keeps the rows back for the transaction's last flush; says whether there are any. */
  finish(): boolean;
}

type Counted = Pick<Ticket, "status" | "assignee" | "category" | "priority">;
type Times = Pick<Ticket, "firstRespondedAt" | "firstResponseDueAt" | "solvedAt" | "resolutionDueAt">;
/** A ticket as it was before the transaction wrote it. */
type Known = Counted & Times & Pick<Ticket, "createdAt" | "channel" | "version"> & Headed;

export function createTicketChanges(models: Models, session: ClientSession, inserts: PendingInserts): TicketChanges {
  const known = new Map<string, Known>();
  const sums: Record<string, number> = {};
  let marked = false;
  /** No roll-up is made of a day before it is over: what changes a day that is not needs no mark. */
  function mark(of: Rolled, { createdAt }: Pick<Ticket, "createdAt">): void {
    if (!isOver(createdAt)) return;
    inserts.add("dayMarks", markOf(of, createdAt));
    marked = true;
  }
  async function stored(_id: string, version: number): Promise<Known | undefined> {
    const row = await models.tickets.findOne({ _id, version }, { searchTerms: 0 }, { session }).lean();
    return row ? fromStored<Ticket>(row) : undefined;
  }

  return {
    seen: (ticket) => known.set(ticket.id, ticket),
    inserted(ticket) {
      add(sums, ticketBucket(ticket), 1);
      known.set(ticket.id, ticket);
      mark("opened", ticket);
      mark("times", ticket);
    },
    async updating(ticket) {
      const { id, version } = ticket;
      const seen = known.get(id);
      const before = seen?.version === version ? seen : await stored(id, version);
      // Somebody else's version: the write will be refused.
      if (!before) return undefined;
      add(sums, ticketBucket(before), -1);
      add(sums, ticketBucket(ticket), 1);
      if (before.category !== ticket.category || before.channel !== ticket.channel) mark("opened", ticket);
      if (!isSameTimes(before, ticket)) mark("times", ticket);
      known.set(id, { ...ticket, version: version + 1 });
      return before;
    },
    finish() {
      const deltas = deltasOf(sums);
      for (const delta of deltas) inserts.add("ticketDeltas", delta);
      return deltas.length > 0 || marked;
    },
  };
}

const TIMES = ["firstRespondedAt", "firstResponseDueAt", "solvedAt", "resolutionDueAt"] as const;
const isSameTimes = (before: Times, after: Times) =>
  TIMES.every((name) => (before[name]?.getTime() ?? 0) === (after[name]?.getTime() ?? 0));

function ticketBucket({ status, assignee, category, priority }: Counted): string {
  return isTalliedInFull(status) ? bucketOf([status, assignee ?? "", category, priority]) : status;
}

function alike(bucket: string): Omit<TicketTally, "count"> {
  const [status, assignee, category, priority] = partsOf(bucket);
  return {
    status,
    ...(assignee && { assignee }),
    ...(category && { category }),
    ...(priority && { priority }),
  } as Omit<TicketTally, "count">;
}
