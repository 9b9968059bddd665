/**
 * What one very large mail costs in memory, from the mailbox to its ticket: the peak of the whole process, reading threads
 * included, above what it held before. One mail is larger than what is loaded, one just small enough to be loaded whole.
 *   npm run bench -- big-mail
 */
import { randomBytes } from "node:crypto";
import { FETCH_LIMITS } from "../../src/mail/account.ts";
import { startEngine } from "../../src/store/engine.ts";
import { startDovecot, whatIsMissing } from "../mail/support/dovecot.ts";
import { realisticMail } from "../mail/support/realistic-mail.ts";
import { openOffice } from "./support/running-office.ts";

const SIZES = [50_000_000, FETCH_LIMITS.mailBytes - 1_000_000];
const WARM_UP = 50;

/** Runs it and prints the peaks. */
export async function main(): Promise<void> {
  const missing = whatIsMissing();
  if (missing) {
    console.log(`Needs Dovecot: ${missing}`);
    return;
  }
  const engine = await startEngine({ env: process.env, report: console.log });
  const dovecot = await startDovecot();
  try {
    console.log(engine.describe);
    for (const bytes of SIZES) {
      const user = `big-${bytes}@office.example`;
      dovecot.fill(user, ordinaryMails(user));
      const office = await openOffice(dovecot, user, engine.uri);
      await office.start();
      await office.settled(WARM_UP);
      globalThis.gc?.();
      const before = process.memoryUsage.rss();
      let peak = before;
      const watch = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss());
      }, 5);
      await dovecot.as(user, async (client) => void (await client.append("INBOX", bigMail(bytes, user))));
      await office.settled(WARM_UP + 1);
      clearInterval(watch);
      await office.confirm(WARM_UP + 1);
      await office.stop();
      const megabytes = (amount: number) => (amount / 1e6).toFixed(0);
      console.log(
        `a mail of ${megabytes(bytes)} MB: peak ${megabytes(peak - before)} MB above the ${megabytes(before)} MB before (target < 200)`,
      );
    }
  } finally {
    await dovecot.stop();
    await engine.stop();
  }
}

function* ordinaryMails(to: string): Generator<Buffer> {
  for (let n = 0; n < WARM_UP; n++) yield realisticMail(n, to);
}

/** A short text and one attachment, base64 as mail programs send it. */
function bigMail(bytes: number, to: string): Buffer {
  const line = `${randomBytes(57).toString("base64")}\r\n`;
  const head = `From: Ayşe <ayse@ornek.example>\r\nTo: ${to}\r\nSubject: Taranmış evrak\r\nMessage-ID: <${randomBytes(9).toString("hex")}@ornek.example>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nEvrak ektedir.\r\n--b\r\nContent-Type: application/pdf; name=evrak.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.alloc(bytes - 700, line), Buffer.from("\r\n--b--\r\n")]);
}
