import { randomBytes } from "node:crypto";
import mongoose, { type Connection } from "mongoose";
import type { AskedQuestion } from "../../src/core/chat.ts";
import { AppError } from "../../src/core/errors.ts";
import type { Office, Store } from "../../src/core/ports.ts";
import { requestNumber } from "../../src/core/request.ts";
import { responseFigures, type TicketTimes } from "../../src/core/response-figures.ts";
import { queryTerms, searchTerms } from "../../src/language/search-terms.ts";
import { planEffects } from "../../src/notifications/plan-effects.ts";
import { erasePerson } from "../../src/requests/erase-person.ts";
import { measureResponse } from "../../src/staff/reports/measure-response.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { connect } from "../../src/store/connect.ts";
import { connectOptions } from "../../src/store/engine.ts";
import { createStore } from "../../src/store/store.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { changeTicket, type TicketChanges } from "../../src/tickets/change-ticket.ts";
import { mergeTickets } from "../../src/tickets/merge-tickets.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { splitTicket } from "../../src/tickets/split-ticket.ts";
import { tellDue } from "../../src/tickets/tell-due.ts";
import { undoReply } from "../../src/tickets/undo-reply.ts";
import { withDatabase } from "../support/database.ts";
import { createRandom } from "../support/random.ts";

/** Two processes do anything that can be done, much of it at the same moment and on days that are over. */
const database = withDatabase();
const { oneOf, below, chance } = createRandom(20_261_127);
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const SPAN = { from: new Date("2026-10-31T21:00:00Z"), to: new Date("2026-11-20T06:00:00Z") };
const ACTOR = { kind: "staff", id: "a", name: "Zeynep Kaya" } as const;
const AGENT = { id: "a", name: "Zeynep Kaya" };

const processes: Office[] = [];
const connections: Connection[] = [];
let plain: Connection;
let now = new Date("2026-11-05T06:00:00Z");
beforeAll(async () => {
  const cipher = createCipher(randomBytes(32));
  for (let index = 0; index < 2; index++) {
    const connection = await connect(database.uri);
    const store = await createStore({ connection, cipher, planEffects, searchTerms, queryTerms });
    const newMessageId = (ticket: string, message: string) => `<${ticket}.${message}@helpdesk.test>`;
    const clock = { now: () => new Date(Number(now) + below(HOUR_MS)) };
    processes.push({ store, clock, ownAddresses: [], newMessageId });
    connections.push(connection);
  }
  plain = await mongoose.createConnection(database.uri, connectOptions).asPromise();
});
afterAll(async () => {
  for (const connection of [...connections, plain]) await connection.close();
});

const someProcess = () => oneOf(processes);
const someAddress = () => `kisi${below(12)}@kurum.example`;
const someConversation = () => `c${below(4)}`;
const [tickets, answers, questions]: [string[], string[], string[]] = [[], [], []];
let entries = 0;
const province = (value: string) => ({ value, source: { kind: "text" as const, quote: value }, confidence: 1 });

/** A process, and a ticket as it sees it. */
async function someTicket() {
  const office = someProcess();
  const ticket = await office.store.tickets.byNumber(oneOf(tickets));
  return { office, ticket: ticket?.number ?? "", version: ticket?.version ?? 0 };
}

async function open(): Promise<void> {
  const office = someProcess();
  const email = someAddress();
  const { ticket } = await openTicket(office, {
    subject: "Konu",
    category: oneOf(["application", "token"]),
    priority: oneOf(["low", "urgent"]),
    channel: oneOf(["mail", "web"]),
    requester: { email, name: "Ali Veli" },
    message: { channel: "mail", from: { kind: "requester", email }, text: "Merhaba" },
    actor: { kind: "requester" },
    alsoWrite: async (transaction, { number }) => {
      entries += 1;
      await transaction.insertRequest({
        id: office.store.newId(),
        number: requestNumber(2026, entries),
        ticket: number,
        kind: "newApplication",
        state: "received",
        fields: chance(0.7) ? { province: province("Van") } : {},
        history: [],
        createdAt: now,
        updatedAt: now,
        version: 1,
      });
    },
  });
  tickets.push(ticket.number);
}

const WORK: Readonly<Record<string, () => Promise<unknown>>> = {
  open,
  async write() {
    const from = { kind: "requester", email: someAddress() } as const;
    const message = { channel: "mail", from, text: "Yine ben" } as const;
    await addMessage(someProcess(), { ticket: oneOf(tickets), message, actor: { kind: "requester" }, reopens: true });
  },
  async answer() {
    const { office, ...seen } = await someTicket();
    const status = oneOf(["pending", "solved", "open"] as const);
    const { message } = await replyToRequester(office, {
      ...seen,
      text: "Buyurun",
      agent: AGENT,
      status,
      undoMs: DAY_MS,
    });
    answers.push(message.id);
  },
  takeBack: () => undoReply(someProcess(), { message: oneOf(answers), agent: AGENT }),
  async change() {
    const { office, ...seen } = await someTicket();
    const changes: TicketChanges[] = [
      { category: oneOf(["application", "token"]) },
      { priority: oneOf(["low", "urgent"]) },
      { status: oneOf(["open", "solved", "closed"]) },
      { assignee: oneOf(["x", null]) },
    ];
    await changeTicket(office, { ...seen, actor: ACTOR, changes: oneOf(changes) });
  },
  async merge() {
    const { office, ...seen } = await someTicket();
    await mergeTickets(office, { ...seen, into: oneOf(tickets), actor: ACTOR });
  },
  async split() {
    const { office, ...seen } = await someTicket();
    const thread = await office.store.messages.ofTicket(seen.ticket);
    const messages = thread.slice(0, 1).map(({ id }) => id);
    tickets.push((await splitTicket(office, { ...seen, messages, subject: "Ayrılan", actor: ACTOR })).number);
  },
  tellDue: () => tellDue(someProcess(), { warn: () => undefined }),
  erase: () => erasePerson(someProcess(), { who: someAddress(), by: { id: "y", name: "Yönetici", role: "admin" } }),
  async ask() {
    const { store } = someProcess();
    const id = store.newId();
    const asked: AskedQuestion = {
      id,
      text: "Ücret?",
      outcome: oneOf(["answer", "unknown"]),
      entries: [oneOf(["fee", "form"])],
      confidence: 1,
      language: "tr",
      conversation: someConversation(),
      channel: "webchat",
      knowledgeVersion: "1",
      why: [],
      askedAt: new Date(Number(now) - below(3) * DAY_MS),
    };
    await store.questions.add(asked);
    questions.push(id);
  },
  say: () => someProcess().store.questions.giveFeedback(oneOf(questions), oneOf(["helpful", "notHelpful"])),
  async forget() {
    const { erasure } = someProcess().store;
    await erasure.erase(await erasure.subjectOf({ identities: [`chat:${someConversation()}`] }), now);
  },
  correct: () =>
    someProcess().store.transact(async (transaction) => {
      const entry = await transaction.request(requestNumber(2026, 1 + below(entries)));
      const change = { state: oneOf(["active", "underReview"]), fields: { province: province("Ağrı") } } as const;
      if (entry) await transaction.updateRequest({ ...entry, ...change });
    }),
  async settings() {
    const { store } = someProcess();
    const { value, version } = (await store.settings.versioned()).serviceLevels;
    const calendar = { ...value.calendar, closes: 60 * (15 + below(4)) };
    await store.transact((transaction) => transaction.writeSetting("serviceLevels", { ...value, calendar }, version));
  },
  read: () => figuresOf(someProcess().store),
};

/** As reports say it. */
async function figuresOf({ reports, tickets: reader }: Store) {
  const counted = async (what: "state" | "province") =>
    (await reports.requestsBy(what)).map(({ value, count }) => `${value} ${count}`);
  const opened = await reports.ticketsOpened(SPAN);
  const asked = await reports.questions(SPAN);
  const used = await reports.entryUse(SPAN);
  return {
    opened: opened.map(({ day, channel, category, count }) => `${day} ${channel} ${category} ${count}`).sort(),
    responses: measureResponse(await reports.responses(SPAN), now),
    asked: asked.map(({ day, outcome, count }) => `${day} ${outcome} ${count}`).sort(),
    used: used.map(({ entry, count, helpful, notHelpful }) => `${entry} ${count} ${helpful} ${notHelpful}`).sort(),
    states: (await counted("state")).sort(),
    provinces: (await counted("province")).sort(),
    statuses: await reader.counts(),
  };
}

type Row = Readonly<Record<string, unknown>>;
const isWithin = (at: unknown) => (at as Date) >= SPAN.from && (at as Date) < SPAN.to;
const dayOf = (at: unknown) => new Date(Number(at) + 3 * HOUR_MS).toISOString().slice(0, 10);
function tally(keys: readonly string[]): string[] {
  return [...new Set(keys)].map((key) => `${key} ${keys.filter((one) => one === key).length}`).sort();
}

/** The same by looking at everything. */
async function recounted(store: Store) {
  const rowsOf = async (name: string): Promise<Row[]> => plain.collection(name).find().toArray();
  const all = await rowsOf("tickets");
  const opened = all.filter(({ createdAt }) => isWithin(createdAt));
  const asked = (await rowsOf("questions")).filter(({ askedAt }) => isWithin(askedAt));
  const answered = asked.filter(({ outcome }) => outcome === "answer");
  const requests = await rowsOf("requests");
  const { calendar } = (await store.settings.versioned()).serviceLevels.value;
  const uses = answered.flatMap(({ entries: used, feedback }) =>
    (used as string[]).map((entry) => ({ entry, feedback })),
  );
  const usesOf = (entry: string, said?: string) =>
    uses.filter((one) => one.entry === entry && (said === undefined || one.feedback === said)).length;
  const provinceOf = ({ fields }: Row) => (fields as { province?: { value: string } }).province?.value ?? "";
  const inStatus = (status: string) => all.filter((row) => row.status === status).length;
  return {
    opened: tally(opened.map(({ createdAt, channel, category }) => `${dayOf(createdAt)} ${channel} ${category}`)),
    responses: measureResponse(responseFigures(opened as unknown as TicketTimes[], calendar), now),
    asked: tally(asked.map(({ askedAt, outcome }) => `${dayOf(askedAt)} ${outcome}`)),
    used: [...new Set(uses.map(({ entry }) => entry))]
      .map((entry) => `${entry} ${usesOf(entry)} ${usesOf(entry, "helpful")} ${usesOf(entry, "notHelpful")}`)
      .sort(),
    states: tally(requests.map(({ state }) => String(state))),
    provinces: tally(requests.map(provinceOf)),
    statuses: {
      new: inStatus("new"),
      open: inStatus("open"),
      pending: inStatus("pending"),
      solved: inStatus("solved"),
      closed: inStatus("closed"),
    },
  };
}

/** What is refused is as good as what is done; what breaks is not. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

test("whatever two processes do at the same moment, their reports say what a recount of everything says", async () => {
  for (let index = 0; index < 8; index++) for (const work of [open, WORK.ask, WORK.answer]) await attempt(work!);
  const rare = new Set(["erase", "forget", "settings"]);
  const names = Object.keys(WORK).flatMap((name) => (rare.has(name) ? [name] : [name, name, name]));
  for (let round = 0; round < 20; round++) {
    now = new Date(Number(now) + below(16) * HOUR_MS);
    const together = Array.from({ length: 10 }, () => oneOf(names));
    await Promise.all(together.map((name) => attempt(WORK[name]!)));
    for (const { store } of processes) {
      const truth = await recounted(store);
      expect([round, together, await figuresOf(store)]).toEqual([round, together, truth]);
    }
  }
});
