import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import type { StaffVisit } from "../route.ts";
import { viewQuery } from "../ticket-view.ts";
import { dueBadge } from "./due-badge.ts";
import { reachOfList } from "./rest-of-list.ts";
import { listTitle, type TicketListData } from "./ticket-list-page.ts";
import { assigneeFace, priorityBadge, requesterName, statusBadge, subjectOf } from "./ticket-parts.ts";

/** The list an open ticket came from, narrow, beside it. */
export function ticketQueue(
  visit: StaffVisit,
  data: Pick<TicketListData, "view" | "tickets" | "views" | "members" | "levels">,
  current: string,
): Html {
  const { view, tickets, members, levels } = data;
  const query = viewQuery(view);
  const label = listTitle(visit, view, data.views);
  return html`<aside class="queue" aria-label="${label}">
  <div class="head"><a class="button quiet small" href="/console/tickets${query}" data-key="u">${icon("left")}${label}</a></div>
  <ul data-list>${tickets.items.map(
    (
      ticket,
    ) => html`<li><a class="item-link ${ticket.status === "new" && "unread"}" href="/console/tickets/${ticket.number}${query}" ${ticket.number === current && html`aria-current="page"`}>
    <span class="clip muted">${requesterName(ticket, visit)}</span><span class="muted">${when(ticket.updatedAt, visit)}</span>
    <span class="subject clip">${subjectOf(ticket, visit)}</span>
    <span class="foot">${statusBadge(ticket.status, visit)} ${priorityBadge(ticket.priority, visit)} ${ticket.assignee && assigneeFace(ticket, members, visit)} ${dueBadge(ticket, levels, visit)}</span></a></li>`,
  )}</ul>${reachOfList(visit, tickets, { path: "/console/tickets", isAscending: view.sort === "due", query: new URLSearchParams(query) })}</aside>`;
}
