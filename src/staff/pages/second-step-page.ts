import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { csrfField } from "../design/parts.ts";
import { qrCode } from "../design/qr-code.ts";
import type { StaffVisit } from "../route.ts";
import { totpUri } from "../sign-in/totp.ts";

/** Where an authenticator app is given its secret, and proves that it has it. */
export function secondStepPage(visit: StaffVisit, secret: string, wrong = false): Html {
  const { texts, visitor } = visit;
  const { account } = texts;
  const uri = totpUri(secret, visitor.email ?? visitor.name, texts.common.product);
  return page(visit, {
    title: account.secondStep,
    body: html`<div class="page-head"><div><h1>${account.secondStep}</h1><p class="lead">${account.scan}</p></div></div>
${wrong && html`<div class="banner bad" role="alert">${icon("alert")}<div>${account.codeWrong}</div></div>`}
<div class="card"><div class="body stack">${qrCode(uri, account.qrLabel)}<p class="small">${account.byHand} <span class="mono">${secret.replace(/(.{4})(?=.)/g, "$1 ")}</span></p>
<form class="row" method="post" action="/console/account/second-step">${csrfField(visitor)}<input type="hidden" name="secret" value="${secret}"><label for="code">${account.code}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="10"><button class="button main">${account.turnOn}</button><a class="button" href="/console/account">${texts.common.cancel}</a></form></div></div>`,
  });
}

/** The recovery codes, this once. */
export function recoveryPage(visit: StaffVisit, codes: readonly string[]): Html {
  const { account } = visit.texts;
  return page(visit, {
    title: account.recoveryTitle,
    body: html`<div class="page-head"><div><h1>${account.recoveryTitle}</h1><p class="lead">${account.recoveryLead}</p></div></div>
<div class="card"><div class="body stack"><ul class="mono stack">${codes.map((code) => html`<li>${code}</li>`)}</ul><div><a class="button main" href="/console/account">${account.recoveryDone}</a></div></div></div>`,
  });
}
