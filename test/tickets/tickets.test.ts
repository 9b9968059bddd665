import type { Message } from "../../src/core/message.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { addNote } from "../../src/tickets/add-note.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { type NewTicket, openTicket } from "../../src/tickets/open-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { withOffice } from "../support/office.ts";

const office = withOffice();
const AGENT = { id: "agent-1", name: "Zeynep Işık" };
const ACTOR = { kind: "staff", ...AGENT } as const;

function newTicket(overrides: Partial<NewTicket> = {}): NewTicket {
  return {
    subject: "Mobil imza ücreti",
    category: "fee",
    priority: "normal",
    channel: "mail",
    requester: { email: "ayse@example.org", name: "Ayşe Şimşek" },
    actor: { kind: "requester", name: "Ayşe Şimşek" },
    message: { channel: "mail", from: { kind: "requester", email: "ayse@example.org" }, text: "Ücret ne kadar?" },
    ...overrides,
  };
}
const types = async (number: string) => (await office.store.events.ofTicket(number)).map((event) => event.type);
const directions = (messages: readonly Message[]) => messages.map((message) => message.direction);

test("a ticket opens with its message, its event and one acknowledgement in the outbox", async () => {
  const { ticket, acknowledgement } = await openTicket(office, newTicket({ acknowledge: (n) => `Numaranız ${n}` }));

  expect(ticket).toMatchObject({ status: "new", participants: ["ayse@example.org"], version: 1 });
  expect(ticket.number).toMatch(/^MI-2026-\d{6}$/);
  expect(directions(await office.store.messages.ofTicket(ticket.number))).toEqual(["in", "out"]);
  expect(await types(ticket.number)).toEqual(["ticket.opened"]);
  const items = await office.store.outbox.claim("t", ["mail.message"], 10, 60_000);
  expect(items.map((item) => item.effect)).toMatchObject([{ kind: "mail.message", message: acknowledgement!.id }]);
});

test("fifty tickets opened at once have fifty numbers", async () => {
  const opened = await Promise.all(Array.from({ length: 50 }, () => openTicket(office, newTicket())));
  expect(new Set(opened.map(({ ticket }) => ticket.number)).size).toBe(50);
});

test("the same mail filed twice is one message: the second is refused and leaves nothing behind", async () => {
  const message = { ...newTicket().message, contentKey: "same" };
  const { ticket } = await openTicket(office, newTicket({ message }));
  const before = await office.store.tickets.list({ limit: 200 });
  await expect(openTicket(office, newTicket({ message }))).rejects.toMatchObject({ code: "conflict" });
  await expect(
    addMessage(office, { ticket: ticket.number, message, actor: { kind: "requester" }, reopens: true }),
  ).rejects.toMatchObject({ code: "conflict" });
  expect((await office.store.tickets.list({ limit: 200 })).items.length).toBe(before.items.length);
});

test("an answer waits for the requester, and what the requester writes next opens the ticket again", async () => {
  const { ticket } = await openTicket(office, newTicket());
  const replied = await replyToRequester(office, { ticket: ticket.number, version: 1, agent: AGENT, text: "4 TL." });
  expect(replied.ticket).toMatchObject({ status: "pending", version: 2, firstRespondedAt: expect.any(Date) });

  const added = await addMessage(office, {
    ticket: ticket.number,
    message: newTicket().message,
    actor: { kind: "requester" },
    reopens: true,
  });
  expect(added.ticket.status).toBe("open");
  expect(await types(ticket.number)).toEqual([
    "ticket.opened",
    "ticket.replied",
    "ticket.statusChanged",
    "ticket.messageReceived",
    "ticket.statusChanged",
  ]);
});

test("an automatic reply is kept and wakes nobody", async () => {
  const { ticket } = await openTicket(office, newTicket());
  await changeTicket(office, { ticket: ticket.number, version: 1, actor: ACTOR, changes: { status: "solved" } });
  const added = await addMessage(office, {
    ticket: ticket.number,
    message: newTicket().message,
    actor: { kind: "system" },
    reopens: false,
  });
  expect(added.ticket.status).toBe("solved");
});

test("the second of two people who save at once is told, and nothing of hers is half written", async () => {
  const { ticket } = await openTicket(office, newTicket());
  const saves = await Promise.allSettled([
    changeTicket(office, { ticket: ticket.number, version: 1, actor: ACTOR, changes: { priority: "high" } }),
    replyToRequester(office, { ticket: ticket.number, version: 1, agent: AGENT, text: "Merhaba" }),
  ]);
  const refused = saves.filter((save) => save.status === "rejected");
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ reason: { code: "stale" } });
  const messages = await office.store.messages.ofTicket(ticket.number);
  const replied = saves[1]!.status === "fulfilled";
  expect(messages).toHaveLength(replied ? 2 : 1);
});

test("a closed ticket does not move, and an assignee can be taken away", async () => {
  const { ticket } = await openTicket(office, newTicket());
  const change = (version: number, changes: Parameters<typeof changeTicket>[1]["changes"]) =>
    changeTicket(office, { ticket: ticket.number, version, actor: ACTOR, changes });
  expect(await change(1, { assignee: AGENT.id })).toMatchObject({ assignee: AGENT.id });
  await change(2, { assignee: null, status: "closed" });
  expect(await office.store.tickets.byNumber(ticket.number)).not.toHaveProperty("assignee");
  await expect(change(3, { status: "open" })).rejects.toMatchObject({ code: "moveNotAllowed" });
});

test("a note is for staff alone: nothing leaves", async () => {
  const { ticket } = await openTicket(office, newTicket());
  await addNote(office, { ticket: ticket.number, agent: AGENT, text: "Kamu SM arandı." });
  expect(await types(ticket.number)).toEqual(["ticket.opened", "ticket.noteAdded"]);
  const effects = await office.store.outbox.claim("t2", ["mail.message", "chat.message"], 200, 60_000);
  expect(effects.filter((item) => item.effect.ticket === ticket.number)).toEqual([]);
});

test.each(["isik", "IŞIK", "ışığın", "guvenlık soru", "MI-2026", "mi 2026 1"])("search finds by %s", async (q) => {
  await openTicket(office, newTicket({ subject: "Güvenlik sorusu: Işık" }));
  const found = await office.store.tickets.list({ limit: 10, q });
  expect(found.items.length).toBeGreaterThan(0);
});

test("a list goes on where it stopped, each ticket once", async () => {
  const numbers: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await office.store.tickets.list({ limit: 7, ...(cursor && { cursor }) });
    numbers.push(...page.items.map((ticket) => ticket.number));
    cursor = page.nextCursor;
  } while (cursor);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.length).toBeGreaterThan(50);
  await expect(office.store.tickets.list({ limit: 7, cursor: "zzz" })).rejects.toMatchObject({ code: "badRequest" });
});
