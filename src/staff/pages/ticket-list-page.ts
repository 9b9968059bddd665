import type { Page } from "../../core/page.ts";
import { may, type StaffMember } from "../../core/person.ts";
import { type SavedView, VIEWS } from "../../core/saved-view.ts";
import type { ServiceLevels } from "../../core/service-levels.ts";
import { TICKET_PRIORITIES, type Ticket } from "../../core/ticket.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { type IconName, icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { csrfField, emptyState, options, tabs } from "../design/parts.ts";
import { type DeskCounts, queueCounts } from "../desk-counts.ts";
import type { StaffVisit } from "../route.ts";
import { type TicketView, viewQuery } from "../ticket-view.ts";
import { dueBadge } from "./due-badge.ts";
import { nothingYet, restOfList } from "./rest-of-list.ts";
import { savedViews } from "./saved-views.ts";
import { assigneeFace, categoryName, priorityBadge, requesterName, statusBadge, subjectOf } from "./ticket-parts.ts";
import { viewBanner } from "./views-page.ts";

export interface TicketListData {
  readonly view: TicketView;
  readonly tickets: Page<Ticket>;
  readonly counts: DeskCounts;
  readonly members: readonly StaffMember[];
  readonly levels: ServiceLevels;
  /** One's own and the shared ones, in their order. */
  readonly views: readonly SavedView[];
  /** Id of the latest event when the list was read; "" before anything has happened. */
  readonly since: string;
}

/** The tickets of one view, newest change first. */
export function ticketListPage(visit: StaffVisit, data: TicketListData): Html {
  const { texts } = visit;
  const { view, tickets } = data;
  const title = listTitle(visit, view, data.views);
  const place = { path: "/console/tickets", isAscending: view.sort === "due" };
  return page(visit, {
    title,
    here: "tickets",
    q: view.q,
    body: html`${bulkBanner(visit)}${viewBanner(visit)}<div class="page-head" data-live="" data-since="${data.since}"><h1>${title}</h1><a class="button small" href="" data-live-list hidden>${icon("history")}${texts.desk.liveList} · ${texts.desk.reload}</a><span class="grow"></span>${filters(visit, data)}</div>
${savedViews(visit, data)}
<div class="card">
  ${viewTabs(visit, data)}
  ${tickets.items.length > 0 ? html`${tickets.ofNamed && html`<p class="small muted named">${icon("person")} ${texts.tickets.namedFirst(view.q)}</p>`}${table(visit, data)}${restOfList(visit, tickets, place)}` : (nothingYet(visit, tickets, place) ?? nothing(visit, view))}
</div>`,
  });
}

/** What the list is called: the open view's name, else what is searched for. */
export function listTitle({ texts }: StaffVisit, view: TicketView, views: readonly SavedView[]): string {
  const open = views.find(({ id }) => id === view.saved);
  if (open) return open.name;
  return view.q ? texts.tickets.results(view.q) : texts.tickets.title;
}

/** What a bulk action came to. */
function bulkBanner({ query, texts }: StaffVisit): Html {
  const [done, left] = [Number(query.get("changed")), Number(query.get("left"))];
  if (!query.has("changed") || !Number.isInteger(done) || !Number.isInteger(left)) return html``;
  return html`<div class="banner ${left === 0 ? "good" : "warn"}" role="status">${icon(left === 0 ? "check" : "alert")}<div>${texts.desk.bulkDone(done, left)}</div></div>`;
}

function viewTabs({ texts }: StaffVisit, data: TicketListData): Html {
  const { view } = data;
  const counts = queueCounts(data.counts);
  const count = (name: TicketView["view"]): number | undefined => {
    return name === "all" || name === "closed" ? undefined : counts[name];
  };
  const label = (name: TicketView["view"]) => {
    if (name === "active") return texts.tickets.active;
    if (name === "snoozed") return texts.desk.snoozedView;
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
  const priorities = [
    { value: "", label: texts.views.anyPriority },
    ...[...TICKET_PRIORITIES].reverse().map((value) => ({ value, label: texts.tickets.priority[value] })),
  ];
  return html`<form class="row" method="get" action="/console/tickets" data-send-on-change>
  <input type="hidden" name="status" value="${view.view}">${view.saved && html`<input type="hidden" name="saved" value="${view.saved}">`}${view.q && html`<input type="hidden" name="q" value="${view.q}">`}${view.sort && html`<input type="hidden" name="sort" value="${view.sort}">`}
  <label class="visually-hidden" for="by-assignee">${texts.tickets.field.assignee}</label><select id="by-assignee" name="assignee">${options(people, view.assignee)}</select>
  <label class="visually-hidden" for="by-category">${texts.tickets.field.category}</label><select id="by-category" name="category">${options(categories, view.category)}</select>
  <label class="visually-hidden" for="by-priority">${texts.tickets.field.priority}</label><select id="by-priority" name="priority">${options(priorities, view.priority)}</select>
  <noscript><button class="button">${texts.common.filter}</button></noscript>
</form>`;
}

function table(visit: StaffVisit, data: TicketListData): Html {
  const { texts, visitor } = visit;
  const { view, tickets } = data;
  const canWrite = may(visitor.role, "tickets.write");
  return html`<form method="post" action="/console/tickets/bulk${viewQuery(view)}" ${canWrite && html`data-selection`}>${csrfField(visitor)}
<table class="list" data-list><thead><tr>
  ${canWrite && html`<th class="pick"><input type="checkbox" data-select-all aria-label="${texts.desk.selectAll}"></th>`}
  <th>${texts.tickets.field.subject}</th><th>${texts.tickets.requester}</th><th class="hide-narrow">${texts.tickets.field.category}</th><th>${texts.tickets.field.status}</th><th ${view.sort === "due" && html`aria-sort="ascending"`}>${sortLink(view, "due", texts.tickets.due)}</th><th class="hide-narrow"><span class="visually-hidden">${texts.tickets.field.assignee}</span></th><th class="number-cell" ${view.sort === "" && html`aria-sort="descending"`}>${sortLink(view, "", texts.tickets.updated)}</th>
</tr></thead><tbody>${tickets.items.map((ticket) => row(visit, ticket, data, canWrite))}</tbody></table>
${canWrite && bulkBar(visit)}</form>`;
}

/** The head of a column the list can be sorted by. */
function sortLink(view: TicketView, sort: TicketView["sort"], label: string): Html {
  const chosen = view.sort === sort;
  return html`<a href="/console/tickets${viewQuery(view, { sort })}">${label}${chosen && (sort === "due" ? " ↑" : " ↓")}</a>`;
}

function row(visit: StaffVisit, ticket: Ticket, { view, members, levels }: TicketListData, canWrite: boolean): Html {
  const subject = subjectOf(ticket, visit);
  return html`<tr class="${ticket.status === "new" && "unread"}">
  ${canWrite && html`<td class="pick"><input class="above" type="checkbox" name="tickets" value="${ticket.number}:${ticket.version}" aria-label="${visit.texts.desk.select(subject)}"></td>`}
  <td class="subject"><a class="cover clip item-link" href="/console/tickets/${ticket.number}${viewQuery(view)}">${subject}</a><span class="muted small mono">${ticket.number}</span> ${ticket.tags.map((tag) => html`<span class="badge outline">${tag}</span> `)}</td>
  <td class="who"><span class="clip">${requesterName(ticket, visit)}</span></td>
  <td class="hide-narrow small muted nowrap">${categoryName(ticket.category, visit)}</td>
  <td class="nowrap">${statusBadge(ticket.status, visit)} ${priorityBadge(ticket.priority, visit)}</td>
  <td>${dueBadge(ticket, levels, visit)}</td>
  <td class="hide-narrow">${assigneeFace(ticket, members, visit)}</td>
  <td class="number-cell small muted nowrap">${when(ticket.updatedAt, visit)}</td>
</tr>`;
}

/** What can be done with all chosen tickets; shows itself when some are. */
function bulkBar({ texts }: StaffVisit): Html {
  const one = (action: string, label: string, sign: IconName) =>
    html`<button class="button small" name="action" value="${action}">${icon(sign)}${label}</button>`;
  return html`<div class="bulk" data-selection-bar hidden><strong><span data-selected>0</span> ${texts.desk.selected}</strong>${one("take", texts.desk.bulkTake, "person")}${one("solve", texts.desk.bulkSolve, "check")}${one("close", texts.desk.bulkClose, "lock")}${one("urgent", texts.desk.bulkUrgent, "up")}</div>`;
}

function nothing({ texts }: StaffVisit, view: TicketView): Html {
  if (view.q) return emptyState("search", texts.tickets.nothingFound, texts.tickets.nothingFoundText);
  return emptyState("inbox", texts.tickets.emptyTitle, texts.tickets.emptyText);
}
