import type { StoredEvent } from "../../core/events.ts";
import type { Actor } from "../../core/person.ts";
import type { TicketPriority, TicketStatus } from "../../core/ticket.ts";
import { shortDate, when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import type { StaffVisit } from "../route.ts";
import type { TicketPageData } from "./ticket-data.ts";
import { categoryName } from "./ticket-parts.ts";

type Names = Pick<TicketPageData, "members">;

/** Everything that happened on a ticket, newest first. */
export function ticketHistory(visit: StaffVisit, events: readonly StoredEvent[], names: Names): Html {
  return html`<ol class="steps">${[...events]
    .reverse()
    .map(
      (event) =>
        html`<li><div class="what"><strong>${actorName(event.actor, visit)}</strong> ${sentences(visit, event, names).map((one) => html`<div>${one}</div>`)}<span class="muted">${when(event.at, visit)}</span></div></li>`,
    )}</ol>`;
}

export function actorName(actor: Actor, { texts }: StaffVisit): string {
  if (actor.kind === "staff") return actor.name;
  if (actor.kind === "requester") return actor.name ?? texts.common.requester;
  return texts.common[actor.kind];
}

/** What an event says, one sentence for each thing changed; the type itself for events of other parts. */
function sentences(visit: StaffVisit, event: StoredEvent, names: Names): readonly string[] {
  const words = visit.texts.tickets.event;
  switch (event.type) {
    case "ticket.dueSoon":
      return [`${words.dueSoon[event.what]} (${shortDate(event.due, visit)})`];
    case "ticket.overdue":
      return [words.overdue[event.what]];
    case "ticket.merged":
      return [words.merged(event.into)];
    case "ticket.split":
      return [words.split(event.into)];
    case "ticket.statusChanged": {
      const status = visit.texts.tickets.status;
      return [words.statusChanged(status[event.from], status[event.to])];
    }
    case "ticket.changed":
      return event.changes.map(({ field, from, to }) =>
        words.changed(
          fieldName(visit, field),
          fieldValue(visit, field, from, names),
          fieldValue(visit, field, to, names),
        ),
      );
    default:
      return [[visit.texts.events[event.type], eventDetail(visit, event)].filter(Boolean).join(": ")];
  }
}

/** What an event says besides its kind, codes of states, fields and changes of an account in words. */
export function eventDetail({ texts }: StaffVisit, event: StoredEvent): string {
  const { detail = "", request = "" } = event as { readonly detail?: string; readonly request?: string };
  const { state, field } = texts.requests;
  const words: Readonly<Record<string, string>> = { ...texts.people.accountChange, ...field, ...state };
  const word = (code: string) => (Object.hasOwn(words, code) && words[code]) || code;
  return [request, detail.split(" → ").map(word).join(" → ")].filter(Boolean).join(" ");
}

export function fieldName({ texts }: StaffVisit, field: string): string {
  return texts.tickets.field[field as keyof typeof texts.tickets.field] ?? field;
}

/** A field's value as people read it: names for ids, words for codes. */
export function fieldValue(visit: StaffVisit, field: string, value: unknown, { members }: Names): string {
  const { texts } = visit;
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) {
    return texts.common.none;
  }
  if (field === "assignee") return members.find(({ id }) => id === value)?.name ?? String(value);
  if (field === "status") return texts.tickets.status[value as TicketStatus] ?? String(value);
  if (field === "priority") return texts.tickets.priority[value as TicketPriority] ?? String(value);
  if (field === "category") return categoryName(String(value), visit);
  if (value instanceof Date) return shortDate(value, visit);
  return Array.isArray(value) ? value.join(", ") : String(value);
}
