/**
 * How soon a mail is a ticket: from the server's notice (IDLE) to the committed ticket, one mail at a time on a quiet office.
 * The delivery itself and the server's own waiting before its notice (Dovecot: 500 ms) are not ours and not counted.
 *   npm run bench -- idle-to-ticket [MAILS]
 */
import { ImapFlow } from "imapflow";
import { startEngine } from "../../src/store/engine.ts";
import { PASSWORD, startDovecot, whatIsMissing } from "../mail/support/dovecot.ts";
import { realisticMail } from "../mail/support/realistic-mail.ts";
import { openOffice } from "./support/running-office.ts";

const USER = "quick@office.example";
const WARM_UP = 5;

/** Runs it and prints the spread. In: how many mails. */
export async function main([mails = "60"]: readonly string[]): Promise<void> {
  const missing = whatIsMissing();
  if (missing) {
    console.log(`Needs Dovecot: ${missing}`);
    return;
  }
  const engine = await startEngine({ env: process.env, report: console.log });
  const dovecot = await startDovecot();
  const office = await openOffice(dovecot, USER, engine.uri);
  // A second client on the mailbox hears the same notice at the same moment.
  const witness = new ImapFlow({
    host: "127.0.0.1",
    port: dovecot.port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: USER, pass: PASSWORD },
    logger: false,
    autoIdleDelay: 50,
  });
  try {
    console.log(engine.describe);
    await witness.connect();
    await witness.mailboxOpen("INBOX", { readOnly: true });
    await office.start();
    const waits: number[] = [];
    for (let n = 1; n <= Number(mails) + WARM_UP; n++) {
      const ticket = ticketAfterNotice(witness, office.nextTicket());
      await dovecot.deliver(USER, realisticMail(n, USER));
      const wait = await ticket;
      if (n > WARM_UP) waits.push(wait);
      await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 200));
    }
    const sorted = waits.toSorted((one, other) => one - other);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(0);
    console.log(
      `${waits.length} mails, notice to committed ticket: p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms (target p99 < 100)`,
    );
  } finally {
    await witness.logout();
    await office.stop();
    await dovecot.stop();
    await engine.stop();
  }
}

/** Milliseconds between the witness's notice and the ticket. */
async function ticketAfterNotice(witness: ImapFlow, committed: Promise<void>): Promise<number> {
  await new Promise<void>((resolve) => witness.once("exists", () => resolve()));
  const noticed = performance.now();
  await committed;
  return performance.now() - noticed;
}
