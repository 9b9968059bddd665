import { dayKind, shifted } from "./holidays.ts";
import { turkishDay } from "./turkish-time.ts";

/** Minutes after midnight, Türkiye time. */
export interface WorkingHours {
  readonly opens: number;
  readonly closes: number;
  /** When an eve's work ends. */
  readonly eveCloses: number;
}

export const OFFICE_HOURS: WorkingHours = { opens: 8 * 60 + 30, closes: 17 * 60 + 30, eveCloses: 13 * 60 };

const MINUTE = 60_000;
/** Türkiye has kept UTC+3 the whole year since 2016-09-08. */
const OFFSET_MINUTES = 3 * 60;
/** A deadline further off than this is a mistake of the caller; it also ends the search. */
const MOST_DAYS = 3_660;

/** The instant when so many working minutes have passed since `from`. Weekends, holidays and afternoons of eves do not count. */
export function addWorkingMinutes(from: Date, minutes: number, hours: WorkingHours = OFFICE_HOURS): Date {
  let left = minutes;
  let day = turkishDay(from);
  let start = from.getTime();
  for (let days = 0; days < MOST_DAYS; days += 1) {
    const window = windowOf(day, hours);
    if (window) {
      const begins = Math.max(start, window.opens);
      const room = (window.closes - begins) / MINUTE;
      if (room >= left) return new Date(begins + left * MINUTE);
      left -= Math.max(0, room);
    }
    day = shifted(day, 1);
    start = midnight(day);
  }
  throw new RangeError(`${minutes} working minutes do not fit into ten years.`);
}

/** Working minutes between two instants; 0 when the second is not later. */
export function workingMinutesBetween(from: Date, to: Date, hours: WorkingHours = OFFICE_HOURS): number {
  let passed = 0;
  const last = turkishDay(to);
  for (let day = turkishDay(from); day <= last; day = shifted(day, 1)) {
    const window = windowOf(day, hours);
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
export function isWorkingTime(at: Date, hours: WorkingHours = OFFICE_HOURS): boolean {
  const window = windowOf(turkishDay(at), hours);
  return window !== undefined && at.getTime() >= window.opens && at.getTime() < window.closes;
}

function windowOf(
  day: string,
  { opens, closes, eveCloses }: WorkingHours,
): { opens: number; closes: number } | undefined {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const kind = dayKind(day);
  if (weekday === 0 || weekday === 6 || kind === "holiday") return undefined;
  const start = midnight(day);
  return { opens: start + opens * MINUTE, closes: start + (kind === "eve" ? eveCloses : closes) * MINUTE };
}

/** The instant a Turkish day begins. */
function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - OFFSET_MINUTES * MINUTE;
}
