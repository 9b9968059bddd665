/** Türkiye has had one offset the whole year since 2016-09-08: UTC+3, no summer time. */
const OFFSET_MS = 3 * 60 * 60_000;

/** The calendar year in Türkiye at this instant. */
export function turkishYear(instant: Date): number {
  return new Date(instant.getTime() + OFFSET_MS).getUTCFullYear();
}

/** Day and time in Türkiye as people write them, "27.11.2026 14:05". */
export function turkishDateTime(instant: Date): string {
  const [day = "", time = ""] = new Date(instant.getTime() + OFFSET_MS).toISOString().split("T");
  return `${day.split("-").reverse().join(".")} ${time.slice(0, 5)}`;
}

/** The calendar day in Türkiye at this instant, "2026-11-23". */
export function turkishDay(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** Day and time in Türkiye as forms say it, "2026-11-27T14:05". */
export function turkishLocalTime(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 16);
}
