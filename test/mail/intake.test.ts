import { AppError } from "../../src/core/errors.ts";
import type { LedgerMail, MailOutcome } from "../../src/core/mail.ts";
import type { MailClaim } from "../../src/core/mail-ports.ts";
import { describeRaw } from "../../src/mail/describe-raw.ts";
import { createHandOver } from "../../src/mail/hand-over.ts";
import {
  createIntake,
  INTAKE_SETTINGS,
  type Intake,
  type IntakeOptions,
  type IntakeSettings,
} from "../../src/mail/intake.ts";
import { readMail } from "../../src/mail/reading/read-mail.ts";
import { eventually } from "../support/eventually.ts";
import { withOffice } from "../support/office.ts";
import { quietLog } from "./support/quiet-log.ts";
import { sampleMail } from "./support/sample-mail.ts";

const office = withOffice(() => new Date());
const SETTINGS: IntakeSettings = { ...INTAKE_SETTINGS, lookMs: 50, retryMs: 20 };
let running: Intake[] = [];
let uid = 0;

afterEach(async () => {
  await Promise.all(running.map((intake) => intake.stop()));
  running = [];
});

/** A mail kept in the ledger, as the collector leaves it. */
async function keep(subject: string, raw: Buffer = Buffer.from(sampleMail(subject))): Promise<string> {
  const { mails } = office.store;
  const place = { account: "test", mailbox: "INBOX", uidValidity: "1", uid: ++uid };
  await mails.see([{ ...place, internalDate: new Date(), size: raw.length }]);
  const row = (await mails.withoutRaw(place, 1_000)).find((one) => one.uid === place.uid)!;
  await mails.keep(row.id, raw, describeRaw(raw, row.internalDate));
  return row.id;
}

/** Ends a mail with a plain outcome: what stages do is told elsewhere. */
async function finish(row: LedgerMail): Promise<MailOutcome> {
  const outcome: MailOutcome = { kind: "spam", reason: "deneme", decisions: [], at: new Date() };
  await office.store.mails.finish(row.id, outcome);
  return outcome;
}

function start(changes: Partial<IntakeOptions> = {}): Intake {
  const intake = createIntake({
    office,
    worker: `worker-${running.length}`,
    read: async (raw) => readMail(raw),
    runStages: finish,
    decideTogether: async () => [],
    writeTogether: async () => new Map(),
    log: quietLog,
    settings: SETTINGS,
    ...changes,
  });
  running.push(intake);
  intake.start();
  return intake;
}

const done = (id: string) =>
  eventually(
    () => office.store.mails.byId(id),
    (row) => row?.state === "done",
  );

test("a kept mail is read and gets its outcome, at the first wake", async () => {
  const intake = start({ settings: { ...SETTINGS, lookMs: 60_000 } });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const id = await keep("bir");
  intake.wake();
  expect(await done(id)).toMatchObject({ attempts: 1, outcome: { kind: "spam" } });
});

test("a mail that fails is tried again later, and set aside after three attempts with its reason and its raw bytes", async () => {
  const id = await keep("zehirli");
  let tries = 0;
  start({
    read: async () => {
      tries += 1;
      throw new Error("okunamıyor");
    },
  });
  const row = await done(id);
  expect(tries).toBe(3);
  expect(row).toMatchObject({
    attempts: 3,
    outcome: { kind: "quarantined", reason: "3 denemede işlenemedi: okunamıyor" },
  });
  expect((await office.store.mails.raw(id))?.toString()).toContain("Subject: zehirli");
  const { items } = await office.store.events.list({ limit: 5, type: "mail.quarantined" });
  expect(items[0]).toMatchObject({ mail: id });
});

test("a mail set aside goes through again when it is reopened", async () => {
  const id = await keep("yine");
  let broken = true;
  start({
    read: async (raw) => {
      if (broken) throw new Error("henüz değil");
      return readMail(raw);
    },
  });
  await done(id);
  broken = false;
  expect(await office.store.mails.reopen(id)).toBe(true);
  expect(
    await eventually(
      () => office.store.mails.byId(id),
      (row) => row?.outcome?.kind === "spam",
    ),
  ).toMatchObject({ attempts: 1 });
});

test("a mail that kills its process each time is not tried for ever", async () => {
  const id = await keep("öldüren");
  // Six processes began it and never said another word.
  for (let death = 0; death < 6; death++) await office.store.mails.begin(id);
  let read = false;
  start({
    read: async (raw) => {
      read = true;
      return readMail(raw);
    },
  });
  expect((await done(id))?.outcome).toMatchObject({
    kind: "quarantined",
    reason: expect.stringContaining("6 deneme sonuçsuz kaldı"),
  });
  expect(read).toBe(false);
});

test("a mail tried before goes alone, after the fresh ones", async () => {
  const suspect = await keep("şüpheli");
  await office.store.mails.begin(suspect);
  const fresh = await Promise.all(Array.from({ length: 6 }, (_, index) => keep(`taze ${index}`)));
  const together: number[] = [];
  let inHand = 0;
  start({
    runStages: async (row) => {
      inHand += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (row.id === suspect) together.push(inHand);
      inHand -= 1;
      return finish(row);
    },
  });
  await Promise.all([suspect, ...fresh].map(done));
  expect(together).toEqual([1]);
});

test("a ticket changed meanwhile is no failure: the stages run again at once", async () => {
  const id = await keep("eşzamanlı");
  let runs = 0;
  start({
    runStages: async (row) => {
      runs += 1;
      if (runs < 3) throw new AppError("stale", "changed meanwhile");
      return finish(row);
    },
  });
  expect(await done(id)).toMatchObject({ attempts: 1 });
  expect(runs).toBe(3);
});

test("several processes share the work: every mail is processed by exactly one", async () => {
  const ids = await Promise.all(Array.from({ length: 60 }, (_, index) => keep(`mail ${index}`)));
  const seen: string[] = [];
  const count = async (row: LedgerMail) => {
    seen.push(row.id);
    return finish(row);
  };
  const settings = { ...SETTINGS, claimAtOnce: { mails: 8, bytes: 1_000_000 } };
  for (let worker = 0; worker < 3; worker++) start({ runStages: count, settings });
  await Promise.all(ids.map(done));
  expect(seen.toSorted()).toEqual(ids.toSorted());
});

test("a raw mail that is gone is said so, not retried", async () => {
  const id = await keep("silinmiş");
  const { mails } = office.store;
  const withoutRaw = { ...office, store: { ...office.store, mails: { ...mails, raw: async () => undefined } } };
  start({ office: withoutRaw });
  expect(await done(id)).toMatchObject({
    attempts: 1,
    outcome: { kind: "quarantined", reason: "E-postanın ham içeriği yok." },
  });
});

test("stopping finishes what is in hand and leaves the rest for others", async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => keep(`dur ${index}`)));
  let begun = 0;
  const intake = start({
    settings: { ...SETTINGS, claimAtOnce: { mails: 2, bytes: 1_000_000 } },
    runStages: async (row) => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 30));
      return finish(row);
    },
  });
  await eventually(
    () => begun,
    (count) => count >= 2,
  );
  await intake.stop();
  const rows = await Promise.all(ids.map((id) => office.store.mails.byId(id)));
  const finished = rows.filter((row) => row?.state === "done").length;
  expect(finished).toBe(begun);
  expect(finished).toBeLessThan(20);
  start();
  await Promise.all(ids.map(done));
});

/** A mail kept under a claim, as the watcher does before it hands it over. */
async function keepFor(claim: MailClaim, subject: string) {
  const raw = Buffer.from(sampleMail(subject));
  const internalDate = new Date();
  const seen = { account: "test", mailbox: "INBOX", uidValidity: "1", uid: ++uid, internalDate, size: raw.length };
  const [row] = await office.store.mails.keepNew([{ ...seen, raw, kept: describeRaw(raw, internalDate) }], claim);
  if (!row) throw new Error("The mail was not kept.");
  return { row, raw };
}

test("a mail handed over as it is kept is filed at once, and nobody else takes it up", async () => {
  const slow = { ...SETTINGS, lookMs: 60_000 };
  const other: string[] = [];
  start({
    read: async (raw) => {
      other.push("read");
      return readMail(raw);
    },
  });
  const intake = start({ settings: slow });

  const place = await intake.handOver.reserve({ mails: 1, bytes: 100 });
  const kept = await keepFor(place!.claim, "elden");
  await new Promise((resolve) => setTimeout(resolve, 200));
  place!.take([kept]);

  expect(await done(kept.row.id)).toMatchObject({ attempts: 1, outcome: { kind: "spam" } });
  expect(other).toEqual([]);
});

test("a mail whose process died before it was handed over is filed by another one, when the claim has run out", async () => {
  const { row } = await keepFor({ worker: "dead", leaseMs: 300 }, "yarım kalan");
  start();
  expect(await done(row.id)).toMatchObject({ attempts: 2, outcome: { kind: "spam" } });
});

test("without room there the watcher keeps mails for anybody after a short wait, and waits no longer", async () => {
  const handOver = createHandOver({
    claim: { worker: "busy", leaseMs: 1_000 },
    room: { mails: 3, bytes: 1_000 },
    patienceMs: 50,
    onTaken: () => undefined,
  });
  const two = { mails: 2, bytes: 200 };
  const first = await handOver.reserve(two);
  expect(await handOver.reserve(two)).toBeUndefined();
  expect(await handOver.reserve({ mails: 1, bytes: 900 })).toBeUndefined();
  const freed = handOver.reserve(two);
  first?.cancel();
  (await freed)?.cancel();
  const large = await handOver.reserve({ mails: 1, bytes: 5_000 });
  expect(large).toBeDefined();
  expect(await handOver.reserve({ mails: 1, bytes: 1 })).toBeUndefined();
  handOver.close();
  expect(await handOver.reserve({ mails: 1, bytes: 1 })).toBeUndefined();
});

test("mails in hand are finished when the intake stops", async () => {
  const intake = start({ settings: { ...SETTINGS, lookMs: 60_000 } });
  const place = await intake.handOver.reserve({ mails: 1, bytes: 100 });
  const kept = await keepFor(place!.claim, "kapanırken");
  const stopping = intake.stop();
  place!.take([kept]);
  await stopping;
  expect(await office.store.mails.byId(kept.row.id)).toMatchObject({ state: "done" });
});
