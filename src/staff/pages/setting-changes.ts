import type { OwnHoliday } from "../../core/business-hours.ts";
import type { FieldChange } from "../../core/events.ts";
import type { TicketPriority } from "../../core/ticket.ts";
import { type Html, html } from "../design/html.ts";
import { decimal, percent } from "../design/numbers.ts";
import type { Visit } from "../route.ts";
import { dayLength, timeText } from "../settings/service-levels-form.ts";
import { describeAnchor } from "../settings/trust-anchors-form.ts";

type Reader = Pick<Visit, "texts" | "preferences">;

/** Changes of a setting, one line each: what, before, after. */
export function settingChangeList(visit: Reader, changes: readonly FieldChange[]): Html {
  return html`${changes.map(({ field, from, to }) => html`<div>${settingPart(visit, field)}: ${settingValue(visit, field, from)} → ${settingValue(visit, field, to)}</div>`)}`;
}

/** A part of a setting by its path, in words: "Acil · ilk yanıt". */
export function settingPart({ texts }: Reader, path: string): string {
  const [first, middle = "", last] = path.split(".");
  const name = (last ?? (middle || first)) as keyof typeof texts.settings.part;
  const part = texts.settings.part[name] ?? path;
  return first === "targets" ? `${texts.tickets.priority[middle as TicketPriority] ?? middle} · ${part}` : part;
}

/** The value of such a part as people read it. */
export function settingValue(visit: Reader, path: string, value: unknown): string {
  const { settings, common } = visit.texts;
  const name = path.split(".").at(-1) ?? "";
  if (value === null || value === undefined) return common.none;
  if (path.startsWith("targets.")) return settings.inHours(decimal(Number(value) / 60, visit));
  if (name === "warningShare") return percent(Number(value), visit);
  if (typeof value === "boolean") return value ? settings.isOn : settings.isOff;
  if (name.endsWith("Minutes")) return settings.minutes(Number(value));
  if (name === "weekdays")
    return (value as (keyof typeof settings.weekday)[]).map((day) => settings.weekday[day]).join(", ");
  if (name === "ownHolidays") return holidayList(visit, value as OwnHoliday[]);
  if (name === "certificates") return anchorList(visit, value as string[]);
  return timeText(Number(value));
}

function anchorList({ texts }: Reader, pems: readonly string[]): string {
  return pems.flatMap((pem) => describeAnchor(pem)?.name ?? []).join("; ") || texts.common.none;
}

function holidayList({ texts }: Reader, holidays: readonly OwnHoliday[]): string {
  if (holidays.length === 0) return texts.common.none;
  return holidays
    .map((own) => {
      const length = dayLength(own);
      return [own.day, length !== "whole" && texts.settings[length], own.name].filter(Boolean).join(" ");
    })
    .join(", ");
}
