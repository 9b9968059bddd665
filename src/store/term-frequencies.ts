import type { Models } from "./models.ts";
import { newestFirst, within } from "./newest-first.ts";

/** How common search terms are, roughly. */
export interface TermFrequencies {
  /** The share of tickets that have a term, 0..1; 0 for one that is too rare to be known. */
  shares(): Promise<(term: string) => number>;
}

const SAMPLE = 4_000;
const FRESH_MS = 60 * 60_000;
/** A term seen fewer times than this says nothing of its frequency but that it is rare. */
const FEWEST = 3;

/**
 * Shares among the newest tickets, read when first asked and again every hour behind the back of whoever asks. A search needs their
 * order and no more; so nothing is kept in the database, where the words of a person would outlive their erasure.
 */
export function createTermFrequencies({ tickets }: Models): TermFrequencies {
  let known: Promise<ReadonlyMap<string, number>> | undefined;
  let readAt = 0;

  async function sample(): Promise<ReadonlyMap<string, number>> {
    const rows = await newestFirst(new Date(), SAMPLE, (window, limit) =>
      tickets.find(within("updatedAt", window), { _id: 0, searchTerms: 1 }).sort({ updatedAt: -1 }).limit(limit).lean(),
    );
    const times = new Map<string, number>();
    for (const { searchTerms } of rows) {
      for (const term of searchTerms as string[]) times.set(term, (times.get(term) ?? 0) + 1);
    }
    const common = [...times].filter(([, count]) => count >= FEWEST);
    return new Map(common.map(([term, count]) => [term, count / rows.length]));
  }

  return {
    async shares() {
      if (!known || Date.now() - readAt > FRESH_MS) {
        readAt = Date.now();
        const fresh = sample();
        const before = known;
        known = before ? fresh.catch(() => before) : fresh;
        if (before) {
          const old = await before;
          return (term) => old.get(term) ?? 0;
        }
        fresh.catch(() => {
          known = undefined;
        });
      }
      const shares = await known;
      return (term) => shares.get(term) ?? 0;
    },
  };
}
