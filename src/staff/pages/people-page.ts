import { ROLES } from "../../core/person.ts";
import type { ApiToken, StaffEntry } from "../../core/staff-ports.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { badge, csrfField, face, options } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";

export interface PeopleData {
  readonly members: readonly StaffEntry[];
  readonly tokens: readonly ApiToken[];
  /** Something shown this once: a password or a token, with the sentence that goes with it. */
  readonly once?: { readonly sentence: string; readonly secret: string };
  readonly wrong?: string;
  /** A new member as typed, who could not be added. */
  readonly typed?: { readonly form: URLSearchParams; readonly fault: NewMemberFault };
}

/** Why the address of a new member cannot be taken. */
export type NewMemberFault = "taken" | "noAddress";

/** Who may sign in, and which programs. */
export function peoplePage(visit: StaffVisit, { members, tokens, once, wrong, typed }: PeopleData): Html {
  const { people } = visit.texts;
  return page(visit, {
    title: people.people,
    body: html`<div class="page-head"><div><h1>${people.people}</h1><p class="lead">${people.peopleLead}</p></div></div>
${wrong && html`<div class="banner bad" role="alert">${icon("alert")}<div>${wrong}</div></div>`}
${once && html`<div class="banner good" role="status">${icon("check")}<div>${once.sentence} <strong class="mono">${once.secret}</strong></div></div>`}
<div class="stack">
<section class="card"><div class="table-scroll" tabindex="0" role="region" aria-label="${people.people}"><table class="stacked"><thead><tr><th>${people.name}</th><th>${people.role}</th><th>${people.state}</th><th><span class="visually-hidden">${people.newPassword}</span></th></tr></thead><tbody>${members.map((member) => row(visit, member))}</tbody></table></div></section>
<div class="compare">${addForm(visit, typed)}${tokensCard(visit, tokens)}</div></div>`,
  });
}

function row(visit: StaffVisit, member: StaffEntry): Html {
  const { people, common } = visit.texts;
  const isSelf = member.id === visit.visitor.id;
  const path = `/console/people/${member.id}`;
  const roles = ROLES.map((value) => ({ value, label: common.roles[value] }));
  return html`<tr><td><div class="row">${face(member.name, "agent")}<div><strong>${member.name}</strong><div class="small muted">${member.email}</div></div></div></td>
<td>${isSelf || member.directory ? common.roles[member.role] : html`<form method="post" action="${path}/role" data-send-on-change>${csrfField(visit.visitor)}<label class="visually-hidden" for="r-${member.id}">${people.role}: ${member.name}</label><select id="r-${member.id}" name="role">${options(roles, member.role)}</select><noscript><button class="button small">${common.save}</button></noscript></form>`}</td>
<td>${member.active ? badge(people.active, "good") : badge(people.closed, "outline")} ${member.secondStep && badge(people.secondStep, "info", "shield")} ${member.directory && badge(people.directory, "outline")}</td>
<td><div class="row">${!isSelf && button(visit, `${path}/${member.active ? "close" : "reopen"}`, member.active ? people.close : people.reopen, member.name, member.active)}${!isSelf && !member.directory && button(visit, `${path}/password`, people.newPassword, member.name)}</div></td></tr>`;
}

function button({ visitor }: StaffVisit, action: string, label: string, name: string, danger = false): Html {
  return html`<form method="post" action="${action}">${csrfField(visitor)}<button class="button small ${danger && "danger"}" aria-label="${label}: ${name}">${label}</button></form>`;
}

function addForm(visit: StaffVisit, typed: PeopleData["typed"]): Html {
  const { people, common } = visit.texts;
  const fault = typed && people.fault[typed.fault];
  const chosen = typed?.form.get("role") ?? "agent";
  return html`<section class="card"><div class="head"><h2>${people.add}</h2></div><form class="body stack" method="post" action="/console/people">${csrfField(visit.visitor)}
<div class="field"><label for="new-name">${people.name}</label><input id="new-name" name="name" value="${typed?.form.get("name")}" required maxlength="120" autocomplete="off"></div>
<div class="field"><label for="new-email">${people.email}</label><input id="new-email" name="email" type="email" value="${typed?.form.get("email")}" required maxlength="254" autocomplete="off" ${fault && html`aria-invalid="true" aria-describedby="new-email-wrong"`}>${fault && html`<span class="wrong" id="new-email-wrong" role="alert">${fault}</span>`}</div>
<fieldset class="stack"><legend class="small"><strong>${people.role}</strong></legend>${ROLES.map((role) => html`<label><input type="radio" name="role" value="${role}" required ${role === chosen && html`checked`}> ${common.roles[role]} <span class="muted">– ${people.roleHints[role]}</span></label>`)}</fieldset>
<div><button class="button main">${icon("plus")}${people.add}</button></div></form></section>`;
}

function tokensCard(visit: StaffVisit, tokens: readonly ApiToken[]): Html {
  const { people, common } = visit.texts;
  const roles = ROLES.map((value) => ({ value, label: common.roles[value] }));
  return html`<section class="card"><div class="head"><h2>${people.tokens}</h2></div><div class="body stack"><p class="muted small">${people.tokensLead}</p>
${tokens.length === 0 ? html`<p class="muted">${people.noTokens}</p>` : html`<ul class="stack">${tokens.map((token) => html`<li class="row"><strong>${token.name}</strong>${badge(common.roles[token.role], "outline")}<span class="small muted">${people.created}: ${shortDate(token.createdAt, visit)}</span>${button(visit, `/console/people/tokens/${token.hash}/revoke`, people.tokenRevoke, token.name, true)}</li>`)}</ul>`}
<form class="row" method="post" action="/console/people/tokens">${csrfField(visit.visitor)}<label for="token-name">${people.tokenName}</label><input id="token-name" name="name" required maxlength="80" autocomplete="off"><label class="visually-hidden" for="token-role">${people.role}</label><select id="token-role" name="role">${options(roles, "viewer")}</select><button class="button">${people.tokenCreate}</button></form></div></section>`;
}
