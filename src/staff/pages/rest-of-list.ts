import type { Page } from "../../core/page.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { emptyState, moreLink } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";

export interface ListPlace {
  readonly path: string;
  /** Whether the list goes on in time, and not back. */
  readonly isAscending?: boolean;
  /** What the list is asked by, where that is not the page's own query. */
  readonly query?: URLSearchParams;
}

/** How a list goes on under its rows: with more of them, or from where looking for them was given up. */
export function restOfList(visit: StaffVisit, page: Page<unknown>, place: ListPlace): Html {
  return page.reached ? reachOfList(visit, page, place) : onward(visit, visit.texts.common.more, page, place);
}

/** How far looking for rows went before it was given up, and a way on from there; nothing under a list that has all it shows. */
export function reachOfList(visit: StaffVisit, page: Page<unknown>, place: ListPlace): Html {
  if (!page.reached) return html``;
  const { looked, further } = words(visit, page.reached, place);
  return html`<p class="looked" role="status">${looked}</p>${onward(visit, further, page, place)}`;
}

/** A page without rows that is not the end of the list, from which the page's script goes on by itself; nothing when it is the end. */
export function nothingYet(visit: StaffVisit, page: Page<unknown>, place: ListPlace): Html | undefined {
  if (!page.reached) return undefined;
  const { common } = visit.texts;
  const { looked, further } = words(visit, page.reached, place);
  const text = `${looked} ${common.nothingYetText}`;
  const more = onward(visit, further, page, place);
  return html`<div data-nothing-yet>${emptyState("search", common.nothingYet, text, more)}</div>`;
}

function onward(
  visit: StaffVisit,
  label: string,
  { nextCursor }: Page<unknown>,
  { path, query = visit.query }: ListPlace,
): Html {
  return moreLink(label, path, query, nextCursor);
}

function words(visit: StaffVisit, reached: Date, { isAscending = false }: ListPlace) {
  const { common } = visit.texts;
  const date = shortDate(reached, visit);
  return isAscending
    ? { looked: common.lookedOn(date), further: common.lookFurtherOn }
    : { looked: common.lookedBack(date), further: common.lookFurtherBack };
}
