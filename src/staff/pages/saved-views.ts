import { may, type StaffMember } from "../../core/person.ts";
import type { SavedView } from "../../core/saved-view.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { csrfField } from "../design/parts.ts";
import type { DeskCounts } from "../desk-counts.ts";
import type { StaffVisit } from "../route.ts";
import { mayKeep } from "../shelf/keep-item.ts";
import { filterFields, isSameFilter, type TicketView, viewQuery } from "../ticket-view.ts";
import { knownCount, viewCountName } from "../view-counts.ts";
import { filterWords } from "./views-page.ts";

export interface SavedViewsData {
  readonly view: TicketView;
  readonly views: readonly SavedView[];
  readonly counts: DeskCounts;
  readonly members: readonly StaffMember[];
}

/** The saved views above the list, with their numbers, and what is done with the one that is open. */
export function savedViews(visit: StaffVisit, data: SavedViewsData): Html {
  const words = visit.texts.views;
  const { view, views } = data;
  const open = views.find(({ id }) => id === view.saved);
  const isChanged = open !== undefined && !isSameFilter(open.filter, view);
  return html`<div class="views">
  ${views.length > 0 && html`<nav aria-label="${words.title}">${views.map((one) => link(visit, one, data, one === open && !isChanged))}</nav>`}
  ${isChanged && mayKeep(visit.visitor, open) && html`<form method="post" action="/console/views/${open.id}/filter">${csrfField(visit.visitor)}<input type="hidden" name="version" value="${open.version}">${hiddenFilter(view)}<button class="button small" title="${words.updateHint(open.name)}">${icon("check")}${words.update}: ${open.name}</button></form>`}
  <button type="button" class="button small quiet" data-open="save-view">${icon("plus")}${words.save}</button>
  ${views.length > 0 && html`<a class="button small quiet" href="/console/views" aria-label="${words.edit}" title="${words.edit}">${icon("settings")}</a>`}
</div>${saveDialog(visit, data)}`;
}

function link(visit: StaffVisit, one: SavedView, { counts }: SavedViewsData, isOpen: boolean): Html {
  const count = knownCount(one, visit.visitor.id, counts, visit.memory.searches);
  const { shared, own } = visit.texts.views;
  return html`<a href="/console/tickets${viewQuery({ ...one.filter, saved: one.id })}" title="${one.shared ? shared : own}" ${isOpen && html`aria-current="page"`}>${one.shared && icon("people")}${one.name}${count !== undefined && html` <span class="number" data-count="${viewCountName(one.id)}">${count}</span>`}</a>`;
}

function saveDialog(visit: StaffVisit, { view, members }: SavedViewsData): Html {
  const { texts, visitor } = visit;
  const words = texts.views;
  return html`<dialog id="save-view" aria-labelledby="save-view-title"><form method="post" action="/console/views" class="stack">${csrfField(visitor)}${hiddenFilter(view)}
<h2 id="save-view-title">${words.saveTitle}</h2><p class="muted">${words.saveLead} <strong>${filterWords(visit, view, members)}</strong></p>
<div class="field"><label for="view-name">${words.name}</label><input id="view-name" name="name" required maxlength="60" autocomplete="off"></div>
${may(visitor.role, "desk.share") && html`<label><input type="checkbox" name="shared" value="yes"> ${words.share}</label>`}
<div class="row"><button class="button main">${texts.common.save}</button><button type="submit" formmethod="dialog" formnovalidate class="button">${texts.common.cancel}</button></div></form></dialog>`;
}

/** The filter as hidden fields of a form. */
function hiddenFilter(view: TicketView): Html {
  return html`${[...filterFields(view)].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}
