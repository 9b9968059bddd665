import { randomBytes } from "node:crypto";
import type { SeenMail } from "../../src/core/mail-ports.ts";
import { NOW, withOffice } from "../support/office.ts";

const office = withOffice();
const PLACE = { account: "e-imza", mailbox: "INBOX", uidValidity: "7" };
const seen = (uid: number, place = PLACE): SeenMail => ({ ...place, uid, internalDate: NOW, size: 100 });
const FIFTY = { mails: 50, bytes: 10_000_000 };
const outcome = { kind: "ticket", ticket: "MI-2026-000001", reason: "yeni", decisions: [], at: NOW } as const;

async function stored(uid: number, mailbox: string, raw = Buffer.from(`mail ${uid}`)): Promise<string> {
  const { mails } = office.store;
  const place = { ...PLACE, mailbox };
  await mails.see([seen(uid, place)]);
  const [row] = await mails.withoutRaw(place, 1);
  await mails.keep(row!.id, raw, { contentKey: `${mailbox}-${uid}` });
  return row!.id;
}

test("the same UID is one row, however often it is seen", async () => {
  const { mails } = office.store;
  expect(await mails.see([seen(1), seen(2)])).toBe(2);
  expect(await mails.see([seen(1), seen(2), seen(3)])).toBe(1);
  expect(await mails.unknownUids(PLACE, [1, 2, 3, 4])).toEqual([4]);
});

test("the same UID in another epoch of the mailbox is another mail", async () => {
  expect(await office.store.mails.see([seen(1, { ...PLACE, uidValidity: "8" })])).toBe(1);
});

test.each([
  ["a small mail", 1_000],
  ["a mail too large for its row", 900_000],
])("%s comes back byte for byte, and lies sealed in the database", async (name, size) => {
  const raw = randomBytes(size);
  const place = { ...PLACE, mailbox: name };
  await office.store.mails.see([seen(1, place)]);
  const [row] = await office.store.mails.withoutRaw(place, 1);
  await office.store.mails.keep(row!.id, raw, { contentKey: `raw-${size}` });

  expect((await office.store.mails.raw(row!.id))?.equals(raw)).toBe(true);
  expect(await office.store.mails.withoutRaw(place, 1)).toEqual([]);
});

test("workers never claim the same mail, and an attempt counts from when it is begun", async () => {
  const ids: string[] = [];
  for (const uid of [1, 2, 3, 4, 5, 6]) ids.push(await stored(uid, "claims"));
  const claimed = await Promise.all(["a", "b", "c"].map((worker) => office.store.mails.claim(worker, FIFTY, 60_000)));
  const all = claimed.flat().filter((mail) => ids.includes(mail.id));
  expect(all.map((mail) => mail.id).sort()).toEqual([...ids].sort());
  expect(all.every((mail) => mail.attempts === 0)).toBe(true);
  expect(await office.store.mails.begin(ids[0] ?? "")).toBe(true);
  expect(await office.store.mails.byId(ids[0] ?? "")).toMatchObject({ attempts: 1 });
});

test("no more is claimed than is to be held in memory, and a mail larger than that alone", async () => {
  const { mails } = office.store;
  await mails.claim("a", FIFTY, 60_000);
  const ids: string[] = [];
  for (const [index, size] of [400, 500, 300, 2_000, 100].entries()) {
    ids.push(await stored(index + 1, "large", randomBytes(size)));
  }
  const claims: string[][] = [];
  for (let claimed = 5; claimed > 0; claimed = claims.at(-1)?.length ?? 0) {
    claims.push((await mails.claim("b", { mails: 50, bytes: 1_000 }, 60_000)).map(({ id }) => id));
  }
  expect(claims).toEqual([ids.slice(0, 2), ids.slice(2, 3), ids.slice(3, 4), ids.slice(4), []]);
});

test("a mail given back waits, and an abandoned claim is taken over when its lease ends", async () => {
  const given = await stored(1, "given-back");
  await office.store.mails.claim("a", FIFTY, 0);
  await office.store.mails.release(given, "parse failed", 60_000);
  const abandoned = await stored(2, "given-back");
  await office.store.mails.claim("a", FIFTY, 0);
  const again = await office.store.mails.claim("b", FIFTY, 60_000);
  expect(again.map((mail) => mail.id)).toContain(abandoned);
  expect(again.map((mail) => mail.id)).not.toContain(given);
});

test("an outcome is final", async () => {
  const id = await stored(1, "final");
  await office.store.transact((transaction) => transaction.finishMail(id, outcome));
  await expect(office.store.transact((transaction) => transaction.finishMail(id, outcome))).rejects.toMatchObject({
    code: "conflict",
  });
  await office.store.mails.finish(id, { ...outcome, kind: "vanished" });
  expect((await office.store.mails.byId(id))?.outcome?.kind).toBe("ticket");
});

test("of a mail that was set aside staff can have a ticket, of one that is on a ticket or a duplicate they need not", async () => {
  for (const [uid, kind] of (["spam", "bounce", "autoReply", "own"] as const).entries()) {
    const id = await stored(100 + uid, kind);
    await office.store.mails.finish(id, { kind, reason: "x", decisions: [], at: new Date() });
    expect(await office.store.mails.reopen(id)).toBe(true);
    expect(await office.store.mails.byId(id)).toMatchObject({ state: "stored", attempts: 0, isWanted: true });
  }
  const joined = await stored(110, "joined");
  await office.store.mails.finish(joined, { ...outcome, kind: "bounce", ticket: "MI-2026-000001" });
  expect(await office.store.mails.reopen(joined)).toBe(false);
  const twin = await stored(111, "twin");
  await office.store.mails.finish(twin, { kind: "duplicate", reason: "x", decisions: [], at: new Date() });
  expect(await office.store.mails.reopen(twin)).toBe(false);
});

test("a quarantined mail can be sent through the stages again, one that has no outcome cannot", async () => {
  const id = await stored(1, "quarantine");
  expect(await office.store.mails.reopen(id)).toBe(false);
  await office.store.mails.finish(id, { ...outcome, kind: "quarantined" });
  expect(await office.store.mails.reopen(id)).toBe(true);
  expect(await office.store.mails.byId(id)).toMatchObject({ state: "stored", attempts: 0 });
});
