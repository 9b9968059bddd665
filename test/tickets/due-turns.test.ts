import { USUAL_SERVICE_LEVELS } from "../../src/core/service-levels.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { changeTicket, type TicketChanges } from "../../src/tickets/change-ticket.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { splitTicket } from "../../src/tickets/split-ticket.ts";
import { tellDue } from "../../src/tickets/tell-due.ts";
import { undoReply } from "../../src/tickets/undo-reply.ts";
import { withOffice } from "../support/office.ts";

/** An instant by the clock on the office's wall. */
const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+03:00`);
const wall = { now: at("2026-11-23 10:00") };
const office = withOffice(() => wall.now);
const agent = { id: "1", name: "Ayşe" };
const actor = { kind: "staff", ...agent } as const;
const from = { kind: "requester", email: "ali@valilik.example" } as const;

async function opened(priority: "normal" | "urgent" = "normal") {
  wall.now = at("2026-11-23 10:00");
  const { ticket } = await openTicket(office, {
    subject: "Form",
    category: "documents",
    priority,
    channel: "mail",
    requester: { email: from.email },
    message: { channel: "mail", from, text: "Form gelmedi." },
    actor: { kind: "requester" },
  });
  return ticket.number;
}
const ticket = async (number: string) => (await office.store.tickets.byNumber(number))!;
const change = async (number: string, when: string, changes: TicketChanges) => {
  wall.now = at(when);
  await changeTicket(office, { ticket: number, version: (await ticket(number)).version, actor, changes });
};
const look = async (when: string) => {
  wall.now = at(when);
  return tellDue(office);
};
const told = async (number: string) =>
  (await office.store.events.ofTicket(number)).flatMap((event) =>
    event.type === "ticket.dueSoon" || event.type === "ticket.overdue"
      ? [`${event.type === "ticket.overdue" ? "late" : "soon"} ${event.what}`]
      : [],
  );

test("the time a ticket was solved is not the office's: opened again it has what was left to it", async () => {
  const number = await opened();
  await change(number, "2026-11-23 11:00", { status: "solved" });
  wall.now = at("2026-12-07 11:00");
  await addMessage(office, {
    ticket: number,
    message: { channel: "mail", from, text: "Yine olmadı." },
    actor,
    reopens: true,
  });
  // Ten working days were nobody's.
  expect(await ticket(number)).toMatchObject({ status: "open", resolutionDueAt: at("2026-12-14 10:00") });
  await look("2026-12-07 11:01");
  expect(await told(number)).not.toContain("late resolution");
});

test("a ticket closed after it was solved, and one that waited before, keep their due dates", async () => {
  const number = await opened();
  await change(number, "2026-11-23 11:00", { status: "pending" });
  await change(number, "2026-11-24 11:00", { status: "solved" });
  await change(number, "2026-11-26 11:00", { status: "closed" });
  expect((await ticket(number)).resolutionDueAt).toEqual(at("2026-12-01 10:00"));
});

test("under a priority with later targets a target is near, and late, anew", async () => {
  const number = await opened("urgent");
  await look("2026-11-24 10:01");
  expect(await told(number)).toEqual(["late firstResponse", "late resolution"]);
  await change(number, "2026-11-24 10:02", { priority: "normal" });
  await look("2026-11-24 10:03");
  expect((await told(number)).slice(2)).toEqual([]);
  await look("2026-11-27 11:00");
  await look("2026-11-30 10:00");
  expect((await told(number)).slice(2)).toEqual(["soon resolution", "late resolution"]);
});

test("an answer that was taken back is no first answer", async () => {
  const number = await opened("urgent");
  wall.now = at("2026-11-23 10:10");
  const version = (await ticket(number)).version;
  const { message } = await replyToRequester(office, { ticket: number, version, agent, text: "Hata", undoMs: 60_000 });
  await undoReply(office, { message: message.id, agent });
  expect((await ticket(number)).firstRespondedAt).toBeUndefined();
  await look("2026-11-23 11:01");
  expect(await told(number)).toEqual(["late firstResponse"]);
});

test("what is split off together with its answer was answered", async () => {
  const number = await opened("urgent");
  wall.now = at("2026-11-23 10:05");
  const { message: second } = await addMessage(office, {
    ticket: number,
    message: { channel: "mail", from, text: "Bir de fatura." },
    actor,
    reopens: true,
  });
  wall.now = at("2026-11-23 10:10");
  const version = (await ticket(number)).version;
  const { message: answer } = await replyToRequester(office, { ticket: number, version, agent, text: "Hangi ilçe?" });
  const messages = [second.id, answer.id];
  const split = { ticket: number, version: version + 1, messages, subject: "Fatura", actor };
  const made = await splitTicket(office, split);
  await look("2026-11-23 12:00");
  expect(await told(made.number)).toEqual([]);
});

test("a target that never warns is told of only once it has passed, one whose whole time is near at once", async () => {
  const number = await opened();
  const write = async (warningShare: number) => {
    const { version } = (await office.store.settings.versioned()).serviceLevels;
    const levels = { ...USUAL_SERVICE_LEVELS, warningShare };
    await office.store.transact((transaction) => transaction.writeSetting("serviceLevels", levels, version));
    await office.store.settings.versioned();
  };
  await write(0);
  await look("2026-11-24 09:59");
  expect(await told(number)).toEqual([]);
  await write(1);
  await look("2026-11-24 09:59");
  expect(await told(number)).toEqual(["soon firstResponse", "soon resolution"]);
  await write(USUAL_SERVICE_LEVELS.warningShare);
});
