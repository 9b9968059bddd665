import { addWorkingMinutes, workingMinutesBetween } from "./business-hours.ts";
import type { Ticket, TicketPriority } from "./ticket.ts";

/** Targets in working minutes; a working day has 540. */
export interface ServiceTarget {
  readonly firstResponse: number;
  readonly resolution: number;
}

const WORKING_DAY = 540;

/** How soon the office answers and solves, by priority. */
export const SERVICE_TARGETS: Readonly<Record<TicketPriority, ServiceTarget>> = {
  urgent: { firstResponse: 60, resolution: WORKING_DAY },
  high: { firstResponse: 4 * 60, resolution: 2 * WORKING_DAY },
  normal: { firstResponse: WORKING_DAY, resolution: 5 * WORKING_DAY },
  low: { firstResponse: 2 * WORKING_DAY, resolution: 10 * WORKING_DAY },
};

/** Working minutes before a due date from which on it is shown as near. */
export const WARNING_MINUTES = 120;

type Dues = Pick<Ticket, "firstResponseDueAt" | "resolutionDueAt">;

/** When a ticket opened now must be answered and solved. */
export function dueDates(priority: TicketPriority, openedAt: Date): Required<Dues> {
  const { firstResponse, resolution } = SERVICE_TARGETS[priority];
  return {
    firstResponseDueAt: addWorkingMinutes(openedAt, firstResponse),
    resolutionDueAt: addWorkingMinutes(openedAt, resolution),
  };
}

/** The ticket under another priority: its due dates as if opened with it, and the working time it was paused added again. */
export function withPriority(ticket: Ticket, priority: TicketPriority): Ticket {
  if (priority === ticket.priority || !ticket.resolutionDueAt) return { ...ticket, priority };
  const before = dueDates(ticket.priority, ticket.createdAt).resolutionDueAt;
  const pausedMinutes = workingMinutesBetween(before, ticket.resolutionDueAt);
  const dues = dueDates(priority, ticket.createdAt);
  return { ...ticket, priority, ...dues, resolutionDueAt: addWorkingMinutes(dues.resolutionDueAt, pausedMinutes) };
}

/** While the requester is awaited, the solution's clock stands still. */
export function paused(ticket: Ticket, now: Date): Ticket {
  return ticket.pausedAt ? ticket : { ...ticket, pausedAt: now };
}

/** Goes on after a pause: the working time it took is added to the due date. */
export function resumed(ticket: Ticket, now: Date): Ticket {
  const { pausedAt, ...rest } = ticket;
  if (!pausedAt || !ticket.resolutionDueAt) return rest;
  const minutes = workingMinutesBetween(pausedAt, now);
  return { ...rest, resolutionDueAt: addWorkingMinutes(ticket.resolutionDueAt, minutes) };
}

export interface NextDue {
  readonly what: "firstResponse" | "resolution";
  readonly at: Date;
  readonly state: "inTime" | "soon" | "late";
}

/** What is due next on a ticket; nothing while it waits for the requester, or once it is solved. */
export function nextDue(ticket: Ticket, now: Date): NextDue | undefined {
  if (ticket.status === "pending" || ticket.status === "solved" || ticket.status === "closed") return undefined;
  const what = ticket.firstRespondedAt ? "resolution" : "firstResponse";
  const at = what === "resolution" ? ticket.resolutionDueAt : ticket.firstResponseDueAt;
  if (!at) return undefined;
  if (at <= now) return { what, at, state: "late" };
  return { what, at, state: workingMinutesBetween(now, at) <= WARNING_MINUTES ? "soon" : "inTime" };
}
