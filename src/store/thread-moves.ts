import type { ClientSession } from "mongoose";
import type { Message } from "../core/message.ts";
import type { Transaction } from "../core/ports.ts";
import { fromStored } from "./documents.ts";
import type { Models } from "./models.ts";
import type { TermKeeping } from "./ticket-terms.ts";

type Moves = Pick<Transaction, "moveMessages" | "moveRequests" | "withdrawMessage">;

/** What moves between threads, or is taken back out of one, inside a transaction. */
export function createThreadMoves(
  { messages, requests, outbox }: Models,
  terms: TermKeeping,
  session: ClientSession,
  /** Writes the inserts kept back so far: what is moved, and where to, must stand. */
  flush: () => Promise<void>,
): Moves {
  return {
    async moveMessages(from, to, ids) {
      await flush();
      const filter = { ticket: from, ...(ids && { _id: { $in: [...ids] } }) };
      const rows = await messages.find(filter, undefined, { session }).sort({ createdAt: 1, _id: 1 }).lean();
      await messages.updateMany({ _id: { $in: rows.map(({ _id }) => _id) } }, { $set: { ticket: to } }, { session });
      const said = terms.ofThread(rows);
      await terms.exchange(to, { come: said }, session);
      // The words go with the texts: what was left of them would outlive an erasure of whoever wrote them.
      await terms.exchange(from, { gone: said }, session);
      return rows.map((row) => ({ ...fromStored<Message>(row), ticket: to }));
    },
    async moveRequests(from, to) {
      await flush();
      const found = { $addToSet: { searchTerms: { $each: terms.ofNumber(to) } } };
      await requests.updateMany({ ticket: from }, { $set: { ticket: to }, ...found }, { session });
    },
    async withdrawMessage(id) {
      await flush();
      const untouched = { "effect.message": id, state: "waiting", attempts: 0, nextAttemptAt: { $gt: new Date() } };
      const taken = await outbox.deleteMany(untouched, { session });
      if (taken.deletedCount === 0) return false;
      await messages.deleteOne({ _id: id }, { session });
      return true;
    },
  };
}
