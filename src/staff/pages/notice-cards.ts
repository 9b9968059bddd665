import {
  NOTICE_CHOICES,
  NOTICE_TOPICS,
  type Notice,
  type NoticeTopic,
  type NoticeWay,
  noticeChoice,
  noticeWays,
} from "../../core/notices.ts";
import { NOTICE_MS } from "../../core/outbox.ts";
import type { Role } from "../../core/person.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { badge, csrfField, emptyState, foldedList, options } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import type { AccountData } from "./account-data.ts";

/** Told to leads and administrators only. */
const OF_LEADS: ReadonlySet<NoticeTopic> = new Set(["escalated", "mailbox", "mailQuarantined", "knowledgeDrafted"]);

/** The ways as the form offers them. */
export const WAY_CHOICES = ["mail", "teams", "both"] as const;
type WayChoice = (typeof WAY_CHOICES)[number];
export const WAYS_OF_CHOICE: Readonly<Record<WayChoice, readonly NoticeWay[]>> = {
  mail: ["mail"],
  teams: ["teams"],
  both: ["mail", "teams"],
};

/** The form's field for the way of a topic. */
export function wayField(topic: NoticeTopic): string {
  return `${topic}.way`;
}

/** What one wants to be told and when, and what one was told. */
export function noticeCards(visit: StaffVisit, data: AccountData): Html {
  return html`${choices(visit, data)}${latest(visit, data.notices)}`;
}

function choices(visit: StaffVisit, data: AccountData): Html {
  const { texts, visitor, staff } = visit;
  const { notices } = texts;
  const { noticeSettings, teams, isMet } = data;
  const quiet = noticeSettings?.quiet;
  const time = (name: "from" | "to") =>
    html`<label for="quiet-${name}">${notices[name]}</label><input id="quiet-${name}" name="${name}" type="time" value="${quiet?.[name]}" ${quiet?.[name] === "" && html`aria-invalid="true"`} aria-describedby="quiet-hint">`;
  return html`<section class="card wide" id="notices"><div class="head"><h2>${notices.title}</h2></div><form class="body stack" method="post" action="/console/account/notices">${csrfField(visitor)}<p class="muted small">${notices.lead}</p>
${!staff.smtpConfigured && html`<div class="banner warn">${icon("alert")}<div>${notices.noMail}</div></div>`}
${!teams && html`<p class="muted small">${notices.linkFirst} <a href="#teams">${texts.account.teams}</a></p>`}
${teams && !isMet && html`<div class="banner warn">${icon("alert")}<div>${notices.notMet}</div></div>`}
<div class="choices">${topicsOf(visitor.role).map((topic) => topicField(visit, data, topic))}</div>
<fieldset><legend>${notices.quiet}</legend><div class="row">${time("from")}${time("to")}</div></fieldset><span class="small muted" id="quiet-hint">${notices.quietHint}</span>
<div><button class="button main">${texts.common.save}</button></div></form></section>`;
}

/** When one is told of a topic and, once Teams is a way, how. */
function topicField({ texts }: StaffVisit, { noticeSettings, teams }: AccountData, topic: NoticeTopic): Html {
  const { notices } = texts;
  const times = NOTICE_CHOICES.map((value) => ({ value, label: notices.choice[value] }));
  const ways = WAY_CHOICES.map((value) => ({ value, label: notices.way[value] }));
  const label = notices.topic[topic];
  const how = html`<select name="${wayField(topic)}" aria-label="${label}: ${notices.how}">${options(ways, chosenWay(noticeWays(noticeSettings, topic)))}</select>`;
  return html`<div class="field"><label for="notice-${topic}">${label}</label><div class="pair"><select id="notice-${topic}" name="${topic}">${options(times, noticeChoice(noticeSettings, topic))}</select>${teams && how}</div></div>`;
}

function chosenWay(ways: readonly NoticeWay[]): WayChoice {
  return ways.length > 1 ? "both" : (ways[0] ?? "mail");
}

function topicsOf(role: Role): readonly NoticeTopic[] {
  const isLead = role === "lead" || role === "admin";
  return NOTICE_TOPICS.filter((topic) => isLead || !OF_LEADS.has(topic));
}

function latest(visit: StaffVisit, told: readonly Notice[]): Html {
  const { notices } = visit.texts;
  const lines = told.map((notice) => line(visit, notice));
  return html`<section class="card"><div class="head"><h2>${notices.latest}</h2></div>${
    told.length === 0
      ? emptyState("inbox", notices.none, notices.noneText)
      : html`<div class="body">${foldedList(lines.slice(0, SEEN), lines.slice(SEEN), notices.older(lines.length - SEEN))}</div>`
  }</section>`;
}

/** What one was told last is seen, what came before folds out. */
const SEEN = 6;

function line(visit: StaffVisit, notice: Notice): Html {
  return html`<li class="row small"><span>${visit.texts.notices.topic[notice.topic]} ${notice.ticket && html`<a class="mono nowrap" href="/console/tickets/${notice.ticket}">${notice.ticket}</a>`}</span><span class="muted">${shortDate(notice.createdAt, visit)}</span>${state(visit, notice)}</li>`;
}

function state({ texts, staff, now }: StaffVisit, { sentAt, leavesAt, told = [] }: Notice): Html {
  const { notices } = texts;
  if (sentAt) return badge([notices.sent, ...told.map((way) => notices.way[way])].join(" · "), "good");
  if (now.getTime() - leavesAt.getTime() > NOTICE_MS) return badge(notices.expired, "outline");
  return staff.smtpConfigured ? badge(notices.waiting, "outline") : badge(notices.held, "warn");
}
