import { dueState, nextDue, USUAL_SERVICE_LEVELS } from "../../src/core/service-levels.ts";
import type { Ticket } from "../../src/core/ticket.ts";
import { changeTicket, type TicketChanges } from "../../src/tickets/change-ticket.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { tellDue } from "../../src/tickets/tell-due.ts";
import { withOffice } from "../support/office.ts";

/** An instant by the clock on the office's wall. */
const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+03:00`);
const wall = { now: at("2026-11-23 10:00") };
const office = withOffice(() => wall.now);
const stateAt = (ticket: Ticket, now: Date) => dueState(USUAL_SERVICE_LEVELS, ticket.priority, nextDue(ticket)!, now);
const actor = { kind: "staff", id: "1", name: "Ayşe" } as const;

async function opened(priority: "normal" | "urgent" = "normal") {
  wall.now = at("2026-11-23 10:00");
  const requester = { email: "ali@valilik.example" };
  const message = { channel: "mail", from: { kind: "requester", ...requester }, text: "Form gelmedi." } as const;
  const { ticket } = await openTicket(office, {
    subject: "Form",
    category: "documents",
    priority,
    channel: "mail",
    requester,
    message,
    actor: { kind: "requester" },
  });
  return ticket;
}

test("a ticket has its due dates when it is opened, in working time", async () => {
  const ticket = await opened();
  expect(ticket).toMatchObject({ firstResponseDueAt: at("2026-11-24 10:00"), resolutionDueAt: at("2026-11-30 10:00") });
  expect(nextDue(ticket)).toMatchObject({ what: "firstResponse", at: at("2026-11-24 10:00") });
  const states = ["2026-11-23 12:00", "2026-11-23 17:11", "2026-11-23 17:12", "2026-11-24 10:00"].map((now) =>
    stateAt(ticket, at(now)),
  );
  expect(states).toEqual(["inTime", "inTime", "soon", "late"]);
});

test("while the requester is awaited the solution's clock stands still", async () => {
  const ticket = await opened();
  wall.now = at("2026-11-23 11:00");
  const { ticket: waiting } = await replyToRequester(office, {
    ticket: ticket.number,
    version: 1,
    agent: { id: "1", name: "Ayşe" },
    text: "Hangi ilçe?",
  });
  expect(nextDue(waiting)).toBeUndefined();

  wall.now = at("2026-11-25 11:00");
  const again = await changeTicket(office, {
    ticket: ticket.number,
    version: waiting.version,
    actor,
    changes: { status: "open" },
  });

  expect(again.resolutionDueAt).toEqual(at("2026-12-02 10:00"));
  expect(again.pausedAt).toBeUndefined();
  expect((await office.store.tickets.byNumber(ticket.number))?.pausedAt).toBeUndefined();
  expect(nextDue(again)).toMatchObject({ what: "resolution" });
});

/** What was told of a ticket, in its order: "soon firstResponse". */
async function told(number: string) {
  const words = { "ticket.dueSoon": "soon", "ticket.overdue": "late" } as const;
  const events = await office.store.events.ofTicket(number);
  return events.flatMap((event) => ("what" in event ? [`${words[event.type]} ${event.what}`] : []));
}
const answer = async (number: string, status?: "open") => {
  const { version = 0 } = (await office.store.tickets.byNumber(number)) ?? {};
  const reply = { ticket: number, version, agent: { id: "1", name: "Ayşe" }, text: "Bakıyoruz." };
  return (await replyToRequester(office, { ...reply, ...(status && { status }) })).ticket;
};
/** Two processes look at the same moment, and once more after a restart. */
async function look(time: string) {
  wall.now = at(time);
  await Promise.all([tellDue(office), tellDue(office)]);
  await tellDue(office);
}

test("each target is told once when it is near and once when it has passed, however many look", async () => {
  const { number } = await opened("urgent");
  await look("2026-11-23 10:47");
  expect(await told(number)).toEqual([]);
  await look("2026-11-23 10:48");
  expect(await told(number)).toEqual(["soon firstResponse"]);
  await look("2026-11-23 11:01");
  await answer(number, "open");
  await look("2026-11-23 15:00");
  expect(await told(number)).toEqual(["soon firstResponse", "late firstResponse"]);
  await look("2026-11-24 09:00");
  await look("2026-11-24 10:01");
  expect(await told(number)).toEqual([
    "soon firstResponse",
    "late firstResponse",
    "soon resolution",
    "late resolution",
  ]);
  expect((await office.store.tickets.byNumber(number))?.priority).toBe("urgent");
});

test("a ticket that was never answered is told of its solution too; one that was missed altogether only that it is late", async () => {
  const { number } = await opened("urgent");
  await look("2026-11-24 10:01");
  expect(await told(number)).toEqual(["late firstResponse", "late resolution"]);
});

test("while the requester is awaited nothing is told, and a warning waits for the time that is left", async () => {
  const { number } = await opened("urgent");
  wall.now = at("2026-11-23 10:10");
  const waiting = await answer(number);
  await look("2026-11-26 12:00");
  expect(await told(number)).toEqual([]);
  await changeTicket(office, { ticket: number, version: waiting.version, actor, changes: { status: "open" } });
  await look("2026-11-26 17:00");
  expect(await told(number)).toEqual([]);
  await look("2026-11-27 10:10");
  expect(await told(number)).toEqual(["soon resolution"]);
});

test("where the office wants it, what has passed goes up by one priority, once a target, and keeps its due dates", async () => {
  const { number, resolutionDueAt } = await opened();
  const { version } = (await office.store.settings.versioned()).serviceLevels;
  const levels = { ...USUAL_SERVICE_LEVELS, raisesLate: true, warningShare: 0 };
  await office.store.transact((transaction) => transaction.writeSetting("serviceLevels", levels, version));
  await office.store.settings.versioned();
  await look("2026-11-24 09:59");
  expect(await told(number)).toEqual([]);
  await look("2026-11-24 10:00");
  expect(await office.store.tickets.byNumber(number)).toMatchObject({ priority: "high", resolutionDueAt });
  const events = await office.store.events.ofTicket(number);
  expect(events.at(-1)).toMatchObject({
    type: "ticket.changed",
    actor: { kind: "system" },
    changes: [{ field: "priority", from: "normal", to: "high" }],
  });
  const usual = { ...USUAL_SERVICE_LEVELS };
  await office.store.transact((transaction) => transaction.writeSetting("serviceLevels", usual, version + 1));
  await office.store.settings.versioned();
});

test("a raised priority brings the due dates nearer", async () => {
  const ticket = await opened();
  const urgent = await changeTicket(office, {
    ticket: ticket.number,
    version: 1,
    actor,
    changes: { priority: "urgent" },
  });
  expect(urgent).toMatchObject({ firstResponseDueAt: at("2026-11-23 11:00"), resolutionDueAt: at("2026-11-24 10:00") });
});

test("time that was waited stays added when the priority changes, also after the targets were changed", async () => {
  const ticket = await opened();
  const { ticket: waiting } = await replyToRequester(office, {
    ticket: ticket.number,
    version: 1,
    agent: { id: "1", name: "Ayşe" },
    text: "Hangi ilçe?",
  });
  wall.now = at("2026-11-24 12:00");
  const change = (version: number, changes: TicketChanges) =>
    changeTicket(office, { ticket: ticket.number, version, actor, changes });
  const again = await change(waiting.version, { status: "open" });
  expect(again.resolutionDueAt).toEqual(at("2026-12-01 12:00"));
  const { targets } = USUAL_SERVICE_LEVELS;
  const { version } = (await office.store.settings.versioned()).serviceLevels;
  const levels = { ...USUAL_SERVICE_LEVELS, targets: { ...targets, high: { firstResponse: 60, resolution: 540 } } };
  await office.store.transact((transaction) => transaction.writeSetting("serviceLevels", levels, version));
  await office.store.settings.versioned();

  const raised = await change(again.version, { priority: "high" });
  expect(raised).toMatchObject({ firstResponseDueAt: at("2026-11-23 11:00"), resolutionDueAt: at("2026-11-25 12:00") });
});
