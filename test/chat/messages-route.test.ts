import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import type { Activity } from "botbuilder";
import { withChannel } from "./support/channel.ts";
import { message, post, said, withChatHouse } from "./support/chat-house.ts";
import { personal } from "./support/talks.ts";

const house = withChatHouse();
const FEE = "Turkcell faturalı hatta aylık ücret ne kadar?";
const channel = withChannel();

/** A message whose answer goes to the channel, in a conversation of its own unless told otherwise. */
const toChannel = (text: string, more: Partial<Activity> = {}) =>
  message(text, {
    serviceUrl: channel.serviceUrl,
    conversation: personal(),
    ...more,
  });

test("a question is answered in the channel, in plain text with its source, outcome and entries", async () => {
  const response = await post(house.url, toChannel(FEE));
  expect(response.status).toBe(200);
  expect(channel.received).toHaveLength(1);
  const { text, outcome, entries } = said(channel.received[0]);
  expect(text).toContain("4 TL");
  expect(text).toContain("Kaynak: Mobil İmza Bilgi Notu (Taşra)");
  expect(outcome).toBe("answer");
  expect(entries).toEqual(["monthly-fee"]);
  expect(channel.received[0]?.channelData).toMatchObject({ confidence: expect.closeTo(1, 0) });
});

describe("what is not an activity is refused with a sentence", () => {
  test.each([
    ["no JSON", "{", 400, "could not be read"],
    ["an empty object", {}, 400, "type, channelId, serviceUrl, conversation, from, recipient"],
    ["no serviceUrl", { ...message("x"), serviceUrl: undefined }, 400, "serviceUrl"],
    ["a serviceUrl that is no web address", { ...message("x"), serviceUrl: "file:///etc/passwd" }, 400, "serviceUrl"],
    ["attachments that are no list", { ...message("x"), attachments: "x" }, 400, "attachments"],
    ["a text that is no text", { ...message("x"), text: { a: 1 } }, 400, "text"],
    ["no conversation id", { ...message("x"), conversation: {} }, 400, "conversation.id"],
    ["the browser chat's channel", { ...message("x"), channelId: "web" }, 400, "web"],
    ["a foreign serviceUrl", { ...message("x"), serviceUrl: "https://evil.example/" }, 403, "allow-list"],
  ])("%s", async (_name, body, status, sentence) => {
    const response = await post(house.url, body);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { message: string }).message).toContain(sentence);
  });

  test("a body beyond the limit", async () => {
    const response = await post(house.url, message("x".repeat(1_100_000)));
    expect(response.status).toBe(413);
  });

  test("a request that a page or a proxy speaks for", async () => {
    const response = await post(house.url, message("x"), { origin: "https://evil.example" });
    expect(response.status).toBe(403);
  });
});

test("a web socket upgrade is not taken, and harms nobody", async () => {
  const { port, hostname } = new URL(house.url);
  const socket = connect(Number(port), hostname);
  const answer = new Promise<string>((resolve) => {
    socket.once("data", (data) => resolve(data.toString()));
    socket.once("close", () => resolve("closed"));
  });
  socket.write(
    `GET /api/messages HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  );
  expect(await answer).toMatch(/^HTTP\/1.1 400 /);
  socket.destroy();
  expect((await post(house.url, toChannel(FEE))).status).toBe(200);
});

test("a channel that never answers does not hold the turn, nor the next one", async () => {
  channel.answer = "hang";
  const { url } = await house.another({ sendLimitMs: 2_000 });
  const conversation = { id: randomUUID(), isGroup: false, conversationType: "personal", name: "" };
  await post(url, toChannel(FEE, { conversation }));
  channel.answer = { status: 200 };
  await post(url, toChannel("merhaba", { conversation }));
  expect(said(channel.received.at(-1)).outcome).toBe("smalltalk");
});

test("citations reach Teams whole", async () => {
  await post(house.url, toChannel(FEE, { channelId: "msteams" }));
  const [activity] = channel.received;
  expect(activity?.text).toMatch(/\[1\]$/);
  expect(activity?.entities).toMatchObject([
    {
      type: "https://schema.org/Message",
      "@type": "Message",
      citation: [{ "@type": "Claim", position: 1, appearance: { name: "Mobil İmza Bilgi Notu (Taşra)" } }],
    },
  ]);
  expect(activity?.channelData).toMatchObject({ feedbackLoop: { type: "default" } });
  expect(activity?.attachments?.[0]?.contentType).toBe("application/vnd.microsoft.card.adaptive");
});

test("messages sent at once are answered one after the other, and none is forgotten", async () => {
  const conversation = { id: randomUUID(), isGroup: false, conversationType: "personal", name: "" };
  const questions = [
    FEE,
    "Sertifika bedeli ne kadar?",
    "Çağrı merkezinin telefonu nedir?",
    "Sertifika kaç yıl geçerli?",
  ];
  await Promise.all(questions.map((question) => post(house.url, toChannel(question, { conversation }))));
  await post(house.url, toChannel("destek talebi aç", { conversation }));
  const [ticket] = (await house.office.store.tickets.list({ limit: 10, conversationId: `emulator|${conversation.id}` }))
    .items;
  const [first] = await house.office.store.messages.ofTicket(ticket?.number ?? "");
  for (const question of questions) expect(first?.text).toContain(`Soru: ${question}`);
});

describe("a message delivered twice is answered once", () => {
  test("in the channel nothing comes the second time", async () => {
    const again = toChannel(FEE);
    await Promise.all([post(house.url, again), post(house.url, again)]);
    await post(house.url, again);
    expect(channel.received).toHaveLength(1);
  });

  test("in the response the same comes again", async () => {
    const again = toChannel(FEE, { deliveryMode: "expectReplies" });
    const first = await (await post(house.url, again)).json();
    const second = await (await post(house.url, again)).json();
    expect(second).toEqual(first);
    expect((first as { activities: unknown[] }).activities).toHaveLength(1);
  });

  test("and so it is when two processes get it at the same time", async () => {
    const other = await house.another();
    const again = toChannel(FEE);
    await Promise.all([post(house.url, again), post(other.url, again), post(house.url, again), post(other.url, again)]);
    expect(channel.received).toHaveLength(1);
  });

  test("a ticket is opened once", async () => {
    const conversation = { id: randomUUID(), isGroup: false, conversationType: "personal", name: "" };
    const other = await house.another();
    await post(house.url, toChannel("Vodafone'da aylık ücret nedir?", { conversation }));
    const open = toChannel("destek talebi aç", { conversation });
    await Promise.all([post(house.url, open), post(other.url, open)]);
    const { items } = await house.office.store.tickets.list({
      limit: 10,
      conversationId: `emulator|${conversation.id}`,
    });
    expect(items).toHaveLength(1);
  });
});

test("a dialog that cannot go on is left with an apology, and the next message is answered", async () => {
  const conversation = { id: randomUUID(), isGroup: false, conversationType: "personal", name: "" };
  const state = { memory: { exchanges: [] }, dialogs: { dialogStack: [{ id: "gone", state: {} }] }, answered: [] };
  await house.office.store.chatStates.write(`emulator|${conversation.id}`, state, 0);
  await post(house.url, toChannel(FEE, { conversation }));
  expect(said(channel.received[0]).text).toContain("arıza nedeniyle");
  expect(said(channel.received[0]).text).toContain("(312) 397 84 13");
  await post(house.url, toChannel(FEE, { conversation }));
  expect(said(channel.received[1]).outcome).toBe("answer");
});

test("two processes in one conversation lose nothing of it", async () => {
  const conversation = { id: randomUUID(), isGroup: false, conversationType: "personal", name: "" };
  const other = await house.another();
  const questions = [
    FEE,
    "Sertifika bedeli ne kadar?",
    "Çağrı merkezinin telefonu nedir?",
    "Sertifika kaç yıl geçerli?",
  ];
  await Promise.all(
    questions.map((question, index) => post(index % 2 ? other.url : house.url, toChannel(question, { conversation }))),
  );
  expect(channel.received).toHaveLength(4);
  await post(other.url, toChannel("destek talebi aç", { conversation }));
  const [ticket] = (await house.office.store.tickets.list({ limit: 10, conversationId: `emulator|${conversation.id}` }))
    .items;
  const [first] = await house.office.store.messages.ofTicket(ticket?.number ?? "");
  for (const question of questions) expect(first?.text).toContain(`Soru: ${question}`);
});

test("what was asked is kept, without personal numbers", async () => {
  await post(house.url, toChannel("10000000146 kimlik numaram, 0532 123 45 67 telefonum, ücret ne kadar?"));
  const { items } = await house.office.store.questions.list({ limit: 1 });
  expect(items[0]?.text).toMatch(/•{3}/);
  expect(items[0]?.text).not.toMatch(/10000000146|123 45 67/);
  expect(items[0]?.why.length).toBeGreaterThan(0);
});
