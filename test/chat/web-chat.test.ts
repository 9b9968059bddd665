import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { inOneWindow } from "../support/in-one-window.ts";
import { withChatHouse } from "./support/chat-house.ts";
import { type Seen, webTalk } from "./support/web-talk.ts";

const house = withChatHouse(() => ({ web: { secret: Buffer.alloc(32, 1) } }));

const { call, open, say } = webTalk(house);

test("a visitor is welcomed with questions, asks one, and gets the bot's answer", async () => {
  const { token, messages } = await open();
  expect(messages).toMatchObject([{ from: "bot", outcome: "smalltalk" }]);
  const [question] = messages[0]?.suggestions ?? [];
  const [mine, answer] = await say(token, question?.value ?? "");
  expect(mine).toMatchObject({ from: "user", text: question?.value });
  expect(answer).toMatchObject({ from: "bot", outcome: "answer" });
  expect(answer?.suggestions?.map(({ value }) => value)).toEqual(["Yararlı oldu", "Yararlı olmadı"]);
});

test("a visitor of the English page is welcomed in English", async () => {
  const { messages } = await open("en");
  expect(messages[0]?.text).toContain("Hello!");
});

test("a reload shows what was said, and a message sent again is answered once", async () => {
  const { token } = await open();
  const id = randomUUID();
  const first = await say(token, "Sertifika bedeli ne kadar?", id);
  expect(await say(token, "Sertifika bedeli ne kadar?", id)).toEqual(first);
  const { messages } = (await (await call("messages?after=0", token)).json()) as { messages: Seen[] };
  expect(messages.map(({ from }) => from)).toEqual(["bot", "user", "bot"]);
});

test("the office's answer comes into the page, once however often it is delivered", async () => {
  const { token } = await open();
  await say(token, "Mobil imza yurt dışında çalışır mı?");
  const opened = (await say(token, "destek talebi aç")).at(-1);
  const number = opened?.text.match(/MI-\d{4}-\d{6}/)?.[0] ?? "";
  const ticket = await house.office.store.tickets.byNumber(number);
  expect(ticket).toMatchObject({ channel: "web" });
  const agent = { id: "staff-1", name: "Zeynep Kaya" };
  await replyToRequester(house.office, {
    ticket: number,
    version: ticket?.version ?? 0,
    agent,
    text: "Hayır, çalışmaz.",
  });
  const [item] = await house.office.store.outbox.claim("test", ["chat.message"], 10, 60_000);
  if (!item) throw new Error("Nothing waits in the outbox.");
  expect(await house.door.deliver(item)).toEqual({ kind: "sent" });
  expect(await house.door.deliver(item)).toEqual({ kind: "sent" });
  const response = await call(`messages?after=${opened?.sequence}`, token);
  const { messages } = (await response.json()) as { messages: Seen[] };
  expect(messages).toHaveLength(1);
  expect(messages[0]?.text).toContain("Hayır, çalışmaz.");
});

test("the list of one's tickets is a card that a press brings up to date", async () => {
  const { token } = await open();
  await say(token, "Mobil imza yurt dışında çalışır mı?");
  await say(token, "destek talebi aç");
  const [, list] = await say(token, "talebim ne durumda");
  expect(list?.cards?.[0]?.actions).toMatchObject([{ type: "Action.Execute", verb: "tickets.refresh" }]);
  const fresh = await call("actions", token, { verb: "tickets.refresh" });
  expect(await fresh.json()).toMatchObject({
    type: "application/vnd.microsoft.card.adaptive",
    value: { type: "AdaptiveCard" },
  });
  expect(await (await call("actions", token, { verb: "tickets.deleteAll" })).json()).toMatchObject({ statusCode: 400 });
});

describe("a token opens its own conversation and nothing else", () => {
  test.each([
    ["none", undefined],
    ["no token at all", "abcdefghijklmnopqrstuvwxyz"],
    ["an invented one", `${"a".repeat(24)}.9999999999999.${"b".repeat(43)}`],
  ])("%s is refused", async (_name, token) => {
    expect((await call("messages?after=0", token)).status).toBe(401);
    expect((await call("messages", token, { id: randomUUID(), text: "x" })).status).toBe(401);
  });

  test("one with another conversation or a later end is refused", async () => {
    const [mine, other] = [await open(), await open()];
    const [conversation, expires, signature] = mine.token.split(".");
    const [foreign] = other.token.split(".");
    for (const forged of [
      `${foreign}.${expires}.${signature}`,
      `${conversation}.${Number(expires) + 1}.${signature}`,
    ]) {
      expect((await call("messages?after=0", forged)).status).toBe(401);
    }
  });
});

test.each([
  ["no text", { id: randomUUID() }],
  ["an id that is none", { id: "1", text: "x" }],
  ["a text beyond the limit", { id: randomUUID(), text: "x".repeat(4_001) }],
])("%s is 400 with the field's name", async (_name, body) => {
  const { token } = await open();
  const response = await call("messages", token, body);
  expect(response.status).toBe(400);
  expect(((await response.json()) as { details: { fields: string[] } }).details.fields).toHaveLength(1);
});

test("more than thirty messages a minute are too many", () =>
  inOneWindow(async () => {
    const { token } = await open();
    const statuses = await Promise.all(
      Array.from(
        { length: 35 },
        async () => (await call("messages", token, { id: randomUUID(), text: "merhaba" })).status,
      ),
    );
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(30);
  }));

describe("the page", () => {
  const get = (path: string) => fetch(house.url + path);

  test("allows no inline script and no foreign source", async () => {
    const response = await get("/");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/\son\w+=|\sstyle=/);
    expect(html).toContain('<html lang="tr">');
  });

  test("is there for a monitor that asks by HEAD, without its body", async () => {
    const response = await fetch(`${house.url}/`, { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  test("weighs under 120 KB gzipped, cards included", async () => {
    const html = await (await get("/")).text();
    const paths = [...html.matchAll(/(?:src|href|data-cards)="(\/webchat\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(paths).toHaveLength(3);
    const files = await Promise.all(paths.map(async (path) => Buffer.from(await (await get(path)).arrayBuffer())));
    const sizes = [Buffer.from(html), ...files].map((file) => gzipSync(file).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(120_000);
  });

  test("is not sent again when it has not changed", async () => {
    const tag = (await get("/webchat/chat.js")).headers.get("etag") ?? "";
    const again = await fetch(`${house.url}/webchat/chat.js`, { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
  });
});
