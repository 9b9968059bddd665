import { resolve } from "node:path";
import type { Message } from "../../src/core/message.ts";
import type { OutboxItem } from "../../src/core/outbox.ts";
import { deliverMessage, type MessageDeliveryOptions } from "../../src/mail/deliver-message.ts";
import { createMailer, type Mailer } from "../../src/mail/smtp-mailer.ts";
import { readMailWording } from "../../src/mail/wording.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { eventually } from "../support/eventually.ts";
import { NOW, withOffice } from "../support/office.ts";
import { type SmtpSink, startSmtpSink } from "./support/smtp-sink.ts";

const OWN = "e-imza@icisleri.gov.tr";
const office = withOffice();
let smtp: SmtpSink;
let mailer: Mailer;
let options: MessageDeliveryOptions;

beforeAll(async () => {
  smtp = await startSmtpSink();
  mailer = createMailer(smtp.url);
  options = {
    office: { ...office, ownAddresses: [OWN, "destek@icisleri.gov.tr"] },
    mailer,
    wording: readMailWording(resolve("knowledge")),
    from: OWN,
  };
});
afterAll(async () => {
  await mailer.close();
  await smtp.stop();
});
beforeEach(() => {
  smtp.mails.length = 0;
  smtp.tries = 0;
  smtp.refuseWith = undefined;
  smtp.isSilent = false;
});

interface Story {
  readonly email?: string;
  readonly name?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly acknowledgement?: string;
}

/** A ticket with its acknowledgement waiting to go out. */
async function anAcknowledgement(story: Story = {}): Promise<{ item: OutboxItem; message: Message; ticket: string }> {
  const {
    email = "ayse@ornek.example",
    name = "Ayşe Yılmaz",
    subject = "Ücret",
    text = "Ücret ne kadar?",
    acknowledgement = "Kaydedildi.",
  } = story;
  const opened = await openTicket(office, {
    subject,
    category: "fees",
    priority: "normal",
    channel: "mail",
    requester: { email, name },
    message: { channel: "mail", from: { kind: "requester", email, name }, text, messageId: "<1@ornek.example>" },
    actor: { kind: "requester", name },
    acknowledge: () => acknowledgement,
  });
  return {
    item: itemFor(opened.ticket.number, opened.acknowledgement!.id),
    message: opened.acknowledgement!,
    ticket: opened.ticket.number,
  };
}

function itemFor(ticket: string, message: string): OutboxItem {
  return {
    id: "1",
    effect: { kind: "mail.message", key: "k", ticket, message },
    state: "waiting",
    attempts: 1,
    nextAttemptAt: NOW,
    createdAt: NOW,
  };
}

const stateOf = async (message: Message) => (await office.store.messages.byId(message.id))?.delivery;

test("a sent mail is noted on its message, and not sent again", async () => {
  const { item, message } = await anAcknowledgement();
  expect(await deliverMessage(options, item)).toEqual({ kind: "sent" });
  expect(await stateOf(message)).toEqual({ state: "sent", at: NOW });
  expect(await deliverMessage(options, item)).toEqual({ kind: "sent" });
  expect(smtp.mails).toHaveLength(1);
  expect(smtp.mails[0]?.parsed.messageId).toBe(message.messageId);
});

test("a server in trouble: tried later, under the same Message-ID", async () => {
  const { item, message } = await anAcknowledgement();
  smtp.refuseWith = 451;
  expect(await deliverMessage(options, item)).toMatchObject({ kind: "retry" });
  expect(await stateOf(message)).toMatchObject({ state: "waiting", reason: expect.stringContaining("451") });
  smtp.refuseWith = undefined;
  expect(await deliverMessage(options, item)).toEqual({ kind: "sent" });
  expect(smtp.mails.map((mail) => mail.parsed.messageId)).toEqual([message.messageId]);
});

test("the last try is the last word: the message says that it failed", async () => {
  const { item, message } = await anAcknowledgement();
  smtp.refuseWith = 451;
  expect(await deliverMessage(options, { ...item, attempts: 16 })).toMatchObject({ kind: "failed" });
  expect(await stateOf(message)).toMatchObject({ state: "failed" });
});

test("a mail the server will never take has failed, and its message says so", async () => {
  const { item, message } = await anAcknowledgement();
  smtp.refuseWith = 554;
  expect(await deliverMessage(options, item)).toMatchObject({ kind: "failed" });
  expect(await stateOf(message)).toMatchObject({ state: "failed", reason: expect.stringContaining("554") });
  expect((await stateOf(message))?.reason).toContain("posta yöneticisine sorulmalı");
});

test("a server nobody listens on: tried later", async () => {
  const { item } = await anAcknowledgement();
  const nowhere = createMailer("smtp://127.0.0.1:1");
  expect(await deliverMessage({ ...options, mailer: nowhere }, item)).toMatchObject({
    kind: "retry",
    reason: expect.stringContaining("SMTP_URL ve ağ denetlenmeli"),
  });
  await nowhere.close();
});

test("stopping waits seconds, not a minute, for a server that is silent; what it did not take goes out later as the same mail", async () => {
  const waiting = await Promise.all(Array.from({ length: 5 }, () => anAcknowledgement()));
  const stopping = createMailer(smtp.url);
  smtp.isSilent = true;
  const sends = waiting.map(({ item }) => deliverMessage({ ...options, mailer: stopping }, item));
  await eventually(
    () => smtp.tries,
    (tries) => tries === 3,
  );
  const begun = Date.now();
  await stopping.close();
  const results = await Promise.all(sends);
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect(results).toEqual(Array(5).fill({ kind: "interrupted", reason: expect.stringContaining("kapanırken") }));
  for (const { message } of waiting) expect(await stateOf(message)).toMatchObject({ state: "waiting" });
  smtp.isSilent = false;
  for (const { item } of waiting) expect(await deliverMessage(options, item)).toEqual({ kind: "sent" });
  expect(smtp.mails.map((mail) => mail.parsed.messageId)).toEqual(waiting.map(({ message }) => message.messageId));
});

test("what a server is just taking is not cut off by a stop", async () => {
  const { item, message } = await anAcknowledgement();
  const stopping = createMailer(smtp.url);
  const sending = deliverMessage({ ...options, mailer: stopping }, item);
  await eventually(
    () => smtp.tries,
    (tries) => tries === 1,
  );
  await stopping.close();
  expect(await sending).toEqual({ kind: "sent" });
  expect(await stateOf(message)).toMatchObject({ state: "sent" });
});

test("without SMTP it is held, and its message says so", async () => {
  const { item, message } = await anAcknowledgement();
  expect(await deliverMessage({ ...options, mailer: undefined }, item)).toMatchObject({ kind: "held" });
  expect(await stateOf(message)).toMatchObject({ state: "notConfigured" });
});

test("our own addresses are never written to", async () => {
  const { item, message } = await anAcknowledgement({ email: "Destek@icisleri.gov.tr" });
  expect(await deliverMessage(options, item)).toMatchObject({ kind: "failed" });
  expect(await stateOf(message)).toMatchObject({ state: "failed" });
  expect(smtp.tries).toBe(0);
});

test("what was erased meanwhile is not sent", async () => {
  expect(await deliverMessage(options, itemFor("MI-2026-999999", "gone"))).toMatchObject({ kind: "failed" });
});

test("headers cannot be smuggled in through a subject or a name", async () => {
  const { item } = await anAcknowledgement({ subject: "Ücret\r\nBcc: gizli@kotu.example", name: "Ayşe\r\nX-Evil: 1" });
  await deliverMessage(options, item);
  const { raw, to } = smtp.mails[0]!;
  expect(to).toEqual(["ayse@ornek.example"]);
  expect(raw).not.toMatch(/^(Bcc|X-Evil):/m);
});

test("what people wrote is text in the HTML part, and addresses of pages are links", async () => {
  const { item } = await anAcknowledgement({
    text: "<script>alert(1)</script>",
    acknowledgement: "Bakınız: https://www.e-icisleri.gov.tr/x?a=1&b=2.\n\n<b>kalın</b>",
  });
  await deliverMessage(options, item);
  const html = smtp.mails[0]!.parsed.html as string;
  expect(html).toContain('<a href="https://www.e-icisleri.gov.tr/x?a=1&amp;b=2">');
  expect(html).toContain("&lt;b&gt;kalın");
  expect(html).not.toContain("<script");
});

test("a long original is quoted in short", async () => {
  const { item } = await anAcknowledgement({
    text: Array.from({ length: 200 }, (_, line) => `satır ${line}`).join("\n"),
  });
  await deliverMessage(options, item);
  const quoted = smtp.mails[0]!.parsed.text!.split("\n").filter((line) => line.startsWith(">"));
  expect(quoted).toHaveLength(16);
  expect(quoted.at(-1)).toBe("> …");
});

test("a person's answer is no machine's mail, and stands in the thread", async () => {
  const { item, message, ticket } = await anAcknowledgement();
  await deliverMessage(options, item);
  const reply = await replyToRequester(office, {
    ticket,
    version: 1,
    agent: { id: "1", name: "Zeynep" },
    text: "4 TL.",
  });
  await deliverMessage(options, itemFor(ticket, reply.message.id));
  const { parsed, raw } = smtp.mails[1]!;
  expect(parsed.subject).toBe(`[${ticket}] Ücret`);
  expect(parsed.inReplyTo).toBe("<1@ornek.example>");
  expect(parsed.references).toEqual(["<1@ornek.example>", message.messageId]);
  expect(raw).not.toMatch(/^(Auto-Submitted|X-Auto-Response-Suppress):/m);
});

test("a mail that came back before it was noted as sent is not sent again", async () => {
  const { item, message } = await anAcknowledgement();
  await office.store.messages.setDelivery(message.id, { state: "bounced", at: NOW, reason: "5.1.1" });
  expect(await deliverMessage(options, item)).toEqual({ kind: "sent" });
  expect(smtp.tries).toBe(0);
  expect((await office.store.messages.byId(message.id))?.delivery).toMatchObject({ state: "bounced" });
});
