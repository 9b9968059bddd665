import type { Page } from "../../core/page.ts";
import { may } from "../../core/person.ts";
import { isConcluded, REQUEST_STATES, type RequestEntry, type RequestState } from "../../core/request.ts";
import { shortDate, when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { badge, emptyState, options, tabs } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { gapBadge, personOf, stateBadge } from "./request-parts.ts";
import { nothingYet, restOfList } from "./rest-of-list.ts";

export type RequestLook = "table" | "board" | "calendar";

export interface RequestListData {
  readonly list: Page<RequestEntry>;
  readonly state?: RequestState;
  /** Only entries of this ticket. */
  readonly ticket?: string;
  readonly q: string;
}

const PLACE = { path: "/console/requests" };

/** Request entries as a table, newest change first. */
export function requestListPage(visit: StaffVisit, { list, state, ticket, q }: RequestListData): Html {
  const { requests, common } = visit.texts;
  const states = [
    { value: "", label: common.all },
    ...REQUEST_STATES.map((value) => ({ value, label: requests.state[value] })),
  ];
  const filters = html`<form class="row" method="get" action="/console/requests" data-send-on-change><label class="visually-hidden" for="by-state">${requests.stateLabel}</label><select id="by-state" name="state">${options(states, state ?? "")}</select>
<label class="visually-hidden" for="by-words">${requests.search}</label><input id="by-words" type="search" name="q" value="${q}" placeholder="${requests.search}" maxlength="200"><button class="button">${requests.find}</button>${ticket && html`<input type="hidden" name="ticket" value="${ticket}">`}</form>${!ticket && may(visit.visitor.role, "export") && html`<span class="row">${(["csv", "xlsx"] as const).map((format) => html`<a class="button quiet small" href="/console/requests/export?format=${format}${state && `&state=${state}`}" download>${icon("download")}${requests.file[format]}</a>`)}</span>`}`;
  return frame(
    visit,
    "table",
    html`<div class="card">${ticket && narrowedTo(visit, ticket)}${list.items.length === 0 ? (nothingYet(visit, list, PLACE) ?? emptyState("form", requests.empty, requests.emptyText)) : html`${table(visit, list.items)}${restOfList(visit, list, PLACE)}`}</div>`,
    filters,
  );
}

/** Says that the list is one ticket's, and leads back to all. */
function narrowedTo({ texts }: StaffVisit, ticket: string): Html {
  const { requests } = texts;
  return html`<p class="narrowed">${requests.ofTicket} <a class="mono" href="/console/tickets/${ticket}">${ticket}</a><a href="/console/requests">${requests.notOfTicketOnly}</a></p>`;
}

/** The frame that the ways of looking at request entries share. */
function frame(visit: StaffVisit, look: RequestLook, body: Html, tools: Html = html``): Html {
  const { requests } = visit.texts;
  const tab = (name: RequestLook, href: string) => ({ href, label: requests[name], current: name === look });
  return page(visit, {
    title: requests.title,
    here: "requests",
    body: html`<div class="page-head"><div><h1>${requests.title}</h1><p class="lead">${requests.lead}</p></div><span class="grow"></span>${tools}</div>
${tabs(requests.title, [tab("table", "/console/requests"), tab("board", "/console/requests/board"), tab("calendar", "/console/requests/calendar")])}
<div class="under-tabs">${body}</div>`,
  });
}

/** Unit and province; a province nobody said is told to be concluded. */
function whereOf({ fields: { unit, province } }: RequestEntry, { texts: { requests } }: StaffVisit): string {
  const told = province && (isConcluded(province) ? requests.concludedProvince(province.value) : province.value);
  return [unit?.value, told].filter(Boolean).join(", ");
}

function table(visit: StaffVisit, items: readonly RequestEntry[]): Html {
  const { requests } = visit.texts;
  return html`<table class="list" data-list><thead><tr><th>${requests.person}</th><th>${requests.number}</th><th class="hide-narrow">${requests.kindLabel}</th><th>${requests.stateLabel}</th><th>${requests.missing}</th><th class="hide-narrow">${requests.ticket}</th><th class="number-cell">${requests.updated}</th></tr></thead>
<tbody>${items.map(
    (
      entry,
    ) => html`<tr><td class="subject"><a class="cover clip item-link" href="/console/requests/${entry.number}">${personOf(entry, visit)}</a><span class="muted small">${whereOf(entry, visit)}</span></td>
<td class="small mono nowrap">${entry.number}</td><td class="hide-narrow small">${requests.kind[entry.kind]}</td><td class="nowrap">${stateBadge(entry.state, visit)} ${entry.flag && badge(requests.flag, "bad", "alert")}</td><td class="nowrap">${gapBadge(entry, visit)}</td>
<td class="hide-narrow small mono nowrap"><a class="above" href="/console/tickets/${entry.ticket}">${entry.ticket}</a></td><td class="number-cell small muted nowrap">${when(entry.updatedAt, visit)}</td></tr>`,
  )}</tbody></table>`;
}

export type Column = readonly [state: RequestState, entries: Page<RequestEntry>];

/** The same entries in columns, one for each state of the process. */
export function requestBoardPage(visit: StaffVisit, columns: readonly Column[]): Html {
  const { requests, common } = visit.texts;
  const column = ([state, { items, nextCursor }]: Column) =>
    html`<section class="column" aria-label="${requests.state[state]}"><h2>${requests.state[state]} <span class="number">${items.length}${nextCursor && "+"}</span></h2><ul>${items.map(
      (entry) =>
        html`<li class="card"><a class="item-link" href="/console/requests/${entry.number}"><strong class="clip">${personOf(entry, visit)}</strong><span class="small muted clip">${entry.fields.unit?.value ?? requests.kind[entry.kind]}</span><span class="small muted mono">${entry.number}</span><span class="row small">${gapBadge(entry, visit)}${entry.flag && badge(requests.flag, "bad", "alert")}</span></a></li>`,
    )}</ul>${nextCursor && html`<a class="button quiet small" href="/console/requests?state=${state}">${common.more}</a>`}</section>`;
  return frame(
    visit,
    "board",
    html`<div class="board" data-list tabindex="0" role="region" aria-label="${requests.board}">${columns.map(column)}</div>`,
  );
}

/** Which active certificates end when, the earliest first. */
export function certificatePage(visit: StaffVisit, entries: readonly RequestEntry[]): Html {
  const { requests } = visit.texts;
  const body = html`<p class="lead">${requests.calendarLead}</p><div class="card">${
    entries.length === 0
      ? emptyState("clock", requests.calendarEmpty, requests.calendarEmptyText)
      : html`<table class="list" data-list><thead><tr><th>${requests.person}</th><th>${requests.number}</th><th>${requests.endsAt}</th></tr></thead><tbody>${entries.map(
          (entry) =>
            html`<tr><td class="subject"><a class="cover item-link" href="/console/requests/${entry.number}">${personOf(entry, visit)}</a></td><td class="mono small">${entry.number}</td><td class="nowrap">${icon("clock")} ${entry.certificateEndsAt && shortDate(entry.certificateEndsAt, visit)}</td></tr>`,
        )}</tbody></table>`
  }</div>`;
  return frame(visit, "calendar", body);
}
