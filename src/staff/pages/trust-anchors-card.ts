import type { TrustAnchors, Versioned } from "../../core/settings.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { badge, csrfField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import type { SettingsAttempt } from "../settings/settings-attempt.ts";
import { describeAnchor, trustAnchorsFields } from "../settings/trust-anchors-form.ts";

/** Whom the office trusts to say whose a mail's signature is: the certificates, and what to paste them into. */
export function trustAnchorsCard(
  visit: StaffVisit,
  { value, version }: Versioned<TrustAnchors>,
  attempt: SettingsAttempt | undefined,
): Html {
  const { texts, visitor, now } = visit;
  const words = texts.settings;
  const form = attempt?.form ?? trustAnchorsFields(value);
  const fault = attempt?.faults.certificates;
  const rows = value.certificates.map((pem) => {
    const anchor = describeAnchor(pem);
    if (!anchor) return html``;
    return html`<li><strong>${anchor.name}</strong> ${anchor.validTo < now && badge(words.anchorExpired, "warn", "alert")}
      <div class="muted small">${words.anchorValidTo(shortDate(anchor.validTo, visit))}</div><div class="mono small fingerprint">SHA-256 ${anchor.fingerprint}</div></li>`;
  });
  return html`<form class="card" id="trust-anchors" method="post" action="/console/settings/trust-anchors">
  <div class="head"><h2>${words.trustAnchors}</h2><span class="grow"></span>${badge(words.anchorCount(rows.length), "outline")}</div>
  <div class="body stack">${csrfField(visitor)}<input type="hidden" name="version" value="${version}"><p class="muted small">${words.trustAnchorsLead}</p>
    ${rows.length > 0 && html`<ul class="stack">${rows}</ul>`}
    <div class="field"><label for="anchors-certificates">${words.anchorPems}</label><textarea id="anchors-certificates" name="certificates" rows="6" spellcheck="false" ${fault && html`aria-invalid="true"`} aria-describedby="anchors-hint">${form.get("certificates")}</textarea><span class="hint" id="anchors-hint">${words.anchorPemsHint}</span>${fault && html`<span class="wrong">${words.fault[fault]}</span>`}</div>
    <div><button class="button main">${texts.common.save}</button></div>
  </div>
</form>`;
}
