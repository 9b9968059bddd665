import { type OwnHoliday, workingDay } from "../../core/business-hours.ts";
import type { ServiceLevels, ServiceTarget } from "../../core/service-levels.ts";
import { TICKET_PRIORITIES, type TicketPriority } from "../../core/ticket.ts";
import type { FormRead } from "./form-read.ts";

/** What can be wrong with a field; the page has a sentence for each. */
export type FieldFault =
  | "hours"
  | "order"
  | "time"
  | "closes"
  | "eve"
  | "weekdays"
  | "day"
  | "twice"
  | "share"
  | "many"
  | "never";

/** Parts of a target, as their fields are named. */
export const TARGETS = ["firstResponse", "resolution"] as const satisfies readonly (keyof ServiceTarget)[];
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MOST_HOLIDAYS = 100;
/** Minutes; a target beyond these is a slip. */
const SHORTEST = 5;
const LONGEST = 2_000 * 60;
const LONGEST_WEEKS = 3 * 52;
const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export const targetField = (what: keyof ServiceTarget, priority: TicketPriority) => `${what}.${priority}`;

/** How much of a day of the office's own is off, as the form and its texts name it. */
export function dayLength({ half, works }: Pick<OwnHoliday, "half" | "works">): "whole" | "half" | "works" {
  if (works) return "works";
  return half ? "half" : "whole";
}

/** The fields of the form for these service levels. */
export function serviceLevelFields({ targets, calendar, warningShare, raisesLate }: ServiceLevels): URLSearchParams {
  const form = new URLSearchParams();
  for (const priority of TICKET_PRIORITIES)
    for (const what of TARGETS) form.set(targetField(what, priority), hoursText(targets[priority][what]));
  form.set("opens", timeText(calendar.opens));
  form.set("closes", timeText(calendar.closes));
  form.set("eveCloses", timeText(calendar.eveCloses));
  for (const weekday of calendar.weekdays) form.append("weekday", String(weekday));
  for (const own of calendar.ownHolidays) {
    form.append("holiday.day", own.day);
    form.append("holiday.kind", dayLength(own));
    form.append("holiday.name", own.name);
  }
  form.set("warning", String(Math.round(warningShare * 100)));
  if (raisesLate) form.set("raise", "yes");
  return form;
}

/** The service levels a form asks for, or what is wrong with it. */
export function readServiceLevels(form: URLSearchParams): FormRead<ServiceLevels, FieldFault> {
  const faults: Faults = {};
  const levels: ServiceLevels = {
    targets: readTargets(form, faults),
    calendar: {
      ...readHours(form, faults),
      weekdays: readWeekdays(form, faults),
      ownHolidays: readHolidays(form, faults),
    },
    warningShare: readShare(form, faults),
    raisesLate: form.has("raise"),
  };
  if (Object.keys(faults).length === 0) findEndless(levels, faults);
  return Object.keys(faults).length > 0 ? { faults } : { value: levels };
}

type Faults = Record<string, FieldFault>;

/** A target nobody lives to see: its hours do not fit into the weeks of three years. */
function findEndless({ targets, calendar }: ServiceLevels, faults: Faults): void {
  const most = LONGEST_WEEKS * calendar.weekdays.length * workingDay(calendar);
  for (const priority of TICKET_PRIORITIES)
    if (targets[priority].resolution > most) faults[targetField("resolution", priority)] = "never";
}

function readTargets(form: URLSearchParams, faults: Faults): ServiceLevels["targets"] {
  const read = TICKET_PRIORITIES.map((priority) => {
    const [firstResponse, resolution] = TARGETS.map((what) => {
      const field = targetField(what, priority);
      const minutes = Math.round(Number((form.get(field) ?? "").trim().replace(",", ".") || Number.NaN) * 60);
      if (!(minutes >= SHORTEST && minutes <= LONGEST)) faults[field] = "hours";
      return minutes;
    }) as [number, number];
    if (firstResponse > resolution) faults[targetField("resolution", priority)] = "order";
    return [priority, { firstResponse, resolution }] as const;
  });
  return Object.fromEntries(read) as Record<TicketPriority, ServiceTarget>;
}

function readHours(form: URLSearchParams, faults: Faults) {
  const time = (name: string) => {
    const [, hours, minutes] = (form.get(name) ?? "").match(/^([01]\d|2[0-3]):([0-5]\d)$/) ?? [];
    if (hours === undefined) faults[name] = "time";
    return Number(hours) * 60 + Number(minutes);
  };
  const [opens, closes, eveCloses] = [time("opens"), time("closes"), time("eveCloses")];
  if (closes <= opens) faults.closes = "closes";
  if (eveCloses <= opens || eveCloses > closes) faults.eveCloses = "eve";
  return { opens, closes, eveCloses };
}

function readWeekdays(form: URLSearchParams, faults: Faults): number[] {
  const weekdays = WEEKDAYS.filter((day) => form.getAll("weekday").includes(String(day)));
  if (weekdays.length === 0) faults.weekday = "weekdays";
  return weekdays;
}

/** A row without a date is no holiday. */
function readHolidays(form: URLSearchParams, faults: Faults): OwnHoliday[] {
  const [days, kinds, names] = ["day", "kind", "name"].map((part) => form.getAll(`holiday.${part}`)) as [
    string[],
    string[],
    string[],
  ];
  const rows = days.map((day, index) => ({
    day: day.trim(),
    half: kinds[index] === "half",
    ...(kinds[index] === "works" && { works: true }),
    name: (names[index] ?? "").trim().slice(0, 80),
  }));
  rows.forEach(({ day }, index) => {
    if (day === "") return;
    if (!isDay(day)) faults[`holiday.${index}`] = "day";
    else if (rows.findIndex((other) => other.day === day) < index) faults[`holiday.${index}`] = "twice";
  });
  const named = rows.filter(({ day }) => day !== "");
  if (named.length > MOST_HOLIDAYS) faults["holiday.0"] = "many";
  return named.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Not every day that can be written is in the calendar: there is no 30 February. */
function isDay(day: string): boolean {
  const at = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function readShare(form: URLSearchParams, faults: Faults): number {
  const percent = Number((form.get("warning") ?? "").trim() || Number.NaN);
  if (!(Number.isInteger(percent) && percent >= 0 && percent <= 90)) faults.warning = "share";
  return percent / 100;
}

/** Minutes as hours, "1.5"; whole hours without a fraction. */
function hoursText(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100);
}

/** "08:30". */
export function timeText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
