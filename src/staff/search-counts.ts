import type { AtLeast, Office } from "../core/ports.ts";
import type { TicketFilter } from "../core/saved-view.ts";
import { assigneeOf, filterFields, filterQuery } from "./ticket-view.ts";

/** Counted no further than this: "99+". */
const MOST_COUNTED = 99;
/** A search is counted at most this often, however many look at it. */
const FRESH_MS = 10_000;
/** Remembered at most; more than people have open. */
const MOST_KEPT = 2_000;

export interface Counted extends AtLeast {
  /** When counting began. */
  readonly at: number;
}

/** How many tickets searches find, for saved views: bounded, and kept in mind for a while. */
export interface SearchCounts {
  /** The last known count, without asking the database. */
  known(filter: TicketFilter, staff: string): AtLeast | undefined;
  /** A count no older than ten seconds. */
  fresh(filter: TicketFilter, staff: string): Promise<Counted>;
}

export function createSearchCounts({ store, clock }: Office): SearchCounts {
  const kept = new Map<string, Counted>();
  const underWay = new Map<string, Promise<Counted>>();
  const keyOf = (filter: TicketFilter, staff: string) => `${filterFields(filter)} ${assigneeOf(filter, staff)}`;

  async function count(key: string, filter: TicketFilter, staff: string): Promise<Counted> {
    const at = Date.now();
    const found = await store.tickets.countUpTo(filterQuery(filter, staff, clock.now()), MOST_COUNTED);
    if (kept.size >= MOST_KEPT) kept.clear();
    const counted = { at, ...found };
    kept.set(key, counted);
    return counted;
  }

  return {
    known: (filter, staff) => kept.get(keyOf(filter, staff)),
    async fresh(filter, staff) {
      const key = keyOf(filter, staff);
      const last = kept.get(key);
      if (last && Date.now() - last.at < FRESH_MS) return last;
      const counting = underWay.get(key) ?? count(key, filter, staff).finally(() => underWay.delete(key));
      underWay.set(key, counting);
      return counting;
    },
  };
}
