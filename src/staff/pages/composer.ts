import { may, type StaffMember } from "../../core/person.ts";
import { STATUS_MOVES, type Ticket, type TicketStatus } from "../../core/ticket.ts";
import { fold } from "../../language/fold.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { csrfField, options } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { requesterName } from "./ticket-parts.ts";

export type ComposeMode = "reply" | "note";

/** What stands in the form when the page opens: nothing, or what was typed before somebody else was faster. */
export interface Composition {
  readonly mode: ComposeMode;
  readonly text: string;
  readonly status?: TicketStatus;
}

export interface ComposerPlace {
  readonly ticket: Ticket;
  /** Who can be named in a note. */
  readonly members: readonly StaffMember[];
  /** The last event the writer has seen. */
  readonly seen: string;
  /** Query string of the list beside the ticket. */
  readonly query: string;
  /** Whether an answer by mail is told in the requester's chat too. */
  readonly alsoInChat?: boolean;
}

/** Whether a reply reaches the requester: some way leads to them, and the ticket is not closed. */
export function canBeAnswered({ requester, status }: Ticket): boolean {
  return Boolean(requester.email ?? requester.conversationId) && status !== "closed";
}

/** Where a reply or a note is written. Sends the version the writer saw, so that nobody answers past somebody else. */
export function composer(
  visit: StaffVisit,
  { ticket, members, seen, query, alsoInChat }: ComposerPlace,
  typed?: Composition,
): Html {
  const { texts, visitor } = visit;
  if (!may(visitor.role, "tickets.write")) return html``;
  const reachable = canBeAnswered(ticket);
  const mode: ComposeMode = reachable ? (typed?.mode ?? "reply") : "note";
  const radio = (value: ComposeMode, label: string, key: string, sign: "reply" | "note") =>
    html`<label>${icon(sign)}<input type="radio" name="mode" value="${value}" data-key="${key}" ${mode === value && html`checked`}>${label}</label>`;
  return html`<form class="card composer" id="compose" method="post" action="/console/tickets/${ticket.number}/messages${query}" data-draft="${visitor.id}:${ticket.number}">
  ${csrfField(visitor)}<input type="hidden" name="version" value="${ticket.version}"><input type="hidden" name="seen" value="${seen}">
  <fieldset class="modes"><legend class="visually-hidden">${texts.tickets.reply} / ${texts.tickets.note}</legend>${reachable && radio("reply", texts.tickets.reply, "r", "reply")}${radio("note", texts.tickets.note, "n", "note")}</fieldset>
  <div class="body">
    ${reachable ? html`<p class="muted small for-reply">${texts.tickets.replyTo(requesterName(ticket, visit))}${alsoInChat && ` · ${texts.person.alsoInChat}`}</p>` : html`<p class="muted small">${ticket.status === "closed" ? texts.tickets.closedTicket : texts.tickets.unreachable}</p>`}
    <p class="muted small for-note">${texts.tickets.noteHint}</p>
    <label class="visually-hidden" for="compose-text"><span class="for-reply">${texts.tickets.replyLabel}</span><span class="for-note">${texts.tickets.note}</span></label>
    <textarea id="compose-text" name="text" required maxlength="100000" placeholder="${mode === "note" ? texts.tickets.notePlaceholder : texts.tickets.replyPlaceholder}" data-for-reply="${texts.tickets.replyPlaceholder}" data-for-note="${texts.tickets.notePlaceholder}" aria-autocomplete="list" aria-controls="colleagues snippets">${typed?.text}</textarea>
    ${colleagues(visit, members)}
    <ul id="snippets" class="colleagues" role="listbox" aria-label="${texts.readyAnswers.list}" data-snippets="/console/tickets/${ticket.number}/ready-answers" hidden></ul>
    <div class="send">
      <button class="button main">${icon("send")}<span class="for-reply">${texts.tickets.send}</span><span class="for-note">${texts.tickets.addNote}</span></button>
      ${reachable && html`<span class="for-reply row">${statusAfter(visit, ticket, typed?.status)}</span>`}
      <button type="button" class="button quiet" data-open="answers" data-key="i">${icon("book")}${texts.desk.answers}</button>
      <span class="muted small" data-draft-hint hidden>${texts.tickets.draftKept}</span>
    </div>
  </div>
</form>`;
}

/** Opened while "@" and a name are typed into a note. */
function colleagues({ texts, visitor }: StaffVisit, members: readonly StaffMember[]): Html {
  const others = members.filter(({ id, active }) => active && id !== visitor.id);
  return html`<ul id="colleagues" class="colleagues" role="listbox" aria-label="${texts.tickets.colleagues}" hidden>${others.map(({ id, name }) => html`<li id="colleague-${id}" role="option" aria-selected="false" data-name="${name}" data-plain="${fold(name)}">${name}</li>`)}</ul>`;
}

/** Where a ready answer is looked for; its list comes when it is opened. */
export function answersDialog({ texts, visitor }: StaffVisit, { number }: Ticket): Html {
  if (!may(visitor.role, "tickets.write")) return html``;
  return html`<dialog id="answers" aria-labelledby="answers-title"><div class="row"><h2 id="answers-title">${texts.desk.answersTitle}</h2></div>
<div class="field"><label for="answers-find">${texts.desk.answersFind}</label><input id="answers-find" type="search" autocomplete="off"></div>
<div class="answers" data-answers="/console/tickets/${number}/answers" tabindex="0" role="region" aria-labelledby="answers-title"></div>
<div class="row"><form method="dialog"><button class="button">${texts.common.close}</button></form><a class="button quiet" href="/console/answers">${icon("settings")}${texts.readyAnswers.manage}</a></div></dialog>`;
}

function statusAfter({ texts }: StaffVisit, ticket: Ticket, chosen: TicketStatus | undefined): Html {
  const allowed = [...new Set([ticket.status, ...STATUS_MOVES[ticket.status]])].filter((status) => status !== "new");
  const items = allowed.map((status) => ({ value: status, label: texts.tickets.status[status] }));
  return html`<label for="then-status">${texts.tickets.thenStatus}</label><select id="then-status" name="status">${options(items, chosen ?? "pending")}</select>`;
}
