import { setTimeout as wait } from "node:timers/promises";
import type { Connection } from "mongoose";
import type { ErasedCounts, Erasure, RawMailsToErase } from "../core/erasure.ts";
import { type IdentityKind, kindOf, knownBy } from "../core/identity.ts";
import type { RequestStep } from "../core/request.ts";
import { QUESTION_WAIT_MS } from "./asked-questions.ts";
import type { Models, Stored } from "./models.ts";
import { createRawFiles } from "./raw-files.ts";

/** Where a ticket names its requester. */
const TICKET_FIELDS: Readonly<Record<IdentityKind, string>> = {
  mail: "requester.email",
  teams: "requester.aadObjectId",
  chat: "requester.conversationId",
};
/** Stands where a text was. */
const ERASED = "[silindi]";
const BATCH = 500;
const NO_CONTENT = { fullText: 1, html: 1, sealed: 1 } as const;

/**
 * Erasure over all collections. What stays of an erased matter is its number, its dates and states, and the identity hashes of its
 * mails: without those the same mail would be taken in again.
 */
export function createErasure(connection: Connection, models: Models): Erasure {
  const { tickets, messages, requests, mails, events, extractionCases, outbox } = models;
  const files = createRawFiles(connection);

  /** Takes the raw bytes out of ledger rows; returns how many had any. */
  async function dropRaw(rows: readonly Stored[], at: Date, header: boolean): Promise<number> {
    for (const row of rows) if (row.rawFile) await files.remove(row.rawFile);
    const gone = { raw: 1, rawFile: 1, ...(header && { from: 1, subject: 1, "outcome.decisions": 1, lastError: 1 }) };
    await mails.updateMany({ _id: { $in: rows.map((row) => row._id) } }, { $set: { erasedAt: at }, $unset: gone });
    return rows.length;
  }
  const rawRows = (filter: Record<string, unknown>) => mails.find(filter, { rawFile: 1 }).lean();

  async function eraseRequestsWhere(filter: Record<string, unknown>, at: Date) {
    const rows = await requests.find(filter, { number: 1, history: 1 }).lean();
    const cases = await extractionCases.deleteMany({ request: { $in: rows.map(({ number }) => number) } });
    for (const { _id, history } of rows) {
      const steps = (history as readonly RequestStep[]).map(({ reason: _reason, ...step }) => step);
      await requests.updateOne(
        { _id },
        {
          $set: { fields: {}, history: steps, searchTerms: [], personKeys: [], sealed: { values: {} }, updatedAt: at },
          $unset: { passage: 1, flag: 1, person: 1 },
          $inc: { version: 1 },
        },
      );
    }
    return { requests: rows.length, cases: cases.deletedCount };
  }

  async function eraseChats(conversationIds: readonly string[]) {
    const ids = { $in: [...conversationIds] };
    const states = await Promise.all(
      conversationIds.map((id) => models.chatStates.deleteMany({ _id: { $regex: escaped(id) } })),
    );
    // With its state gone nobody notes a question of the conversation any more; one of this moment may still wait to be written.
    if (conversationIds.length > 0) await wait(2 * QUESTION_WAIT_MS);
    return {
      conversations: (await models.conversations.deleteMany({ _id: ids })).deletedCount,
      chatStates: states.reduce((sum, result) => sum + result.deletedCount, 0),
      questions: (await models.questions.deleteMany({ conversation: ids })).deletedCount,
    };
  }

  return {
    async ticketsOf(identities) {
      const found = await Promise.all(
        identities.map((identity) =>
          tickets.find({ [TICKET_FIELDS[kindOf(identity)]]: knownBy(identity) }, { number: 1 }).lean(),
        ),
      );
      return [...new Set(found.flat().map((row) => row.number as string))];
    },
    async eraseChatsOf(identities) {
      const of = (kind: IdentityKind) => identities.filter((one) => kindOf(one) === kind).map(knownBy);
      const ofAccounts = await models.conversations
        .find({ aadObjectId: { $in: of("teams") }, alone: true }, { _id: 1 })
        .lean();
      return eraseChats([...new Set([...of("chat"), ...ofAccounts.map(({ _id }) => _id)])]);
    },
    async eraseLinks(identities) {
      return (await models.identities.deleteMany({ _id: { $in: [...identities] } })).deletedCount;
    },
    async requestsNaming(email) {
      const rows = await requests.find({ "fields.email.value": email }, { number: 1, ticket: 1 }).lean();
      return rows.map((row) => ({ number: row.number as string, ticket: row.ticket as string }));
    },
    async eraseTickets(numbers, at): Promise<ErasedCounts> {
      const ofTickets = { ticket: { $in: [...numbers] } };
      const found = await tickets.find({ number: { $in: [...numbers] } }).lean();
      const texts = await messages.find(ofTickets, { mail: 1 }).lean();
      const mailIds = texts.map((row) => row.mail).filter(Boolean);
      const mailRows = await rawRows({ $or: [{ _id: { $in: mailIds } }, { "outcome.ticket": { $in: [...numbers] } }] });
      const erasedMails = await dropRaw(mailRows, at, true);
      const chats = await eraseChats(conversationsOf(found));
      const erasedMessages = await messages.updateMany(ofTickets, {
        $set: { text: ERASED, from: { kind: "system" }, to: [], attachments: [] },
        $unset: NO_CONTENT,
      });
      const erasedRequests = await eraseRequestsWhere(ofTickets, at);
      // What has not left yet would only carry an emptied text to somebody.
      await outbox.deleteMany({ "effect.ticket": { $in: [...numbers] }, state: { $in: ["waiting", "held"] } });
      await events.updateMany({ ...ofTickets, "actor.kind": "requester" }, { $unset: { "actor.name": 1 } });
      await events.updateMany({ ...ofTickets, type: "ticket.changed" }, { $set: { changes: [] } });
      const links = { $in: ["person.linked", "person.unlinked"] };
      await events.updateMany({ ...ofTickets, type: links }, { $unset: { detail: 1 } });
      const erasedTickets = await tickets.updateMany(
        { number: { $in: [...numbers] } },
        {
          $set: { subject: ERASED, requester: {}, participants: [], tags: [], searchTerms: [], updatedAt: at },
          $inc: { version: 1 },
        },
      );
      return {
        tickets: erasedTickets.matchedCount,
        messages: erasedMessages.matchedCount,
        ...erasedRequests,
        mails: erasedMails,
        identities: 0,
        ...chats,
      };
    },
    async eraseMailsFrom(email, at) {
      // The ledger's `from` is the header as it came: the address may stand in angle brackets after a name.
      const from = { $regex: `(^|[^a-z0-9._%+-])${escaped(email)}([^a-z0-9._-]|$)`, $options: "i" };
      const rows = await rawRows({ from, state: "done", "outcome.ticket": { $exists: false } });
      return dropRaw(rows, at, true);
    },
    eraseRequests: async (numbers, at) => (await eraseRequestsWhere({ number: { $in: [...numbers] } }, at)).requests,
    async eraseRawMails(query, at) {
      const old = { state: "done", internalDate: { $lt: query.before }, erasedAt: { $exists: false } };
      let erased = 0;
      let after = "";
      while (erased < query.limit) {
        const rows = await mails
          .find({ ...old, _id: { $gt: after } }, { rawFile: 1, "outcome.ticket": 1 })
          .sort({ _id: 1 })
          .limit(BATCH)
          .lean();
        if (rows.length === 0) break;
        after = rows.at(-1)?._id ?? after;
        const wanted = await wantedRows(rows, query);
        erased += await dropRaw(wanted.slice(0, query.limit - erased), at, false);
      }
      return erased;
    },
  };

  /** Mails of no ticket, or of a finished one in the wanted categories. */
  async function wantedRows(rows: readonly Stored[], query: RawMailsToErase): Promise<Stored[]> {
    const numberOf = (row: Stored) => (row.outcome as { readonly ticket?: string } | undefined)?.ticket;
    const numbers = [...new Set(rows.map(numberOf).filter((number) => number !== undefined))];
    const category = {
      ...(query.categories && { $in: [...query.categories] }),
      ...(query.exceptCategories && { $nin: [...query.exceptCategories] }),
    };
    const finished = await tickets
      .find(
        {
          number: { $in: numbers },
          status: { $in: ["solved", "closed"] },
          ...(Object.keys(category).length > 0 && { category }),
        },
        { number: 1 },
      )
      .lean();
    const done = new Set(finished.map((ticket) => ticket.number));
    return rows.filter((row) => {
      const number = numberOf(row);
      return number === undefined ? query.categories === undefined : done.has(number);
    });
  }
}

function conversationsOf(found: readonly Stored[]): string[] {
  const ids = found.map((ticket) => (ticket.requester as { readonly conversationId?: string }).conversationId);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
