import type { TicketQuery } from "../core/ports.ts";
import type { TicketTally } from "../core/ticket-tally.ts";

/** Roughly, how large a part of all tickets is. */
export type ShareOf = (query: Pick<TicketQuery, "status" | "assignee">) => Promise<number>;

const FRESH_MS = 60_000;

/** Shares by status, and by member where that is counted, from counts no older than a minute. In: reads the counts. Out: 0..1. */
export function createTicketShares(readTallies: () => Promise<readonly TicketTally[]>): ShareOf {
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
    if (!status) return 1;
    const all = await tallies();
    const isTheirs = (one: TicketTally) => typeof assignee !== "string" || (one.assignee ?? assignee) === assignee;
    const total = sum(all);
    return total > 0 ? sum(all.filter((one) => status.includes(one.status) && isTheirs(one))) / total : 1;
  };
}

const sum = (tallies: readonly TicketTally[]) => tallies.reduce((total, { count }) => total + count, 0);
