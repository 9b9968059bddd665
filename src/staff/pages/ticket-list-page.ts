import type { StaffMember } from "../../core/person.ts";
import type { Page } from "../../core/ports.ts";
import type { Ticket, TicketStatus } from "../../core/ticket.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { emptyState, moreLink, options, tabs } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { type TicketView, VIEWS, viewQuery } from "../ticket-view.ts";
import { assigneeFace, categoryName, priorityBadge, requesterName, statusBadge, subjectOf } from "./ticket-parts.ts";

export interface TicketListData {
  readonly view: TicketView;
  readonly tickets: Page<Ticket>;
  readonly counts: Readonly<Record<TicketStatus, number>>;
  readonly members: readonly StaffMember[];
}

/** The tickets of one view, newest change first. */
export function ticketListPage(visit: StaffVisit, data: TicketListData): Html {
  const { texts } = visit;
  const { view, tickets } = data;
  const title = view.q ? texts.tickets.results(view.q) : texts.tickets.title;
  return page(visit, {
    title,
    here: "tickets",
    q: view.q,
    body: html`<div class="page-head"><h1>${title}</h1><span class="grow"></span>${filters(visit, data)}</div>
<div class="card">
  ${viewTabs(visit, data)}
  ${tickets.items.length > 0 ? table(visit, data) : nothing(visit, view)}
  ${moreLink(texts.common.more, "/console/tickets", visit.query, tickets.nextCursor)}
</div>`,
  });
}

function viewTabs({ texts }: StaffVisit, { view, counts }: TicketListData): Html {
  const count = (name: TicketView["view"]): number | undefined => {
    if (name === "all" || name === "closed") return undefined;
    return name === "active" ? counts.new + counts.open : counts[name];
  };
  const label = (name: TicketView["view"]) => {
    if (name === "active") return texts.tickets.active;
    return name === "all" ? texts.common.all : texts.tickets.status[name];
  };
  return tabs(
    texts.tickets.field.status,
    VIEWS.map((name) => {
      const number = count(name);
      return {
        href: `/console/tickets${viewQuery(view, { view: name })}`,
        label: label(name),
        current: view.view === name,
        live: name,
        ...(number !== undefined && { count: number }),
      };
    }),
  );
}

function filters(visit: StaffVisit, { view, members }: TicketListData): Html {
  const { texts, staff, preferences } = visit;
  const people = [
    { value: "", label: texts.tickets.everybody },
    { value: "me", label: texts.tickets.mine },
    { value: "none", label: texts.tickets.unassigned },
    ...members
      .filter(({ id, active }) => active && id !== visit.visitor.id)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
  const categories = [
    { value: "", label: texts.tickets.anyCategory },
    ...staff.categories().map(({ id, title }) => ({ value: id, label: title[preferences.language] })),
  ];
  return html`<form class="row" method="get" action="/console/tickets" data-send-on-change>
  <input type="hidden" name="status" value="${view.view}">${view.q && html`<input type="hidden" name="q" value="${view.q}">`}
  <label class="visually-hidden" for="by-assignee">${texts.tickets.field.assignee}</label><select id="by-assignee" name="assignee">${options(people, view.assignee)}</select>
  <label class="visually-hidden" for="by-category">${texts.tickets.field.category}</label><select id="by-category" name="category">${options(categories, view.category)}</select>
  <noscript><button class="button">${texts.common.filter}</button></noscript>
</form>`;
}

function table(visit: StaffVisit, { view, tickets, members }: TicketListData): Html {
  const { texts } = visit;
  return html`<table class="list" data-list><thead><tr>
  <th>${texts.tickets.field.subject}</th><th>${texts.tickets.requester}</th><th class="hide-narrow">${texts.tickets.field.category}</th><th>${texts.tickets.field.status}</th><th><span class="visually-hidden">${texts.tickets.field.assignee}</span></th><th class="number-cell">${texts.tickets.updated}</th>
</tr></thead><tbody>${tickets.items.map((ticket) => row(visit, ticket, view, members))}</tbody></table>`;
}

function row(visit: StaffVisit, ticket: Ticket, view: TicketView, members: readonly StaffMember[]): Html {
  return html`<tr class="${ticket.status === "new" && "unread"}">
  <td class="subject"><a class="cover clip item-link" href="/console/tickets/${ticket.number}${viewQuery(view)}">${subjectOf(ticket, visit)}</a><span class="muted small mono">${ticket.number}</span> ${ticket.tags.map((tag) => html`<span class="badge outline">${tag}</span> `)}</td>
  <td class="who"><span class="clip">${requesterName(ticket)}</span></td>
  <td class="hide-narrow small muted nowrap">${categoryName(ticket.category, visit)}</td>
  <td class="nowrap">${statusBadge(ticket.status, visit)} ${priorityBadge(ticket.priority, visit)}</td>
  <td>${assigneeFace(ticket, members, visit)}</td>
  <td class="number-cell small muted nowrap">${when(ticket.updatedAt, visit)}</td>
</tr>`;
}

function nothing({ texts }: StaffVisit, view: TicketView): Html {
  if (view.q) return emptyState("search", texts.tickets.nothingFound, texts.tickets.nothingFoundText);
  return emptyState("inbox", texts.tickets.emptyTitle, texts.tickets.emptyText);
}

/** The same view as a narrow list beside an open ticket. */
export function ticketQueue(visit: StaffVisit, data: Omit<TicketListData, "counts">, current: string): Html {
  const { texts } = visit;
  const { view, tickets, members } = data;
  const back = `/console/tickets${viewQuery(view)}`;
  const label = view.q ? texts.tickets.results(view.q) : texts.tickets.title;
  return html`<aside class="queue" aria-label="${label}">
  <div class="head"><a class="button quiet small" href="${back}" data-key="u">${icon("left")}${label}</a></div>
  <ul data-list>${tickets.items.map(
    (
      ticket,
    ) => html`<li><a class="item-link ${ticket.status === "new" && "unread"}" href="/console/tickets/${ticket.number}${viewQuery(view)}" ${ticket.number === current && html`aria-current="page"`}>
    <span class="clip muted">${requesterName(ticket)}</span><span class="muted">${when(ticket.updatedAt, visit)}</span>
    <span class="subject clip">${subjectOf(ticket, visit)}</span>
    <span class="foot">${statusBadge(ticket.status, visit)} ${priorityBadge(ticket.priority, visit)} ${ticket.assignee && assigneeFace(ticket, members, visit)}</span></a></li>`,
  )}</ul></aside>`;
}
