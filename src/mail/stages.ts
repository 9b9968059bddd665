import type { LedgerMail, MailOutcome } from "../core/mail.ts";
import type { MailInHand } from "./reading/mail-in-hand.ts";
import type { Stage, StageContext } from "./stages/stage.ts";

/** What happens to a mail, in this order. The first stage that decides ends the walk. */
export const STAGES: readonly Stage[] = [];

/**
 * Sends one mail through the stages and writes how it ended: ticket, message, event and ledger row in one transaction.
 * In: the claimed ledger row and the mail read from its raw bytes. Out: its one outcome, already in the ledger.
 * Throws only when the database does, so that the caller gives the mail back and tries again.
 */
export async function runStages(_row: LedgerMail, _mail: MailInHand, _context: StageContext): Promise<MailOutcome> {
  throw new Error(`no stages yet (${STAGES.length})`);
}
