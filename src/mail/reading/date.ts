import { turkishLocalTime } from "../../core/turkish-time.ts";

/**
 * What a Date header says (RFC 5322 §3.3). Out: undefined when it cannot be read; never the present time.
 * The weekday is ignored: mailers get it wrong, and some write it in Turkish.
 */
export function readDate(value: string | undefined): Date | undefined {
  const text = (value ?? "")
    .replace(/\([^()]*\)/g, " ")
    .replace(/^\s*\p{L}{2,9}\.?,\s*/u, "")
    .trim();
  if (!/^\d{1,2}\s+[A-Za-z]{3}\s+\d{2,4}\s+\d{1,2}:\d\d/.test(text)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : new Date(instant);
}

/** "2026-11-20 10:00" in Türkiye. In: milliseconds since 1970. */
export function clockInTurkey(instant: number): string {
  return turkishLocalTime(new Date(instant)).replace("T", " ");
}
