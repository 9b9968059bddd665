import type { Connection } from "mongoose";
import { queryTerms, searchTerms } from "../../../src/language/search-terms.ts";
import { planEffects } from "../../../src/notifications/plan-effects.ts";
import { progressBar } from "../../../src/progress-bar.ts";
import { type Cipher, createCipher } from "../../../src/store/cipher.ts";
import { connect } from "../../../src/store/connect.ts";
import { toStored } from "../../../src/store/documents.ts";
import { newId } from "../../../src/store/ids.ts";
import { createPersonalTerms, type PersonalTerms, type QueryTerms } from "../../../src/store/personal-terms.ts";
import { createSenderKeys, type SenderKeys } from "../../../src/store/sender-keys.ts";
import { storedEffect, storedEvent } from "../../../src/store/stored-events.ts";
import { storedMessage } from "../../../src/store/stored-messages.ts";
import { createStoredRequests, type StoredRequests } from "../../../src/store/stored-requests.ts";
import { storedTicket } from "../../../src/store/stored-tickets.ts";
import { messageTerms } from "../../../src/store/ticket-terms.ts";
import { type MadeUp, madeUp, type Span } from "./made-up-tickets.ts";
import { openStore } from "./open-store.ts";

const COLLECTIONS = ["tickets", "messages", "events", "outbox", "requests", "mails", "questions"] as const;
type Batch = Readonly<Record<(typeof COLLECTIONS)[number], object[]>>;

const BATCH = 1_000;
const TOLD_EVERY = 100_000;
/** What is lost in a crash is loaded again. */
const UNSAFE = { ordered: false, ignoreUndefined: true, writeConcern: { w: 1, journal: false } } as const;

/** Fills an empty database: its indexes first; what was counted of it empty is counted anew. */
export async function fillDatabase(uri: string, key: Buffer<ArrayBuffer>, span: Span): Promise<void> {
  const { store, close } = await openStore(uri, key);
  // There is nothing of a former version in it.
  await Promise.all(Object.values(store.upgrades).map((upgrade) => upgrade.step()));
  await close();
  const connection = await connect(uri);
  await loadTickets(connection, createCipher(key), span);
  for (const counts of ["ticketCounts", "requestCounts"]) await connection.collection(counts).deleteMany({});
  await connection.close();
}

/**
 * An office's tickets with what came with them, written past the use cases in the store's own documents. The next batch is made while
 * the engine writes the last one; indexes are there from the beginning, which the stand-in builds five times faster so than afterwards.
 */
async function loadTickets(connection: Connection, cipher: Cipher, span: Span): Promise<void> {
  const terms = createPersonalTerms(cipher, searchTerms, queryTerms as QueryTerms);
  const making = { cipher, terms, senderKeys: createSenderKeys(cipher), requests: createStoredRequests(cipher, terms) };
  const bar = progressBar(process.stdout);
  const begun = Date.now();
  let written: Promise<unknown> = Promise.resolve();
  for (let first = 1; first <= span.tickets; first += BATCH) {
    const last = Math.min(span.tickets, first + BATCH - 1);
    const batch = batchOf(first, last, span, making);
    await written;
    written = write(connection, batch);
    bar(last, span.tickets);
    if (!process.stdout.isTTY && last % TOLD_EVERY === 0) tellProgress(last, span.tickets, Date.now() - begun);
  }
  await written;
}

interface Making {
  readonly cipher: Cipher;
  readonly terms: PersonalTerms;
  readonly senderKeys: SenderKeys;
  readonly requests: StoredRequests;
}

function batchOf(first: number, last: number, span: Span, making: Making): Batch {
  const batch: Batch = { tickets: [], messages: [], events: [], outbox: [], requests: [], mails: [], questions: [] };
  for (let serial = first; serial <= last; serial++) addDocuments(batch, madeUp(serial, span), making);
  return batch;
}

function addDocuments(batch: Batch, made: MadeUp, { cipher, terms, senderKeys, requests }: Making): void {
  const { ticket, message, event, request, mail, question } = made;
  const eventId = newId(event.at);
  batch.tickets.push(storedTicket(ticket, terms, messageTerms(terms, message)));
  batch.messages.push(storedMessage(message, cipher));
  batch.events.push(storedEvent(eventId, event));
  for (const effect of planEffects(eventId, event, ticket)) {
    batch.outbox.push({ ...storedEffect(effect, event.at), _id: newId(event.at), state: "sent", attempts: 1 });
  }
  if (request) batch.requests.push(requests.toDocument(request));
  if (mail) {
    const raw = cipher.seal(Buffer.alloc(mail.size));
    batch.mails.push({ ...toStored(mail), senderKeys: senderKeys.ofHeader(mail.from ?? ""), raw });
  }
  if (question) batch.questions.push(toStored(question));
}

const write = (connection: Connection, batch: Batch) =>
  Promise.all(
    COLLECTIONS.filter((name) => batch[name].length > 0).map((name) =>
      connection.collection(name).insertMany(batch[name], UNSAFE),
    ),
  );

function tellProgress(done: number, total: number, spent: number): void {
  const left = Math.round(((spent / done) * (total - done)) / 1_000);
  console.log(`${done} of ${total} tickets loaded in ${Math.round(spent / 1_000)} s, about ${left} s left`);
}
