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
/** The time the canary goes by; it stands still unless a test moves it on, however slow the machine is. */
let now = 0;
/** How often it looked; it asks for its settings at every look. */
let looks = 0;

beforeAll(async () => {
  smtp = await startSmtpSink();
  mailer = createMailer(smtp.url);
});
afterAll(async () => {
  await mailer.close();
  await smtp.stop();
});
beforeEach(() => {
  now = Date.now();
  jest.spyOn(Date, "now").mockImplementation(() => now);
  account += 1;
  looks = 0;
  wanted = { everyMs: 200, withinMs: 400 };
  canary = canaryBy(mailer);
});
afterEach(() => {
  canary.stop();
  jest.restoreAllMocks();
});

function canaryBy(by: Mailer): Canary {
  return createCanary({
    office,
    settings: async () => {
      looks += 1;
      return wanted;
    },
    account: `a${account}`,
    address: address(),
    mailer: by,
    messageIds,
    log: quietLog,
  });
}

const events = async () =>
  (await office.store.events.list({ limit: 200 })).items
    .flatMap((event) => ("account" in event && event.account === `a${account}` ? [event.type] : []))
    .toReversed();
const told = (count: number) => eventually(events, (found) => found.length >= count);
const sent = (count: number) =>
  eventually(
    () => mails().length,
    (length) => length >= count,
  );
/** The canary has looked since, and what it found is done. */
const looked = (times = 2) => {
  const before = looks;
  return eventually(
    () => looks,
    (count) => count >= before + times,
  );
};
const comesBack = () => canary.arrived(mails().map((mail) => mail.parsed.messageId!));
const passes = (ms: number) => {
  now += ms;
};

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
    passes(500);
  }
  await sent(4);
  await looked();
  expect(await events()).toEqual([]);
});

test("when it stays away that is said once; when it is back, once", async () => {
  canary.start(() => true);
  await sent(1);
  passes(399);
  await looked();
  expect(await events()).toEqual([]);
  passes(1);
  await told(1);
  passes(500);
  await sent(2);
  passes(100);
  await looked();
  expect(await events()).toEqual(["mailbox.silent"]);
  comesBack();
  await told(2);
  await looked();
  expect(await events()).toEqual(["mailbox.silent", "mailbox.recovered"]);
});

test("a mail of another's making is not taken for it", async () => {
  canary.start(() => true);
  await sent(1);
  canary.arrived(["<someone@else.example>"]);
  passes(400);
  expect(await told(1)).toEqual(["mailbox.silent"]);
});

test("a process that does not watch the mailbox sends nothing and misses nothing", async () => {
  canary.start(() => false);
  await looked(1);
  passes(700);
  await looked(1);
  expect(mails()).toEqual([]);
  expect(await events()).toEqual([]);
});

test("a server that takes no mail is missed like a mail that is lost", async () => {
  canary = canaryBy({
    send: async (_mail: ComposedMail) => ({ kind: "later", reason: "421" }),
    close: async () => undefined,
  });
  canary.start(() => true);
  await looked();
  passes(400);
  expect(await told(1)).toEqual(["mailbox.silent"]);
});

test("switched off it sends nothing more, and what is still out is not missed", async () => {
  canary.start(() => true);
  await sent(1);
  wanted = undefined;
  passes(1_000);
  await looked();
  expect(mails()).toHaveLength(1);
  expect(await events()).toEqual([]);
});

test("switched on it begins without a restart", async () => {
  wanted = undefined;
  canary.start(() => true);
  await looked(1);
  expect(mails()).toEqual([]);
  wanted = { everyMs: 200, withinMs: 400 };
  await sent(1);
});
