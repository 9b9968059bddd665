import type { Model } from "mongoose";
import { RARE, type RatedWord } from "./entrance.ts";
import type { Stored } from "./models.ts";
import { newestFirst, within } from "./newest-first.ts";

/** How common search terms are, roughly. */
export interface TermFrequencies {
  /** The words of a search with how common they are, the rarest first. */
  rate(words: readonly (readonly string[])[]): Promise<readonly RatedWord[]>;
  /** How many documents lie in a ms of the order of change, of late; nothing before the first sample. */
  density(): number | undefined;
}

const SAMPLE = 4_000;
const FRESH_MS = 60 * 60_000;
/** A term seen fewer times than this says nothing of its frequency but that it is rare. */
const FEWEST = RARE * SAMPLE;

/**
 * Shares among the newest documents of a collection, read when first asked and again every hour behind the back of whoever asks. A search needs their
 * order and no more; so nothing is kept in the database, where the words of a person would outlive their erasure.
 */
export function createTermFrequencies(model: Model<Stored>): TermFrequencies {
  let known: Promise<ReadonlyMap<string, number>> | undefined;
  let readAt = 0;
  let density: number | undefined;

  async function sample(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await newestFirst({ start: new Date(), limit: SAMPLE }, (window, limit) =>
      model
        .find(within("updatedAt", window), { _id: 0, updatedAt: 1, searchTerms: 1 })
        .sort({ updatedAt: -1 })
        .limit(limit)
        .lean(),
    );
    const oldest = Number(rows.at(-1)?.updatedAt ?? 0);
    density = rows.length / Math.max(1, Date.now() - oldest);
    const times = new Map<string, number>();
    for (const { searchTerms } of rows) {
      for (const term of searchTerms as string[]) times.set(term, (times.get(term) ?? 0) + 1);
    }
    const common = [...times].filter(([, count]) => count >= FEWEST);
    return new Map(common.map(([term, count]) => [term, count / rows.length]));
  }

  /** What is old serves once more while it is read anew. */
  function shares(): Promise<ReadonlyMap<string, number>> {
    if (known && Date.now() - readAt <= FRESH_MS) return known;
    readAt = Date.now();
    const fresh = sample();
    const before = known;
    known = before ? fresh.catch(() => before) : fresh;
    fresh.catch(() => {
      if (!before) known = undefined;
    });
    return before ?? known;
  }

  return {
    density() {
      shares().catch(() => undefined);
      return density;
    },
    async rate(words) {
      if (words.length === 0) return [];
      const shareOf = await shares();
      return words
        .map((terms) => ({ terms, share: Math.max(...terms.map((term) => shareOf.get(term) ?? 0)) }))
        .sort((a, b) => a.share - b.share);
    },
  };
}
