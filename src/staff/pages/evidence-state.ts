import { type EvidenceEvent, type MailEvidence, saysUndelivered } from "../../core/mail-evidence.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { badge, facts, type Tone } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";

const WANTING: readonly EvidenceEvent[] = ["notRetrieved", "notNotified", "refused", "other"];

/** What evidence of registered mail says, at a glance; when, why, and that nobody checked it, folds out. One for each piece. */
export function evidenceState(visit: StaffVisit, evidence: readonly MailEvidence[]): Html {
  return html`${evidence.map((one) => pieceState(visit, one))}`;
}

function pieceState(visit: StaffVisit, piece: MailEvidence): Html {
  const words = visit.texts.evidence;
  const { event, at, reason } = piece;
  const tone = toneOf(piece);
  const isAlarm = tone === "bad" || tone === "warn";
  const rows = [
    [words.at, at && shortDate(at, visit)],
    [words.reason, reason],
  ] as const;
  return html`<details class="signature"><summary>${badge(words.event[event], tone, isAlarm ? "alert" : "mail")}</summary><p>${words.unchecked}</p>${facts(rows)}</details>`;
}

/** Never green, as of a signature whose signer nobody vouches for: anybody can write that something was delivered. */
function toneOf(piece: MailEvidence): Tone {
  if (saysUndelivered(piece)) return "bad";
  return WANTING.includes(piece.event) ? "warn" : "quiet";
}
