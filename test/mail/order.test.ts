import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { decideTogether, writeTogether } from "../../src/mail/file-together.ts";
import { createIntake, INTAKE_SETTINGS } from "../../src/mail/intake.ts";
import { createMailDoor } from "../../src/mail/mail-door.ts";
import { createMessageIdSigner } from "../../src/mail/message-id.ts";
import { readMail } from "../../src/mail/reading/read-mail.ts";
import { runStages } from "../../src/mail/stages.ts";
import { eventually } from "../support/eventually.ts";
import { noKnowledge } from "../support/no-knowledge.ts";
import { mailOf, withStages } from "./stages/harness.ts";
import { describeWithDovecot } from "./support/describe-with-dovecot.ts";
import { accountOn, type Dovecot, startDovecot } from "./support/dovecot.ts";
import { quietLog } from "./support/quiet-log.ts";

const stages = withStages(() => new Date());

/** A mail of this name, answering the one of that name. */
function letter(name: string, answers?: string, text = name): string {
  const ids = { "Message-ID": `<${name}@ilce.example>`, "In-Reply-To": answers && `<${answers}@ilce.example>` };
  return mailOf({ From: "cem@ilce.example", Subject: name, ...ids }, text);
}

/** Subjects of the tickets, each with its mails in the order of the thread. */
async function threads(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { items } = await stages.office.store.tickets.list({ limit: 50 });
  const entries = items.map(async ({ number, subject }) => {
    const mails = (await stages.messages(number)).filter(({ direction }) => direction === "in");
    return [subject, mails.map(({ text }) => text.slice(0, 10))] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function allEnded(count: number): Promise<void> {
  await eventually(
    () => stages.office.store.mails.outcomeCounts(),
    ({ open, ...ended }) => !open && Object.values(ended).reduce((sum, one) => sum + one, 0) >= count,
  );
}

/** `fails` says of a mail whether the stages and the database fail over it this time. */
function startIntake(worker: string, fails: (subject: string) => boolean = () => false) {
  const { context } = stages;
  const intake = createIntake({
    office: context.office,
    worker,
    read: async (raw) => readMail(raw),
    runStages: (row, mail) =>
      fails(mail.subject) ? Promise.reject(new Error("olmadı")) : runStages(row, mail, context),
    decideTogether: (mails) =>
      decideTogether(
        mails.filter(({ mail }) => !fails(mail.subject)),
        context,
      ),
    writeTogether: (mails) => writeTogether(mails, context),
    log: quietLog,
    settings: { ...INTAKE_SETTINGS, lookMs: 30, forerunnerMs: 50, retryMs: 100 },
  });
  intake.start();
  running = intake;
}

let running: { stop(): Promise<void> } | undefined;
afterEach(() => running?.stop());

test("an answer waits for the mail it answers while another process has that one in its hands", async () => {
  const { mails } = stages.office.store;
  const internalDate = new Date(Date.now() - 60_000);
  const first = await stages.keep(letter("ilk"), { internalDate });
  await mails.claim("elsewhere", INTAKE_SETTINGS.claimAtOnce, 60_000);
  const answer = await stages.keep(letter("cevap", "ilk"));
  const toAnswer = await stages.keep(letter("cevaba", "cevap"));
  const unconcerned = await stages.keep(letter("baska"));
  startIntake("here");
  await eventually(
    () => mails.byId(unconcerned.id),
    (row) => row?.state === "done",
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const { id } of [answer, toAnswer]) {
    // Looked at again and again, but never tried.
    await eventually(
      () => mails.byId(id),
      (row) => row?.state === "stored" && row.attempts === 0,
    );
  }
  await mails.release(first.id, undefined, 0);
  await allEnded(4);
  expect(await threads()).toEqual({ ilk: ["ilk", "cevap", "cevaba"], baska: ["baska"] });
});

test("mails that say they answer each other do not wait for each other", async () => {
  const internalDate = new Date(Date.now() - 60_000);
  await stages.keep(letter("tavuk", "yumurta"), { internalDate });
  await stages.keep(letter("yumurta", "tavuk"), { internalDate });
  await stages.keep(letter("kendi", "kendi"), { internalDate });
  startIntake("here");
  await allEnded(7);
  expect(await threads()).toMatchObject({ tavuk: ["tavuk", "yumurta"], kendi: ["kendi"] });
});

test("an answer whose original fails in their batch waits, and comes into its ticket once that is filed", async () => {
  await stages.keep(letter("aksak"), { internalDate: new Date(Date.now() - 60_000) });
  await stages.keep(letter("aksak-cevap", "aksak"));
  await stages.keep(letter("aksak-cevaba", "aksak-cevap"));
  let failures = 3;
  startIntake("here", (subject) => subject === "aksak" && failures-- > 0);
  await allEnded(10);
  expect(await threads()).toMatchObject({ aksak: ["aksak", "aksak-ceva", "aksak-ceva"] });
});

test("an answer waits no longer than its original is tried: then it is filed without it", async () => {
  await stages.keep(letter("zehir"), { internalDate: new Date(Date.now() - 60_000) });
  await stages.keep(letter("zehir-cevap", "zehir"));
  startIntake("here", (subject) => subject === "zehir");
  await allEnded(12);
  expect(await threads()).toMatchObject({ "zehir-cevap": ["zehir-ceva"] });
  expect(await stages.office.store.mails.outcomeCounts()).toMatchObject({ quarantined: 1 });
});

describeWithDovecot("a mailbox's backlog", () => {
  let dovecot: Dovecot;

  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.stop());

  test("answers come into the tickets of large mails before them", async () => {
    const user = "yigin@kurum.example";
    const large = `iri\r\n${`${"x".repeat(70)}\r\n`.repeat(16_000)}`;
    const backlog = [
      letter("ufak"),
      letter("iri", undefined, large),
      letter("ek", "iri"),
      letter("iri-cevap", "ufak", large),
      letter("son-cevap", "iri-cevap"),
    ];
    dovecot.fill(
      user,
      backlog.map((raw) => Buffer.from(raw)),
    );
    const messageIds = createMessageIdSigner({ key: randomBytes(32), domain: "kurum.example" });
    const door = createMailDoor({
      office: { ...stages.office, ownAddresses: [user] },
      understander: () => noKnowledge,
      categoryTitle: (id) => id,
      accounts: [accountOn(dovecot, user)],
      demoFolder: "",
      knowledgeFolder: resolve("knowledge"),
      from: user,
      messageIds,
      worker: "here",
      log: quietLog,
      intake: { ...INTAKE_SETTINGS, lookMs: 50, forerunnerMs: 50 },
    });
    running = door;
    await door.start();
    await allEnded(17);
    expect(await threads()).toMatchObject({
      ufak: ["ufak", "iri\nxxxxxx", "son-cevap"],
      iri: ["iri\nxxxxxx", "ek"],
    });
  });
});
