import type { LedgerMail } from "../core/mail.ts";
import type { Forerunner, MailLedger } from "../core/mail-ports.ts";
import type { ReadMail } from "./file-together.ts";
import { MOST_FOREIGN_IDS } from "./stages/find-thread.ts";

/** Mails of which what they answer is filed or at hand, and those that must wait for it. */
export interface Parted {
  readonly ready: readonly ReadMail[];
  readonly early: readonly ReadMail[];
}

/**
 * A mail that is read before the one it answers would not find its thread: that one may be large and still on its way, in the
 * hands of another process, or waiting to be tried again. In: mails in the order in which they came; ids of mails that are
 * filed before them anyhow. Nobody waits for a mail that came later, so that no two wait for each other.
 */
export async function partEarly(
  mails: readonly ReadMail[],
  inHand: ReadonlySet<string>,
  ledger: Pick<MailLedger, "unended">,
): Promise<Parted> {
  const forerunners = await ledger.unended([...new Set(mails.flatMap(answeredBy))]);
  const ready: ReadMail[] = [];
  const early: ReadMail[] = [];
  const before = new Set(inHand);
  for (const one of mails) {
    const waits = forerunners.some((other) => !before.has(other.id) && isAnswered(other, one));
    (waits ? early : ready).push(one);
    if (!waits) before.add(one.row.id);
  }
  return { ready, early };
}

/** The ids by which its thread would be found. */
function answeredBy({ mail }: ReadMail): readonly string[] {
  return mail.references.slice(-MOST_FOREIGN_IDS);
}

function isAnswered(other: Forerunner, one: ReadMail): boolean {
  return answeredBy(one).includes(other.messageId ?? "") && cameBefore(other, one.row);
}

/** Mailboxes tell the time in whole seconds; within one, their own numbers do. */
function cameBefore(one: Forerunner, other: LedgerMail): boolean {
  const ms = one.internalDate.getTime() - other.internalDate.getTime();
  const order = ms || one.uid - other.uid;
  return order < 0 || (order === 0 && one.id < other.id);
}
