import { workingDay, workingMinutesBetween } from "../../core/business-hours.ts";
import { dueState, nextDue, type ServiceLevels } from "../../core/service-levels.ts";
import type { Ticket } from "../../core/ticket.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import type { Visit } from "../route.ts";

const TONES = { late: "late", soon: "soon", inTime: "muted" } as const;

/** What is due next and how much working time is left or overdrawn; nothing when nothing is due. */
export function dueBadge(ticket: Ticket, levels: ServiceLevels, visit: Visit): Html {
  const due = nextDue(ticket);
  if (!due) return html``;
  const state = dueState(levels, ticket.priority, due, visit.now);
  const { calendar } = levels;
  const { desk } = visit.texts;
  const minutes = Math.round(
    state === "late"
      ? workingMinutesBetween(due.at, visit.now, calendar)
      : workingMinutesBetween(visit.now, due.at, calendar),
  );
  const time = desk.workingTime(Math.floor(minutes / workingDay(calendar)), Math.floor(minutes / 60), minutes);
  const words = state === "late" ? desk.late(desk.due[due.what], time) : desk.left(desk.due[due.what], time);
  return html`<span class="due ${TONES[state]}" title="${shortDate(due.at, visit)}">${icon(state === "late" ? "alert" : "clock")}${words}</span>`;
}
