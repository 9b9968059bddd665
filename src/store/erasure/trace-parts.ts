import type { ErasureSubject } from "../../core/erasure.ts";
import {
  addressesOf,
  createNaming,
  ERASED,
  type ErasurePart,
  type ErasureTools,
  goingWhole,
  holding,
  ofTickets,
} from "./part.ts";
import { theirsElsewhere } from "./ticket-parts.ts";

const SHARED = ["shared.kept", "shared.discarded"] as const;

/** What the event log says of them beside what happened: the name, what fields held, what a saved view was called. The events stay. */
export function eventsPart({ models: { events, messages } }: ErasureTools): ErasurePart {
  async function changes(subject: ErasureSubject) {
    const own = ofTickets(subject);
    const elsewhere = await messages.distinct("ticket", theirsElsewhere(subject));
    const names = createNaming(subject);
    const shared = await events.find({ type: { $in: [...SHARED] } }).lean();
    const naming = shared.filter((event) => names([event.name, event.changes])).map(({ _id }) => _id);
    const links = { $in: ["person.linked", "person.unlinked"] };
    return [
      [{ ...own, "actor.kind": "requester", "actor.name": { $exists: true } }, { $unset: { "actor.name": 1 } }],
      [
        {
          ticket: { $in: elsewhere },
          "actor.kind": "requester",
          "actor.name": { $in: [...subject.names] },
        },
        { $unset: { "actor.name": 1 } },
      ],
      [{ ...own, type: "ticket.changed", changes: { $ne: [] } }, { $set: { changes: [] } }],
      [{ ...own, type: links, detail: { $exists: true } }, { $unset: { detail: 1 } }],
      [{ _id: { $in: naming } }, { $set: { name: ERASED, changes: [] } }],
    ] as const;
  }
  return {
    async count(subject) {
      let count = 0;
      for (const [filter] of await changes(subject)) count += await events.countDocuments(filter);
      return count;
    },
    async erase(subject) {
      let erased = 0;
      for (const [filter, update] of await changes(subject)) {
        erased += (await events.updateMany(filter, update)).matchedCount;
      }
      return erased;
    },
  };
}

/** What has not left yet would only carry an emptied text to somebody; of what was tried, a server's answer may name an address. */
export function outboxPart({ models: { outbox } }: ErasureTools): ErasurePart {
  const forTickets = ({ tickets }: ErasureSubject) => ({ "effect.ticket": { $in: [...tickets] } });
  const waiting = (subject: ErasureSubject) => ({ ...forTickets(subject), state: { $in: ["waiting", "held"] } });
  return {
    count: (subject) => outbox.countDocuments(waiting(subject)),
    async erase(subject) {
      const erased = (await outbox.deleteMany(waiting(subject))).deletedCount;
      await outbox.updateMany(forTickets(subject), { $unset: { lastError: 1 } });
      return erased;
    },
  };
}

/** What staff were told of their tickets. */
export function noticesPart({ models: { notices } }: ErasureTools): ErasurePart {
  return goingWhole(notices, (subject) => [ofTickets(subject)]);
}

/** A saved view that looks for them goes: without its search it would be another view. */
export function savedViewsPart({ models: { savedViews } }: ErasureTools): ErasurePart {
  const found = async (subject: ErasureSubject) => {
    const names = createNaming(subject);
    const rows = await savedViews.find({}, { name: 1, filter: 1 }).lean();
    const q = (filter: unknown) => (filter as { readonly q?: string } | undefined)?.q ?? "";
    return rows.filter(({ name, filter }) => names(name) || names(q(filter))).map(({ _id }) => _id);
  };
  return {
    count: async (subject) => (await found(subject)).length,
    erase: async (subject) => (await savedViews.deleteMany({ _id: { $in: await found(subject) } })).deletedCount,
  };
}

/** Small counters against floods, which are named by addresses. */
export function talliesPart({ models: { tallies } }: ErasureTools): ErasurePart {
  return goingWhole(tallies, (subject) => addressesOf(subject).map((address) => ({ _id: holding(address) })));
}

/** That staff said who is one person. Last of all: it is how the rest is found. */
export function identitiesPart({ models: { identities } }: ErasureTools): ErasurePart {
  return goingWhole(identities, (subject) => [{ _id: { $in: [...subject.identities] } }]);
}
