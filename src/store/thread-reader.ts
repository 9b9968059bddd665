import type { StoredEvent } from "../core/events.ts";
import type { Message } from "../core/message.ts";
import type { EventReader, MessageReader, RequestQuery, RequestReader } from "../core/ports.ts";
import type { RequestEntry } from "../core/request.ts";
import type { Cipher } from "./cipher.ts";
import { encodeCursor, fromStored, pageOf } from "./documents.ts";
import { BY_NOTHING, byCheaper, byFew, byFields, type Entrance } from "./entrance.ts";
import { listRows, newestRows } from "./list-rows.ts";
import type { Models, Stored } from "./models.ts";
import type { Reach } from "./newest-first.ts";
import type { QueryTerms } from "./personal-terms.ts";
import { originalTexts } from "./stored-messages.ts";
import type { StoredRequests } from "./stored-requests.ts";
import { createTermFrequencies } from "./term-frequencies.ts";
import { together } from "./together.ts";

/** Messages a lookup reads for one key before it asks for single ones. */
const MOST_OF_ONE_KEY = 4;

/** The order of messages that a key does not tell apart: by their time, then by their id, so that every process finds the same one. */
const FIRST = { createdAt: 1, _id: 1 } as const;

function byAge(one: Stored, other: Stored): number {
  const ms = (one.createdAt as Date).getTime() - (other.createdAt as Date).getTime();
  return ms || (one._id < other._id ? -1 : 1);
}

export function createMessageReader({ messages }: Models, cipher: Cipher): MessageReader {
  const one = async (filter: Record<string, unknown>) => {
    const row = await messages.findOne(filter).sort(FIRST).lean();
    return row ? fromStored<Message>(row) : undefined;
  };
  /** Lookups by a key that normally names one message, else the first of them; the mails of a batch ask for theirs in the same moment. */
  const by = (field: "contentKey" | "messageId") =>
    together(async (keys: readonly string[]) => {
      const most = keys.length * MOST_OF_ONE_KEY;
      const rows = await messages
        .find({ [field]: { $in: [...new Set(keys)] } })
        .limit(most)
        .lean();
      // Somebody uses one Message-ID for very many mails: each key is asked for by itself.
      if (rows.length === most) return Promise.all(keys.map((key) => one({ [field]: key })));
      const found = new Map(
        rows
          .sort(byAge)
          .toReversed()
          .map((row) => [row[field], fromStored<Message>(row)]),
      );
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

/** Reads of events; `listeners` are called after each commit of this process. */
export function createEventReader({ events }: Models, listeners: Set<() => void>): EventReader {
  return {
    async byId(id) {
      const row = await events.findOne({ _id: id }).lean();
      return row ? fromStored<StoredEvent>(row) : undefined;
    },
    async ofTicket(ticket) {
      const rows = await events.find({ ticket }).sort({ _id: 1 }).lean();
      return rows.map((row) => fromStored<StoredEvent>(row));
    },
    async list({ type, ...page }) {
      const found = await newestRows(events, { ...(type && { type }) }, "at", page);
      return pageOf<StoredEvent>(found, page.limit, "at");
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What only the store looks at is more than half of an entry. */
const WITHOUT_INNER = { searchTerms: 0, sealed: 0, person: 0, personKeys: 0 } as const;
/** Entries a scan over certificates reads at once. */
const SCAN = 200;

export interface RequestReaderParts {
  readonly queryTerms: QueryTerms;
  readonly stored: StoredRequests;
  /** How much work one page of a list may be before it gives what it has. */
  readonly reach: Reach | undefined;
}

export function createRequestReader(
  { requests }: Models,
  { queryTerms, stored, reach }: RequestReaderParts,
): RequestReader {
  const frequencies = createTermFrequencies(requests);

  async function entranceOf({ state, ticket, q = "" }: RequestQuery): Promise<Entrance> {
    const spoken = queryTerms(q);
    if (spoken.length === 0 && q.trim()) return BY_NOTHING;
    const words = await frequencies.rate(spoken);
    if (ticket) return byFew({ ticket }, words);
    const byTime = byFields(state?.map((one) => ({ state: one })) ?? [{}], words);
    return byCheaper(words, byTime);
  }

  return {
    async byNumber(number) {
      const row = await requests.findOne({ number }).lean();
      return row ? stored.fromDocument(row) : undefined;
    },
    async ofTicket(ticket) {
      const rows = await requests.find({ ticket }, WITHOUT_INNER).sort({ number: 1 }).lean();
      return rows.map(stored.fromDocument);
    },
    async unmasked(number, field) {
      const row = await requests.findOne({ number }).lean();
      return row ? stored.unmasked(row).values[field] : undefined;
    },
    async endingBefore(instant, after) {
      const { rows } = await listRows(requests, {
        entrance: byFields([{ state: "active" }], []),
        filter: {},
        field: "certificateEndsAt",
        isAscending: true,
        until: instant,
        cursor: after && encodeCursor({ value: after.certificateEndsAt, id: after.id }),
        most: SCAN,
        fields: WITHOUT_INNER,
      });
      return rows.map(stored.fromDocument);
    },
    async list(query) {
      const { limit, cursor, state, ticket } = query;
      const filter = { ...(state && { state: { $in: [...state] } }), ...(ticket && { ticket }) };
      const entrance = await entranceOf(query);
      const plan = {
        entrance,
        filter,
        field: "updatedAt",
        cursor,
        most: limit + 1,
        reach,
        density: frequencies.density(),
        fields: WITHOUT_INNER,
      };
      return pageOf<RequestEntry>(await listRows(requests, plan), limit, "updatedAt");
    },
  };
}
