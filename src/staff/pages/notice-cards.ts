import { NOTICE_CHOICES, NOTICE_TOPICS, type Notice, type NoticeTopic, noticeChoice } from "../../core/notices.ts";
import type { Role } from "../../core/person.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { badge, csrfField, emptyState, options } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import type { AccountData } from "./account-page.ts";

/** Told to leads and administrators only. */
const OF_LEADS: ReadonlySet<NoticeTopic> = new Set(["mailbox", "mailQuarantined", "knowledgeDrafted"]);

/** What one wants to be told and when, and what one was told. */
export function noticeCards(visit: StaffVisit, data: AccountData): Html {
  return html`${choices(visit, data)}${latest(visit, data.notices)}`;
}

function choices({ texts, visitor, staff }: StaffVisit, { noticeSettings }: AccountData): Html {
  const { notices } = texts;
  const items = NOTICE_CHOICES.map((value) => ({ value, label: notices.choice[value] }));
  const quiet = noticeSettings?.quiet;
  const time = (name: "from" | "to") =>
    html`<label for="quiet-${name}">${notices[name]}</label><input id="quiet-${name}" name="${name}" type="time" value="${quiet?.[name]}" aria-describedby="quiet-hint">`;
  return html`<section class="card" id="notices"><div class="head"><h2>${notices.title}</h2></div><form class="body stack" method="post" action="/console/account/notices">${csrfField(visitor)}<p class="muted small">${notices.lead}</p>
${!staff.smtpConfigured && html`<div class="banner warn">${icon("alert")}<div>${notices.noMail}</div></div>`}
${topicsOf(visitor.role).map((topic) => html`<div class="field"><label for="notice-${topic}">${notices.topic[topic]}</label><select id="notice-${topic}" name="${topic}">${options(items, noticeChoice(noticeSettings, topic))}</select></div>`)}
<fieldset><legend>${notices.quiet}</legend><div class="row">${time("from")}${time("to")}</div></fieldset><span class="hint" id="quiet-hint">${notices.quietHint}</span>
<div><button class="button main">${texts.common.save}</button></div></form></section>`;
}

function topicsOf(role: Role): readonly NoticeTopic[] {
  const isLead = role === "lead" || role === "admin";
  return NOTICE_TOPICS.filter((topic) => isLead || !OF_LEADS.has(topic));
}

function latest(visit: StaffVisit, told: readonly Notice[]): Html {
  const { notices } = visit.texts;
  return html`<section class="card"><div class="head"><h2>${notices.latest}</h2></div>${
    told.length === 0
      ? emptyState("inbox", notices.none, notices.noneText)
      : html`<ul class="body stack">${told.map((notice) => html`<li class="row small"><span>${notices.topic[notice.topic]} ${notice.ticket && html`<a class="mono" href="/console/tickets/${notice.ticket}">${notice.ticket}</a>`}</span><span class="muted">${shortDate(notice.createdAt, visit)}</span>${state(visit, notice)}</li>`)}</ul>`
  }</section>`;
}

function state({ texts, staff }: StaffVisit, { sentAt }: Notice): Html {
  const { notices } = texts;
  if (sentAt) return badge(notices.sent, "good");
  return staff.smtpConfigured ? badge(notices.waiting, "outline") : badge(notices.held, "warn");
}
