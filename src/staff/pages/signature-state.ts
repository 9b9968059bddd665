import { type MailSignature, type MailSigner, type SignatureVerdict, verdictOn } from "../../core/mail-signature.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { badge, facts, type Tone } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";

const TONES: Readonly<Record<SignatureVerdict, Tone>> = {
  confirmed: "good",
  intact: "quiet",
  noAddress: "quiet",
  otherAddress: "warn",
  expired: "warn",
  unchecked: "outline",
  changed: "bad",
};

/** A mail's signature: what it is worth at a glance; who signed, and what to do, folds out. One for each signer. */
export function signatureState(visit: StaffVisit, signature: MailSignature): Html {
  const words = visit.texts.signature;
  const { form, why, signers } = signature;
  if (!why) return html`${signers.map((signer) => signerState(visit, signer))}`;
  const label = form === "encrypted" ? badge(words.encrypted, "warn", "lock") : verdictBadge(visit, "unchecked");
  return html`<details class="signature"><summary>${label}</summary><p>${words.reason[why]}</p></details>`;
}

function signerState(visit: StaffVisit, signer: MailSigner): Html {
  const words = visit.texts.signature;
  const verdict = verdictOn(signer);
  const advice = verdict === "unchecked" ? words.reason[signer.why ?? "damaged"] : words.advice[verdict];
  const { name, emails, issuer, validFrom, validTo, signedAt, timing, chain, isWeak } = signer;
  const rows = [
    [words.signer, name],
    [words.emails, emails.join(", ")],
    [words.issuer, issuer],
    [words.valid, validFrom && validTo && words.span(shortDate(validFrom, visit), shortDate(validTo, visit))],
    [words.signedAt, signedAt && shortDate(signedAt, visit)],
    [words.timingName, timing && words.timing[timing]],
    [words.chainName, chain && words.chain[chain]],
    [words.revocation, validTo && words.revocationUnknown],
    [words.method, isWeak && words.weakHint],
  ] as const;
  return html`<details class="signature"><summary>${verdictBadge(visit, verdict)}${isWeak && badge(words.weak, "warn")}${timing && badge(words.oddTime, "warn")}${name && html`<span class="muted">${name}</span>`}</summary>
  <p>${advice}</p><p class="muted">${words.said}</p>${facts(rows)}</details>`;
}

function verdictBadge({ texts }: StaffVisit, verdict: SignatureVerdict): Html {
  const isAlarm = verdict === "changed" || verdict === "otherAddress" || verdict === "expired";
  return badge(texts.signature.verdict[verdict], TONES[verdict], isAlarm ? "alert" : "shield");
}
