import type { Office } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";
import { createFinishedLately } from "./finished-lately.ts";
import { createSearchCounts, type SearchCounts } from "./search-counts.ts";

/** What this process keeps in mind for a little while, for all pages together. */
export interface DeskMemory {
  readonly searches: SearchCounts;
  readonly finishedLately: () => Promise<readonly Ticket[]>;
}

export function createDeskMemory(office: Office): DeskMemory {
  return { searches: createSearchCounts(office), finishedLately: createFinishedLately(office) };
}
