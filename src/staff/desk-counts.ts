import type { Office } from "../core/ports.ts";
import type { TicketFilter } from "../core/saved-view.ts";
import { TICKET_STATUSES, type TicketStatus } from "../core/ticket.ts";
import { isTalliedInFull, type TicketTally } from "../core/ticket-tally.ts";
import { assigneeOf, statusesOf } from "./ticket-view.ts";

/** Tickets in each queue: `active` is what waits for the office now, without what was put off. */
export type QueueCounts = Readonly<Record<TicketStatus | "active" | "snoozed", number>>;

/** The kept figures at one moment: every queue's and nearly every saved view's count is a sum of some of them. */
export interface DeskCounts {
  readonly all: readonly TicketTally[];
  readonly asleep: readonly TicketTally[];
}

export async function deskCounts({ store, clock }: Office): Promise<DeskCounts> {
  const [all, asleep] = await Promise.all([store.tickets.tallies(), store.tickets.asleep(clock.now())]);
  return { all, asleep };
}

export function queueCounts(counts: DeskCounts): QueueCounts {
  const byStatus = TICKET_STATUSES.map((status) => [status, sum(counts.all, (one) => one.status === status)] as const);
  const filter = { assignee: "", category: "", priority: "", q: "", sort: "" } as const;
  const of = (view: "active" | "snoozed") => countOf({ ...filter, view }, "", counts) ?? 0;
  return {
    ...(Object.fromEntries(byStatus) as Record<TicketStatus, number>),
    active: of("active"),
    snoozed: of("snoozed"),
  };
}

/**
 * How many tickets a filter shows the member who looks. Nothing for a search, and where finished tickets are asked for by more than
 * their status: of those no such figures are kept.
 */
export function countOf(filter: TicketFilter, staff: string, { all, asleep }: DeskCounts): number | undefined {
  const { view, category, priority, q, sort } = filter;
  if (q || view === "all") return undefined;
  const assignee = assigneeOf(filter, staff);
  // What has no due date does not stand in a list by due dates: that is all that waits for somebody else or is finished.
  const statuses = statusesOf(view).filter((status) => sort !== "due" || status === "new" || status === "open");
  const isPlain = assignee === undefined && !category && !priority;
  if (!isPlain && !statuses.every(isTalliedInFull)) return undefined;
  const fits = (one: TicketTally) =>
    statuses.includes(one.status) &&
    (assignee === undefined || (one.assignee ?? null) === assignee) &&
    (!category || one.category === category) &&
    (!priority || one.priority === priority);
  if (view === "snoozed") return sum(asleep, fits);
  return sum(all, fits) - (view === "active" ? sum(asleep, fits) : 0);
}

function sum(tallies: readonly TicketTally[], fits: (one: TicketTally) => boolean): number {
  return tallies.reduce((total, one) => total + (fits(one) ? one.count : 0), 0);
}
