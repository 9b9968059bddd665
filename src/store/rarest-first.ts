import type { PipelineStage } from "mongoose";
import type { Models } from "./models.ts";
import { createTermFrequencies } from "./term-frequencies.ts";

/** What one word may be found by. */
export type Terms = readonly string[];
/** The words of a query, each with the terms it may be found by. */
export type QueryTerms = (text: string) => readonly Terms[];

export interface RatedWords {
  /** The rarest first: an engine that is given all at once may read all of the commonest. */
  readonly words: readonly Terms[];
  /** Whether even the rarest is in many tickets. */
  readonly common: boolean;
}

/** Puts the words of a search in the order in which the index is to be asked for them. */
export function createRarestFirst(models: Models): (words: readonly Terms[]) => Promise<RatedWords> {
  const frequencies = createTermFrequencies(models);
  return async (words) => {
    const shareOf = await frequencies.shares();
    const rated = words
      .map((terms) => ({ terms, share: terms.reduce((sum, term) => sum + shareOf(term), 0) }))
      .sort((a, b) => a.share - b.share);
    return { words: rated.map(({ terms }) => terms), common: (rated[0]?.share ?? 0) > 0 };
  };
}

/** The stage that finds tickets with a word, and what else the index is to look at. */
export function withWord(terms: Terms, more: Readonly<Record<string, unknown>> = {}): PipelineStage.Match {
  const each = terms.map((term) => ({ searchTerms: term, ...more }));
  return { $match: each.length === 1 ? { ...each[0] } : { $or: each } };
}

/** Finds the numbers of all tickets in which every word of a text stands. */
export function createTicketsHolding(models: Models, queryTerms: QueryTerms) {
  const rarestFirst = createRarestFirst(models);
  return async (text: string): Promise<readonly string[]> => {
    const { words } = await rarestFirst(queryTerms(text));
    if (words.length === 0) return [];
    const stages = [...words.map((terms) => withWord(terms)), { $project: { number: 1 } }];
    return (await models.tickets.aggregate<{ number: string }>(stages)).map(({ number }) => number);
  };
}
