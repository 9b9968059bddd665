import type { LedgerMail } from "../../src/core/mail.ts";
import { batchesOf } from "../../src/mail/fetch-raw.ts";
import { intakeWindow } from "../../src/mail/intake-window.ts";
import { uidSet } from "../../src/mail/mailbox-connection.ts";
import { MailboxFault, mailboxFault } from "../../src/mail/mailbox-fault.ts";
import { backOff } from "../../src/mail/watch-account.ts";

describe("why a mailbox cannot be used", () => {
  const refusal = (more: object) =>
    mailboxFault(Object.assign(new Error("Command failed"), { authenticationFailed: true, ...more })).kind;

  test.each([
    ["AUTHENTICATIONFAILED", { serverResponseCode: "AUTHENTICATIONFAILED" }, "credentials"],
    ["an expired password", { serverResponseCode: "EXPIRED" }, "credentials"],
    ["a plain NO", {}, "credentials"],
    ["UNAVAILABLE", { serverResponseCode: "UNAVAILABLE" }, "outage"],
    ["LIMIT", { serverResponseCode: "LIMIT" }, "outage"],
    ["Exchange out of connections", { responseText: "User is authenticated but not connected." }, "outage"],
    ["a server that asks for patience", { responseText: "Too many login attempts, try again later" }, "outage"],
  ])("%s", (_what, more, kind) => expect(refusal(more)).toBe(kind));

  test("a line that broke is an outage", () => {
    expect(mailboxFault(Object.assign(new Error("reset"), { code: "ECONNRESET" }))).toMatchObject({
      kind: "outage",
      message: "reset, ECONNRESET",
    });
  });
  test("a server may say how long to stay away", () => {
    const busy = { responseText: "Request is throttled. Suggested Backoff Time: 92415 milliseconds" };
    expect(mailboxFault(Object.assign(new Error("no"), busy)).retryAfterMs).toBe(92_415);
    expect(mailboxFault(Object.assign(new Error("no"), { code: "ETHROTTLE", throttleReset: 3_000 })).retryAfterMs).toBe(
      3_000,
    );
  });
  test("a fault stays what it is", () => {
    const fault = new MailboxFault("credentials", "token");
    expect(mailboxFault(fault)).toBe(fault);
  });
});

test("waits between tries grow, differ, and end at the longest", () => {
  for (const failures of [1, 2, 3, 4, 5, 6, 7, 50, 5_000]) {
    const full = Math.min(60_000, 1_000 * 2 ** (failures - 1));
    const wait = backOff(failures, 60_000);
    expect(wait).toBeGreaterThanOrEqual(full / 2);
    expect(wait).toBeLessThanOrEqual(full);
  }
  expect(new Set(Array.from({ length: 20 }, () => backOff(10, 60_000))).size).toBeGreaterThan(1);
});

test.each([
  [[], ""],
  [[7], "7"],
  [[1, 2, 3, 5, 9, 10], "1:3,5,9:10"],
])("UIDs %j are asked for as %j", (uids, set) => expect(uidSet(uids)).toBe(set));

describe("which mails are taken", () => {
  const at = new Date("2026-11-23T10:00:00Z");
  const start = { uidValidity: "5", uidNext: 100, at };
  const mail = (uid: number, minutes: number) => ({ uid, internalDate: new Date(at.getTime() + minutes * 60_000) });

  test("all", () => expect(intakeWindow("all", start, "5")).toMatchObject({ search: {} }));
  test("from now on, by UID in the epoch of the start: the server's clock does not matter", () => {
    const { search, wants } = intakeWindow("now", start, "5");
    expect(search).toEqual({ from: 100 });
    expect([wants(mail(99, 5)), wants(mail(100, -600))]).toEqual([false, true]);
  });
  test("from now on, by date in every other epoch, with ten minutes for clocks that differ", () => {
    const { search, wants } = intakeWindow("now", start, "6");
    expect(search).toEqual({ sinceDay: new Date("2026-11-22T09:50:00Z") });
    expect([wants(mail(1, -11)), wants(mail(2, -9)), wants(mail(3, 60))]).toEqual([false, true, true]);
  });
  test("from a day on, to the millisecond, though the server searches by days", () => {
    const { search, wants } = intakeWindow(at, start, "5");
    expect(search).toEqual({ sinceDay: new Date("2026-11-22T10:00:00Z") });
    expect([wants(mail(1, -1)), wants(mail(2, 0))]).toEqual([false, true]);
  });
});

describe("batches", () => {
  const row = (uid: number, size: number) => ({ uid, size }) as LedgerMail;
  const sizes = (batches: readonly (readonly LedgerMail[])[]) => batches.map((batch) => batch.map((one) => one.uid));
  const limits = { batchMails: 3, batchBytes: 100 };

  test("keep the order, and to both limits", () => {
    const rows = [row(1, 10), row(2, 10), row(3, 10), row(4, 10), row(5, 95), row(6, 10)];
    expect(sizes(batchesOf(rows, limits, () => false))).toEqual([[1, 2, 3], [4], [5], [6]]);
  });
  test("one mail larger than a batch is a batch", () =>
    expect(sizes(batchesOf([row(1, 500)], limits, () => false))).toEqual([[1]]));
  test("mails that must go alone go last", () => {
    const rows = [row(1, 10), row(2, 10), row(3, 10)];
    expect(sizes(batchesOf(rows, limits, ({ uid }) => uid === 1))).toEqual([[2, 3], [1]]);
  });
  test("nothing makes no batch", () => expect(batchesOf([], limits, () => false)).toEqual([]));
});
