import type { AtLeast } from "../core/ports.ts";
import type { SavedView } from "../core/saved-view.ts";
import { countOf, type DeskCounts } from "./desk-counts.ts";
import type { SearchCounts } from "./search-counts.ts";

/** The name of a view's number on the page, by which it is kept up to date. */
export const viewCountName = (id: string) => `view-${id}`;

/** What is known of a view's count without asking the database: exact, "99+", "7+" where not all was looked at, or "…" for a search not counted yet. */
export function knownCount(
  { filter }: SavedView,
  staff: string,
  counts: DeskCounts,
  searches: Pick<SearchCounts, "known">,
): number | string | undefined {
  if (!filter.q) return countOf(filter, staff, counts);
  const known = searches.known(filter, staff);
  return known === undefined ? "…" : boundedText(known);
}

/** "7", or "7+" where there may be more. */
export function boundedText({ count, mayBeMore }: AtLeast): number | string {
  return mayBeMore ? `${count}+` : count;
}

/** The views as they stand in a list: the shared ones first, each in their owner's order. */
export function inOrder(views: readonly SavedView[]): readonly SavedView[] {
  return [...views].sort((a, b) => Number(b.shared) - Number(a.shared) || a.order - b.order || (a.id < b.id ? -1 : 1));
}
