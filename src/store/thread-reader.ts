import type { HelpdeskEvent } from "../core/events.ts";
import type { Message } from "../core/message.ts";
import type { EventReader, MessageReader, RequestReader } from "../core/ports.ts";
import type { RequestEntry } from "../core/request.ts";
import type { Cipher } from "./cipher.ts";
import { after, fromStored, pageOf } from "./documents.ts";
import type { Models } from "./models.ts";
import type { QueryTerms } from "./rarest-first.ts";
import { originalTexts } from "./stored-messages.ts";
import type { StoredRequests } from "./stored-requests.ts";
import { together } from "./together.ts";

/** Messages a lookup reads for one key before it asks for single ones. */
const MOST_OF_ONE_KEY = 4;

export function createMessageReader({ messages }: Models, cipher: Cipher): MessageReader {
  const one = async (filter: Record<string, unknown>) => {
    const row = await messages.findOne(filter).lean();
    return row ? fromStored<Message>(row) : undefined;
  };
  /** Lookups by a key that normally names one message; the mails of a batch ask for theirs in the same moment. */
  const by = (field: "contentKey" | "messageId") =>
    together(async (keys: readonly string[]) => {
      const most = keys.length * MOST_OF_ONE_KEY;
      const rows = await messages
        .find({ [field]: { $in: [...new Set(keys)] } })
        .limit(most)
        .lean();
      // Somebody uses one Message-ID for very many mails: each key is asked for by itself.
      if (rows.length === most) return Promise.all(keys.map((key) => one({ [field]: key })));
      const found = new Map(rows.toReversed().map((row) => [row[field], fromStored<Message>(row)]));
      return keys.map((key) => found.get(key));
    });
  return {
    async ofTicket(ticket) {
      const rows = await messages.find({ ticket }).sort({ createdAt: 1, _id: 1 }).lean();
      return rows.map((row) => fromStored<Message>(row));
    },
    byId: (id) => one({ _id: id }),
    byContentKey: by("contentKey"),
    byMessageId: by("messageId"),
    async original(id) {
      const row = await messages.findOne({ _id: id }).lean();
      return row ? originalTexts(row, cipher) : undefined;
    },
    async setDelivery(id, delivery) {
      await messages.updateOne({ _id: id }, { $set: { delivery } });
    },
  };
}

type StoredEvent = HelpdeskEvent & { readonly id: string };

export function createEventReader({ events }: Models): EventReader {
  return {
    async byId(id) {
      const row = await events.findOne({ _id: id }).lean();
      return row ? fromStored<StoredEvent>(row) : undefined;
    },
    async ofTicket(ticket) {
      const rows = await events.find({ ticket }).sort({ _id: 1 }).lean();
      return rows.map((row) => fromStored<StoredEvent>(row));
    },
    async list({ limit, cursor, type }) {
      const filter = { ...(type && { type }), ...after("_id", cursor) };
      const rows = await events
        .find(filter)
        .sort({ _id: -1 })
        .limit(limit + 1)
        .lean();
      return pageOf<StoredEvent>(rows, limit, "_id");
    },
  };
}

/** Entries a scan over certificates reads at once. */
const SCAN = 200;

export function createRequestReader(
  { requests }: Models,
  { queryTerms, stored }: { readonly queryTerms: QueryTerms; readonly stored: StoredRequests },
): RequestReader {
  return {
    async byNumber(number) {
      const row = await requests.findOne({ number }).lean();
      return row ? stored.fromDocument(row) : undefined;
    },
    async unmasked(number, field) {
      const row = await requests.findOne({ number }).lean();
      return row ? stored.unmasked(row).values[field] : undefined;
    },
    async endingBefore(instant, after) {
      const due = { state: "active", certificateEndsAt: { $lte: instant } };
      const next = after && [
        { certificateEndsAt: { $gt: after.certificateEndsAt } },
        { certificateEndsAt: after.certificateEndsAt, _id: { $gt: after.id } },
      ];
      const rows = await requests
        .find(next ? { $and: [due, { $or: next }] } : due)
        .sort({ certificateEndsAt: 1, _id: 1 })
        .limit(SCAN)
        .lean();
      return rows.map(stored.fromDocument);
    },
    async list({ limit, cursor, state, ticket, q }) {
      const terms = q
        ? queryTerms(q).map((alternatives) => ({ $match: { searchTerms: { $in: [...alternatives] } } }))
        : [];
      const filter = { ...(state && { state: { $in: [...state] } }), ...(ticket && { ticket }) };
      const rows = await requests
        .aggregate([
          ...terms,
          { $match: { ...filter, ...after("updatedAt", cursor) } },
          { $sort: { updatedAt: -1, _id: -1 } },
          { $limit: limit + 1 },
        ])
        .exec();
      return pageOf<RequestEntry>(rows, limit, "updatedAt");
    },
  };
}
