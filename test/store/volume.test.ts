import mongoose, { type Connection } from "mongoose";
import { type Ticket, ticketNumber } from "../../src/core/ticket.ts";
import { connectOptions } from "../../src/store/engine.ts";
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
  return {
    id: office.store.newId(),
    number: ticketNumber(2026, sequence),
    subject: "Sertifika yenileme",
    status: "new",
    priority: "normal",
    category: "other",
    channel: "mail",
    requester: { name: "Mehmet Koç" },
    participants: [],
    tags: [],
    links: [],
    createdAt: NOW,
    updatedAt: new Date(NOW.getTime() + sequence),
    version: 1,
    ...change,
  };
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
  for (let tries = 0; tries < 50 && (await waiting()) > 100; tries++)
    await new Promise((later) => setTimeout(later, 100));
  expect(await waiting()).toBeLessThan(100);
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
