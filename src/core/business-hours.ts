import { dayKind, shifted } from "./holidays.ts";
import { turkishDay } from "./turkish-time.ts";

/** When the office works, beside the public holidays. Times are minutes after midnight, Türkiye time. */
export interface WorkingCalendar {
  readonly opens: number;
  readonly closes: number;
  /** When the work of an eve, and of a half day of the office's own, ends. */
  readonly eveCloses: number;
  /** Days of the week with work: 1 (Monday) to 7 (Sunday). */
  readonly weekdays: readonly number[];
  /** Days on which this office works otherwise than the country's calendar says. */
  readonly ownHolidays: readonly OwnHoliday[];
}

export interface OwnHoliday {
  /** "2026-12-31". */
  readonly day: string;
  readonly half: boolean;
  /** A whole day of work, though it is a weekend or a holiday of the country. */
  readonly works?: boolean;
  readonly name: string;
}

export const USUAL_CALENDAR: WorkingCalendar = {
  opens: 8 * 60 + 30,
  closes: 17 * 60 + 30,
  eveCloses: 13 * 60,
  weekdays: [1, 2, 3, 4, 5],
  ownHolidays: [],
};

/** Minutes of a whole day's work. */
export function workingDay({ opens, closes }: WorkingCalendar): number {
  return closes - opens;
}

const MINUTE = 60_000;
/** Türkiye has kept UTC+3 the whole year since 2016-09-08. */
const OFFSET_MINUTES = 3 * 60;
/** The search for a deadline ends here: whoever has ten years has all the time there is. */
const MOST_DAYS = 3_660;

/** The instant when so many working minutes have passed since `from`. Days off, holidays and afternoons of eves do not count; ten years on at the latest. */
export function addWorkingMinutes(from: Date, minutes: number, calendar: WorkingCalendar): Date {
  let left = minutes;
  let day = turkishDay(from);
  let start = from.getTime();
  for (let days = 0; days < MOST_DAYS; days += 1) {
    const window = windowOf(day, calendar);
    if (window) {
      const begins = Math.max(start, window.opens);
      const room = (window.closes - begins) / MINUTE;
      if (room >= left) return new Date(begins + left * MINUTE);
      left -= Math.max(0, room);
    }
    day = shifted(day, 1);
    start = midnight(day);
  }
  return new Date(start);
}

/** Working minutes between two instants; 0 when the second is not later. */
export function workingMinutesBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  let passed = 0;
  const last = turkishDay(to);
  for (let day = turkishDay(from); day <= last; day = shifted(day, 1)) {
    const window = windowOf(day, calendar);
    if (!window) continue;
    const begins = Math.max(from.getTime(), window.opens);
    const ends = Math.min(to.getTime(), window.closes);
    passed += Math.max(0, ends - begins) / MINUTE;
  }
  return passed;
}

/**
 * Whether the office works at this instant.
 * @public
 */
export function isWorkingTime(at: Date, calendar: WorkingCalendar): boolean {
  const window = windowOf(turkishDay(at), calendar);
  return window !== undefined && at.getTime() >= window.opens && at.getTime() < window.closes;
}

function windowOf(day: string, calendar: WorkingCalendar): { opens: number; closes: number } | undefined {
  // Sunday is 0 there and 7 here.
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  const own = calendar.ownHolidays.find((holiday) => holiday.day === day);
  const kind = own?.works ? "working" : dayKind(day);
  const isWeekend = !calendar.weekdays.includes(weekday) && !own?.works;
  if (isWeekend || kind === "holiday" || (own && !own.half && !own.works)) return undefined;
  const start = midnight(day);
  const closes = kind === "eve" || own?.half ? calendar.eveCloses : calendar.closes;
  return { opens: start + calendar.opens * MINUTE, closes: start + closes * MINUTE };
}

/** The instant a Turkish day begins. */
function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - OFFSET_MINUTES * MINUTE;
}
