/**
 * The first look into a full mailbox: every mail's raw bytes into the ledger, and how much memory that takes on the way.
 *   npm run bench -- first-sync [MAILS]
 */

import { FETCH_LIMITS, MAIL_TIMINGS } from "../../src/mail/account.ts";
import { createMailCollector } from "../../src/mail/collect-mail.ts";
import { openMailbox } from "../../src/mail/mailbox-connection.ts";
import { startEngine } from "../../src/store/engine.ts";
import { accountOn, startDovecot, whatIsMissing } from "../mail/support/dovecot.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { realisticMail } from "../mail/support/realistic-mail.ts";
import { openStore } from "./support/open-store.ts";

const USER = "full@office.example";
const SAMPLES = 10;

/** Runs the first sync and prints rate and memory. In: how many mails lie in the mailbox. */
export async function main([mails = "20000"]: readonly string[]): Promise<void> {
  const missing = whatIsMissing();
  if (missing) {
    console.log(`Needs Dovecot: ${missing}`);
    return;
  }
  const count = Number(mails);
  const engine = await startEngine({ env: process.env, report: console.log });
  const dovecot = await startDovecot();
  const { store, close } = await openStore(engine.uri);
  try {
    console.log(engine.describe);
    dovecot.fill(USER, makeMails(count));
    const account = accountOn(dovecot, USER);
    const settings = { timings: MAIL_TIMINGS, limits: FETCH_LIMITS };
    const connection = await openMailbox(account, "INBOX", settings, {
      onArrival: () => undefined,
      onClose: () => undefined,
    });
    const lease = await store.leases.acquire("mailbox:first-sync", "benchmark", 60 * 60_000);
    const memory: number[] = [];
    let kept = 0;
    const collector = createMailCollector({
      account,
      path: "INBOX",
      office: { store, clock: { now: () => new Date() } },
      limits: FETCH_LIMITS,
      log: quietLog,
      lease: () => lease,
      onKept: (ids) => {
        kept += ids.length;
        while (kept >= ((memory.length + 1) * count) / SAMPLES) memory.push(process.memoryUsage.rss());
      },
    });
    globalThis.gc?.();
    const base = process.memoryUsage.rss();
    const begun = performance.now();
    await collector.look(connection, true);
    const seconds = (performance.now() - begun) / 1000;
    await connection.close();
    const megabytes = memory.map((bytes) => Math.round(bytes / 1e6));
    console.log(`${kept} of ${count} mails kept in ${seconds.toFixed(1)} s: ${(kept / seconds).toFixed(0)} mails/s`);
    console.log(`memory before ${Math.round(base / 1e6)} MB; after each tenth: ${megabytes.join(" ")} MB`);
    console.log(`last tenth to first tenth: ${((megabytes.at(-1) ?? 0) / (megabytes[0] ?? 1)).toFixed(2)} (flat is 1)`);
  } finally {
    await close();
    await dovecot.stop();
    await engine.stop();
  }
}

function* makeMails(count: number): Generator<Buffer> {
  for (let n = 0; n < count; n++) yield realisticMail(n, USER);
}
