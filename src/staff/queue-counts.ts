import type { Office } from "../core/ports.ts";
import type { TicketStatus } from "../core/ticket.ts";

/** Tickets in each queue: `active` is what waits for the office now, without what was put off. */
export type QueueCounts = Readonly<Record<TicketStatus | "active" | "snoozed", number>>;

export async function queueCounts({ store, clock }: Office): Promise<QueueCounts> {
  const [counts, snoozed] = await Promise.all([store.tickets.counts(), store.tickets.snoozedCount(clock.now())]);
  return { ...counts, active: counts.new + counts.open - snoozed, snoozed };
}
