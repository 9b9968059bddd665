import type { MailboxCheck, Versioned } from "../../core/settings.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { badge, csrfField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { mailboxCheckFields } from "../settings/mailbox-check-form.ts";
import type { SettingsAttempt } from "../settings/settings-attempt.ts";

/** Whether a mail is sent to ourselves and watched for, and how often. */
export function mailboxCheckCard(
  visit: StaffVisit,
  { value, version }: Versioned<MailboxCheck>,
  attempt: SettingsAttempt | undefined,
): Html {
  const { texts, staff, visitor } = visit;
  const words = texts.settings;
  const form = attempt?.form ?? mailboxCheckFields(value);
  const minutes = (name: "everyMinutes" | "withinMinutes", hint: string) => {
    const fault = attempt?.faults[name];
    return html`<div class="field"><label for="m-${name}">${words[name]}</label><input id="m-${name}" name="${name}" value="${form.get(name)}" inputmode="numeric" required size="6" ${fault && html`aria-invalid="true"`} aria-describedby="m-${name}-hint"><span class="hint" id="m-${name}-hint">${hint}</span>${fault && html`<span class="wrong">${words.fault[fault]}</span>`}</div>`;
  };
  return html`<form class="card" id="mailbox-check" method="post" action="/console/settings/mailbox-check">
  <div class="head"><h2>${words.mailboxCheck}</h2><span class="grow"></span>${value.on ? badge(words.isOn, "good", "check") : badge(words.isOff, "outline")}</div>
  <div class="body stack">${csrfField(visitor)}<input type="hidden" name="version" value="${version}"><p class="muted small">${words.mailboxCheckLead}</p>
    ${!staff.smtpConfigured && html`<div class="banner warn">${icon("alert")}<div>${words.mailboxCheckNoSmtp}</div></div>`}
    <label><input type="checkbox" name="on" value="yes" ${form.has("on") && html`checked`}> ${words.on}</label>
    ${minutes("everyMinutes", words.everyHint)}${minutes("withinMinutes", words.withinHint)}
    <div><button class="button main">${texts.common.save}</button></div>
  </div>
</form>`;
}
