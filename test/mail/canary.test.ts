import { randomBytes } from "node:crypto";
import { type Canary, type CanarySettings, createCanary } from "../../src/mail/canary.ts";
import type { ComposedMail } from "../../src/mail/compose-mail.ts";
import { createMessageIdSigner } from "../../src/mail/message-id.ts";
import { createMailer, type Mailer } from "../../src/mail/smtp-mailer.ts";
import { eventually } from "../support/eventually.ts";
import { withOffice } from "../support/office.ts";
import { quietLog } from "./support/quiet-log.ts";
import { type SmtpSink, startSmtpSink } from "./support/smtp-sink.ts";

const office = withOffice();
const messageIds = createMessageIdSigner({ key: randomBytes(32), domain: "office.example" });
let smtp: SmtpSink;
let mailer: Mailer;
let canary: Canary;
let account = 0;
/** Each test has an address of its own: a mail of the test before may still be under way. */
const address = () => `a${account}@icisleri.gov.tr`;
const mails = () => smtp.mails.filter(({ to }) => to.includes(address()));
let wanted: CanarySettings | undefined;

beforeAll(async () => {
  smtp = await startSmtpSink();
  mailer = createMailer(smtp.url);
});
afterAll(async () => {
  mailer.close();
  await smtp.stop();
});
beforeEach(() => {
  account += 1;
  wanted = { everyMs: 200, withinMs: 400 };
  canary = createCanary({
    office,
    settings: async () => wanted,
    account: `a${account}`,
    address: address(),
    mailer,
    messageIds,
    log: quietLog,
  });
});
afterEach(() => canary.stop());

const events = async () =>
  (await office.store.events.list({ limit: 200 })).items
    .flatMap((event) => ("account" in event && event.account === `a${account}` ? [event.type] : []))
    .toReversed();
const sent = (count: number) =>
  eventually(
    () => mails().length,
    (length) => length >= count,
    3_000,
  );
const comesBack = () => canary.arrived(mails().map((mail) => mail.parsed.messageId!));
const passes = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("it goes to ourselves, signed, and asks no machine for an answer", async () => {
  canary.start(() => true);
  await sent(1);
  const { parsed, to, raw } = mails()[0]!;
  expect(to).toEqual([address()]);
  expect(messageIds.verify(parsed.messageId!)?.message).toMatch(/^canary-/);
  expect(raw).toContain("Auto-Submitted: auto-generated");
});

test("while it comes back it is sent again and again, and nothing is said", async () => {
  canary.start(() => true);
  for (const count of [1, 2, 3]) {
    await sent(count);
    comesBack();
  }
  expect(await events()).toEqual([]);
});

test("when it stays away that is said once; when it is back, once", async () => {
  canary.start(() => true);
  await eventually(events, (found) => found.length > 0, 3_000);
  await passes(900);
  expect(await events()).toEqual(["mailbox.silent"]);
  comesBack();
  await eventually(events, (found) => found.length > 1, 3_000);
  expect(await events()).toEqual(["mailbox.silent", "mailbox.recovered"]);
});

test("a mail of another's making is not taken for it", async () => {
  canary.start(() => true);
  await sent(1);
  canary.arrived(["<someone@else.example>"]);
  expect(await eventually(events, (found) => found.length > 0, 3_000)).toEqual(["mailbox.silent"]);
});

test("a process that does not watch the mailbox sends nothing and misses nothing", async () => {
  canary.start(() => false);
  await passes(700);
  expect(mails()).toEqual([]);
  expect(await events()).toEqual([]);
});

test("a server that takes no mail is missed like a mail that is lost", async () => {
  const broken: Mailer = {
    send: async (_mail: ComposedMail) => ({ kind: "later", reason: "421" }),
    close: () => undefined,
  };
  canary = createCanary({
    office,
    settings: async () => wanted,
    account: `a${account}`,
    address: address(),
    mailer: broken,
    messageIds,
    log: quietLog,
  });
  canary.start(() => true);
  expect(await eventually(events, (found) => found.length > 0, 3_000)).toEqual(["mailbox.silent"]);
});

test("switched off it sends nothing more, and what is still out is not missed", async () => {
  canary.start(() => true);
  await sent(1);
  wanted = undefined;
  await passes(1_000);
  expect(mails()).toHaveLength(1);
  expect(await events()).toEqual([]);
});

test("switched on it begins without a restart", async () => {
  wanted = undefined;
  canary.start(() => true);
  await passes(300);
  expect(mails()).toEqual([]);
  wanted = { everyMs: 200, withinMs: 400 };
  await eventually(
    () => mails().length,
    (length) => length > 0,
    8_000,
  );
});
