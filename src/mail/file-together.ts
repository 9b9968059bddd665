import type { LedgerMail, MailOutcome, StageNote } from "../core/mail.ts";
import { turkishYear } from "../core/turkish-time.ts";
import { joinedOffice } from "./joined-office.ts";
import { inLanes } from "./lanes.ts";
import type { MailInHand } from "./reading/mail-in-hand.ts";
import { commitDecision, writeDecision } from "./stages/commit-decision.ts";
import type { Decision } from "./stages/decision.ts";
import type { StageContext } from "./stages/stage.ts";
import { decide } from "./stages.ts";

/** A claimed mail, read from its raw bytes. */
export interface ReadMail {
  readonly row: LedgerMail;
  readonly mail: MailInHand;
}

/** A mail of which it is decided how it ends, and why; nothing of that is written yet. */
export interface DecidedMail extends ReadMail {
  readonly decision: Decision;
  readonly decisions: readonly StageNote[];
}

/** Letters of text and HTML written in one transaction. */
const MOST_LETTERS = 2_000_000;
/** Tickets written to at the same time, where each mail has a transaction of its own. */
const LANES = 8;

/**
 * Sends mails through the stages and writes how they end. In: mails in the order in which they came. Out: outcomes by ledger
 * id; a mail that is not among them could not be decided or written, and has no outcome in the ledger.
 */
export async function fileTogether(
  mails: readonly ReadMail[],
  context: StageContext,
): Promise<ReadonlyMap<string, MailOutcome>> {
  const outcomes: [string, MailOutcome][] = [];
  for (const round of independent(mails)) {
    outcomes.push(...(await writeTogether(await decideTogether(round, context), context)));
  }
  return new Map(outcomes);
}

/**
 * Parts the mails, keeping their order: a mail that answers or repeats another one comes in a later round, when the other
 * is filed and can be found.
 */
export function independent(mails: readonly ReadMail[]): ReadMail[][] {
  const rounds: ReadMail[][] = [];
  let round: ReadMail[] = [];
  let known = new Set<string>();
  let letters = 0;
  for (const one of mails) {
    const { mail } = one;
    const size = mail.text.length + (mail.html?.length ?? 0);
    if (refersTo(one, known) || letters + size > MOST_LETTERS) {
      rounds.push(round);
      [round, known, letters] = [[], new Set(), 0];
    }
    round.push(one);
    for (const id of idsOf(one)) known.add(id);
    letters += size;
  }
  return [...rounds, round].filter(({ length }) => length > 0);
}

/** What a mail is known by to those that answer or repeat it. */
export function idsOf({ row, mail }: ReadMail): readonly string[] {
  return [row.contentKey ?? "", mail.messageId ?? ""].filter(Boolean);
}

/** Whether a mail answers or repeats one of those known by these ids. */
export function refersTo(one: ReadMail, known: ReadonlySet<string>): boolean {
  return [...idsOf(one), ...one.mail.references].some((id) => known.has(id));
}

/** Sends mails that do not refer to one another through the stages. One over which the stages fail is left out. */
export async function decideTogether(
  round: readonly ReadMail[],
  context: StageContext,
): Promise<readonly DecidedMail[]> {
  const decided = await Promise.all(round.map((mail) => decideOne(mail, context)));
  return decided.filter((one) => one !== undefined);
}

async function decideOne(one: ReadMail, context: StageContext): Promise<DecidedMail | undefined> {
  try {
    return { ...one, ...(await decide(one.row, one.mail, context)) };
  } catch {
    // Whoever tries it again, by itself, tells what is wrong with it.
    return undefined;
  }
}

/**
 * Writes new tickets, and mails that need none, in one transaction: all of them with their outcomes, or nothing. Whatever
 * touches a ticket that is there already is written by itself; so is every mail, when the one transaction fails. Out:
 * outcomes by ledger id, as fileTogether's.
 */
export async function writeTogether(
  mails: readonly DecidedMail[],
  { office }: Pick<StageContext, "office">,
): Promise<ReadonlyMap<string, MailOutcome>> {
  const outcomes = new Map<string, MailOutcome>();
  const fresh = mails.filter(({ decision: { action } }) => action === "open" || action === "end");
  if (fresh.length > 1) {
    try {
      for (const [id, outcome] of await commitTogether(fresh, office)) outcomes.set(id, outcome);
    } catch {
      // One of them stands in the way: each is written by itself, and only that one fails.
    }
  }
  const left = mails.filter(({ row }) => !outcomes.has(row.id));
  await inLanes(byTicket(left), LANES, async (some) => {
    for (const { row, decision, decisions } of some) {
      try {
        outcomes.set(row.id, await commitDecision(office, row, decision, decisions));
      } catch {
        // Tried again by itself, like one that could not be decided.
      }
    }
  });
  return outcomes;
}

/** Mails by the ticket they go into, in their order: written at the same time, they would only wait for one another, or be begun anew. */
function byTicket(mails: readonly DecidedMail[]): DecidedMail[][] {
  const found = new Map<string, DecidedMail[]>();
  for (const one of mails) {
    const ticket = ticketOf(one);
    const before = found.get(ticket);
    if (before) before.push(one);
    else found.set(ticket, [one]);
  }
  return [...found.values()];
}

/** What tells the ticket a mail goes into from others; one that opens a ticket, or needs none, is by itself. */
function ticketOf({ row, decision }: DecidedMail): string {
  if (decision.action === "storm") return decision.storm.key;
  return decision.action === "add" || decision.action === "note" ? decision.ticket : row.id;
}

async function commitTogether(
  mails: readonly DecidedMail[],
  office: StageContext["office"],
): Promise<ReadonlyMap<string, MailOutcome>> {
  const year = turkishYear(office.clock.now());
  const count = mails.filter(({ decision }) => decision.action === "open").length;
  // Drawn beforehand: the counter must not wait for this transaction, nor this one for the counter.
  const first = count > 0 ? await office.store.nextNumber("ticket", year, count) : 0;
  return office.store.transact(async (transaction) => {
    const joined = joinedOffice(office, transaction, { year, first, count });
    const outcomes = new Map<string, MailOutcome>();
    for (const { row, decision, decisions } of mails) {
      outcomes.set(row.id, await writeDecision(joined, row, decision, decisions));
    }
    return outcomes;
  });
}
