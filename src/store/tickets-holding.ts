import type { Models } from "./models.ts";
import type { TicketReaderParts } from "./ticket-reader.ts";

/** Finds the numbers of all tickets in which every word of a text stands. */
export function createTicketsHolding(
  { tickets }: Models,
  { queryTerms, frequencies }: Pick<TicketReaderParts, "queryTerms" | "frequencies">,
) {
  return async (text: string): Promise<readonly string[]> => {
    const words = await frequencies.rate(queryTerms(text));
    if (words.length === 0) return [];
    // The rarest first: an engine that is given all at once may read all of the commonest.
    const stages = words.map(({ terms }) => ({ $match: { $or: terms.map((term) => ({ searchTerms: term })) } }));
    const found = await tickets.aggregate<{ number: string }>([...stages, { $project: { number: 1 } }]);
    return found.map(({ number }) => number);
  };
}
