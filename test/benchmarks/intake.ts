/**
 * What taking in a mail costs: mailbox to committed ticket (ledger, threads for reading, all stages, acknowledgement in the
 * outbox) against imapflow + simpleParser that keep nothing, same mails, same server, same run.
 *   npm run bench -- intake [MAILS]
 */
import { ImapFlow } from "imapflow";
import { simpleParser } from "mailparser";
import { startEngine } from "../../src/store/engine.ts";
import { type Dovecot, PASSWORD, startDovecot, whatIsMissing } from "../mail/support/dovecot.ts";
import { realisticMail } from "../mail/support/realistic-mail.ts";
import { engineCpuSeconds } from "./support/engine-cpu.ts";
import { openOffice } from "./support/running-office.ts";

/** Mails of ours that are taken in before the measurement begins: until then its hundreds of functions are still compiled. */
const WARM_UP = 3000;
/** … and when it ends: as many are on their way then as at its beginning. */
const AFTER = 1000;

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** Runs the comparison and prints it. In: how many mails. */
export async function main([mails = "3000"]: readonly string[]): Promise<void> {
  const missing = whatIsMissing();
  if (missing) {
    console.log(`Needs Dovecot: ${missing}`);
    return;
  }
  const count = Number(mails);
  const engine = await startEngine({ env: process.env, report: console.log });
  const dovecot = await startDovecot();
  try {
    console.log(engine.describe);
    for (const user of ["warm", "bare"].map(addressOf)) dovecot.fill(user, makeMails(count, user));
    dovecot.fill(addressOf("ours"), makeMails(WARM_UP + count + AFTER, addressOf("ours")));
    const office = await openOffice(dovecot, addressOf("ours"), engine.uri);
    await fetchAndParse(dovecot, addressOf("warm"));
    const bare = await measured(() => fetchAndParse(dovecot, addressOf("bare")));
    // As the baseline has had its own: both sides are measured compiled and connected, as they run all day.
    await office.start();
    await office.settled(WARM_UP);
    const before = office.database.commands();
    const engineBefore = engineCpuSeconds() ?? 0;
    const ours = await measured(() => office.settled(WARM_UP + count));
    const commands = office.database.commands() - before;
    const engineSeconds = (engineCpuSeconds() ?? 0) - engineBefore;
    await office.settled(WARM_UP + count + AFTER);
    await office.confirm(WARM_UP + count + AFTER);
    await office.stop();
    report("imapflow + simpleParser, nothing kept", bare, count);
    report("mailbox to committed ticket", ours, count);
    console.log(`the engine's own CPU: ${((engineSeconds / count) * 1000).toFixed(2)} ms a mail`);
    console.log(`database commands a mail: ${(commands / count).toFixed(2)}`);
    for (const [name, { count: times, ms }] of [...office.database.spent()]
      .sort((a, b) => b[1].ms - a[1].ms)
      .slice(0, 12))
      console.log(`  ${name}: ${times} for all mails, in ${(ms / (WARM_UP + count + AFTER)).toFixed(2)} ms a mail`);
    console.log(
      `ratio of rates ${(bare.seconds / ours.seconds).toFixed(3)} (target 0.5), of our process's CPU ${(ours.cpuSeconds / bare.cpuSeconds).toFixed(2)}`,
    );
  } finally {
    await dovecot.stop();
    await engine.stop();
  }
}

const addressOf = (name: string): string => `${name}@office.example`;

function* makeMails(count: number, to: string): Generator<Buffer> {
  for (let n = 0; n < count; n++) yield realisticMail(n, to);
}

async function fetchAndParse(dovecot: Dovecot, user: string): Promise<void> {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: dovecot.port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: PASSWORD },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen("INBOX", { readOnly: true });
  const uids = (await client.search({ all: true }, { uid: true })) || [];
  for (let first = 0; first < uids.length; first += 50) {
    for (const { source } of await client.fetchAll(
      uids.slice(first, first + 50),
      { uid: true, source: true },
      { uid: true },
    )) {
      if (source)
        await simpleParser(source, {
          skipHtmlToText: true,
          skipTextToHtml: true,
          skipImageLinks: true,
          skipTextLinks: true,
        });
    }
  }
  await client.logout();
}

async function measured(work: () => Promise<void>): Promise<Measured> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
}

function report(what: string, { seconds, cpuSeconds }: Measured, count: number): void {
  console.log(
    `${what}: ${(count / seconds).toFixed(0)} mails/s, ${((cpuSeconds / count) * 1000).toFixed(2)} ms CPU a mail`,
  );
}
