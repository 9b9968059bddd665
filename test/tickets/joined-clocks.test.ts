import type { Ticket, TicketPriority } from "../../src/core/ticket.ts";
import { mergeTickets } from "../../src/tickets/merge-tickets.ts";
import { splitTicket } from "../../src/tickets/split-ticket.ts";
import { ACTOR, at, withDueOffice } from "./due-office.ts";

const { office, opened, ticket, writes, answers, changes, look, told, setClock } = withDueOffice();

const merge = async (from: Ticket, into: Ticket, when: string) => {
  setClock(when);
  const { version } = await ticket(from.number);
  return mergeTickets(office, { ticket: from.number, version, into: into.number, actor: ACTOR });
};
const twoFrom = async (first: TicketPriority = "normal", second: TicketPriority = "normal") =>
  [await opened(first, "2026-11-23 10:00"), await opened(second, "2026-11-24 11:00")] as const;

test("whichever ticket is kept, the sooner promise holds, also under another priority", async () => {
  const wanted = { firstResponseDueAt: at("2026-11-24 10:00"), resolutionDueAt: at("2026-11-30 10:00") };
  const [older, newer] = await twoFrom();
  expect(await merge(newer, older, "2026-11-24 12:00")).toMatchObject(wanted);
  const [first, second] = await twoFrom();
  const kept = await merge(first, second, "2026-11-24 12:00");
  expect(kept).toMatchObject({ number: second.number, createdAt: at("2026-11-24 11:00"), ...wanted });
  const low = await changes(kept.number, "2026-11-24 12:01", { priority: "low" });
  expect(low.resolutionDueAt).toEqual(at("2026-12-07 10:00"));
});

test("an answer in either was the first one, and what was told of a target is not told again", async () => {
  const [older, newer] = await twoFrom("urgent", "urgent");
  await answers(older.number, "2026-11-23 10:30", { status: "open" });
  await look("2026-11-24 12:01");
  expect(await told(newer.number)).toEqual(["late firstResponse"]);
  const kept = await merge(older, newer, "2026-11-24 12:30");
  expect(kept.firstRespondedAt).toEqual(at("2026-11-23 10:30"));
  await look("2026-11-24 12:40");
  // Of the older one, whose date holds, it had been told already that its solution is late.
  expect(await told(older.number)).toEqual(["late resolution"]);
  expect(await told(newer.number)).toEqual(["late firstResponse"]);
});

test("what was waited for the requester stays waited, and a waiting ticket opens for what came", async () => {
  const [waiting, fresh] = await twoFrom();
  await answers(waiting.number, "2026-11-23 11:00");
  const kept = await merge(fresh, waiting, "2026-11-25 11:00");
  expect(kept).toMatchObject({ status: "open", resolutionDueAt: at("2026-12-01 11:00") });
  expect(kept).not.toHaveProperty("pausedAt");
  expect((await office.store.events.ofTicket(kept.number)).at(-1)).toMatchObject({
    type: "ticket.statusChanged",
    from: "pending",
    to: "open",
  });
});

test("two that both wait go on waiting, each with what it waited so far", async () => {
  const [one, two] = await twoFrom();
  await answers(one.number, "2026-11-24 11:30");
  await answers(two.number, "2026-11-24 12:00");
  const kept = await merge(two, one, "2026-11-25 12:00");
  expect(kept).toMatchObject({ status: "pending", pausedAt: at("2026-11-25 12:00") });
  await writes(one.number, "Çankaya.", "2026-11-26 12:00");
  // A day and a half hour, and another day.
  expect((await ticket(one.number)).resolutionDueAt).toEqual(at("2026-12-02 10:30"));
});

test("a finished ticket promises nothing to the one it is put into", async () => {
  const [done, fresh] = await twoFrom("urgent");
  await changes(done.number, "2026-11-23 11:00", { status: "solved" });
  const kept = await merge(done, fresh, "2026-11-24 12:00");
  expect(kept).toMatchObject({ status: "new", priority: "normal", resolutionDueAt: at("2026-12-01 11:00") });
  expect(kept).not.toHaveProperty("firstRespondedAt");
});

test("the higher priority holds, and is not promised anew", async () => {
  const [older, urgent] = await twoFrom("normal", "urgent");
  const kept = await merge(urgent, older, "2026-11-24 11:10");
  expect(kept).toMatchObject({ priority: "urgent", resolutionDueAt: at("2026-11-25 11:00") });
  const changed = (await office.store.events.ofTicket(older.number)).at(-1);
  expect(changed).toMatchObject({ changes: [{ field: "links" }, { field: "priority", from: "normal", to: "urgent" }] });
});

test("nothing under way is put into a closed ticket, where nobody would see it", async () => {
  const [closed, fresh] = await twoFrom();
  await changes(closed.number, "2026-11-23 11:00", { status: "closed" });
  await expect(merge(fresh, closed, "2026-11-24 12:00")).rejects.toMatchObject({ code: "moveNotAllowed" });
  expect((await ticket(fresh.number)).status).toBe("new");
});

/** A thread of two matters: what was asked at first, and an invoice besides. */
const splitOff = async (number: string, messages: readonly string[], when: string) => {
  setClock(when);
  const { version } = await ticket(number);
  return splitTicket(office, { ticket: number, version, messages, subject: "Fatura", actor: ACTOR });
};

test("what is split off waits where it has the question, and what is left waits no more and is unanswered", async () => {
  const { number } = await opened();
  const invoice = await writes(number, "Bir de fatura.", "2026-11-23 10:30");
  const { message: question } = await answers(number, "2026-11-23 11:00");
  const made = await splitOff(number, [invoice.id, question.id], "2026-11-23 14:00");
  expect(made).toMatchObject({
    status: "pending",
    pausedAt: at("2026-11-23 11:00"),
    firstRespondedAt: at("2026-11-23 11:00"),
    resolutionDueAt: at("2026-11-30 10:30"),
  });
  const left = await ticket(number);
  expect(left).toMatchObject({ status: "open", resolutionDueAt: at("2026-11-30 13:00") });
  expect(left).not.toHaveProperty("firstRespondedAt");
  expect(left).not.toHaveProperty("pausedAt");
  const woken = await writes(made.number, "Ekte.", "2026-11-24 11:00");
  expect(woken.ticket).toBe(made.number);
  expect((await ticket(made.number)).resolutionDueAt).toEqual(at("2026-12-01 10:30"));
});

test("what is split off without the question is open, reckoned from its first message; the rest goes on waiting", async () => {
  const { number } = await opened();
  const invoice = await writes(number, "Bir de fatura.", "2026-11-23 10:30");
  await answers(number, "2026-11-23 11:00");
  const made = await splitOff(number, [invoice.id], "2026-11-25 11:00");
  expect(made).toMatchObject({ status: "open", firstResponseDueAt: at("2026-11-24 10:30") });
  expect(made).not.toHaveProperty("firstRespondedAt");
  expect(await ticket(number)).toMatchObject({ status: "pending", firstRespondedAt: at("2026-11-23 11:00") });
  await look("2026-11-25 11:01");
  expect(await told(made.number)).toEqual(["late firstResponse"]);
  expect(await told(number)).toEqual([]);
});
