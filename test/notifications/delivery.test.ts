import { setTimeout as sleep } from "node:timers/promises";
import type { DeliveryResult, OutboxItem } from "../../src/core/outbox.ts";
import { createLog } from "../../src/log.ts";
import { createDelivery } from "../../src/notifications/deliver.ts";
import { createChatDelivery } from "../../src/notifications/deliver-to-chat.ts";
import { type NewTicket, openTicket } from "../../src/tickets/open-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { eventually } from "../support/eventually.ts";
import { withOffice } from "../support/office.ts";

const office = withOffice(() => new Date());
const log = createLog("silent");
const AGENT = { id: "agent-1", name: "Zeynep Işık" };

const ticket = (overrides: Partial<NewTicket> = {}): NewTicket => ({
  subject: "Mobil imza",
  category: "general",
  priority: "normal",
  channel: "mail",
  requester: { email: "ayse@example.org" },
  actor: { kind: "requester" },
  message: { channel: "mail", from: { kind: "requester" }, text: "Merhaba" },
  acknowledge: (number) => `Numaranız ${number}`,
  ...overrides,
});

const until = (holds: () => boolean) => eventually(holds, Boolean);

test("what a ticket calls for leaves at once, and once, however many processes deliver", async () => {
  const sent: string[] = [];
  const deliver = async ({ effect }: OutboxItem): Promise<DeliveryResult> => {
    sent.push(effect.key);
    return { kind: "sent" };
  };
  const processes = ["a", "b", "c"].map((worker) =>
    createDelivery({ outbox: office.store.outbox, deliverers: { "mail.message": deliver }, worker, log, everyMs: 50 }),
  );
  for (const process of processes) process.start();
  await Promise.all(Array.from({ length: 12 }, () => openTicket(office, ticket())));
  await until(() => sent.length >= 12);
  await sleep(200);
  for (const process of processes) await process.stop();
  expect(sent).toHaveLength(12);
  expect(new Set(sent).size).toBe(12);
});

test("a delivery that throws is kept and tried again later, and does not hold up the others", async () => {
  const tried: string[] = [];
  const delivery = createDelivery({
    outbox: office.store.outbox,
    deliverers: {
      "mail.message": async ({ effect }) => {
        tried.push(effect.key);
        if (tried.length === 1) throw new Error("connection reset");
        return { kind: "sent" };
      },
    },
    worker: "a",
    log,
    everyMs: 50,
  });
  await openTicket(office, ticket());
  await openTicket(office, ticket());
  delivery.start();
  await until(() => tried.length >= 2);
  await delivery.stop();
  expect((await office.store.outbox.counts()).waiting).toBeGreaterThanOrEqual(1);
});

test("a try that a stop cut off counts for none, be it the last, and what it was for is due at once", async () => {
  await openTicket(office, ticket());
  const [item] = await office.store.outbox.claim("a", ["mail.message"], 1, 60_000);
  const last = { ...item!, attempts: 16 };
  await office.store.outbox.settle(last, { kind: "interrupted", reason: "Kapanıyor." });
  const [again] = await office.store.outbox
    .claim("b", ["mail.message"], 50, 60_000)
    .then((items) => items.filter(({ id }) => id === last.id));
  expect(again).toMatchObject({ state: "waiting", attempts: item!.attempts });
});

async function answerInChat(email?: string): Promise<{ item: OutboxItem; message: string }> {
  const requester = { conversationId: "gone", ...(email && { email }) };
  const opened = await openTicket(office, ticket({ channel: "teams", requester }));
  const { message } = await replyToRequester(office, {
    ticket: opened.ticket.number,
    version: 1,
    agent: AGENT,
    text: "4 TL.",
  });
  const items = await office.store.outbox.claim("t", ["chat.message"], 50, 60_000);
  const item = items.find(({ effect }) => "message" in effect && effect.message === message.id);
  return { item: item!, message: message.id };
}

const delivered = async (message: string) => (await office.store.messages.byId(message))?.delivery;

test("an answer to a conversation that is gone goes by mail instead", async () => {
  const { item } = await answerInChat("ayse@example.org");
  const mailed: OutboxItem[] = [];
  const toChat = createChatDelivery(office, {
    chat: async () => ({ kind: "failed", reason: "The bot was removed." }),
    mail: async (by) => {
      mailed.push(by);
      return { kind: "sent" };
    },
  });
  expect(await toChat(item)).toEqual({ kind: "sent" });
  expect(mailed).toMatchObject([{ effect: { kind: "mail.message", key: item.effect.key } }]);
});

test("with no address to turn to, the message says that it did not arrive, and why", async () => {
  const { item, message } = await answerInChat();
  const toChat = createChatDelivery(office, {
    chat: async () => ({ kind: "failed", reason: "The bot was removed." }),
    mail: async () => ({ kind: "sent" }),
  });
  expect(await toChat(item)).toMatchObject({ kind: "failed" });
  expect(await delivered(message)).toMatchObject({ state: "failed", reason: "The bot was removed." });
});

test("an answer that reached the conversation is marked as sent", async () => {
  const { item, message } = await answerInChat();
  const toChat = createChatDelivery(office, {
    chat: async () => ({ kind: "sent" }),
    mail: async () => ({ kind: "sent" }),
  });
  await toChat(item);
  expect(await delivered(message)).toMatchObject({ state: "sent" });
});
