import { addWorkingMinutes, type WorkingCalendar } from "../../core/business-hours.ts";
import { shifted } from "../../core/holidays.ts";
import { turkishDay, turkishLocalTime } from "../../core/turkish-time.ts";

export const SNOOZES = ["tomorrow", "monday", "week", "month"] as const;
export type Snooze = (typeof SNOOZES)[number];

const DAY_MS = 24 * 60 * 60_000;
/** So far a ticket may be put off. */
const LONGEST_DAYS = 366;
/** What `<input type="datetime-local">` sends. */
const LOCAL = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::00)?$/;

/** Why a moment cannot be taken. */
export type SnoozeFault = "snoozeNoTime" | "snoozePast" | "snoozeTooFar";

/** The moment somebody chose, "2026-12-01T09:30" on the clock of Türkiye; or why a ticket cannot be put off till then. */
export function chosenSnoozeEnd(text: string, now: Date): Date | SnoozeFault {
  const local = text.trim().match(LOCAL)?.[1];
  const end = new Date(`${local}:00+03:00`);
  // A 31st of February becomes one of March.
  if (!local || Number.isNaN(end.getTime()) || turkishLocalTime(end) !== local) return "snoozeNoTime";
  if (end <= now) return "snoozePast";
  return end > lastSnoozeEnd(now) ? "snoozeTooFar" : end;
}

export const lastSnoozeEnd = (now: Date): Date => new Date(now.getTime() + LONGEST_DAYS * DAY_MS);

/** When a ticket put off this way comes back: the beginning of work on that day, or on the next working day after it. */
export function snoozeEnd(snooze: Snooze, now: Date, calendar: WorkingCalendar): Date {
  const today = turkishDay(now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const days = { tomorrow: 1, monday: (8 - weekday) % 7 || 7, week: 7, month: 30 }[snooze];
  return addWorkingMinutes(new Date(`${shifted(today, days)}T00:00:00+03:00`), 0, calendar);
}
