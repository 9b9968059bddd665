import type { TicketQuery } from "../core/ports.ts";
import { TICKET_STATUSES, type TicketStatus } from "../core/ticket.ts";
import type { StaffVisit } from "./route.ts";

/** The queues: `active` is what waits for the office now, `snoozed` what was put off, the rest are single states and everything. */
export const VIEWS = ["active", ...TICKET_STATUSES, "snoozed", "all"] as const;
export type View = (typeof VIEWS)[number];

/** What part of the tickets somebody looks at, as it stands in the address of the list and of each ticket opened from it. */
export interface TicketView {
  readonly view: View;
  /** "", "me", "none", or a staff id. */
  readonly assignee: string;
  readonly category: string;
  readonly q: string;
  /** "due": what is due soonest first; else the newest change first. */
  readonly sort: "" | "due";
  readonly cursor?: string;
}

export function readTicketView({ query }: StaffVisit): TicketView {
  const view = query.get("status") as View;
  const cursor = query.get("cursor");
  return {
    view: VIEWS.includes(view) ? view : "active",
    assignee: query.get("assignee") ?? "",
    category: query.get("category") ?? "",
    q: (query.get("q") ?? "").slice(0, 200),
    sort: query.get("sort") === "due" ? "due" : "",
    ...(cursor && { cursor }),
  };
}

/** The view as a query string, without what is usual; changes replace parts of it. */
export function viewQuery({ view, assignee, category, q, sort }: TicketView, change: Partial<TicketView> = {}): string {
  const next = { view, assignee, category, q, sort, ...change };
  const query = new URLSearchParams();
  if (next.view !== "active") query.set("status", next.view);
  if (next.assignee) query.set("assignee", next.assignee);
  if (next.category) query.set("category", next.category);
  if (next.q) query.set("q", next.q);
  if (next.sort) query.set("sort", next.sort);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

export function ticketQuery(view: TicketView, staff: string, limit: number, now: Date): TicketQuery {
  return {
    limit,
    ...(view.cursor && { cursor: view.cursor }),
    ...(view.view !== "all" && { status: statusesOf(view.view) }),
    ...(view.view === "active" && { awakeAt: now }),
    ...(view.view === "snoozed" && { asleepAt: now }),
    ...(view.assignee && {
      assignee: view.assignee === "none" ? null : view.assignee === "me" ? staff : view.assignee,
    }),
    ...(view.category && { category: view.category }),
    ...(view.q && { q: view.q }),
    ...(view.sort && { sort: view.sort }),
  };
}

function statusesOf(view: Exclude<View, "all">): readonly TicketStatus[] {
  if (view === "snoozed") return ["new", "open", "pending"];
  return view === "active" ? ["new", "open"] : [view];
}
