import type { ErasureSubject } from "../../core/erasure.ts";
import { addressesOf, countAll, ERASED, type ErasurePart, type ErasureTools, ofTickets } from "./part.ts";

const NO_CONTENT = { fullText: 1, html: 1, signature: 1, evidence: 1, sealed: 1 } as const;

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

/** Every message of their tickets, and what they wrote into tickets of others; what was sent to them there loses their address. */
export function messagesPart({ models: { messages, tickets }, rebuildTerms }: ErasureTools): ErasurePart {
  const filters = (subject: ErasureSubject) => [ofTickets(subject), theirsElsewhere(subject)];

  /** As an answer to them is, which came there with a ticket of theirs that was merged. Before the tickets: those say where they took part. */
  async function takeAddressesOut(subject: ErasureSubject): Promise<void> {
    const addresses = { $in: addressesOf(subject) };
    const joined = await tickets.distinct("number", { participants: addresses });
    await messages.updateMany({ ticket: { $in: joined }, to: addresses }, { $pull: { to: addresses } });
  }

  return {
    count: (subject) => countAll(messages, filters(subject)),
    async erase(subject) {
      const elsewhere = await messages.distinct("ticket", theirsElsewhere(subject));
      await takeAddressesOut(subject);
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

/** What they wrote by mail in tickets of others. */
export function theirsElsewhere(subject: ErasureSubject) {
  return { "from.email": { $in: addressesOf(subject) }, ticket: { $nin: [...subject.tickets] } };
}
