import { may, type StaffMember } from "../../core/person.ts";
import type { SavedView, TicketFilter } from "../../core/saved-view.ts";
import { type Html, html } from "../design/html.ts";
import { type IconName, icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { badge, csrfField, emptyState } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { MOST_ITEMS, mayKeep } from "../shelf/keep-item.ts";
import { viewQuery } from "../ticket-view.ts";
import { categoryName } from "./ticket-parts.ts";

export interface ViewsPageData {
  readonly views: readonly SavedView[];
  readonly members: readonly StaffMember[];
}

/** Where saved views are named, shared, put in order and deleted. */
export function viewsPage(visit: StaffVisit, { views, members }: ViewsPageData): Html {
  const words = visit.texts.views;
  const toTickets = html`<a class="button main" href="/console/tickets">${words.toTickets}</a>`;
  return page(visit, {
    title: words.title,
    here: "tickets",
    body: html`<div class="page-head"><div><h1>${words.title}</h1><p class="lead">${words.lead}</p></div></div>${viewBanner(visit)}
<section class="card">${views.length === 0 ? emptyState("inbox", words.empty, words.emptyText, toTickets) : table(visit, views, members)}</section>`,
  });
}

/** What the last form on views did. */
export function viewBanner({ query, texts }: StaffVisit): Html {
  const { views } = texts;
  const said: Readonly<Record<string, readonly ["good" | "bad", string]>> = {
    saved: ["good", views.saved],
    viewSaved: ["good", views.saved],
    removed: ["good", views.removed],
    personal: ["bad", views.personal],
    tooMany: ["bad", views.tooMany(MOST_ITEMS.savedViews)],
  };
  const done = query.get("done") ?? "";
  if (!Object.hasOwn(said, done)) return html``;
  const [tone, words] = said[done] as readonly ["good" | "bad", string];
  return html`<div class="banner ${tone}" role="status">${icon(tone === "good" ? "check" : "alert")}<div>${words}</div></div>`;
}

function table(visit: StaffVisit, views: readonly SavedView[], members: readonly StaffMember[]): Html {
  const words = visit.texts.views;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${words.title}"><table><thead><tr><th>${words.name}</th><th>${words.what}</th><th><span class="visually-hidden">${words.edit}</span></th></tr></thead><tbody>${views.map(
    (view) => row(visit, view, views, members),
  )}</tbody></table></div>`;
}

function row(visit: StaffVisit, view: SavedView, views: readonly SavedView[], members: readonly StaffMember[]): Html {
  const words = visit.texts.views;
  const link = html`<a href="/console/tickets${viewQuery({ ...view.filter, saved: view.id })}">${filterWords(visit, view.filter, members)}</a>`;
  const kind = badge(view.shared ? words.shared : words.own, view.shared ? "info" : "outline");
  if (!mayKeep(visit.visitor, view)) {
    return html`<tr><td><strong>${view.name}</strong></td><td>${link}</td><td>${kind}</td></tr>`;
  }
  const group = views.filter(({ shared }) => shared === view.shared);
  return html`<tr><td>${nameForm(visit, view)}</td><td>${link}</td><td><div class="row">${kind}${moveButton(visit, view, "up", group.at(0) === view)}${moveButton(visit, view, "down", group.at(-1) === view)}
<form method="post" action="/console/views/${view.id}/delete">${csrfField(visit.visitor)}<input type="hidden" name="version" value="${view.version}"><button class="button small danger" aria-label="${words.remove}: ${view.name}">${words.remove}</button></form></div></td></tr>`;
}

function nameForm({ texts, visitor }: StaffVisit, view: SavedView): Html {
  const { views, common } = texts;
  return html`<form class="row" method="post" action="/console/views/${view.id}/name">${csrfField(visitor)}<input type="hidden" name="version" value="${view.version}"><input name="name" value="${view.name}" required maxlength="60" aria-label="${views.name}: ${view.name}">
${may(visitor.role, "desk.share") ? html`<label><input type="checkbox" name="shared" value="yes" ${view.shared && html`checked`}> ${views.share}</label>` : ""}<button class="button small" aria-label="${common.save}: ${view.name}">${common.save}</button></form>`;
}

function moveButton({ texts, visitor }: StaffVisit, view: SavedView, to: "up" | "down", isEnd: boolean): Html {
  const sign: IconName = to;
  return html`<form method="post" action="/console/views/${view.id}/move">${csrfField(visitor)}<button class="button small quiet" name="to" value="${to}" aria-label="${texts.views[to]}: ${view.name}" ${isEnd && html`disabled`}>${icon(sign)}</button></form>`;
}

/** A filter as people say it: "Sırada · Benim · Acil · “sertifika”". */
export function filterWords(visit: StaffVisit, filter: TicketFilter, members: readonly StaffMember[]): string {
  const { tickets, desk, common, views } = visit.texts;
  const { view, assignee, category, priority, q, sort } = filter;
  const queue = () => {
    if (view === "active") return tickets.active;
    if (view === "snoozed") return desk.snoozedView;
    return view === "all" ? common.all : tickets.status[view];
  };
  const whose = () => {
    if (assignee === "me") return tickets.mine;
    if (assignee === "none") return tickets.unassigned;
    return members.find(({ id }) => id === assignee)?.name ?? "";
  };
  const parts = [queue(), whose(), category && categoryName(category, visit), priority && tickets.priority[priority]];
  return [...parts, q && `“${q}”`, sort && views.byDue].filter(Boolean).join(" · ");
}
