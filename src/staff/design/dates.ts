import type { Visit } from "../route.ts";
import { type Html, html } from "./html.ts";

type Reader = Pick<Visit, "now" | "texts" | "preferences">;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LOCALES = { tr: "tr-TR", en: "en-GB" } as const;
const ZONE = { timeZone: "Europe/Istanbul" } as const;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, ...ZONE });
  formats.set(key, known);
  return known;
}

/** Date and time in Türkiye, in full: "23 Kasım 2026 Pazartesi 14:05". */
export function fullDate(date: Date, { preferences }: Pick<Visit, "preferences">): string {
  return format(LOCALES[preferences.language], "full", { dateStyle: "full", timeStyle: "short" }).format(date);
}

/** Date and time in Türkiye, short: "23 Kas 2026 14:05". */
export function shortDate(date: Date, { preferences }: Pick<Visit, "preferences">): string {
  return format(LOCALES[preferences.language], "short", { dateStyle: "medium", timeStyle: "short" }).format(date);
}

/** How long ago, as people say it; from a day on the date itself. The full date is one hover away. */
export function when(date: Date, reader: Reader): Html {
  return html`<time datetime="${date.toISOString()}" title="${fullDate(date, reader)} (${reader.texts.common.timeZone})">${relative(date, reader)}</time>`;
}

function relative(date: Date, reader: Reader): string {
  const { common } = reader.texts;
  const ago = reader.now.getTime() - date.getTime();
  if (Math.abs(ago) < MINUTE) return common.now;
  if (ago > 0 && ago < HOUR) return common.minutesAgo(Math.floor(ago / MINUTE));
  if (ago > 0 && ago < 8 * HOUR) return common.hoursAgo(Math.floor(ago / HOUR));
  const locale = LOCALES[reader.preferences.language];
  if (ago > 0 && ago < DAY) return format(locale, "time", { hour: "2-digit", minute: "2-digit" }).format(date);
  const sameYear = date.getUTCFullYear() === reader.now.getUTCFullYear();
  return sameYear && Math.abs(ago) > 0
    ? format(locale, "day", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(date)
    : format(locale, "year", { dateStyle: "medium" }).format(date);
}
