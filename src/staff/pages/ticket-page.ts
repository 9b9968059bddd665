import { may } from "../../core/person.ts";
import { STATUS_MOVES, type Ticket, type TicketStatus } from "../../core/ticket.ts";
import { type Html, html } from "../design/html.ts";
import { type IconName, icon } from "../design/icons.ts";
import { banners, page } from "../design/layout.ts";
import { csrfField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { viewQuery } from "../ticket-view.ts";
import { composer } from "./composer.ts";
import { thread } from "./thread.ts";
import type { TicketPageData } from "./ticket-data.ts";
import { ticketQueue } from "./ticket-list-page.ts";
import { categoryName, priorityBadge, statusBadge, subjectOf } from "./ticket-parts.ts";
import { ticketSide } from "./ticket-side.ts";

/** One ticket, with the list it was opened from beside it. */
export function ticketPage(visit: StaffVisit, data: TicketPageData): Html {
  const { texts } = visit;
  const { ticket, events, queue } = data;
  const query = viewQuery(queue.view);
  const subject = subjectOf(ticket, visit);
  const place = { ticket, seen: events.at(-1)?.id ?? "", query };
  return page(visit, {
    title: `${ticket.number} ${subject}`,
    here: "tickets",
    layout: "desk",
    q: queue.view.q,
    body: html`${ticketQueue(visit, { ...queue, members: data.members }, ticket.number)}
<div class="ticket">
  ${banners(visit)}${doneBanner(visit, ticket)}
  <div class="title">
    <div class="row small"><a class="button quiet small only-narrow" href="/console/tickets${query}">${icon("left")}${texts.tickets.backToList}</a><span class="mono muted">${ticket.number}</span>${statusBadge(ticket.status, visit)}${priorityBadge(ticket.priority, visit)}<span class="badge outline">${texts.tickets.channel[ticket.channel]}</span><span class="badge outline">${categoryName(ticket.category, visit)}</span></div>
    <h1>${subject}</h1>
    ${quickActions(visit, data)}
  </div>
  <div class="columns"><div>${thread(visit, data.messages)}${composer(visit, place)}</div>${ticketSide(visit, data)}</div>
</div>`,
  });
}

/** What is done most often, one click or one key away. */
function quickActions(visit: StaffVisit, { ticket, events, queue }: TicketPageData): Html {
  const { texts, visitor } = visit;
  if (!may(visitor.role, "tickets.write")) return html``;
  const one = (name: string, was: string, value: string, label: string, sign: IconName, key: string) =>
    html`<form method="post" action="/console/tickets/${ticket.number}/changes${viewQuery(queue.view)}">${csrfField(visitor)}<input type="hidden" name="version" value="${ticket.version}"><input type="hidden" name="seen" value="${events.at(-1)?.id}"><input type="hidden" name="was.${name}" value="${was}"><button class="button small" name="${name}" value="${value}" data-key="${key}">${icon(sign)}${label}</button></form>`;
  const canGo = (status: TicketStatus) => STATUS_MOVES[ticket.status].includes(status);
  return html`<div class="row">
  ${ticket.assignee !== visitor.id && ticket.status !== "closed" && one("assignee", ticket.assignee ?? "", visitor.id, texts.tickets.take, "person", "a")}
  ${canGo("solved") && one("status", ticket.status, "solved", texts.tickets.solve, "check", "e")}
  ${ticket.status === "solved" && one("status", ticket.status, "open", texts.tickets.reopen, "history", "o")}
</div>`;
}

const DONE = ["sent", "noteAdded", "saved", "noChange"] as const;

/** What the last form did, told once on the page it led to. */
function doneBanner({ query, texts, visitor }: StaffVisit, ticket: Ticket): Html {
  const done = DONE.find((name) => name === query.get("done"));
  if (!done) return html``;
  const draft = done === "sent" || done === "noteAdded";
  return html`<div class="banner good" role="status" ${draft && html`data-draft-sent="${visitor.id}:${ticket.number}"`}>${icon("check")}<div>${texts.tickets[done]}</div></div>`;
}
