import type { ClientSession, Connection } from "mongoose";
import { AppError } from "../core/errors.ts";
import type { PlanEffects, Transaction } from "../core/ports.ts";
import type { RequestEntry } from "../core/request.ts";
import type { Ticket } from "../core/ticket.ts";
import { fromStored, orConflict, replacing, toStored } from "./documents.ts";
import { newId } from "./ids.ts";
import type { Models } from "./models.ts";

export interface TransactionOptions {
  readonly connection: Connection;
  readonly models: Models;
  readonly planEffects: PlanEffects;
  readonly searchTerms: (text: string) => readonly string[];
  /** Told after a commit how many effects went into the outbox, and that something happened at all. */
  readonly committed: (effects: number) => void;
}

/** Search terms kept for one ticket; a long thread adds no more than this. */
const MOST_TERMS = 600;
const TICKET_OPTIONAL = [
  "assignee",
  "mergedInto",
  "snoozedUntil",
  "firstResponseDueAt",
  "firstRespondedAt",
  "resolutionDueAt",
  "solvedAt",
];
const REQUEST_OPTIONAL = ["flag", "certificateEndsAt"];

/** Runs work in one MongoDB transaction; the driver runs it again when another writer was in the way. */
export function createTransact(options: TransactionOptions) {
  return async function transact<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const session = await options.connection.startSession();
    try {
      let effects = 0;
      const result = await session.withTransaction(
        () => {
          effects = 0;
          return work(
            createTransaction(options, session, (count) => {
              effects += count;
            }),
          );
        },
        { writeConcern: { w: "majority", j: true } },
      );
      options.committed(effects);
      return result;
    } finally {
      await session.endSession();
    }
  };
}

function createTransaction(
  { models, planEffects, searchTerms }: TransactionOptions,
  session: ClientSession,
  countEffects: (count: number) => void,
): Transaction {
  const termsOf = (ticket: Ticket) =>
    searchTerms(
      [ticket.number, ticket.subject, ticket.requester.name, ticket.requester.email, ...ticket.tags].join(" "),
    );

  return {
    async ticket(number) {
      const found = await models.tickets.findOne({ number }, undefined, { session }).lean();
      return found ? fromStored<Ticket>(found) : undefined;
    },
    async insertTicket(ticket) {
      const document = { ...toStored(ticket), searchTerms: termsOf(ticket) };
      await orConflict(models.tickets.insertMany([document], { session }), "The ticket");
    },
    async updateTicket(ticket) {
      const { id, version, ...fields } = ticket;
      const update = replacing({ ...fields, version: version + 1 }, TICKET_OPTIONAL);
      const result = await models.tickets.updateOne({ _id: id, version }, update, { session });
      if (result.matchedCount === 0) {
        throw new AppError("stale", `Ticket ${ticket.number} was changed meanwhile.`, { number: ticket.number });
      }
      return { ...ticket, version: version + 1 };
    },
    async insertMessage(message) {
      await orConflict(models.messages.insertMany([toStored(message)], { session }), "The message");
      const terms = searchTerms(`${message.from.name ?? ""} ${message.from.email ?? ""} ${message.text}`);
      await models.tickets.updateOne(
        { number: message.ticket },
        { $addToSet: { searchTerms: { $each: terms.slice(0, MOST_TERMS) } } },
        { session },
      );
    },
    async insertRequest(request) {
      await orConflict(models.requests.insertMany([toStored(request)], { session }), "The request entry");
    },
    async updateRequest(request): Promise<RequestEntry> {
      const { id, version, ...fields } = request;
      const update = replacing({ ...fields, version: version + 1 }, REQUEST_OPTIONAL);
      const result = await models.requests.updateOne({ _id: id, version }, update, { session });
      if (result.matchedCount === 0) {
        throw new AppError("stale", `Request entry ${request.number} was changed meanwhile.`, {
          number: request.number,
        });
      }
      return { ...request, version: version + 1 };
    },
    async append(event, ticket) {
      const id = newId();
      await models.events.insertMany([{ _id: id, ...event }], { session });
      const effects = planEffects(id, event, ticket);
      if (effects.length === 0) return;
      const now = new Date();
      const rows = effects.map((effect) => ({
        _id: newId(),
        key: effect.key,
        kind: effect.kind,
        effect,
        state: "waiting",
        attempts: 0,
        nextAttemptAt: now,
        createdAt: now,
      }));
      await models.outbox.insertMany(rows, { session });
      countEffects(rows.length);
    },
    async finishMail(id, outcome) {
      const done = { $set: { state: "done", outcome }, $unset: { claim: 1, dueAt: 1 } };
      const result = await models.mails.updateOne({ _id: id, state: { $ne: "done" } }, done, { session });
      if (result.matchedCount === 0) throw new AppError("conflict", "The mail already has its outcome.", { mail: id });
    },
  };
}
