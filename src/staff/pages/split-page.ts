import type { Message } from "../../core/message.ts";
import type { Ticket } from "../../core/ticket.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { csrfField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { authorName } from "./thread.ts";
import { subjectOf } from "./ticket-parts.ts";

export interface SplitData {
  readonly ticket: Ticket;
  readonly messages: readonly Message[];
  /** The last event the chooser has seen. */
  readonly seen: string;
  /** What was chosen and typed the last time, which could not be taken. */
  readonly typed?: URLSearchParams;
}

/** Where the messages are chosen that become a ticket of their own. */
export function splitPage(visit: StaffVisit, { ticket, messages, seen, typed }: SplitData): Html {
  const { texts, visitor } = visit;
  const { desk } = texts;
  return page(visit, {
    title: desk.splitTitle,
    here: "tickets",
    body: html`<p class="small"><a class="button quiet small" href="/console/tickets/${ticket.number}" data-key="u">${icon("left")}<span class="clip">${ticket.number} ${subjectOf(ticket, visit)}</span></a></p>
<div class="page-head"><div><h1>${desk.splitTitle}</h1><p class="lead">${desk.splitLead}</p></div></div>
${typed && html`<div class="banner bad" role="alert">${icon("alert")}<div>${desk.splitChoose}</div></div>`}
<form class="card" method="post" action="/console/tickets/${ticket.number}/split">${csrfField(visitor)}<input type="hidden" name="version" value="${ticket.version}"><input type="hidden" name="seen" value="${seen}">
<ul class="choices">${messages.map(
      (message) =>
        html`<li><label><input type="checkbox" name="messages" value="${message.id}" ${typed?.getAll("messages").includes(message.id) && html`checked`}><span><strong>${authorName(visit, message)}</strong> <span class="muted small">${when(message.createdAt, visit)} · ${texts.tickets.message[message.direction]}</span><span class="excerpt">${message.text.slice(0, 300)}</span></span></label></li>`,
    )}</ul>
<div class="body stack"><div class="field"><label for="split-subject">${desk.splitSubject}</label><input id="split-subject" name="subject" value="${typed?.get("subject")}" required maxlength="500"></div><div><button class="button main">${icon("split")}${desk.splitSend}</button></div></div></form>`,
  });
}
