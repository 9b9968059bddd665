import type { ClientSession, Connection } from "mongoose";
import { AppError } from "../core/errors.ts";
import type { Lease } from "../core/leases.ts";
import { maskDeep } from "../core/personal-data.ts";
import type { PlanEffects, Transaction } from "../core/ports.ts";
import type { RequestEntry } from "../core/request.ts";
import type { ExtractionCase } from "../core/request-ports.ts";
import type { Ticket } from "../core/ticket.ts";
import type { Cipher } from "./cipher.ts";
import { fromStored, replacing } from "./documents.ts";
import { storedCase } from "./extraction-cases.ts";
import { JOURNALED, touchLease } from "./fence.ts";
import { createIdentityWrites } from "./identities.ts";
import { newId } from "./ids.ts";
import { inTransaction } from "./in-transaction.ts";
import { deltasOf } from "./kept-counts.ts";
import { createKnowledgeWrites } from "./knowledge-store.ts";
import type { Models } from "./models.ts";
import { createPendingInserts, type PendingInserts } from "./pending-inserts.ts";
import type { PersonalTerms } from "./personal-terms.ts";
import { addRequestChange } from "./request-counters.ts";
import { createSettingsWrites } from "./settings.ts";
import { createShelfWrites } from "./shelf.ts";
import { storedEffect, storedEvent } from "./stored-events.ts";
import { storedMessage } from "./stored-messages.ts";
import type { StoredRequests } from "./stored-requests.ts";
import { storedTicket, ticketFields } from "./stored-tickets.ts";
import { createThreadMoves } from "./thread-moves.ts";
import { createTicketChanges, type TicketChanges } from "./ticket-counters.ts";
import { isSameHead, messageTerms, type TermKeeping } from "./ticket-terms.ts";

export interface TransactionOptions {
  readonly connection: Connection;
  readonly models: Models;
  readonly planEffects: PlanEffects;
  readonly cipher: Cipher;
  readonly terms: PersonalTerms;
  readonly ticketTerms: TermKeeping;
  readonly storedRequests: StoredRequests;
  /** Told after a commit how many effects went into the outbox, and that something happened at all. */
  readonly committed: (effects: number) => void;
  /** Told after a commit that the counts of tickets, of request entries or of days changed. */
  readonly counted: () => void;
}

const TICKET_OPTIONAL = [
  "assignee",
  "mergedInto",
  "snoozedUntil",
  "firstResponseDueAt",
  "firstRespondedAt",
  "resolutionDueAt",
  "nextDueAt",
  "clockFrom",
  "pausedAt",
  "waitedMinutes",
  "warned",
  "escalated",
  "solvedAt",
];
const REQUEST_OPTIONAL = ["flag", "certificateEndsAt", "remindedDays", "passage", "origin"];

/** Runs work in one MongoDB transaction; the driver runs it again when another writer was in the way. */
export function createTransact(options: TransactionOptions) {
  return async function transact<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    lease?: Lease,
  ): Promise<Result> {
    let effects = 0;
    let counts = false;
    const whole = async (session: ClientSession): Promise<Result> => {
      effects = 0;
      const inserts = createPendingInserts(options.models, session);
      const changes = createTicketChanges(options.models, session, inserts);
      const requestSums: Record<string, number> = {};
      const transaction = createTransaction(options, session, inserts, changes, requestSums, (count) => {
        effects += count;
      });
      const done = await work(transaction);
      const requestDeltas = deltasOf(requestSums);
      for (const delta of requestDeltas) inserts.add("requestDeltas", delta);
      counts = changes.finish() || requestDeltas.length > 0;
      await inserts.flush();
      if (lease) await touchLease(options.models, lease, session);
      return done;
    };
    const result = await inTransaction(options.connection, whole, JOURNALED);
    options.committed(effects);
    if (counts) options.counted();
    return result;
  };
}

function createTransaction(
  { models, planEffects, cipher, terms, ticketTerms, storedRequests }: TransactionOptions,
  session: ClientSession,
  inserts: PendingInserts,
  changes: TicketChanges,
  requestSums: Record<string, number>,
  countEffects: (count: number) => void,
): Transaction {
  return {
    async ticket(number) {
      await inserts.flush();
      const found = await models.tickets.findOne({ number }, undefined, { session }).lean();
      if (!found) return undefined;
      const ticket = fromStored<Ticket>(found);
      changes.seen(ticket);
      return ticket;
    },
    async insertTicket(ticket) {
      changes.inserted(ticket);
      inserts.add("tickets", storedTicket(ticket, terms));
    },
    async updateTicket(ticket) {
      await inserts.flush();
      const before = await changes.updating(ticket);
      const { id, version, ...fields } = ticketFields(ticket);
      const update = replacing({ ...fields, version: version + 1 }, TICKET_OPTIONAL);
      const result = await models.tickets.updateOne({ _id: id, version }, update, { session });
      if (result.matchedCount === 0) {
        throw new AppError("stale", `Ticket ${ticket.number} was changed meanwhile.`, { number: ticket.number });
      }
      if (before && !isSameHead(before, ticket)) {
        const exchange = { gone: ticketTerms.ofHead(before), come: ticketTerms.ofHead(ticket) };
        await ticketTerms.exchange(ticket.number, exchange, session);
      }
      return { ...ticket, version: version + 1 };
    },
    async insertMessage(message) {
      inserts.add("messages", storedMessage(message, cipher));
      inserts.addTerms(message.ticket, messageTerms(terms, message));
    },
    async request(number) {
      await inserts.flush();
      const found = await models.requests.findOne({ number }, undefined, { session }).lean();
      return found ? storedRequests.fromDocument(found) : undefined;
    },
    async requestsOfTicket(ticket) {
      await inserts.flush();
      const found = await models.requests.find({ ticket }, undefined, { session }).sort({ _id: 1 }).lean();
      return found.map(storedRequests.fromDocument);
    },
    async requestsOfPerson(person) {
      const keys = terms.keysOf(person);
      if (keys.length === 0) return [];
      await inserts.flush();
      const found = await models.requests.find({ personKeys: { $in: keys } }, undefined, { session }).lean();
      return found.map(storedRequests.fromDocument);
    },
    async unmaskedRequest(number) {
      await inserts.flush();
      const found = await models.requests.findOne({ number }, undefined, { session }).lean();
      return found ? storedRequests.unmasked(found) : undefined;
    },
    async addExtractionCase(correction: ExtractionCase) {
      await models.extractionCases.insertMany([storedCase(correction, cipher)], { session });
    },
    async insertRequest(request) {
      const document = storedRequests.toDocument(request);
      inserts.add("requests", document);
      addRequestChange(requestSums, undefined, document);
    },
    async updateRequest(request): Promise<RequestEntry> {
      await inserts.flush();
      const { id, number, version } = request;
      const before = await models.requests.findOne({ _id: id, version }, undefined, { session }).lean();
      if (!before) throw new AppError("stale", `Request entry ${number} was changed meanwhile.`, { number });
      const { _id, ...document } = storedRequests.toDocument({ ...request, version: version + 1 }, before);
      await models.requests.updateOne({ _id, version }, replacing(document, REQUEST_OPTIONAL), { session });
      addRequestChange(requestSums, before, { _id, ...document });
      return fromStored<RequestEntry>({ _id, ...document });
    },
    ...createThreadMoves(models, ticketTerms, session, inserts.flush),
    ...createKnowledgeWrites(models, session),
    ...createSettingsWrites(models, session),
    ...createShelfWrites(models, session),
    ...createIdentityWrites(models, session),
    async append(event, ticket, leavesAt) {
      const id = newId();
      inserts.add("events", storedEvent(id, event));
      const effects = planEffects(id, event, ticket);
      const now = new Date();
      for (const effect of effects) inserts.add("outbox", storedEffect(effect, now, leavesAt));
      countEffects(effects.length);
    },
    async finishMail(id, outcome) {
      const done = { $set: { state: "done", outcome: maskDeep(outcome) }, $unset: { claim: 1, dueAt: 1 } } as const;
      inserts.finishMail(id, done);
    },
  };
}
