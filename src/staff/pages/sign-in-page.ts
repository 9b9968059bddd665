import type { ErrorCode } from "../../core/errors.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { documentOf } from "../design/layout.ts";
import type { Visit } from "../route.ts";

export interface SignInForm {
  /** Secret that also stands in a cookie: the form came from this page. */
  readonly proof: string;
  readonly next: string;
  readonly email?: string;
  readonly failure?: ErrorCode;
  readonly signedOut?: boolean;
}

export function signInPage(visit: Visit, form: SignInForm): Html {
  const { account, common, errors } = visit.texts;
  const failure = form.failure && errors[form.failure];
  const otherLanguage = visit.preferences.language === "tr" ? "en" : "tr";
  return documentOf(
    visit,
    account.signIn,
    html`<main class="signin"><div class="card">
  <p class="mark">${icon("shield")}<span>${common.product}</span></p>
  <div><h1>${account.signIn}</h1><p class="muted">${account.signInLead}</p></div>
  ${failure && html`<div class="banner bad" role="alert">${icon("alert")}<div><strong>${failure.title}</strong>${failure.remedy}</div></div>`}
  ${form.signedOut && html`<div class="banner good" role="status">${icon("check")}<div>${account.signedOut}</div></div>`}
  <form method="post" action="/console/sign-in" class="stack">
    <input type="hidden" name="proof" value="${form.proof}"><input type="hidden" name="next" value="${form.next}">
    <div class="field"><label for="email">${account.email}</label><input id="email" name="email" type="email" value="${form.email}" autocomplete="username" required autofocus></div>
    <div class="field"><label for="password">${account.password}</label><input id="password" name="password" type="password" autocomplete="current-password" required></div>
    <label><input type="checkbox" data-shows-password="password"> ${account.showPassword}</label>
    <button class="button main">${account.signIn}</button>
  </form>
  ${visit.staff.directory && html`<a class="button" href="/console/sign-in/directory?next=${encodeURIComponent(form.next)}">${icon("people")}${account.withDirectory}</a>`}
  <p class="muted small">${account.forgotten}</p>
  <p class="feet small"><a href="/console/sign-in?language=${otherLanguage}" lang="${otherLanguage}" hreflang="${otherLanguage}">${common.otherLanguage}</a><span class="muted">${common.timeZone}</span></p>
</div></main>`,
  );
}

export interface CodeForm {
  readonly next: string;
  readonly failure?: ErrorCode;
}

/** The second step: a code of the authenticator app, or one of the recovery codes. */
export function codePage(visit: Visit, { next, failure }: CodeForm): Html {
  const { account, common, errors } = visit.texts;
  return documentOf(
    visit,
    account.secondStep,
    html`<main class="signin"><div class="card">
  <p class="mark">${icon("shield")}<span>${common.product}</span></p>
  <div><h1>${account.secondStep}</h1><p class="muted">${account.codeLead}</p></div>
  ${failure && html`<div class="banner bad" role="alert">${icon("alert")}<div>${failure === "tooManyRequests" ? errors.tooManyRequests.title : account.codeWrong}</div></div>`}
  <form method="post" action="/console/sign-in/code" class="stack"><input type="hidden" name="next" value="${next}">
    <div class="field"><label for="code">${account.code}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus maxlength="24"></div>
    <button class="button main">${account.signIn}</button></form>
  <p class="muted small">${account.recoveryHint}</p>
</div></main>`,
  );
}
