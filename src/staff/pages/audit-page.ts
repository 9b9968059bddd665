import type { EventType, StoredEvent } from "../../core/events.ts";
import type { Page } from "../../core/page.ts";
import type { StaffMember } from "../../core/person.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { page } from "../design/layout.ts";
import { emptyState, moreLink, options } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { settingChangeList } from "./setting-changes.ts";
import { actorName, eventDetail } from "./ticket-history.ts";

/** The kinds of events people look for; every other kind is under "all". */
export const AUDITED = [
  "personalData.revealed",
  "personalData.exported",
  "person.erasing",
  "person.erased",
  "person.linked",
  "person.unlinked",
  "staff.signedIn",
  "staff.signInRefused",
  "staff.added",
  "staff.changed",
  "ticket.statusChanged",
  "ticket.changed",
  "ticket.merged",
  "request.moved",
  "request.corrected",
  "knowledge.published",
  "mail.reprocessed",
  "settings.changed",
  "shared.kept",
  "shared.discarded",
] as const satisfies readonly EventType[];
export type Audited = (typeof AUDITED)[number];

/** Letters of a value shown in a line; the event has the whole. */
const LONGEST = 120;

/** Who did what, when. In: the members, by whose names accounts are told. */
export function auditPage(
  visit: StaffVisit,
  list: Page<StoredEvent>,
  type: Audited | undefined,
  members: readonly StaffMember[],
): Html {
  const { people, common } = visit.texts;
  const kinds = [
    { value: "", label: people.auditAll },
    ...AUDITED.map((value) => ({ value, label: visit.texts.events[value] })),
  ];
  return page(visit, {
    title: people.audit,
    body: html`<div class="page-head"><div><h1>${people.audit}</h1><p class="lead">${people.auditLead}</p></div><span class="grow"></span>
<form class="row" method="get" action="/console/audit" data-send-on-change><label class="visually-hidden" for="type">${people.auditWhat}</label><select id="type" name="type">${options(kinds, type ?? "")}</select><noscript><button class="button">${common.filter}</button></noscript></form></div>
<div class="card">${list.items.length === 0 ? emptyState("history", people.auditEmpty, people.auditEmptyText) : table(visit, list.items, members)}${moreLink(common.more, "/console/audit", visit.query, list.nextCursor)}</div>`,
  });
}

function table(visit: StaffVisit, items: readonly StoredEvent[], members: readonly StaffMember[]): Html {
  const { people } = visit.texts;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${people.audit}"><table class="stacked"><thead><tr><th>${people.auditWhen}</th><th>${people.auditWho}</th><th>${people.auditWhat}</th><th>${people.auditOf}</th></tr></thead><tbody>${items.map(
    (event) =>
      html`<tr><td class="small nowrap">${shortDate(event.at, visit)}</td><td>${actorName(event.actor, visit)}</td><td title="${event.type}">${visit.texts.events[event.type]}</td><td class="small">${about(visit, event, members)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Before and after, of what everybody works with. */
function changesOf(visit: StaffVisit, event: StoredEvent): Html {
  if (event.type === "settings.changed") return settingChangeList(visit, event.changes);
  if (event.type !== "shared.kept" && event.type !== "shared.discarded") return html``;
  const plain = (value: unknown) => (value === null ? visit.texts.common.none : String(value).slice(0, LONGEST));
  return html`<strong>${event.name}</strong><ul>${event.changes.map(({ field, from, to }) => html`<li>${field}: ${plain(from)} → ${plain(to)}</li>`)}</ul>`;
}

/** The records an event speaks of, as links where there is a page, whose account it is about unless it is one's own, and its own word about it. */
function about(visit: StaffVisit, event: StoredEvent, members: readonly StaffMember[]): Html {
  const { ticket, mail, entry, subject } = event as Partial<Record<"ticket" | "mail" | "entry" | "subject", string>>;
  const isOwn = "id" in event.actor && event.actor.id === subject;
  const account = isOwn ? undefined : members.find(({ id }) => id === subject);
  const word = eventDetail(visit, event) || (!isOwn && !account && subject);
  return html`${ticket && html`<a class="mono" href="/console/tickets/${ticket}">${ticket}</a> `}${mail && html`<a class="mono" href="/console/mails/${mail}">${mail}</a> `}${entry && html`<span class="mono">${entry}</span> `}${account && html`<strong>${account.name}</strong> `}${word}${changesOf(visit, event)}`;
}
