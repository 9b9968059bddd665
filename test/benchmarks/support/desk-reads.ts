import { mailIdentity } from "../../../src/core/identity.ts";
import type { RequestQuery, Store, TicketQuery } from "../../../src/core/ports.ts";
import { BOARD_STATES } from "../../../src/core/request.ts";
import type { TicketStatus } from "../../../src/core/ticket.ts";
import { lastDays } from "../../../src/staff/reports/spans.ts";
import { encodeCursor } from "../../../src/store/documents.ts";
import { newId } from "../../../src/store/ids.ts";
import { requesterIdentities } from "../../../src/tickets/requester-identities.ts";
import { suggestIdentities } from "../../../src/tickets/suggest-identities.ts";
import { ticketsOfPerson } from "../../../src/tickets/tickets-of-person.ts";
import { madeUpPerson } from "../../support/made-up-people.ts";
import { numberOf, openedAt, type Span } from "./made-up-tickets.ts";

/** A round of a read: which of the loaded tickets it is about. */
export interface Round {
  readonly round: number;
  readonly serial: number;
  readonly span: Span;
}

/** A read as the desk makes it; says how much it found. */
export type Read = (store: Store, round: Round) => Promise<number>;

const PAGE = 50;
const COLUMN = 25;
const DAY_MS = 86_400_000;
const ACTIVE: readonly TicketStatus[] = ["new", "open"];
const UNFINISHED: readonly TicketStatus[] = ["new", "open", "pending"];

const tickets = async (store: Store, query: Omit<TicketQuery, "limit">) =>
  (await store.tickets.list({ limit: PAGE, ...query })).items.length;
const requests = async (store: Store, query: Omit<RequestQuery, "limit">) =>
  (await store.requests.list({ limit: PAGE, ...query })).items.length;
const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
/** As the console asks: whole days, today the last of them. */
const days90 = () => lastDays(90, new Date());
/** The place a list goes on from when it has come to this ticket. */
const cursorAt = ({ serial, span }: Round) => encodeCursor({ value: openedAt(serial, span), id: newId() });

/** What the desk reads all day; each of these is to cost no more than the logarithm of the number of tickets. */
export const DESK_READS: Readonly<Record<string, Read>> = {
  "counts per status": async (store) => sum(Object.values(await store.tickets.counts())),
  "live counts of queues and views": async (store) => {
    const [all, asleep] = await Promise.all([store.tickets.tallies(), store.tickets.asleep(new Date())]);
    return sum([...all, ...asleep].map(({ count }) => count));
  },
  "live count of a saved search": async (store) =>
    (await store.tickets.countUpTo({ q: "sertifika", status: ACTIVE, awakeAt: new Date() }, 99)).count,
  "list, waiting for the office": (store) => tickets(store, { status: ACTIVE, awakeAt: new Date() }),
  "list, of one member": (store, { round }) => tickets(store, { status: ACTIVE, assignee: `staff-${round % 8}` }),
  "list, of nobody": (store) => tickets(store, { status: ACTIVE, assignee: null }),
  "list, due first": (store) => tickets(store, { status: ACTIVE, sort: "due" }),
  "list, put off": (store) => tickets(store, { status: UNFINISHED, asleepAt: new Date() }),
  "list, closed of one category": (store) => tickets(store, { status: ["closed"], category: "pin" }),
  "list, everything": (store) => tickets(store, {}),
  "list, everything, a page far back": (store, round) => tickets(store, { cursor: cursorAt(round) }),
  "overdue and not told yet": async (store) =>
    (await store.tickets.dueBy({ what: "resolution", by: new Date(), untold: "escalated" }, 100)).length,
  "search, rare term": (store, { serial }) => tickets(store, { q: `d${serial}x` }),
  "search, common term": (store) => tickets(store, { q: "başvurum" }),
  "search, common term, waiting": (store) => tickets(store, { q: "başvurum", status: ACTIVE }),
  "search, two common terms": (store) => tickets(store, { q: "sertifika merhaba" }),
  "search, two that never meet": (store) => tickets(store, { q: "sertifika fatura" }),
  "search, rare and common": (store, { serial }) => tickets(store, { q: `merhaba d${serial}x` }),
  "search, beginning of a word": (store) => tickets(store, { q: "sertif" }),
  "search, ticket number": (store, { serial, span }) =>
    tickets(store, { q: numberOf(serial, span).replaceAll("-", " ") }),
  "search, sender's address": (store, { serial }) => tickets(store, { q: madeUpPerson(serial).email }),
  "search, sender's name": (store, { serial }) => tickets(store, { q: madeUpPerson(serial).name }),
  "search, phone": (store, { serial }) => tickets(store, { q: madeUpPerson(serial).spoken }),
  "ticket page": async (store, { serial, span }) => {
    const number = numberOf(serial, span);
    const ticket = await store.tickets.byNumber(number);
    if (!ticket) throw new Error(`There is no ticket ${number}.`);
    const person = await requesterIdentities(store, ticket);
    const parts = await Promise.all([
      store.messages.ofTicket(number),
      store.events.ofTicket(number),
      store.requests.ofTicket(number),
      ticketsOfPerson(store, person, 20),
      suggestIdentities(store, ticket, person),
    ]);
    return parts[0].length;
  },
  "possible duplicates of a ticket": async (store, { serial, span }) => {
    const ticket = await store.tickets.byNumber(numberOf(serial, span));
    return (await store.tickets.list({ q: ticket?.subject ?? "", status: UNFINISHED, limit: 4 })).items.length;
  },
  "requests, list": (store) => requests(store, {}),
  "requests, list, a page far back": (store, round) => requests(store, { cursor: cursorAt(round) }),
  "requests, of one state": (store) => requests(store, { state: ["underReview"] }),
  "requests, board": async (store) => {
    const lists = await Promise.all(
      BOARD_STATES.map((state) => store.requests.list({ state: [state], limit: COLUMN })),
    );
    return sum(lists.map(({ items }) => items.length));
  },
  "requests, certificate calendar": async (store) =>
    (await store.requests.endingBefore(new Date(Date.now() + 366 * DAY_MS))).length,
  "requests, search by T.C. kimlik no": (store, { serial }) =>
    requests(store, { q: madeUpPerson(Math.max(5, serial - (serial % 5))).nationalId }),
  "requests, search, common term": (store) => requests(store, { q: "Ankara" }),
  "audit log": async (store) => (await store.events.list({ limit: 100 })).items.length,
  "audit log, one kind": async (store) =>
    (await store.events.list({ limit: 100, type: "personalData.revealed" })).items.length,
  "mails, list": async (store) => (await store.mails.list({ limit: PAGE })).items.length,
  "mails, of one outcome": async (store) => (await store.mails.list({ limit: PAGE, outcome: "bounce" })).items.length,
  "mails, counts per outcome": async (store) => sum(Object.values(await store.mails.outcomeCounts())),
  "outbox, counts": async (store) => sum(Object.values(await store.outbox.counts())),
  "questions, list": async (store) => (await store.questions.list({ limit: PAGE })).items.length,
  "erasure, what it would take": async (store, { serial }) => {
    const { erasure } = store;
    const subject = await erasure.subjectOf({ identities: [mailIdentity(madeUpPerson(serial).email)] });
    const [counts, mentions] = await Promise.all([erasure.count(subject), erasure.mentions(subject)]);
    return sum(Object.values(counts)) + mentions.length;
  },
  "questions, unanswered": async (store) =>
    (await store.questions.list({ limit: PAGE, outcome: "unknown" })).items.length,
};

/** What is counted or read over a stretch of time: the more there was in it, the more there is to read. */
export const REPORT_READS: Readonly<Record<string, Read>> = {
  "report, opened in 90 days": async (store) =>
    sum((await store.reports.ticketsOpened(days90())).map(({ count }) => count)),
  "report, age of what waits": async (store) =>
    sum(await store.reports.unfinishedBefore([1, 3, 7, 14, 30].map(daysAgo))),
  "report, requests by state": async (store) =>
    sum((await store.reports.requestsBy("state")).map(({ count }) => count)),
  "report, requests by province": async (store) =>
    sum((await store.reports.requestsBy("province")).map(({ count }) => count)),
  "report, questions of 90 days": async (store) =>
    sum((await store.reports.questions(days90())).map(({ count }) => count)),
  "report, entries used in 90 days": async (store) => (await store.reports.entryUse(days90())).length,
  "report, times of 90 days": async (store) => (await store.reports.responses(days90())).tickets,
  "gaps page, questions read": async (store) => (await store.questions.missed(daysAgo(90), 5_000)).length,
};
