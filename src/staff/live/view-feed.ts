import type { Office } from "../../core/ports.ts";
import type { SavedView } from "../../core/saved-view.ts";
import { countOf, type DeskCounts } from "../desk-counts.ts";
import type { SearchCounts } from "../search-counts.ts";
import { boundedText, viewCountName } from "../view-counts.ts";

type Numbers = Record<string, number | string>;

export interface ViewFeed {
  /**
   * Counts the saved views of these members, one after the other, and tells each their own. Those that need no search come from
   * `counts`; without it only searches are counted. Out: whether a search was counted before `since`, and is to be counted again.
   */
  tell(
    members: readonly string[],
    counts: DeskCounts | undefined,
    since: number,
    send: (member: string, numbers: Readonly<Numbers>) => void,
  ): Promise<boolean>;
}

/** Counts of saved views for those who look at the list. */
export function createViewFeed({ store }: Office, searches: SearchCounts): ViewFeed {
  /** Puts the number of each search down; out: when the oldest of them was counted. */
  async function countSearches(views: readonly SavedView[], member: string, numbers: Numbers): Promise<number> {
    let oldest = Number.POSITIVE_INFINITY;
    for (const { id, filter } of views.filter((view) => view.filter.q !== "")) {
      const counted = await searches.fresh(filter, member);
      numbers[viewCountName(id)] = boundedText(counted);
      oldest = Math.min(oldest, counted.at);
    }
    return oldest;
  }

  return {
    async tell(members, counts, since, send) {
      const all = await store.shelf.of("savedViews", members);
      let isOld = false;
      for (const member of members) {
        const views = all.filter(({ shared, owner }) => shared || owner === member);
        const numbers = counts ? keptNumbers(views, member, counts) : {};
        if ((await countSearches(views, member, numbers)) < since) isOld = true;
        if (Object.keys(numbers).length > 0) send(member, numbers);
      }
      return isOld;
    },
  };
}

function keptNumbers(views: readonly SavedView[], member: string, counts: DeskCounts): Numbers {
  const numbers: Numbers = {};
  for (const { id, filter } of views) {
    const count = countOf(filter, member, counts);
    if (count !== undefined) numbers[viewCountName(id)] = count;
  }
  return numbers;
}
