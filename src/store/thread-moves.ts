import type { ClientSession } from "mongoose";
import type { Message } from "../core/message.ts";
import type { Transaction } from "../core/ports.ts";
import type { Cipher } from "./cipher.ts";
import { fromStored } from "./documents.ts";
import type { Models } from "./models.ts";
import type { PersonalTerms } from "./personal-terms.ts";
import { threadTerms } from "./ticket-terms.ts";

type Moves = Pick<Transaction, "moveMessages" | "moveRequests" | "withdrawMessage">;

/** What moves between threads, or is taken back out of one, inside a transaction. */
export function createThreadMoves(
  { messages, requests, tickets, outbox }: Models,
  cipher: Cipher,
  terms: PersonalTerms,
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
      const moved = rows.map((row) => ({ ...fromStored<Message>(row), ticket: to }));
      const said = threadTerms(terms, rows, cipher);
      await tickets.updateOne({ number: to }, { $addToSet: { searchTerms: { $each: said } } }, { session });
      return moved;
    },
    async moveRequests(from, to) {
      await flush();
      await requests.updateMany({ ticket: from }, { $set: { ticket: to } }, { session });
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
