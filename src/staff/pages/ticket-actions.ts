import { identityOf } from "../../core/identity.ts";
import { may } from "../../core/person.ts";
import { STATUS_MOVES, type Ticket, type TicketStatus } from "../../core/ticket.ts";
import { turkishLocalTime } from "../../core/turkish-time.ts";
import { lastSnoozeEnd, SNOOZES } from "../console/snooze-times.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { type IconName, icon } from "../design/icons.ts";
import { csrfField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { viewQuery } from "../ticket-view.ts";
import { canBeAnswered } from "./composer.ts";
import type { TicketPageData } from "./ticket-data.ts";
import { statusBadge, subjectOf } from "./ticket-parts.ts";
import { describedBy, refusedIn, type WrongField } from "./wrong-field.ts";

type Data = Pick<TicketPageData, "ticket" | "events" | "queue">;
type DuplicateData = Data & Pick<TicketPageData, "duplicates" | "linked">;

/** What is done most often is one click or one key away; the rest is in menus. */
export function ticketActions(visit: StaffVisit, data: Data, wrong?: WrongField): Html {
  const { texts, visitor } = visit;
  const { ticket } = data;
  if (!may(visitor.role, "tickets.write")) return html``;
  const one = (name: string, was: string, value: string, label: string, sign: IconName, key: string) =>
    html`${formTo(visit, data, "changes")}<input type="hidden" name="was.${name}" value="${was}"><button class="button small" name="${name}" value="${value}" data-key="${key}">${icon(sign)}${label}</button></form>`;
  const canGo = (status: TicketStatus) => STATUS_MOVES[ticket.status].includes(status);
  return html`<div class="row">
  ${canBeAnswered(ticket) && html`<a class="button small" href="#compose-text" data-press="r">${icon("reply")}${texts.common.keys.reply}</a>`}
  ${ticket.assignee !== visitor.id && ticket.status !== "closed" && one("assignee", ticket.assignee ?? "", visitor.id, texts.tickets.take, "person", "a")}
  ${canGo("solved") && one("status", ticket.status, "solved", texts.tickets.solve, "check", "e")}
  ${ticket.status === "solved" && one("status", ticket.status, "open", texts.tickets.reopen, "history", "o")}
  ${canGo("solved") && snoozeMenu(visit, data, wrong)}
  ${may(visitor.role, "tickets.merge") && !ticket.mergedInto && joinMenu(visit, data, wrong)}
</div>
${ticket.snoozedUntil && ticket.snoozedUntil > visit.now && html`<div class="banner">${icon("clock")}<div class="row">${texts.desk.snoozedUntil(shortDate(ticket.snoozedUntil, visit))}${formTo(visit, data, "snooze")}<button class="button small" name="until" value="now">${texts.desk.wake}</button></form></div></div>`}`;
}

/** The beginning of a form on this ticket, with what every one of them sends. */
function formTo({ visitor }: StaffVisit, { ticket, events, queue }: Data, action: string): Html {
  return html`<form method="post" action="/console/tickets/${ticket.number}/${action}${viewQuery(queue.view)}">${csrfField(visitor)}<input type="hidden" name="version" value="${ticket.version}"><input type="hidden" name="seen" value="${events.at(-1)?.id}">`;
}

function snoozeMenu(visit: StaffVisit, data: Data, wrong: WrongField | undefined): Html {
  const { desk } = visit.texts;
  const refused = refusedIn("until", wrong);
  return html`<details class="menu left" ${refused !== undefined && html`open`}><summary class="button small">${icon("clock")}${desk.snooze}</summary><div class="sheet">${formTo(visit, data, "snooze")}${SNOOZES.map(
    (name) => html`<button class="item" name="until" value="${name}">${desk.snoozeUntil[name]}</button>`,
  )}</form><hr>${formTo(visit, data, "snooze")}<div class="stack chosen-time"><div class="field"><label for="snooze-at">${desk.snoozeAt}</label><input id="snooze-at" name="at" type="datetime-local" min="${turkishLocalTime(visit.now)}" max="${turkishLocalTime(lastSnoozeEnd(visit.now))}" value="${refused}" required ${describedBy("snooze-hint", refused)}><span class="hint" id="snooze-hint">${desk.snoozeAtHint}</span></div><div><button class="button small" name="until" value="chosen">${icon("clock")}${desk.snooze}</button></div></div></form></div></details>`;
}

function joinMenu(visit: StaffVisit, data: Data, wrong: WrongField | undefined): Html {
  const { desk } = visit.texts;
  const refused = refusedIn("other", wrong);
  return html`<details class="menu left" ${refused !== undefined && html`open`}><summary class="button small">${icon("merge")}${desk.mergeOrLink}</summary><div class="sheet wide">${formTo(visit, data, "join")}<div class="stack">
    <div class="field"><label for="join-other">${desk.otherNumber}</label><input id="join-other" name="other" value="${refused}" required maxlength="60" ${describedBy("join-hint", refused)}><span class="hint" id="join-hint">${desk.otherNumberHint}</span></div>
    <div class="row"><button class="button main small" name="how" value="merge">${icon("merge")}${desk.merge}</button><button class="button small" name="how" value="link">${icon("link")}${desk.link}</button></div>
    <p class="muted small">${desk.mergeHint}</p></div></form>
    <hr><a class="item" href="/console/tickets/${data.ticket.number}/split">${icon("split")}${desk.split}</a></div></details>`;
}

/** Open tickets that look like this one, before somebody starts on the same matter twice. */
export function duplicatesBanner(visit: StaffVisit, data: DuplicateData): Html {
  const { desk } = visit.texts;
  const { duplicates, linked } = data;
  const person = new Set([identityOf(data.ticket), ...linked.map(({ identity }) => identity)]);
  const isSamePerson = (other: Ticket) => identityOf(other) !== undefined && person.has(identityOf(other));
  if (duplicates.length === 0) return html``;
  const canMerge = may(visit.visitor.role, "tickets.merge");
  return html`<div class="banner">${icon("link")}<div class="stack"><div><strong>${desk.duplicates}</strong>${desk.duplicatesLead}</div><ul class="stack">${duplicates.map(
    (other) =>
      html`<li class="row"><a href="/console/tickets/${other.number}">${other.number} ${subjectOf(other, visit)}</a>${statusBadge(other.status, visit)}${isSamePerson(other) && html`<span>${desk.sameRequester}</span>`}${canMerge && html`${formTo(visit, data, "join")}<input type="hidden" name="other" value="${other.number}"><button class="button small" name="how" value="merge">${desk.mergeInto}</button></form>`}</li>`,
  )}</ul></div></div>`;
}
