import type { Session } from "../../core/staff-ports.ts";
import { shortDate, when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { badge, csrfField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { SHORTEST_PASSWORD } from "../sign-in/password.ts";
import type { AccountData } from "./account-data.ts";
import { noticeCards } from "./notice-cards.ts";

/** One's own account: open sessions, password. */
export function accountPage(visit: StaffVisit, data: AccountData): Html {
  const { sessions, failure, recoveryLeft } = data;
  const { texts, visitor, query } = visit;
  const { account } = texts;
  const wrong = {
    wrongCredentials: account.wrongCurrent,
    badRequest: account.passwordHint(SHORTEST_PASSWORD),
    halfQuiet: texts.notices.halfQuiet,
  };
  return page(visit, {
    title: account.title,
    body: html`<div class="page-head"><div><h1>${account.title}</h1><p class="muted">${visitor.name} · ${visitor.email} · ${texts.common.roles[visitor.role]}</p></div></div>
${query.get("done") === "password" && html`<div class="banner good" role="status">${icon("check")}<div>${account.passwordChanged}</div></div>`}
${query.get("done") === "teamsUnlinked" && html`<div class="banner good" role="status">${icon("check")}<div>${account.teamsUnlinked}</div></div>`}
${query.get("done") === "notices" && html`<div class="banner good" role="status">${icon("check")}<div>${texts.notices.saved}</div></div>`}
${failure && html`<div class="banner bad" role="alert">${icon("alert")}<div>${wrong[failure]}</div></div>`}
<div class="compare">
<section class="card wide"><div class="head"><h2>${account.sessions}</h2></div><div class="body stack"><p class="muted small">${account.sessionsLead}</p></div>
<div class="table-scroll" tabindex="0" role="region" aria-label="${account.sessions}"><table class="stacked"><thead><tr><th>${account.device}</th><th>${account.since}</th><th>${account.lastSeen}</th><th><span class="visually-hidden">${account.end}</span></th></tr></thead><tbody>${sessions.map((session) => sessionRow(visit, session))}</tbody></table></div></section>
<section class="card"><div class="head"><h2>${account.changePassword}</h2></div><form class="body stack" method="post" action="/console/account/password">${csrfField(visitor)}
<input type="hidden" name="username" autocomplete="username" value="${visitor.email}">
<div class="field"><label for="current">${account.currentPassword}</label><input id="current" name="current" type="password" autocomplete="current-password" required></div>
<div class="field"><label for="next">${account.newPassword}</label><input id="next" name="next" type="password" autocomplete="new-password" minlength="${SHORTEST_PASSWORD}" required aria-describedby="next-hint"><span class="hint" id="next-hint">${account.passwordHint(SHORTEST_PASSWORD)}</span></div>
<div><button class="button main">${account.changePassword}</button></div></form></section>${secondStepCard(visit, recoveryLeft)}${teamsCard(visit, data)}${noticeCards(visit, data)}</div>`,
  });
}

function sessionRow(visit: StaffVisit, session: Session): Html {
  const { account } = visit.texts;
  const isThis = session.id === visit.visitor.session;
  return html`<tr><td class="small">${browserOf(session.userAgent)} ${session.inTeams && badge("Teams", "outline")} ${isThis && badge(account.thisSession, "good")}</td><td class="small nowrap">${shortDate(session.createdAt, visit)}</td><td class="small nowrap">${when(session.lastSeenAt, visit)}</td>
<td>${!isThis && html`<form method="post" action="/console/account/sessions/${session.id}/end">${csrfField(visit.visitor)}<button class="button small danger">${account.end}</button></form>`}</td></tr>`;
}

/** The most particular first: Edge says that it is Chrome, and Chrome that it is Safari. */
const BROWSERS = [
  ["Edge", /Edg\/(\d+)/],
  ["Firefox", /Firefox\/(\d+)/],
  ["Chrome", /Chrome\/(\d+)/],
  ["Safari", /Version\/(\d+).* Safari\//],
] as const;

/** "Edge 130, Windows" out of what the browser says of itself; good enough to recognise one's own. */
function browserOf(userAgent = ""): string {
  const browser = BROWSERS.map(([name, sign]) => {
    const version = userAgent.match(sign)?.[1];
    return version && `${name} ${version}`;
  }).find(Boolean);
  const system = userAgent.match(/Windows|Android|iPhone|iPad|Mac OS|Linux/)?.[0];
  return [browser, system].filter(Boolean).join(", ") || "–";
}

function secondStepCard({ texts, visitor }: StaffVisit, recoveryLeft: number | undefined): Html {
  const { account } = texts;
  const isOn = recoveryLeft !== undefined;
  return html`<section class="card"><div class="head"><h2>${account.secondStep}</h2>${isOn ? badge(account.isOn, "good", "check") : badge(account.isOff, "warn")}</div><div class="body stack"><p class="muted small">${account.secondStepLead}</p>${
    isOn
      ? html`<p class="small">${account.recoveryLeft(recoveryLeft)}</p><form class="row" method="post" action="/console/account/second-step/off">${csrfField(visitor)}<label for="off-password">${account.currentPassword}</label><input id="off-password" name="current" type="password" autocomplete="current-password" required><button class="button danger">${account.turnOff}</button></form>`
      : html`<div><a class="button main" href="/console/account/second-step">${account.turnOn}</a></div>`
  }</div></section>`;
}

/** The member's own account in Teams: where notices may go, and what opens the console's tab there. */
function teamsCard({ texts, visitor }: StaffVisit, { teams, teamsCode }: AccountData): Html {
  const { account } = texts;
  const code = html`<div class="banner" role="status">${icon("chat")}<div>${account.teamsType}<p class="code mono">${account.teamsWord} ${teamsCode}</p>${account.teamsGood}</div></div>`;
  return html`<section class="card" id="teams"><div class="head"><h2>${account.teams}</h2>${teams ? badge(account.teamsLinked, "good", "check") : badge(account.teamsNotLinked, "outline")}</div><div class="body stack"><p class="muted small">${account.teamsLead}</p>${teams && html`<p>${teams}</p>`}${teamsCode && code}<div class="row"><form method="post" action="/console/account/teams#teams">${csrfField(visitor)}<button class="button ${!teams && "main"}">${teams ? account.teamsAnother : account.teamsCode}</button></form>${teams && html`<form method="post" action="/console/account/teams/unlink">${csrfField(visitor)}<button class="button danger">${account.teamsUnlink}</button></form>`}</div></div></section>`;
}
