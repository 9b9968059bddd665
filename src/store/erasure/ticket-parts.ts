import type { ErasureSubject } from "../../core/erasure.ts";
import type { RequestStep } from "../../core/request.ts";
import { inTransaction } from "../in-transaction.ts";
import { countChange } from "../request-counters.ts";
import { addressesOf, countAll, ERASED, type ErasurePart, type ErasureTools, goingWhole, ofTickets } from "./part.ts";

const NO_CONTENT = { fullText: 1, html: 1, signature: 1, sealed: 1 } as const;

/** Their tickets lose all but number, dates and states; in tickets of others they take part no more. */
export function ticketsPart({ models: { tickets } }: ErasureTools): ErasurePart {
  const own = (subject: ErasureSubject) => ({ number: { $in: [...subject.tickets] } });
  return {
    count: (subject) => tickets.countDocuments(own(subject)),
    async erase(subject, at) {
      const gone = { subject: ERASED, requester: {}, participants: [], tags: [], searchTerms: [] };
      const emptied = {
        $set: { ...gone, erasedAt: at, updatedAt: at },
        $unset: { nextDueAt: 1 },
        $inc: { version: 1 },
      };
      const addresses = addressesOf(subject);
      if (addresses.length > 0)
        await tickets.updateMany(
          { participants: { $in: addresses } },
          { $pull: { participants: { $in: addresses } }, $inc: { version: 1 } },
        );
      return (await tickets.updateMany(own(subject), emptied)).matchedCount;
    },
  };
}

/** Every message of their tickets, and what they wrote into tickets of others. */
export function messagesPart({ models: { messages }, rebuildTerms }: ErasureTools): ErasurePart {
  const filters = (subject: ErasureSubject) => [ofTickets(subject), theirsElsewhere(subject)];
  return {
    count: (subject) => countAll(messages, filters(subject)),
    async erase(subject) {
      const elsewhere = await messages.distinct("ticket", theirsElsewhere(subject));
      let erased = 0;
      for (const filter of filters(subject)) {
        const emptied = { text: ERASED, from: { kind: "system" }, to: [], attachments: [] };
        erased += (await messages.updateMany(filter, { $set: emptied, $unset: NO_CONTENT })).matchedCount;
      }
      await rebuildTerms(elsewhere as string[]);
      return erased;
    },
  };
}

/**
 * What they wrote by mail in tickets of others. Whoever wrote is among what a ticket is found by, so that of a hundred thousand
 * messages those of a few tickets are read.
 */
export function theirsElsewhere(subject: ErasureSubject) {
  return { ticket: { $in: [...subject.addressIn] }, "from.email": { $in: addressesOf(subject) } };
}

const entriesOf = (subject: ErasureSubject) => ({
  $or: [ofTickets(subject), { number: { $in: subject.entries.map(({ number }) => number) } }],
});

/** What their entries say goes; so does what they were counted by. */
export function requestsPart({ connection, models }: ErasureTools): ErasurePart {
  const { requests } = models;
  const eraseOne = (_id: string, at: Date) =>
    inTransaction(connection, async (session) => {
      const before = await requests.findOne({ _id }, undefined, { session }).lean();
      if (!before) return;
      const steps = (before.history as readonly RequestStep[]).map(({ reason: _reason, ...step }) => step);
      const gone = { fields: {}, history: steps, searchTerms: [], personKeys: [], sealed: { values: {} } };
      const change = {
        $set: { ...gone, updatedAt: at },
        $unset: { passage: 1, flag: 1, person: 1 } as const,
        $inc: { version: 1 },
      };
      await requests.updateOne({ _id }, change, { session });
      await countChange(models, [before, { ...before, fields: {} }], session);
    });
  return {
    count: (subject) => requests.countDocuments(entriesOf(subject)),
    async erase(subject, at) {
      const rows = await requests.find(entriesOf(subject), { _id: 1 }).lean();
      for (const { _id } of rows) await eraseOne(_id, at);
      return rows.length;
    },
  };
}

/** Corrections of what was read about them. */
export function casesPart({ models: { extractionCases } }: ErasureTools): ErasurePart {
  return goingWhole(extractionCases, (subject) => [
    { $or: [ofTickets(subject), { request: { $in: subject.entries.map(({ number }) => number) } }] },
  ]);
}
