import { addWorkingMinutes, type WorkingCalendar } from "../../core/business-hours.ts";
import { shifted } from "../../core/holidays.ts";
import { turkishDay } from "../../core/turkish-time.ts";

export const SNOOZES = ["tomorrow", "monday", "week", "month"] as const;
export type Snooze = (typeof SNOOZES)[number];

/** When a ticket put off this way comes back: the beginning of work on that day, or on the next working day after it. */
export function snoozeEnd(snooze: Snooze, now: Date, calendar: WorkingCalendar): Date {
  const today = turkishDay(now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const days = { tomorrow: 1, monday: (8 - weekday) % 7 || 7, week: 7, month: 30 }[snooze];
  return addWorkingMinutes(new Date(`${shifted(today, days)}T00:00:00+03:00`), 0, calendar);
}
