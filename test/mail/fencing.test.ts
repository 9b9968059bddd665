import { type ChildProcess, spawn } from "node:child_process";
import type { SeenMail } from "../../src/core/mail-ports.ts";
import { describeRaw } from "../../src/mail/describe-raw.ts";
import { eventually } from "../support/eventually.ts";
import { withOffice } from "../support/office.ts";
import { describeWithDovecot } from "./support/describe-with-dovecot.ts";
import { type Dovecot, PASSWORD, startDovecot } from "./support/dovecot.ts";
import { sampleMail } from "./support/sample-mail.ts";

const office = withOffice(() => new Date());
const PLACE = { account: "e-imza", mailbox: "INBOX", uidValidity: "7" };
const RAW = Buffer.from(sampleMail("bir"));
const seen = (uid: number): SeenMail => ({ ...PLACE, uid, internalDate: new Date(), size: RAW.length });
const kept = () => describeRaw(RAW, new Date());

/** A lease that one process had, and another one took over when it ran out. */
async function lostLease(name: string) {
  const { leases } = office.store;
  const lost = await leases.acquire(name, "asleep", 0);
  const held = await leases.acquire(name, "awake", 60_000);
  if (!lost || !held) throw new Error("The leases were not given.");
  return { lost, held };
}

test("whoever lost the lease on a mailbox can write nothing into the ledger, and its new holder all", async () => {
  const { mails } = office.store;
  const { lost, held } = await lostLease("mailbox:all-writes");
  await mails.see([seen(1)], held);
  const [row] = await mails.withoutRaw(PLACE, 1);
  const id = row?.id ?? "";
  const outcome = { kind: "vanished", reason: "", decisions: [], at: new Date() } as const;
  const start = { uidValidity: "7", uidNext: 1, at: new Date() };

  const writes = [
    () => mails.start("e-imza", "INBOX", start, lost),
    () => mails.see([seen(2)], lost),
    () => mails.keepNew([{ ...seen(3), raw: RAW, kept: kept() }], { worker: "asleep", leaseMs: 60_000 }, lost),
    () => mails.keepAll([{ id, raw: RAW, kept: kept() }], lost),
    () => mails.keepAll([{ id, raw: Buffer.alloc(600_000), kept: kept() }], lost),
    () => mails.finish(id, outcome, lost),
    () => office.store.transact((transaction) => transaction.finishMail(id, outcome), lost),
  ];
  for (const write of writes) await expect(write()).rejects.toMatchObject({ code: "stale" });

  expect(await mails.unknownUids(PLACE, [1, 2, 3])).toEqual([2, 3]);
  expect(await mails.byId(id)).toMatchObject({ state: "seen" });
  await mails.keepAll([{ id, raw: Buffer.alloc(600_000), kept: kept() }], held);
  expect((await mails.raw(id))?.length).toBe(600_000);
  await expect(mails.keepAll([{ id, raw: Buffer.alloc(700_000), kept: kept() }], lost)).rejects.toMatchObject({
    code: "stale",
  });
  expect((await mails.raw(id))?.length).toBe(600_000);
});

test("of a batch kept under a lost lease no mail is there, and all are under the new one", async () => {
  const { mails } = office.store;
  const { lost, held } = await lostLease("mailbox:a-batch");
  const uids = [11, 12, 13, 14];
  const batch = uids.map((uid) => ({ ...seen(uid), raw: RAW, kept: kept() }));
  const claim = { worker: "asleep", leaseMs: 60_000 };
  await expect(mails.keepNew(batch, claim, lost)).rejects.toMatchObject({ code: "stale" });
  expect(await mails.unknownUids(PLACE, uids)).toEqual(uids);
  expect(await mails.keepNew(batch, claim, held)).toHaveLength(uids.length);
  expect(await mails.unknownUids(PLACE, uids)).toEqual([]);
});

describeWithDovecot("a process that was paused past its lease", () => {
  let dovecot: Dovecot;
  let asleep: ChildProcess | undefined;

  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(async () => {
    asleep?.kill("SIGKILL");
    await dovecot.stop();
  });

  test("wakes up right before its write, and the database refuses it", async () => {
    const user = "paused@office.example";
    const { store } = office;
    await dovecot.deliver(user, sampleMail("uyurken gelen"));
    const orders = {
      uri: office.uri,
      key: "00".repeat(32),
      imapPort: dovecot.port,
      user,
      password: PASSWORD,
      mailboxes: ["INBOX"],
      smtpUrl: "smtp://127.0.0.1:9",
      atOnce: 4,
      crash: { step: "mails.keepNew", when: "before", count: 1, signal: "SIGSTOP" },
    };
    const said: string[] = [];
    asleep = spawn(
      process.execPath,
      ["--import", "./test/support/run-typescript.mjs", "test/mail/crash/office-process.ts"],
      {
        env: { ...process.env, OFFICE_ORDERS: JSON.stringify(orders), MAIL_TEST_LOG: "1" },
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    asleep.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
    await eventually(
      () => stateOf(asleep?.pid),
      (state) => state === "T",
    );

    const taken = await eventually(() => store.leases.acquire(`mailbox:${user}`, "awake", 600_000), Boolean);
    asleep.kill("SIGCONT");

    await eventually(
      () => said.join(""),
      (text) => text.includes("belongs to another holder now"),
    );
    const place = { account: user, mailbox: "INBOX" };
    const known = (await store.mails.list({ limit: 200 })).items.filter((mail) => mail.account === place.account);
    expect(known).toEqual([]);
    expect(taken?.token).toBeGreaterThan(1);
  });
});

/** "T" for a process that is stopped (proc(5)). */
async function stateOf(pid: number | undefined): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
}
