import { clockInTurkey } from "./date.ts";
import type { CalendarInvite } from "./mail-in-hand.ts";
import { oneLine } from "./tame.ts";

const FIELDS: Readonly<Record<string, keyof CalendarInvite>> = {
  METHOD: "method",
  SUMMARY: "summary",
  DTSTART: "starts",
  DTEND: "ends",
  LOCATION: "place",
  ORGANIZER: "organizer",
};

/** By METHOD (RFC 5546 §1.4). */
const TITLES: Readonly<Record<string, string>> = { CANCEL: "Takvim iptali", REPLY: "Takvim davetine yanıt" };
/** By PARTSTAT (RFC 5545 §3.2.12). */
const ANSWERS: Readonly<Record<string, string>> = {
  ACCEPTED: "katılacak",
  DECLINED: "katılmayacak",
  TENTATIVE: "belki katılacak",
  DELEGATED: "yerine başkası katılacak",
};

/** What a reader needs of an invitation (RFC 5545 §3.1, §3.6.1). In: the text/calendar content. Out: its first event. */
export function readCalendar(text: string): CalendarInvite | undefined {
  if (!text.includes("BEGIN:VCALENDAR")) return undefined;
  const invite: { -readonly [Name in keyof CalendarInvite]: string } = {};
  const unfolded = text.slice(0, 64 * 1024).replace(/\n[ \t]/g, "");
  const lines = unfolded.split("\n");
  const method = lines.filter((line) => line.startsWith("METHOD:"));
  // What stands before the event describes time zones, with dates of its own.
  const event = lines.slice(Math.max(0, lines.indexOf("BEGIN:VEVENT")));
  for (const line of [...method, ...event]) {
    if (line.startsWith("END:VEVENT")) break;
    const [, name = "", params = "", value = ""] = /^([A-Z-]+)((?:;(?:[^:";]|"[^"]*")*)*):(.*)$/.exec(line) ?? [];
    if (name === "ATTENDEE") invite.answer ??= /;PARTSTAT="?([A-Z-]{1,30})/.exec(params)?.[1] ?? "";
    const field = FIELDS[name];
    if (!field || invite[field] !== undefined) continue;
    invite[field] = field === "starts" || field === "ends" ? moment(value, params) : valueText(value);
  }
  return invite;
}

/** The invitation in sentences, for a mail that is nothing else. */
export function calendarText(invite: CalendarInvite): string {
  const answer = invite.method === "REPLY" ? (ANSWERS[invite.answer ?? ""] ?? "belirtilmemiş") : undefined;
  const lines = [
    `${TITLES[invite.method ?? ""] ?? "Takvim daveti"}: ${invite.summary ?? "(konu yok)"}`,
    answer && `Yanıt: ${answer}`,
    invite.starts && `Başlangıç: ${invite.starts}`,
    invite.ends && `Bitiş: ${invite.ends}`,
    invite.place && `Yer: ${invite.place}`,
    invite.organizer && `Düzenleyen: ${invite.organizer}`,
  ];
  return lines.filter(Boolean).join("\n");
}

function valueText(value: string): string {
  const text = value
    .replace(/\\n/gi, " ")
    .replace(/\\([,;\\])/g, "$1")
    .replace(/^mailto:/i, "");
  return oneLine(text).slice(0, 500);
}

/** "20261120T070000Z" → "2026-11-20 10:00" in Türkiye (UTC+3, no summer time); a local time stays as written. */
function moment(value: string, params: string): string {
  const [, year, month, day, hour, minute, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?/.exec(value.trim()) ?? [];
  if (!year || !month || !day) return oneLine(value).slice(0, 50);
  if (!hour || !minute) return `${year}-${month}-${day}`;
  const zone = /TZID="?([^;":]+)/.exec(params)?.[1];
  if (!utc) return `${year}-${month}-${day} ${hour}:${minute}${zone ? ` (${zone})` : ""}`;
  return clockInTurkey(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)));
}
