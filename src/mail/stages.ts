import { type LedgerMail, type MailOutcome, SET_ASIDE, type StageNote } from "../core/mail.ts";
import type { MailInHand } from "./reading/mail-in-hand.ts";
import { allowAcknowledgement } from "./stages/allow-acknowledgement.ts";
import { classify } from "./stages/classify.ts";
import { cleanSubject } from "./stages/clean-subject.ts";
import { collectStorm } from "./stages/collect-storm.ts";
import { commitDecision } from "./stages/commit-decision.ts";
import { cutQuotes } from "./stages/cut-quotes.ts";
import type { Decision } from "./stages/decision.ts";
import { extractRequests } from "./stages/extract-requests.ts";
import { fileMail } from "./stages/file-mail.ts";
import { findThread } from "./stages/find-thread.ts";
import { joinBounce } from "./stages/join-bounce.ts";
import { joinEvidence } from "./stages/join-evidence.ts";
import { knowSender } from "./stages/know-sender.ts";
import { noteSignature } from "./stages/note-signature.ts";
import { openRegisteredMail } from "./stages/open-registered-mail.ts";
import { readAuthentication } from "./stages/read-authentication.ts";
import { recogniseAutomatic } from "./stages/recognise-automatic.ts";
import { recogniseDuplicate } from "./stages/recognise-duplicate.ts";
import { recogniseForward } from "./stages/recognise-forward.ts";
import { recogniseOwnMail } from "./stages/recognise-own-mail.ts";
import { refuseUnreadable } from "./stages/refuse-unreadable.ts";
import { setAsideAutoReplies } from "./stages/set-aside-auto-replies.ts";
import { setAsideReports } from "./stages/set-aside-reports.ts";
import { setAsideSpam } from "./stages/set-aside-spam.ts";
import type { MailOnItsWay, Stage, StageContext } from "./stages/stage.ts";

/** What happens to a mail, in this order. The first stage that decides ends the walk; the last one always does. */
export const STAGES: readonly Stage[] = [
  // Nothing could be read: people look at the raw mail.
  refuseUnreadable,
  // The same mail came by another way before.
  recogniseDuplicate,
  // We wrote it ourselves.
  recogniseOwnMail,
  // Evidence that our registered mail (KEP) was delivered, or was not: to the ticket of that mail.
  joinEvidence,
  // A report that our mail was not delivered: to the ticket of that mail.
  joinBounce,
  // Complaints and read receipts.
  setAsideReports,
  // Who it is from, whatever name is shown.
  knowSender,
  // Registered mail (KEP): the real sender is inside.
  openRegisteredMail,
  // Whether it is as its signer signed it.
  noteSignature,
  // What our own server says of the sender.
  readAuthentication,
  // A machine wrote it: no machine answers it.
  recogniseAutomatic,
  // The ticket it belongs to, if any.
  findThread,
  // Out-of-office notes: on the ticket they answer, without waking it.
  setAsideAutoReplies,
  // What the mail system before us calls spam.
  setAsideSpam,
  // "YNT: FW: [MI-…] …" is about "…".
  cleanSubject,
  // Too many of one kind: together in one ticket.
  collectStorm,
  // Who wrote what is forwarded.
  recogniseForward,
  // What is new in it.
  cutQuotes,
  // Category, urgency, and an answer when it is sure.
  classify,
  // The people it asks something for, one request entry each.
  extractRequests,
  // May we answer by machine?
  allowAcknowledgement,
  // Into its ticket, or a new one.
  fileMail,
];

/** How a mail would end, and why; nothing is written. */
export interface Verdict {
  readonly decision: Decision;
  readonly decisions: readonly StageNote[];
}

/** Sends one mail through the stages. Reads the store, counts tallies unless it is a dry run, writes nothing else. */
export async function decide(row: LedgerMail, mail: MailInHand, context: StageContext): Promise<Verdict> {
  let onItsWay: MailOnItsWay = {
    row,
    mail,
    subject: mail.subject,
    text: mail.text,
    links: [],
    tags: [],
    decisions: [],
  };
  for (const stage of STAGES) {
    const result = await stage.run(onItsWay, context);
    if ("decision" in result && isOverruled(row, result.decision)) {
      const note = `${result.decision.reason} Görevli bilet istedi: yola devam edildi.`;
      const decisions = [...onItsWay.decisions, { stage: stage.name, note }];
      onItsWay = { ...onItsWay, silence: "bileti görevli açtı", decisions };
      continue;
    }
    if ("decision" in result) {
      const note = { stage: stage.name, note: result.decision.reason };
      return { decision: result.decision, decisions: [...onItsWay.decisions, note] };
    }
    const notes = result.note ? [{ stage: stage.name, note: result.note }] : [];
    onItsWay = { ...onItsWay, ...result.learned, decisions: [...onItsWay.decisions, ...notes] };
  }
  throw new Error("The last stage decided nothing.");
}

/** Staff looked at a mail that was set aside, and want a ticket of it all the same. */
function isOverruled({ isWanted }: LedgerMail, decision: Decision): boolean {
  return isWanted === true && decision.action === "end" && SET_ASIDE.includes(decision.kind);
}

/**
 * Sends one mail through the stages and writes how it ended: ticket, message, event and ledger row in one transaction.
 * In: the claimed ledger row and the mail read from its raw bytes. Out: its one outcome, already in the ledger.
 * Throws `stale` when a ticket changed meanwhile (run again), otherwise only when the database does.
 */
export async function runStages(row: LedgerMail, mail: MailInHand, context: StageContext): Promise<MailOutcome> {
  const { decision, decisions } = await decide(row, mail, context);
  return commitDecision(context.office, row, decision, decisions);
}
