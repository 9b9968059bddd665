import { addWorkingMinutes, USUAL_CALENDAR, type WorkingCalendar, workingMinutesBetween } from "./business-hours.ts";
import type { Ticket, TicketPriority } from "./ticket.ts";

/** Targets in working minutes. */
export interface ServiceTarget {
  readonly firstResponse: number;
  readonly resolution: number;
}

/** How soon the office answers and solves, by priority, and when it works. */
export interface ServiceLevels {
  readonly targets: Readonly<Record<TicketPriority, ServiceTarget>>;
  readonly calendar: WorkingCalendar;
  /** The last share of a target's time, 0..1, in which it is shown as near. */
  readonly warningShare: number;
}

/** A usual working day, 08:30 to 17:30. */
const DAY = 540;

/** Before anybody chose others. */
export const USUAL_SERVICE_LEVELS: ServiceLevels = {
  targets: {
    urgent: { firstResponse: 60, resolution: DAY },
    high: { firstResponse: 4 * 60, resolution: 2 * DAY },
    normal: { firstResponse: DAY, resolution: 5 * DAY },
    low: { firstResponse: 2 * DAY, resolution: 10 * DAY },
  },
  calendar: USUAL_CALENDAR,
  warningShare: 0.2,
};

type Dues = Pick<Ticket, "firstResponseDueAt" | "resolutionDueAt">;

/** When a ticket opened now must be answered and solved. */
export function dueDates(
  { targets, calendar }: ServiceLevels,
  priority: TicketPriority,
  openedAt: Date,
): Required<Dues> {
  const { firstResponse, resolution } = targets[priority];
  return {
    firstResponseDueAt: addWorkingMinutes(openedAt, firstResponse, calendar),
    resolutionDueAt: addWorkingMinutes(openedAt, resolution, calendar),
  };
}

/** The ticket under another priority: its due dates as if opened with it, and the working time it waited added again. */
export function withPriority(levels: ServiceLevels, ticket: Ticket, priority: TicketPriority): Ticket {
  if (priority === ticket.priority || !ticket.resolutionDueAt) return { ...ticket, priority };
  const { firstResponseDueAt, resolutionDueAt } = dueDates(levels, priority, ticket.createdAt);
  const due = addWorkingMinutes(resolutionDueAt, ticket.waitedMinutes ?? 0, levels.calendar);
  return { ...ticket, priority, firstResponseDueAt, resolutionDueAt: due };
}

/** While the requester is awaited, the solution's clock stands still. */
export function paused(ticket: Ticket, now: Date): Ticket {
  return ticket.pausedAt ? ticket : { ...ticket, pausedAt: now };
}

/** Goes on after a pause: the working time it took is added to the due date, and kept for a change of priority. */
export function resumed({ calendar }: ServiceLevels, ticket: Ticket, now: Date): Ticket {
  const { pausedAt, ...rest } = ticket;
  if (!pausedAt || !ticket.resolutionDueAt) return rest;
  const minutes = workingMinutesBetween(pausedAt, now, calendar);
  return {
    ...rest,
    waitedMinutes: (ticket.waitedMinutes ?? 0) + minutes,
    resolutionDueAt: addWorkingMinutes(ticket.resolutionDueAt, minutes, calendar),
  };
}

export interface NextDue {
  readonly what: "firstResponse" | "resolution";
  readonly at: Date;
}

/** What is due next on a ticket; nothing while it waits for the requester, or once it is solved. */
export function nextDue(ticket: Ticket): NextDue | undefined {
  if (ticket.status === "pending" || ticket.status === "solved" || ticket.status === "closed") return undefined;
  const what = ticket.firstRespondedAt ? "resolution" : "firstResponse";
  const at = what === "resolution" ? ticket.resolutionDueAt : ticket.firstResponseDueAt;
  return at && { what, at };
}

export type DueState = "inTime" | "soon" | "late";

/** How near something due on a ticket of this priority is. */
export function dueState(levels: ServiceLevels, priority: TicketPriority, { what, at }: NextDue, now: Date): DueState {
  if (at <= now) return "late";
  const left = workingMinutesBetween(now, at, levels.calendar);
  return left <= levels.warningShare * levels.targets[priority][what] ? "soon" : "inTime";
}
