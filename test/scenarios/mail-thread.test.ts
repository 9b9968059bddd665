import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Office } from "../../src/core/ports.ts";
import { sendDemoMail } from "../../src/mail/demo/send-demo-mail.ts";
import { createMailDoor, type MailDoor } from "../../src/mail/mail-door.ts";
import { createMessageIdSigner } from "../../src/mail/message-id.ts";
import { createDelivery } from "../../src/notifications/deliver.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { type SmtpSink, startSmtpSink } from "../mail/support/smtp-sink.ts";
import { eventually } from "../support/eventually.ts";
import { noKnowledge } from "../support/no-knowledge.ts";
import { withOffice } from "../support/office.ts";

const OWN = "e-imza@icisleri.gov.tr";
const knowledgeFolder = resolve("knowledge");
const messageIds = createMessageIdSigner({ key: randomBytes(32), domain: "icisleri.gov.tr" });
const base = withOffice(() => new Date());
const office = {
  get store() {
    return base.store;
  },
  clock: base.clock,
  ownAddresses: [OWN],
  newMessageId: messageIds.create,
} as Office;

let folder: string;
let smtp: SmtpSink;
let stop: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mail-thread-"));
  smtp = await startSmtpSink();
});
afterAll(async () => {
  await smtp.stop();
  await rm(folder, { recursive: true });
});
afterEach(() => stop());

/** The mail door on its demo mailbox, with the outbox being delivered, as the application runs it. */
async function start({ canSend = true } = {}): Promise<MailDoor> {
  const door = createMailDoor({
    office,
    understander: () => noKnowledge,
    categoryTitle: (id) => id,
    accounts: [],
    demoFolder: folder,
    knowledgeFolder,
    ...(canSend && { smtpUrl: smtp.url }),
    from: OWN,
    messageIds,
    worker: randomBytes(4).toString("hex"),
    log: quietLog,
  });
  const delivery = createDelivery({
    outbox: office.store.outbox,
    deliverers: { "mail.message": door.deliver },
    worker: "test",
    log: quietLog,
  });
  await door.start();
  delivery.start();
  stop = async () => {
    await door.stop();
    await delivery.stop();
    stop = async () => undefined;
  };
  return door;
}

const outcomes = () => office.store.mails.outcomeCounts();
const settled = (count: number) =>
  eventually(outcomes, (counts) => !counts.open && Object.values(counts).reduce((sum, one) => sum + one, 0) === count);

test("the example mails become seven tickets, answered but for the machine's", async () => {
  await start();
  expect(await settled(8)).toMatchObject({ ticket: 7, autoReply: 1 });
  await eventually(
    () => smtp.mails.length,
    (count) => count === 7,
  );
  const question = smtp.mails.find((mail) => mail.to[0] === "omer.ucar@rize.example")!;
  expect(question.parsed.subject).toMatch(/^\[MI-\d{4}-\d{6}\] Sertifika süresi$/);
  expect(question.parsed.headers.get("auto-submitted")).toBe("auto-replied");
  expect(question.raw).toContain("X-Auto-Response-Suppress: All");
  expect(messageIds.verify(question.parsed.messageId!)).toBeDefined();
  expect(question.parsed.inReplyTo).toMatch(/@rize\.example>$/);
  expect(question.parsed.from?.value[0]).toEqual({ name: "e-İmza Şefliği", address: OWN });
});

test("no personal number goes out in a quotation", () => {
  const list = smtp.mails.find((mail) => mail.to[0] === "nermin.aksoy@corum.example")!;
  expect(list.parsed.text).toContain("> Ayşe Yıldırım | 10•••••••46 | 45121 | 0532 ••• •• 01 | Turkcell");
  expect(list.raw).not.toMatch(/1000000\d{4}|532 ?000/);
});

test("a reply to the acknowledgement joins its ticket; staff's answer goes back into the same thread", async () => {
  await start();
  const subject = "Faturama 8 TL yansıdı";
  const acknowledgement = smtp.mails.find((mail) => mail.to[0] === "hakan.dogruoz@sivas.example")!.parsed;
  // A mailbox tells the time of receipt in whole seconds; people take longer than that to answer.
  await new Promise((done) => setTimeout(done, 1_100));
  await sendReply(acknowledgement.messageId!, `YNT: ${acknowledgement.subject}`);
  const counts = await eventually(outcomes, (found) => found.followUp === 1);
  expect(counts.ticket).toBe(7);
  const ticket = (await office.store.tickets.list({ limit: 50 })).items.find((one) => one.subject === subject)!;
  const thread = await office.store.messages.ofTicket(ticket.number);
  expect(thread.map((message) => message.direction)).toEqual(["in", "out", "in"]);
  expect(thread[1]?.delivery?.state).toBe("sent");

  await replyToRequester(office, {
    ticket: ticket.number,
    version: (await office.store.tickets.byNumber(ticket.number))!.version,
    agent: { id: "1", name: "Zeynep Kaya" },
    text: "Faturanız düzeltilmek üzere operatöre iletildi.",
  });
  const mail = await eventually(
    () => smtp.mails.find(({ parsed }) => parsed.text?.includes("düzeltilmek üzere")),
    Boolean,
  );
  expect(mail?.parsed.headers.has("auto-submitted")).toBe(false);
  expect(mail?.parsed.references).toEqual([thread[0]?.messageId, acknowledgement.messageId, thread[2]?.messageId]);
  expect(mail?.parsed.inReplyTo).toBe(thread[2]?.messageId);
  expect(mail?.parsed.text).toContain("> Aynı hat, numara değişmedi.");
});

test("a restart takes nothing in twice and answers nobody twice", async () => {
  const sent = smtp.mails.length;
  const before = await outcomes();
  await start();
  await new Promise((done) => setTimeout(done, 1_000));
  expect(await outcomes()).toEqual(before);
  expect(smtp.mails).toHaveLength(sent);
});

test("without SMTP an answer is held back and says so; once SMTP is set up it goes out", async () => {
  await start({ canSend: false });
  const subject = "SMTP yokken gelen";
  await sendDemoMail(folder, { subject, text: "Merhaba", from: "Can <can@bolu.example>" });
  await eventually(
    () => office.store.outbox.counts(),
    ({ held }) => held === 1,
  );
  const ticket = (await office.store.tickets.list({ limit: 50 })).items.find((one) => one.subject === subject)!;
  const stateNow = async () => (await office.store.messages.ofTicket(ticket.number))[1]?.delivery?.state;
  expect(await stateNow()).toBe("notConfigured");
  await stop();
  await start();
  await eventually(stateNow, (state) => state === "sent");
  expect(smtp.mails.at(-1)?.to).toEqual(["can@bolu.example"]);
});

test("our own mail coming back is known", async () => {
  const door = await start();
  const before = await outcomes();
  await (door.demo() as unknown as { deliver(raw: Buffer): Promise<void> }).deliver(Buffer.from(smtp.mails[0]!.raw));
  expect(await eventually(outcomes, (found) => found.own === 1)).toMatchObject({ ticket: before.ticket });
});

async function sendReply(to: string, subject: string): Promise<void> {
  await sendDemoMail(folder, {
    from: "Hakan Doğruöz <hakan.dogruoz@sivas.example>",
    subject,
    text: `Aynı hat, numara değişmedi.\n\n> ${to}`,
    inReplyTo: to,
  });
}
