import mongoose, { type Connection } from "mongoose";
import type { AskedQuestion } from "../../src/core/chat.ts";
import type { TicketQuery } from "../../src/core/ports.ts";
import type { QuestionCount } from "../../src/core/reports.ts";
import { type RequestEntry, requestNumber } from "../../src/core/request.ts";
import { responseFigures, type TicketTimes } from "../../src/core/response-figures.ts";
import { type Ticket, ticketNumber } from "../../src/core/ticket.ts";
import { measureResponse } from "../../src/staff/reports/measure-response.ts";
import { connectOptions } from "../../src/store/engine.ts";
import { eventually } from "../support/eventually.ts";
import { madeUpTicket } from "../support/made-up-ticket.ts";
import { NOW, withOffice } from "../support/office.ts";

/** What keeps the desk fast with many tickets must not change what it says. */
const office = withOffice();
let connection: Connection;
beforeAll(async () => {
  connection = await mongoose.createConnection(office.uri, connectOptions).asPromise();
});
afterAll(() => connection.close());

let sequence = 0;
function madeTicket(change: Partial<Ticket> = {}): Ticket {
  sequence += 1;
  const updatedAt = new Date(NOW.getTime() + sequence);
  const usual = { subject: "Sertifika yenileme", category: "other", updatedAt };
  return madeUpTicket(office.store.newId(), sequence, NOW, { ...usual, ...change });
}
async function keepTickets(...tickets: Ticket[]): Promise<void> {
  await office.store.transact(async (transaction) => {
    for (const ticket of tickets) await transaction.insertTicket(ticket);
  });
}
function change(number: string, to: Partial<Ticket>): Promise<void> {
  return office.store.transact(async (transaction) => {
    const ticket = await transaction.ticket(number);
    if (!ticket) throw new Error(number);
    await transaction.updateTicket({ ...ticket, ...to });
  });
}
const tickets = () => connection.collection("tickets");
async function trueCounts() {
  const rows = await tickets().find().toArray();
  const of = (status: string) => rows.filter((row) => row.status === status).length;
  return { new: of("new"), open: of("open"), pending: of("pending"), solved: of("solved"), closed: of("closed") };
}
const numbersOf = async (q: string, limit = 50) =>
  (await office.store.tickets.list({ q, limit })).items.map(({ number }) => number);

test("counts are true after many changes at once, folded in between, and after transactions that failed", async () => {
  const made = Array.from({ length: 60 }, () => madeTicket());
  await keepTickets(...made);
  const failing = office.store.transact(async (transaction) => {
    await transaction.insertTicket(madeTicket());
    throw new Error("taken back");
  });
  await expect(failing).rejects.toThrow("taken back");
  const moves = made.map(({ number }, index) => async () => {
    await change(number, { status: "open", assignee: "a" });
    if (index % 3 === 0) await change(number, { status: "solved" });
  });
  for (let first = 0; first < moves.length; first += 12) {
    await Promise.all(moves.slice(first, first + 12).map((move) => move()));
  }
  expect(await office.store.tickets.counts()).toEqual(await trueCounts());
  await keepTickets(madeTicket());
  expect(await office.store.tickets.counts()).toEqual(await trueCounts());
  expect((await trueCounts()).solved).toBe(20);
  // More than a hundred rows were waiting: they have been folded, and nothing of them was lost.
  const waiting = () => connection.collection("ticketDeltas").countDocuments();
  await eventually(waiting, (rows) => rows < 100);
  expect(await office.store.tickets.counts()).toEqual(await trueCounts());
});

test("a second change in the same transaction counts once", async () => {
  const ticket = madeTicket();
  await office.store.transact(async (transaction) => {
    await transaction.insertTicket(ticket);
    const opened = await transaction.updateTicket({ ...ticket, status: "open" });
    await transaction.updateTicket({ ...opened, status: "solved" });
  });
  expect(await office.store.tickets.counts()).toEqual(await trueCounts());
});

test("a page reaches as far back as it has to, and goes on where it ended", async () => {
  const days = [0, 1, 3, 40, 41, 300, 900, 3_000];
  const old = days.map((day) =>
    madeTicket({ category: "old", subject: "Eskiler arasında", updatedAt: new Date(NOW.getTime() - day * 86_400_000) }),
  );
  await keepTickets(...old);
  const wanted = old.map(({ number }) => number);
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await office.store.tickets.list({ category: "old", limit: 3, ...(cursor && { cursor }) });
    pages.push(...page.items.map(({ number }) => number));
    cursor = page.nextCursor;
  } while (cursor);
  expect(pages).toEqual(wanted);
  expect(await numbersOf("eskiler arasında")).toEqual(wanted);
});

/** Every page of a list, three tickets at a time. */
async function pagesOf(query: Omit<TicketQuery, "limit">): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await office.store.tickets.list({ ...query, limit: 3, ...(cursor && { cursor }) });
    numbers.push(...page.items.map(({ number }) => number));
    cursor = page.nextCursor;
  } while (cursor);
  return numbers;
}

test("a list of several statuses is one list, page by page, with a search and without, also of what changed at once", async () => {
  const hoursAgo = [0, 0, 0, 0, 2, 2, 30, 31, 800, 800, 801, 9_000];
  const made = hoursAgo.map((hours, index) =>
    madeTicket({
      category: "mixed",
      subject: index % 2 ? "Karışıklık giderilsin" : "Karışık konu",
      status: (["new", "open", "closed"] as const)[index % 3] ?? "new",
      updatedAt: new Date(NOW.getTime() - hours * 3_600_000),
    }),
  );
  await keepTickets(...made);
  const newestFirst = [...made].sort((a, b) => +b.updatedAt - +a.updatedAt || (a.id < b.id ? 1 : -1));
  const wanted = newestFirst.filter(({ status }) => status !== "closed").map(({ number }) => number);
  const status = ["new", "open"] as const;
  expect(await pagesOf({ status, category: "mixed" })).toEqual(wanted);
  expect(await pagesOf({ status, q: "karışı" })).toEqual(wanted);
  expect(await pagesOf({ q: "karışı" })).toEqual(newestFirst.map(({ number }) => number));
  expect(await office.store.tickets.countUpTo({ status, q: "karışı" }, 5)).toEqual({ count: 5, mayBeMore: true });
});

test("what is due soonest comes first, also what has long been due, and what is not due does not come", async () => {
  const hours = [-9_000, -30, -1, 0, 0, 1, 5, 100, 2_000];
  const made = hours.map((hour) =>
    madeTicket({ category: "due", firstResponseDueAt: new Date(Date.now() + hour * 3_600_000) }),
  );
  await keepTickets(madeTicket({ category: "due" }), ...[...made].reverse());
  const soonestFirst = [...made].sort((a, b) => +(a.firstResponseDueAt ?? 0) - +(b.firstResponseDueAt ?? 0));
  const numbers = await pagesOf({ category: "due", sort: "due" });
  expect(numbers).toEqual(soonestFirst.map(({ number }) => number));
});

test("mails are counted by what became of them, also when an old one goes through the stages again", async () => {
  const mails = connection.collection<{ _id: string }>("mails");
  const mail = (uid: number, hoursAgo: number, kind: string) => ({
    _id: office.store.newId(),
    account: "a",
    mailbox: "INBOX",
    uidValidity: "1",
    uid,
    createdAt: new Date(Date.now() - hoursAgo * 3_600_000),
    state: "done",
    attempts: 1,
    raw: Buffer.from("raw"),
    outcome: { kind, reason: "", decisions: [], at: NOW },
  });
  const aside = mail(4, 40, "quarantined");
  await mails.insertMany([mail(1, 5_000, "ticket"), mail(2, 30, "ticket"), mail(3, 1, "spam"), aside] as never);
  const { outcomeCounts } = office.store.mails;
  expect(await outcomeCounts()).toEqual({ ticket: 2, spam: 1, quarantined: 1 });
  expect(await office.store.mails.reopen(aside._id)).toBe(true);
  expect(await outcomeCounts()).toEqual({ ticket: 2, spam: 1, open: 1 });
  await office.store.mails.finish(aside._id, { kind: "note", reason: "", decisions: [], at: NOW });
  expect(await outcomeCounts()).toEqual({ ticket: 2, spam: 1, note: 1 });
  await mails.insertOne(mail(5, 0, "bounce") as never);
  expect(await outcomeCounts()).toEqual({ ticket: 2, spam: 1, note: 1, bounce: 1 });
});

test("a subject is found by the beginning of a word, in any spelling, and a number by its end", async () => {
  const ticket = madeTicket({ subject: "IŞIKLANDIRMA şikâyeti", requester: { name: "Gülşah Öztürk" } });
  await keepTickets(ticket);
  for (const q of ["ışı", "isik", "IŞIKL", "ışıkla", "ışıklandırma", "gül", "öztü", "isik gul", "sik"]) {
    expect([q, await numbersOf(q)]).toEqual([q, [ticket.number]]);
  }
  const end = ticket.number.slice(-6);
  expect(await numbersOf(String(Number(end)))).toContain(ticket.number);
  expect(await numbersOf("şıklan")).toEqual([]);
});

test("a search of a name gives that person's tickets first, then those that have the words otherwise, none lost and none twice", async () => {
  const at = (hour: number) => new Date(NOW.getTime() - hour * 3_600_000);
  const theirs = [1, 2, 300, 9_000].map((hour) =>
    madeTicket({ updatedAt: at(hour), requester: { name: "Çiğdem Ünlü", email: "c.unlu@kurum.example" } }),
  );
  const byAddress = madeTicket({ updatedAt: at(9_001), requester: { email: "cigdem.unlu@kurum.example" } });
  const others = [0, 5, 700].map((hour) =>
    madeTicket({ updatedAt: at(hour), subject: "Ünlü Çiğdem için başvuru", requester: { name: "Ali Veli" } }),
  );
  const done = madeTicket({ updatedAt: at(3), status: "closed", requester: { name: "ÇİĞDEM ÜNLÜ" } });
  await keepTickets(...others, byAddress, done, ...theirs);
  const numbers = (some: readonly Ticket[]) => some.map(({ number }) => number);
  const open = [...theirs, byAddress, ...others];
  expect(await pagesOf({ q: "cigdem unlu", status: ["new", "open"] })).toEqual(numbers(open));
  const [first, second, ...rest] = open as [Ticket, Ticket, ...Ticket[]];
  expect(await pagesOf({ q: " Çiğdem  Ünlü" })).toEqual(numbers([first, second, done, ...rest]));
  expect(await numbersOf("çiğdem ünlü", 5)).toEqual(numbers([first, second, done, ...rest.slice(0, 2)]));
  expect(await office.store.tickets.countUpTo({ q: "Çiğdem Ünlü" }, 99)).toEqual({ count: 9, mayBeMore: false });
});

test("days from their roll-ups say the same as tickets counted live, also after a change", async () => {
  const span = { from: new Date("2026-11-10T00:00:00+03:00"), to: new Date("2026-11-20T12:00:00+03:00") };
  const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour));
  const made = [10, 10, 12, 15, 19, 20].map((day, index) =>
    madeTicket({
      createdAt: at(day, index),
      category: index % 2 ? "token" : "pin",
      channel: index > 2 ? "web" : "mail",
    }),
  );
  await keepTickets(...made);
  const live = async () => {
    const rows = await tickets()
      .find({ createdAt: { $gte: span.from, $lt: span.to } })
      .toArray();
    return rows
      .map(
        (row) => `${new Date(+row.createdAt + 10_800_000).toISOString().slice(0, 10)} ${row.channel} ${row.category}`,
      )
      .sort();
  };
  const rolled = async () => {
    const rows = await office.store.reports.ticketsOpened(span);
    return rows
      .flatMap(({ day, channel, category, count }) => Array(count).fill(`${day} ${channel} ${category}`))
      .sort();
  };
  expect(await rolled()).toEqual(await live());
  expect(await rolled()).toEqual(await live());
  expect(await connection.collection("dailyRollups").countDocuments()).toBe(10);
  await change(made[2]?.number ?? "", { category: "moved" });
  await keepTickets(madeTicket({ createdAt: at(19, 5) }));
  expect(await rolled()).toEqual(await live());
  expect((await rolled()).join()).toContain("2026-11-12 mail moved");
});

/** The days here are over: what a former day of tickets and questions comes to is rolled up. */
const WEEK = { from: new Date("2026-11-02T00:00:00+03:00"), to: new Date("2026-11-07T00:00:00+03:00") };
const onDay = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour));

test("days that former versions rolled up, their minutes in no order, are put together exactly", async () => {
  const { reports } = office.store;
  const two = { from: new Date("2026-10-05T00:00:00+03:00"), to: new Date("2026-10-07T00:00:00+03:00") };
  await reports.responses(two);
  const rollups = connection.collection<{ _id: string }>("dailyRollups");
  const bytes = (...numbers: number[]) => Buffer.from(Float64Array.from(numbers).buffer);
  const none = { minutes: bytes(), open: bytes(), aimed: 0, inTime: 0 };
  const keep = (day: string, minutes: Buffer) => {
    const firstResponse = { minutes, open: bytes(two.from.getTime()), aimed: 3, inTime: 2 };
    return rollups.updateOne(
      { _id: `times ${day}` },
      { $set: { figures: { tickets: 4, firstResponse, resolution: none } } },
    );
  };
  await keep("2026-10-05", bytes(90, 1, 20, 2));
  await keep("2026-10-06", bytes(20, 1, 300, 1, 5, 2));

  const measured = measureResponse(await reports.responses(two), NOW);

  // 5 5 20 20 20 90 300: none of them is near to another, each is counted as it is.
  expect(measured.firstResponse).toEqual({ count: 7, median: 20, p90: 300 });
  expect([measured.tickets, measured.firstResponseKept, measured.resolution]).toEqual([8, 4 / 8, { count: 0 }]);
});

test("times of tickets from their roll-ups say the same as all of them measured anew, after every change", async () => {
  const { reports, settings } = office.store;
  const recount = async () => {
    const rows = await tickets()
      .find({ createdAt: { $gte: WEEK.from, $lt: WEEK.to } })
      .toArray();
    const { calendar } = (await settings.current()).serviceLevels;
    return measureResponse(responseFigures(rows as unknown as TicketTimes[], calendar), NOW);
  };
  const rolled = async () => measureResponse(await reports.responses(WEEK), NOW);
  const made = [2, 2, 3, 4, 5, 6].map((day, index) =>
    madeTicket({
      createdAt: onDay(day, 7),
      firstResponseDueAt: onDay(day, 9),
      resolutionDueAt: index === 5 ? new Date(NOW.getTime() + 60_000) : onDay(day, 13),
      ...(index > 1 && { firstRespondedAt: onDay(day, 7 + index) }),
      ...(index === 2 && { solvedAt: onDay(day, 12), status: "solved" as const }),
    }),
  );
  await keepTickets(...made);
  expect(await rolled()).toEqual(await recount());
  expect(await rolled()).toMatchObject({ tickets: 6, firstResponse: { count: 4 }, firstResponseKept: 1 / 6 });
  await change(made[0]?.number ?? "", { firstRespondedAt: onDay(2, 8), solvedAt: onDay(3, 8), status: "solved" });
  await change(made[3]?.number ?? "", { resolutionDueAt: onDay(9, 8) });
  await keepTickets(madeTicket({ createdAt: onDay(4, 5), firstRespondedAt: onDay(4, 6) }));
  expect(await rolled()).toEqual(await recount());
  expect(await rolled()).toMatchObject({ tickets: 7, firstResponse: { count: 6 }, resolution: { count: 2 } });
  // A target that passes makes a ticket late without any change of it.
  const later = new Date(NOW.getTime() + 120_000);
  const { resolutionKept = 0 } = measureResponse(await reports.responses(WEEK), later);
  expect(resolutionKept).toBeLessThan((await recount()).resolutionKept ?? 0);
  // Other working hours make other figures of the same days.
  const { serviceLevels } = await settings.versioned();
  const calendar = { ...serviceLevels.value.calendar, closes: 11 * 60 };
  await office.store.transact((transaction) =>
    transaction.writeSetting("serviceLevels", { ...serviceLevels.value, calendar }, serviceLevels.version),
  );
  const before = await rolled();
  await settings.versioned();
  expect(await rolled()).toEqual(await recount());
  expect((await rolled()).firstResponse).not.toEqual(before.firstResponse);
});

test("questions from their roll-ups say the same as all of them counted, also after a late word on one", async () => {
  const { questions, reports } = office.store;
  const ask = (day: number, outcome: AskedQuestion["outcome"], entries: readonly string[] = []) =>
    ({
      id: office.store.newId(),
      text: "Ücret?",
      outcome,
      entries,
      confidence: 1,
      language: "tr",
      conversation: "c",
      channel: "webchat",
      knowledgeVersion: "1",
      why: [],
      askedAt: onDay(day, 8),
    }) satisfies AskedQuestion;
  const asked = [
    ask(2, "answer", ["fee"]),
    ask(2, "answer", ["fee", "form"]),
    ask(3, "unknown"),
    ask(3, "clarify", ["fee"]),
  ];
  await Promise.all(asked.map(questions.add));
  const inOrder = (days: readonly QuestionCount[]) =>
    [...days].sort((a, b) => (`${a.day} ${a.outcome}` < `${b.day} ${b.outcome}` ? -1 : 1));
  const all = async () => ({ days: inOrder(await reports.questions(WEEK)), use: await reports.entryUse(WEEK) });
  expect(await all()).toEqual({
    days: [
      { day: "2026-11-02", outcome: "answer", count: 2 },
      { day: "2026-11-03", outcome: "clarify", count: 1 },
      { day: "2026-11-03", outcome: "unknown", count: 1 },
    ],
    use: [
      { entry: "fee", count: 2, helpful: 0, notHelpful: 0 },
      { entry: "form", count: 1, helpful: 0, notHelpful: 0 },
    ],
  });
  await questions.giveFeedback(asked[1]?.id ?? "", "helpful");
  await questions.add(ask(3, "answer", ["form"]));
  const { days, use } = await all();
  expect(days).toContainEqual({ day: "2026-11-03", outcome: "answer", count: 1 });
  expect(use).toEqual([
    { entry: "fee", count: 2, helpful: 1, notHelpful: 0 },
    { entry: "form", count: 2, helpful: 1, notHelpful: 0 },
  ]);
});

test("many marks on days that nobody reads become few, and the days are still counted anew", async () => {
  const { reports } = office.store;
  const before = (await reports.responses(WEEK)).tickets;
  for (let round = 0; round < 5; round++) {
    await keepTickets(...Array.from({ length: 60 }, () => madeTicket({ createdAt: onDay(5, 8) })));
  }
  const marks = () => connection.collection("dayMarks").countDocuments();
  const made = await marks();
  expect(made).toBeGreaterThan(500);
  for (let left = 0; left < 260; left++)
    await change(madeNumber(), { tags: [String(left)], status: left % 2 ? "open" : "new" });
  await eventually(marks, (left) => left < made);
  expect((await reports.responses(WEEK)).tickets).toBe(before + 300);
});
const madeNumber = () => ticketNumber(2026, sequence);

test("request entries are counted by state and province, through changes and an erasure", async () => {
  const requests = () => connection.collection("requests");
  const recount = async (path: string) => {
    const rows = await requests()
      .aggregate<{ _id: string | null; count: number }>([{ $group: { _id: path, count: { $sum: 1 } } }])
      .toArray();
    return Object.fromEntries(rows.map(({ _id, count }) => [_id ?? "", count]));
  };
  const kept = async (what: "state" | "province") =>
    Object.fromEntries((await office.store.reports.requestsBy(what)).map(({ value, count }) => [value, count]));
  const bothAgree = async () => {
    expect(await kept("state")).toEqual(await recount("$state"));
    expect(await kept("province")).toEqual(await recount("$fields.province.value"));
  };
  const said = (value: string) => ({ value, source: { kind: "text" as const, quote: value }, confidence: 1 });
  const made = ["Van", "K. Maraş $1", "Van", ""].map(
    (province, index): RequestEntry => ({
      id: office.store.newId(),
      number: requestNumber(2026, index + 1),
      ticket: `MI-2026-00000${index + 1}`,
      kind: "newApplication",
      state: index === 3 ? "underReview" : "received",
      fields: province ? { province: said(province) } : {},
      history: [],
      createdAt: NOW,
      updatedAt: NOW,
      version: 1,
    }),
  );
  await office.store.transact(async (transaction) => {
    for (const one of made) await transaction.insertRequest(one);
  });
  await bothAgree();
  expect(await kept("province")).toEqual({ Van: 2, "K. Maraş $1": 1, "": 1 });
  await office.store.transact(async (transaction) => {
    const one = await transaction.request(made[0]?.number ?? "");
    if (one) await transaction.updateRequest({ ...one, state: "active", fields: { province: said("Ağrı") } });
  });
  await bothAgree();
  const subject = await office.store.erasure.subjectOf({ identities: [] });
  await office.store.erasure.erase({ ...subject, tickets: [made[2]?.ticket ?? ""] }, NOW);
  await bothAgree();
  expect(await kept("province")).toEqual({ Ağrı: 1, "K. Maraş $1": 1, "": 2 });
});

test("a ticket is found by what it is called now, and by the texts that stand in it now", async () => {
  const ticket = madeTicket({ subject: "Turunç", tags: ["limon"] });
  const other = madeTicket({ subject: "Kestane" });
  await keepTickets(ticket, other);
  const said = { text: "Ayvayı yazdım", from: { kind: "requester" as const, name: "Bergüzar" } };
  await office.store.transact((transaction) =>
    transaction.insertMessage({
      ...said,
      id: office.store.newId(),
      ticket: ticket.number,
      direction: "in",
      channel: "mail",
      to: [],
      attachments: [],
      createdAt: NOW,
    }),
  );
  await change(ticket.number, { subject: "Portakal ayvayı", tags: ["incir"] });
  const found = async (...words: string[]) => (await Promise.all(words.map((q) => numbersOf(q)))).map((all) => all[0]);
  expect(await found("turunç", "limon")).toEqual([undefined, undefined]);
  expect(await found("portakal", "incir", "ayvayı", "bergüzar")).toEqual(Array(4).fill(ticket.number));
  const entry = { id: office.store.newId(), number: requestNumber(2026, 900), ticket: ticket.number, version: 1 };
  const state = { kind: "newApplication", state: "received", fields: {}, history: [] } as const;
  await office.store.transact(async (transaction) => {
    await transaction.insertRequest({ ...entry, ...state, createdAt: NOW, updatedAt: NOW });
    await transaction.moveMessages(ticket.number, other.number);
    await transaction.moveRequests(ticket.number, other.number);
  });
  const { items } = await office.store.requests.list({ q: other.number, limit: 2 });
  expect(items.map(({ number }) => number)).toEqual([entry.number]);
  expect(await found("bergüzar", "yazdım")).toEqual(Array(2).fill(other.number));
  expect(await numbersOf("bergüzar")).toHaveLength(1);
  expect([...(await numbersOf("ayvayı"))].sort()).toEqual([ticket.number, other.number].sort());
});

test("changes of request entries become few rows, and are folded though nobody reads the counts and no ticket changes", async () => {
  const deltas = () => connection.collection("requestDeltas").countDocuments();
  const before = await deltas();
  const entry = (index: number): RequestEntry => ({
    id: office.store.newId(),
    number: requestNumber(2026, 1_000 + index),
    ticket: "MI-2026-000001",
    kind: "newApplication",
    state: "received",
    fields: {},
    history: [],
    createdAt: NOW,
    updatedAt: NOW,
    version: 1,
  });
  await office.store.transact(async (transaction) => {
    for (let index = 0; index < 120; index++) await transaction.insertRequest(entry(index));
  });
  expect((await deltas()) - before).toBe(2);
  for (let round = 0; round < 210; round++) {
    await office.store.transact(async (transaction) => {
      const one = await transaction.request(requestNumber(2026, 1_000 + (round % 120)));
      if (one) await transaction.updateRequest({ ...one, state: round < 120 ? "underReview" : "active" });
    });
  }
  // Each change makes two rows, and after a hundred changes what is there is folded.
  await eventually(deltas, (rows) => rows <= 200);
  const states = await office.store.reports.requestsBy("state");
  expect(states.find(({ value }) => value === "underReview")?.count).toBe(
    await connection.collection("requests").countDocuments({ state: "underReview" }),
  );
  // Whoever reads many rows folds them; a fold that the end of the test cut off would hold up an engine's other writers.
  await eventually(deltas, (rows) => rows <= 100);
});
