import type { Connection } from "mongoose";
import type { PlanEffects, Store } from "../core/ports.ts";
import { createQuestions } from "./asked-questions.ts";
import { createChatStates } from "./chat-states.ts";
import type { Cipher } from "./cipher.ts";
import { createConversations } from "./conversations.ts";
import { createMarkKeeper } from "./daily-rollups.ts";
import { createErasure } from "./erasure/erasure.ts";
import { createMailsFrom } from "./erasure/mails-from.ts";
import { createExtractionCases } from "./extraction-cases.ts";
import { createIdentities } from "./identities.ts";
import { newId } from "./ids.ts";
import { createKnowledgeReader, createRecentQuestions } from "./knowledge-store.ts";
import { createLeases } from "./leases.ts";
import { createMailLedger } from "./mail-ledger.ts";
import { makeIndexes } from "./make-indexes.ts";
import type { Models } from "./models.ts";
import { createModels } from "./models.ts";
import { createNameTermFill } from "./name-term-fill.ts";
import type { Reach } from "./newest-first.ts";
import { createNotices } from "./notices.ts";
import { createOutbox } from "./outbox.ts";
import { createPersonalTerms, type QueryTerms } from "./personal-terms.ts";
import { createPresence } from "./presence.ts";
import { createReportReader } from "./report-reader.ts";
import { createRequestCounters } from "./request-counters.ts";
import { createSenderKeyFill } from "./sender-key-fill.ts";
import { createSenderKeys } from "./sender-keys.ts";
import { createSettings } from "./settings.ts";
import { createShelf } from "./shelf.ts";
import { createStaffDirectory } from "./staff-directory.ts";
import { createStoredRequests } from "./stored-requests.ts";
import { createTallies } from "./tallies.ts";
import { createTermFrequencies } from "./term-frequencies.ts";
import { createEventReader, createMessageReader, createRequestReader } from "./thread-reader.ts";
import { createTicketCounters } from "./ticket-counters.ts";
import { createTicketReader } from "./ticket-reader.ts";
import { createTermKeeping } from "./ticket-terms.ts";
import { createTransact } from "./transactions.ts";

export interface StoreOptions {
  readonly connection: Connection;
  readonly cipher: Cipher;
  /** The notification table. */
  readonly planEffects: PlanEffects;
  /** Folded terms a text is found by. */
  readonly searchTerms: (text: string) => readonly string[];
  /** What to look for when a text is searched. */
  readonly queryTerms: QueryTerms;
  /** How much work one page of a list may be before it gives what it has; the store's own bound without. */
  readonly reach?: Reach;
}

/** The store over one MongoDB connection, its indexes made. */
export async function createStore(options: StoreOptions): Promise<Store> {
  const { connection, cipher, reach } = options;
  const terms = createPersonalTerms(cipher, options.searchTerms, options.queryTerms);
  const storedRequests = createStoredRequests(cipher, terms);
  const models = createModels(connection);
  const ticketTerms = createTermKeeping(models, cipher, terms);
  await Promise.all(Object.values(models).map(makeIndexes));
  const counters = createTicketCounters(connection, models);
  const requestCounters = createRequestCounters(connection, models);
  await Promise.all([counters.ensure(), requestCounters.ensure()]);
  const settings = createSettings(models);
  const marks = createMarkKeeper(models);
  const workListeners = new Set<() => void>();
  const commitListeners = new Set<() => void>();
  const tell = (listeners: ReadonlySet<() => void>) => {
    for (const listener of listeners) listener();
  };
  const committed = (effects: number) => {
    tell(commitListeners);
    if (effects > 0) tell(workListeners);
  };

  const senderKeys = createSenderKeys(cipher);
  const senderKeyFill = createSenderKeyFill(models, senderKeys);

  const counted = () => {
    for (const kept of [counters, requestCounters, marks]) kept.changed();
  };
  // Read once for all who ask how common a word is.
  const words = { queryTerms: terms.queryTerms, frequencies: createTermFrequencies(models.tickets) };

  return {
    newId,
    nextNumber: (series, year, count = 1) => nextNumber(models, `${series}:${year}`, count),
    transact: createTransact({ ...options, models, terms, ticketTerms, storedRequests, committed, counted }),
    async ping() {
      await connection.db?.admin().ping();
    },
    tickets: createTicketReader(models, { ...words, counters, reach }),
    messages: createMessageReader(models, cipher),
    requests: createRequestReader(models, { queryTerms: terms.queryTerms, stored: storedRequests, reach }),
    extractionCases: createExtractionCases(models, cipher),
    erasure: createErasure(connection, models, {
      terms,
      rebuildTerms: ticketTerms.rebuild,
      mailsFrom: createMailsFrom(senderKeys, senderKeyFill.isDone),
      storedRequests,
    }),
    events: createEventReader(models, commitListeners),
    mails: createMailLedger(connection, models, cipher, senderKeys),
    outbox: createOutbox(models, workListeners),
    notices: createNotices(models, () => tell(workListeners)),
    leases: createLeases(models),
    tallies: createTallies(models),
    chatStates: createChatStates(models, cipher),
    conversations: createConversations(models),
    identities: createIdentities(models),
    questions: { ...createQuestions(connection, models), ...createRecentQuestions(models) },
    knowledge: createKnowledgeReader(models),
    staff: createStaffDirectory(models, cipher),
    settings,
    shelf: createShelf(models),
    presence: createPresence(models),
    reports: createReportReader(models, { settings, requestCounters }),
    upgrades: { nameTerms: createNameTermFill(models), senderKeys: senderKeyFill },
  };
}

/** Counts a series up. The counter is made before its first use: an upsert may resolve to nothing when many come at once. */
async function nextNumber({ counters }: Models, id: string, count: number): Promise<number> {
  const step = () =>
    counters.findOneAndUpdate({ _id: id }, { $inc: { value: count } }, { returnDocument: "after" }).lean();
  let counter = await step();
  if (!counter) {
    await counters.updateOne({ _id: id }, { $setOnInsert: { value: 0 } }, { upsert: true }).catch(() => undefined);
    counter = await step();
  }
  if (!counter) throw new Error(`The counter ${id} could not be made.`);
  return (counter.value as number) - count + 1;
}
