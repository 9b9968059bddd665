import type { ClientSession } from "mongoose";
import { AppError } from "../core/errors.ts";
import { orConflict } from "./documents.ts";
import type { Models, Stored } from "./models.ts";

/** Collections whose inserts of one transaction travel together. */
type Buffered =
  | "tickets"
  | "messages"
  | "requests"
  | "events"
  | "outbox"
  | "ticketDeltas"
  | "requestDeltas"
  | "dayMarks";

const WHAT: Readonly<Record<Buffered, string>> = {
  tickets: "The ticket",
  messages: "The message",
  requests: "The request entry",
  events: "The event",
  outbox: "The outbox item",
  ticketDeltas: "The count",
  requestDeltas: "The count",
  dayMarks: "The mark",
};

/** What is set and taken away in a document. */
export type Change = { readonly $set: Record<string, unknown>; readonly $unset: Record<string, 1> };

/** Inserts of one transaction, and outcomes of mails, kept back until something has to read or change what they write. */
export interface PendingInserts {
  add(collection: Buffered, document: Stored): void;
  /** Terms by which the ticket of this number is found from now on. */
  addTerms(ticket: string, terms: readonly string[]): void;
  /** How a mail of the ledger ended. */
  finishMail(mail: string, change: Change): void;
  /** Writes what is kept back: one command a collection. Throws `conflict` for a broken unique index, and for a mail that has ended. */
  flush(): Promise<void>;
}

/**
 * Opening a ticket writes a ticket, one or two messages, an event and an effect. Sent one by one these are round trips
 * that the mail intake pays for every mail; sent together they are one for each collection.
 */
export function createPendingInserts(models: Models, session: ClientSession): PendingInserts {
  let pending = emptyBuffers();
  let terms = new Map<string, Set<string>>();
  let endings: [mail: string, change: Change][] = [];

  async function finishMails(): Promise<void> {
    const ended = endings;
    endings = [];
    if (ended.length === 0) return;
    const writes = ended.map(([_id, update]) => ({ updateOne: { filter: { _id, state: { $ne: "done" } }, update } }));
    const { matchedCount } = await models.mails.collection.bulkWrite(writes as object[] as never, {
      session,
      ignoreUndefined: true,
    });
    if (matchedCount < ended.length) {
      throw new AppError("conflict", "A mail already has its outcome.", { mails: ended.map(([mail]) => mail) });
    }
  }

  return {
    add: (collection, document) => pending[collection].push(document),
    addTerms(ticket, found) {
      if (found.length === 0) return;
      const known = terms.get(ticket) ?? new Set();
      terms.set(ticket, known);
      for (const term of found) known.add(term);
    },
    finishMail: (mail, change) => endings.push([mail, change]),
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
        // The driver itself: these are the core's own shapes, and casting each of them would cost more than the rest.
        const { collection: plain } = models[collection];
        await orConflict(
          plain.insertMany(documents[collection] as object[], { session, ignoreUndefined: true }),
          WHAT[collection],
        );
      }
      for (const [number, found] of added) {
        await models.tickets.updateOne({ number }, { $addToSet: { searchTerms: { $each: [...found] } } }, { session });
      }
      await finishMails();
    },
  };
}

const emptyBuffers = (): Record<Buffered, Stored[]> => ({
  tickets: [],
  messages: [],
  requests: [],
  events: [],
  outbox: [],
  ticketDeltas: [],
  requestDeltas: [],
  dayMarks: [],
});
