import { workingMinutesBetween } from "../../core/business-hours.ts";
import { nextDue } from "../../core/service-levels.ts";
import type { Ticket } from "../../core/ticket.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import type { Visit } from "../route.ts";

const DAY_MINUTES = 540;
const TONES = { late: "late", soon: "soon", inTime: "muted" } as const;

/** What is due next and how much working time is left or overdrawn; nothing when nothing is due. */
export function dueBadge(ticket: Ticket, visit: Visit): Html {
  const due = nextDue(ticket, visit.now);
  if (!due) return html``;
  const { desk } = visit.texts;
  const minutes = Math.round(
    due.state === "late" ? workingMinutesBetween(due.at, visit.now) : workingMinutesBetween(visit.now, due.at),
  );
  const time = desk.workingTime(Math.floor(minutes / DAY_MINUTES), Math.floor(minutes / 60), minutes);
  const words = due.state === "late" ? desk.late(desk.due[due.what], time) : desk.left(desk.due[due.what], time);
  return html`<span class="due ${TONES[due.state]}" title="${shortDate(due.at, visit)}">${icon(due.state === "late" ? "alert" : "clock")}${words}</span>`;
}
