import type { EntryUsage } from "../core/knowledge-ports.ts";
import type { Office } from "../core/ports.ts";
import { GAP_DAYS } from "./find-gaps.ts";

/** How often each entry was come to in the last 90 days, and how people rated it. By entry id. */
export function helpfulnessByEntry({ store, clock }: Office): Promise<ReadonlyMap<string, EntryUsage>> {
  return store.questions.usage(new Date(clock.now().getTime() - GAP_DAYS * 24 * 60 * 60_000));
}
