import type { ShelfItem } from "./shelf-item.ts";
import { TICKET_STATUSES, type TicketPriority } from "./ticket.ts";

/** The queues: `active` is what waits for the office now, `snoozed` what was put off, the rest are single states and everything. */
export const VIEWS = ["active", ...TICKET_STATUSES, "snoozed", "all"] as const;
export type View = (typeof VIEWS)[number];

/** What part of the tickets somebody looks at, and in which order. */
export interface TicketFilter {
  readonly view: View;
  /** "", "me", "none", or a staff id. */
  readonly assignee: string;
  readonly category: string;
  readonly priority: TicketPriority | "";
  readonly q: string;
  /** "due": what is due soonest first; else the newest change first. */
  readonly sort: "" | "due";
}

/** Such a part under a name. "me" in a shared one is whoever looks. */
export interface SavedView extends ShelfItem {
  readonly filter: TicketFilter;
  /** Its place among its owner's, or among the shared ones. */
  readonly order: number;
}
