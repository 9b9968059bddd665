import type { TicketQuery } from "../core/ports.ts";
import { type TicketFilter, VIEWS, type View } from "../core/saved-view.ts";
import { TICKET_PRIORITIES, type TicketPriority, type TicketStatus, UNFINISHED } from "../core/ticket.ts";

/** What part of the tickets somebody looks at, as it stands in the address of the list and of each ticket opened from it. */
export interface TicketView extends TicketFilter {
  /** The saved view it was opened as; what is looked at may have been changed since. */
  readonly saved?: string;
  readonly cursor?: string;
}

export function readTicketView({ query }: { readonly query: URLSearchParams }): TicketView {
  const cursor = query.get("cursor");
  const saved = query.get("saved")?.match(/^[0-9a-f]{24}$/)?.[0];
  return { ...readTicketFilter(query), ...(saved && { saved }), ...(cursor && { cursor }) };
}

/** What is looked for, as an address or a form says it; what cannot be is as if it were not said. */
export function readTicketFilter(from: URLSearchParams): TicketFilter {
  const [view, priority] = [from.get("status") as View, from.get("priority") as TicketPriority];
  return {
    view: VIEWS.includes(view) ? view : "active",
    assignee: (from.get("assignee") ?? "").slice(0, 100),
    category: (from.get("category") ?? "").slice(0, 100),
    priority: TICKET_PRIORITIES.includes(priority) ? priority : "",
    q: (from.get("q") ?? "").trim().slice(0, 200),
    sort: from.get("sort") === "due" ? "due" : "",
  };
}

/** The filter as the fields of a form or of an address, without what is usual. */
export function filterFields({ view, assignee, category, priority, q, sort }: TicketFilter): URLSearchParams {
  const fields = new URLSearchParams();
  if (view !== "active") fields.set("status", view);
  for (const [name, value] of Object.entries({ assignee, category, priority, q, sort }))
    if (value) fields.set(name, value);
  return fields;
}

/** The view as a query string, without what is usual; changes replace parts of it. */
export function viewQuery(view: TicketView, change: Partial<TicketView> = {}): string {
  const next = { ...view, ...change };
  const query = filterFields(next);
  if (next.saved) query.set("saved", next.saved);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

export function isSameFilter(one: TicketFilter, other: TicketFilter): boolean {
  return filterFields(one).toString() === filterFields(other).toString();
}

export function ticketQuery(view: TicketView, staff: string, limit: number, now: Date): TicketQuery {
  return { ...filterQuery(view, staff, now), limit, ...(view.cursor && { cursor: view.cursor }) };
}

/** What is asked of the store for a filter, for the member who looks. */
export function filterQuery(filter: TicketFilter, staff: string, now: Date): Omit<TicketQuery, "limit" | "cursor"> {
  const { view, category, priority, q, sort } = filter;
  const assignee = assigneeOf(filter, staff);
  return {
    ...(view !== "all" && { status: statusesOf(view) }),
    ...(view === "active" && { awakeAt: now }),
    ...(view === "snoozed" && { asleepAt: now }),
    ...(assignee !== undefined && { assignee }),
    ...(category && { category }),
    ...(priority && { priority }),
    ...(q && { q }),
    ...(sort && { sort }),
  };
}

/** Whose tickets: `null` for nobody's, nothing for everybody's. */
export function assigneeOf({ assignee }: TicketFilter, staff: string): string | null | undefined {
  if (assignee === "") return undefined;
  if (assignee === "none") return null;
  return assignee === "me" ? staff : assignee;
}

export function statusesOf(view: Exclude<View, "all">): readonly TicketStatus[] {
  if (view === "snoozed") return UNFINISHED;
  return view === "active" ? ["new", "open"] : [view];
}
