/**
 * Kills the office at every step of a mail's way, inside transactions too, while mails arrive and a person reads and moves
 * them; prints what was lost and what was doubled.
 *   npm run bench -- mail-crash [KILLS] [MAILS]
 */
import { randomBytes } from "node:crypto";
import { startEngine } from "../../src/store/engine.ts";
import { STEPS, STEPS_INSIDE } from "../mail/crash/crash-points.ts";
import { crashRun } from "../mail/crash/crash-run.ts";
import { startDovecot, whatIsMissing } from "../mail/support/dovecot.ts";
import { startSmtpSink } from "../mail/support/smtp-sink.ts";
import { openStore } from "./support/open-store.ts";

/** Longer than any database holds the locks of an abandoned transaction, several times over. */
const PATIENCE_MS = 10 * 60_000;

/** Runs it and prints the counts. In: how often to kill, and how many different mails arrive meanwhile. */
export async function main([kills = "114", mails = "300"]: readonly string[]): Promise<void> {
  const missing = whatIsMissing();
  if (missing) {
    console.log(`Needs Dovecot: ${missing}`);
    return;
  }
  const engine = await startEngine({ env: process.env, report: console.log });
  const dovecot = await startDovecot();
  const smtp = await startSmtpSink();
  const key = randomBytes(32);
  const { store, close } = await openStore(engine.uri, key);
  try {
    console.log(engine.describe);
    const result = await crashRun({
      dovecot,
      smtp,
      store,
      uri: engine.uri,
      key: key.toString("hex"),
      letters: Number(mails),
      steps: [...STEPS, ...STEPS_INSIDE],
      kills: Number(kills),
      atOnce: 4,
      patienceMs: PATIENCE_MS,
    });
    console.log(result);
    console.log(
      `lost ${result.lost.length}, doubled ${result.doubled.length}, answered twice ${result.answeredTwice.length}`,
    );
  } finally {
    await close();
    await smtp.stop();
    await dovecot.stop();
    await engine.stop();
  }
}
