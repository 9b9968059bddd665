import type { StoredEvent } from "../../core/events.ts";
import { STATUS_MOVES, type Ticket, type TicketStatus } from "../../core/ticket.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { csrfField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { type Composition, composer } from "./composer.ts";
import { thread } from "./thread.ts";
import type { TicketPageData } from "./ticket-data.ts";
import { actorName, fieldName, fieldValue, ticketHistory } from "./ticket-history.ts";

/** What the slower one wanted: to write something, to change fields, or another thing done (as the forms sent them). */
export type Attempt =
  | { readonly kind: "message"; readonly composition: Composition }
  | { readonly kind: "changes"; readonly changes: Readonly<Record<string, string>> }
  | {
      readonly kind: "action";
      readonly action: "snooze" | "join" | "split";
      readonly fields: readonly (readonly [string, string])[];
      /** What it does, in words. */
      readonly words: string;
    };

export interface ConflictData {
  readonly data: Pick<TicketPageData, "ticket" | "messages" | "members">;
  /** What happened since the page was opened. */
  readonly meanwhile: readonly StoredEvent[];
  readonly attempt: Attempt;
  readonly query: string;
  /** The last event there is now. */
  readonly seen: string;
}

/** Told to the second of two who worked on one ticket: what the first did, and everything the second typed, ready to go. */
export function conflictPage(visit: StaffVisit, conflict: ConflictData): Html {
  const { texts } = visit;
  const { data, meanwhile } = conflict;
  const last = meanwhile.at(-1);
  const newIds = new Set(meanwhile.map((event) => ("message" in event ? event.message : undefined)));
  const newMessages = data.messages.filter(({ id }) => newIds.has(id));
  return page(visit, {
    title: texts.tickets.conflictTitle,
    here: "tickets",
    body: html`<div class="banner warn" role="alert">${icon("people")}<div><strong>${texts.tickets.conflictTitle}</strong>${texts.tickets.conflictLead(last ? actorName(last.actor, visit) : texts.common.system)}</div></div>
<div class="page-head"><h1><a href="/console/tickets/${data.ticket.number}${conflict.query}">${data.ticket.number}</a> ${data.ticket.subject}</h1></div>
<div class="compare">
  <section class="stack"><h2>${texts.tickets.meanwhile}</h2><div class="card"><div class="body stack">${ticketHistory(visit, meanwhile, data)}${newMessages.length > 0 && thread(visit, newMessages, data.members)}</div></div></section>
  <section class="stack"><h2>${texts.tickets.yours}</h2>${yours(visit, conflict)}</section>
</div>`,
  });
}

/** What the slower one wanted, to be looked at and sent again. */
function yours(visit: StaffVisit, conflict: ConflictData): Html {
  const { attempt, data, seen, query } = conflict;
  if (attempt.kind === "message") return composer(visit, { ...data, seen, query }, attempt.composition);
  if (attempt.kind === "changes") return changesForm(visit, conflict, attempt.changes, data.ticket);
  const { tickets } = visit.texts;
  return html`${formOn(visit, conflict, attempt.action)}
  ${attempt.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
  <div class="body stack"><p><strong>${attempt.words}</strong></p><div class="row"><button class="button main">${tickets.doAnyway}</button>${keepTheirs(visit, conflict)}</div></div></form>`;
}

/** The beginning of a form on the ticket as it is now. */
function formOn(visit: StaffVisit, { data: { ticket }, query, seen }: ConflictData, action: string): Html {
  return html`<form class="card" method="post" action="/console/tickets/${ticket.number}/${action}${query}">${csrfField(visit.visitor)}<input type="hidden" name="version" value="${ticket.version}"><input type="hidden" name="seen" value="${seen}">`;
}

function keepTheirs({ texts }: StaffVisit, { data: { ticket }, query }: ConflictData): Html {
  return html`<a class="button" href="/console/tickets/${ticket.number}${query}">${texts.tickets.keepTheirs}</a>`;
}

function changesForm(
  visit: StaffVisit,
  conflict: ConflictData,
  changes: Readonly<Record<string, string>>,
  ticket: Ticket,
): Html {
  const { texts } = visit;
  const { data } = conflict;
  const current = (field: string) => (ticket as unknown as Record<string, unknown>)[field];
  const plain = (value: unknown) => (Array.isArray(value) ? value.join(", ") : String(value ?? ""));
  const isOpen = ([field, value]: readonly [string, string]) => field !== "status" || mayGo(ticket.status, value);
  const rows = Object.entries(changes);
  return html`${formOn(visit, conflict, "changes")}
  <table><thead><tr><td></td><th>${texts.tickets.current}</th><th>${texts.tickets.yours}</th></tr></thead><tbody>${rows.map(
    ([field, value]) =>
      html`<tr><th scope="row">${fieldName(visit, field)}</th><td>${fieldValue(visit, field, current(field), data)}</td><td><strong>${fieldValue(visit, field, value, data)}</strong>${
        isOpen([field, value])
          ? html`<input type="hidden" name="was.${field}" value="${plain(current(field))}"><input type="hidden" name="${field}" value="${value}">`
          : html`<p class="muted small">${texts.tickets.noLongerPossible}</p>`
      }</td></tr>`,
  )}</tbody></table>
  <div class="body row">${rows.some(isOpen) && html`<button class="button main">${texts.tickets.saveAnyway}</button>`}${keepTheirs(visit, conflict)}</div>
</form>`;
}

/** Whether the status may still be changed so. */
function mayGo(from: TicketStatus, to: string): boolean {
  return from === to || (STATUS_MOVES[from] as readonly string[]).includes(to);
}
