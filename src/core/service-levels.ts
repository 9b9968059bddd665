import { addWorkingMinutes, USUAL_CALENDAR, type WorkingCalendar, workingMinutesBetween } from "./business-hours.ts";
import { DUE_KINDS, type DueKind, isFinished, TICKET_PRIORITIES, type Ticket, type TicketPriority } from "./ticket.ts";

/** Targets in working minutes. */
export interface ServiceTarget {
  readonly firstResponse: number;
  readonly resolution: number;
}

/** How soon the office answers and solves, by priority, and when it works. */
export interface ServiceLevels {
  readonly targets: Readonly<Record<TicketPriority, ServiceTarget>>;
  readonly calendar: WorkingCalendar;
  /** The last share of a target's time, 0..1, in which it is shown as near and told; 0 for never. */
  readonly warningShare: number;
  /** Whether a ticket whose target passed goes up by one priority. */
  readonly raisesLate: boolean;
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
  raisesLate: false,
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

/**
 * The ticket under another priority: its due dates as if opened with it, and the working time it waited added again. A target that
 * moved into the future is told of anew.
 */
export function withPriority(levels: ServiceLevels, ticket: Ticket, priority: TicketPriority, now: Date): Ticket {
  if (priority === ticket.priority || !ticket.resolutionDueAt) return { ...ticket, priority };
  const { warned, escalated, ...rest } = ticket;
  const dues = later(levels, ticket, dueDates(levels, priority, clockStart(ticket)), ticket.waitedMinutes ?? 0);
  const isAhead = (what: DueKind) => timeOf(dues[DUE_AT[what]]) > Math.max(timeOf(ticket[DUE_AT[what]]), now.getTime());
  const toldStill = DUE_KINDS.filter((what) => !isAhead(what));
  const [stillWarned, stillEscalated] = [warned, escalated].map((told) =>
    toldStill.findLast((what) => covers(told, what)),
  );
  return {
    ...rest,
    ...dues,
    priority,
    ...(stillWarned && { warned: stillWarned }),
    ...(stillEscalated && { escalated: stillEscalated }),
  };
}

/** Since when a ticket's targets are reckoned. */
export function clockStart({ createdAt, clockFrom }: Ticket): Date {
  return clockFrom ?? createdAt;
}

/** While the requester is awaited, the clocks stand still. */
export function paused(ticket: Ticket, now: Date): Ticket {
  return ticket.pausedAt ? ticket : { ...ticket, pausedAt: now };
}

/** Goes on after a pause: the working time it took is added to what is still due, and kept for a change of priority. */
export function resumed(levels: ServiceLevels, ticket: Ticket, now: Date): Ticket {
  const { pausedAt, ...rest } = ticket;
  if (!pausedAt || !ticket.resolutionDueAt) return rest;
  const minutes = workingMinutesBetween(pausedAt, now, levels.calendar);
  return { ...rest, ...later(levels, rest, rest, minutes), waitedMinutes: (ticket.waitedMinutes ?? 0) + minutes };
}

/** These due dates, so many working minutes later; that of a first answer which was given stays. */
function later({ calendar }: ServiceLevels, { firstRespondedAt }: Ticket, dues: Dues, minutes: number): Dues {
  const { firstResponseDueAt, resolutionDueAt } = dues;
  const moved = (due: Date) => addWorkingMinutes(due, minutes, calendar);
  return {
    ...(firstResponseDueAt && {
      firstResponseDueAt: firstRespondedAt ? firstResponseDueAt : moved(firstResponseDueAt),
    }),
    ...(resolutionDueAt && { resolutionDueAt: moved(resolutionDueAt) }),
  };
}

const DUE_AT = { firstResponse: "firstResponseDueAt", resolution: "resolutionDueAt" } as const;

function timeOf(due: Date | undefined): number {
  return due?.getTime() ?? 0;
}

export interface Due {
  readonly what: DueKind;
  readonly at: Date;
}

/** What is due next on a ticket; nothing while it waits for the requester, or once it is solved or its person erased. */
export function nextDue(ticket: Ticket): Due | undefined {
  return runningDues(ticket)[0];
}

/** Every target whose clock runs, the sooner first. */
function runningDues({ status, erasedAt, ...ticket }: Ticket): readonly Due[] {
  if (status === "pending" || isFinished({ status }) || erasedAt) return [];
  const { firstRespondedAt, firstResponseDueAt, resolutionDueAt } = ticket;
  return [
    ...(firstResponseDueAt && !firstRespondedAt ? [{ what: "firstResponse", at: firstResponseDueAt } as const] : []),
    ...(resolutionDueAt ? [{ what: "resolution", at: resolutionDueAt } as const] : []),
  ];
}

export type DueState = "inTime" | "soon" | "late";

/** How near something due on a ticket of this priority is. */
export function dueState(levels: ServiceLevels, priority: TicketPriority, { what, at }: Due, now: Date): DueState {
  if (at <= now) return "late";
  const warning = warningMinutes(levels, priority, what);
  return warning > 0 && workingMinutesBetween(now, at, levels.calendar) <= warning ? "soon" : "inTime";
}

/** What falls due by then is near. Nothing when no warning is wanted. */
export function nearBy(levels: ServiceLevels, priority: TicketPriority, what: DueKind, now: Date): Date | undefined {
  const warning = warningMinutes(levels, priority, what);
  return warning > 0 ? addWorkingMinutes(now, warning, levels.calendar) : undefined;
}

function warningMinutes({ warningShare, targets }: ServiceLevels, priority: TicketPriority, what: DueKind): number {
  return warningShare * targets[priority][what];
}

/** A target that is near or has passed, of which nobody was told. */
export interface DueNews extends Due {
  readonly state: "soon" | "late";
}

/** What is to be told of a ticket: each target once when it is near and once when it has passed; nothing is near any more once it has passed. */
export function dueNews(levels: ServiceLevels, ticket: Ticket, now: Date): readonly DueNews[] {
  return runningDues(ticket).flatMap((due) => {
    const state = dueState(levels, ticket.priority, due, now);
    const { warned, escalated } = ticket;
    if (state === "inTime" || covers(escalated, due.what)) return [];
    return state === "soon" && covers(warned, due.what) ? [] : [{ ...due, state }];
  });
}

/** The solution is never due before the first response: whoever was told of it needs no word of the other. */
export function covers(told: DueKind | undefined, what: DueKind): boolean {
  return told === "resolution" || told === what;
}

/** One priority up; the highest stays. */
export function raised(priority: TicketPriority): TicketPriority {
  return TICKET_PRIORITIES[TICKET_PRIORITIES.indexOf(priority) + 1] ?? priority;
}
