import { shifted } from "../../core/holidays.ts";
import type { Span } from "../../core/reports.ts";
import { turkishDay } from "../../core/turkish-time.ts";

/** The longest span a report looks at, in days. */
export const MOST_DAYS = 366;

/** The days of a report, the last one today unless told. */
export interface DaySpan extends Span {
  /** Every Turkish day in it, "2026-11-23". */
  readonly days: readonly string[];
}

/** From the beginning of the first day to the end of the last, by the clock in Türkiye. */
export function daySpan(first: string, last: string): DaySpan {
  const days: string[] = [];
  for (let day = first; day <= last && days.length < MOST_DAYS; day = shifted(day, 1)) days.push(day);
  const end = shifted(days.at(-1) ?? first, 1);
  return { from: new Date(`${first}T00:00:00+03:00`), to: new Date(`${end}T00:00:00+03:00`), days };
}

/** The last so many days, today among them. */
export function lastDays(count: number, now: Date): DaySpan {
  const today = turkishDay(now);
  return daySpan(shifted(today, 1 - Math.min(count, MOST_DAYS)), today);
}
