import { dueState, nextDue, USUAL_SERVICE_LEVELS } from "../../src/core/service-levels.ts";
import type { Ticket } from "../../src/core/ticket.ts";
import { changeTicket, type TicketChanges } from "../../src/tickets/change-ticket.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { tellOverdue } from "../../src/tickets/tell-overdue.ts";
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

test("what is overdue is told once for the first answer and once for the solution", async () => {
  const ticket = await opened("urgent");
  expect(await tellOverdue(office)).toBe(0);
  wall.now = at("2026-11-23 11:01");
  expect(await tellOverdue(office)).toBe(1);
  expect(await tellOverdue(office)).toBe(0);
  const { version = 0 } = (await office.store.tickets.byNumber(ticket.number)) ?? {};
  await replyToRequester(office, {
    ticket: ticket.number,
    version,
    agent: { id: "1", name: "Ayşe" },
    text: "Bakıyoruz.",
    status: "open",
  });
  wall.now = at("2026-11-24 10:01");
  await tellOverdue(office);
  await tellOverdue(office);
  const events = await office.store.events.ofTicket(ticket.number);
  expect(events.flatMap((event) => (event.type === "ticket.overdue" ? [event.what] : []))).toEqual([
    "firstResponse",
    "resolution",
  ]);
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
  const levels = { ...USUAL_SERVICE_LEVELS, targets: { ...targets, high: { firstResponse: 60, resolution: 540 } } };
  await office.store.transact((transaction) => transaction.writeSetting("serviceLevels", levels, 0));
  await office.store.settings.versioned();

  const raised = await change(again.version, { priority: "high" });
  expect(raised).toMatchObject({ firstResponseDueAt: at("2026-11-23 11:00"), resolutionDueAt: at("2026-11-25 12:00") });
});
