import type { TicketQuery } from "../core/ports.ts";
import type { TicketTally } from "../core/ticket-tally.ts";

/** Roughly, how large a part of the tickets is: how many there are, and which share of all that is, 0..1. */
export interface PartSize {
  readonly count: number;
  readonly share: number;
}
export type SizeOf = (query: Pick<TicketQuery, "status" | "assignee">) => Promise<PartSize>;

const FRESH_MS = 60_000;

/** Sizes by status, and by member where that is counted, from counts no older than a minute. In: reads the counts. */
export function createTicketSizes(readTallies: () => Promise<readonly TicketTally[]>): SizeOf {
  let known: Promise<readonly TicketTally[]> | undefined;
  let readAt = 0;

  function tallies(): Promise<readonly TicketTally[]> {
    if (known && Date.now() - readAt <= FRESH_MS) return known;
    readAt = Date.now();
    const fresh = readTallies();
    known = fresh;
    fresh.catch(() => {
      known = undefined;
    });
    return fresh;
  }

  return async ({ status, assignee }) => {
    const all = await tallies();
    const isTheirs = (one: TicketTally) => typeof assignee !== "string" || (one.assignee ?? assignee) === assignee;
    const count = sum(all.filter((one) => (status?.includes(one.status) ?? true) && isTheirs(one)));
    const total = sum(all);
    return { count, share: total > 0 ? count / total : 1 };
  };
}

const sum = (tallies: readonly TicketTally[]) => tallies.reduce((total, { count }) => total + count, 0);
