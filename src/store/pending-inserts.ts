import type { ClientSession } from "mongoose";
import { orConflict } from "./documents.ts";
import type { Models, Stored } from "./models.ts";

/** Collections whose inserts of one transaction travel together. */
type Buffered = "tickets" | "messages" | "requests" | "events" | "outbox";

const WHAT: Readonly<Record<Buffered, string>> = {
  tickets: "The ticket",
  messages: "The message",
  requests: "The request entry",
  events: "The event",
  outbox: "The outbox item",
};

/** Inserts of one transaction, kept back until something has to read or change what they write. */
export interface PendingInserts {
  add(collection: Buffered, document: Stored): void;
  /** Terms by which the ticket of this number is found from now on. */
  addTerms(ticket: string, terms: readonly string[]): void;
  /** Writes what is kept back: one command a collection. Throws `conflict` for a broken unique index. */
  flush(): Promise<void>;
}

/**
 * Opening a ticket writes a ticket, one or two messages, an event and an effect. Sent one by one these are round trips
 * that the mail intake pays for every mail; sent together they are one for each collection.
 */
export function createPendingInserts(models: Models, session: ClientSession): PendingInserts {
  let pending = emptyBuffers();
  let terms = new Map<string, Set<string>>();

  return {
    add: (collection, document) => pending[collection].push(document),
    addTerms(ticket, found) {
      const known = terms.get(ticket) ?? new Set();
      terms.set(ticket, known);
      for (const term of found) known.add(term);
    },
    async flush() {
      const [documents, added] = [pending, terms];
      pending = emptyBuffers();
      terms = new Map();
      for (const ticket of documents.tickets) {
        const known = ticket.searchTerms as string[];
        ticket.searchTerms = [...new Set([...known, ...(added.get(ticket.number as string) ?? [])])];
        added.delete(ticket.number as string);
      }
      for (const collection of Object.keys(WHAT) as Buffered[]) {
        if (documents[collection].length === 0) continue;
        await orConflict(models[collection].insertMany(documents[collection], { session }), WHAT[collection]);
      }
      for (const [number, found] of added) {
        await models.tickets.updateOne({ number }, { $addToSet: { searchTerms: { $each: [...found] } } }, { session });
      }
    },
  };
}

const emptyBuffers = (): Record<Buffered, Stored[]> => ({
  tickets: [],
  messages: [],
  requests: [],
  events: [],
  outbox: [],
});
