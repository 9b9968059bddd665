import type { RequestEntry } from "./request.ts";

/** Memo: "mobil imza sertifika süresi 3 (üç) yıldır". */
const VALID_YEARS = 3;
/** Days before the end on which the office is reminded. */
export const REMINDER_DAYS = [90, 30, 7] as const;
const DAY_MS = 24 * 60 * 60_000;

/** The end of a certificate that was activated at this instant; one activated on 29 February ends on 1 March. */
export function certificateEnd(activatedAt: Date): Date {
  const end = new Date(activatedAt);
  end.setUTCFullYear(end.getUTCFullYear() + VALID_YEARS);
  return end;
}

/**
 * The reminder that is due now, in days, or undefined. The nearest one alone: when the product stood still over the 90th day, the
 * 30th is not preceded by a late 90.
 */
export function dueReminder(entry: RequestEntry, now: Date): number | undefined {
  if (entry.state !== "active" || !entry.certificateEndsAt) return undefined;
  const left = entry.certificateEndsAt.getTime() - now.getTime();
  if (left <= 0) return undefined;
  const reached = REMINDER_DAYS.filter((days) => left <= days * DAY_MS).at(-1);
  return reached !== undefined && reached < (entry.remindedDays ?? Number.POSITIVE_INFINITY) ? reached : undefined;
}

/** Certificates that end before this instant are looked at: a day more than the earliest reminder, so that none is passed by. */
export function reminderHorizon(now: Date): Date {
  return new Date(now.getTime() + (REMINDER_DAYS[0] + 1) * DAY_MS);
}

export function hasEnded(entry: RequestEntry, now: Date): boolean {
  return entry.state === "active" && entry.certificateEndsAt !== undefined && entry.certificateEndsAt <= now;
}
