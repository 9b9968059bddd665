import { kindOf } from "../../core/identity.ts";
import { answersByMail } from "../../core/ticket.ts";
import { shortDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { banners, page } from "../design/layout.ts";
import type { StaffVisit } from "../route.ts";
import { viewQuery } from "../ticket-view.ts";
import { answersDialog, type Composition, composer } from "./composer.ts";
import { dueBadge } from "./due-badge.ts";
import { thread } from "./thread.ts";
import { duplicatesBanner, ticketActions } from "./ticket-actions.ts";
import type { TicketPageData } from "./ticket-data.ts";
import { categoryName, priorityBadge, statusBadge, subjectOf } from "./ticket-parts.ts";
import { ticketQueue } from "./ticket-queue.ts";
import { ticketSide } from "./ticket-side.ts";
import { sentWords } from "./undo.ts";
import type { WrongField } from "./wrong-field.ts";

/** What the page says first, and what stands in its composer. */
export interface TicketPageState {
  readonly done?: string;
  readonly typed?: Composition;
  readonly wrong?: WrongField;
}

/** One ticket, with the list it was opened from beside it. */
export function ticketPage(visit: StaffVisit, data: TicketPageData, state: TicketPageState): Html {
  const { texts } = visit;
  const { ticket, events, queue } = data;
  const query = viewQuery(queue.view);
  const subject = subjectOf(ticket, visit);
  const isInChat =
    ticket.requester.conversationId !== undefined || data.linked.some(({ identity }) => kindOf(identity) !== "mail");
  const alsoInChat = answersByMail(ticket) && isInChat;
  const place = { ticket, members: data.members, seen: events.at(-1)?.id ?? "", query, alsoInChat };
  return page(visit, {
    title: `${ticket.number} ${subject}`,
    here: "tickets",
    layout: "desk",
    q: queue.view.q,
    body: html`${ticketQueue(visit, { ...queue, members: data.members, levels: data.levels }, ticket.number)}
<div class="ticket" data-live="${ticket.number}" data-since="${place.seen}">
  ${banners(visit)}${doneBanner(visit, data, state.done)}${erasedBanner(visit, data)}${liveBanner(visit)}
  <div class="title">
    <div class="row small"><a class="button quiet small only-narrow" href="/console/tickets${query}">${icon("left")}${texts.tickets.backToList}</a><span class="mono muted">${ticket.number}</span>${statusBadge(ticket.status, visit)}${priorityBadge(ticket.priority, visit)}<span class="badge outline">${texts.tickets.channel[ticket.channel]}</span><span class="badge outline">${categoryName(ticket.category, visit)}</span>${dueBadge(ticket, data.levels, visit)}<a class="to-side small" href="#side" data-key="b">${texts.tickets.toSide}</a><span class="viewers" data-live-viewers hidden>${icon("eye")}${texts.desk.viewers} <span data-words></span></span></div>
    <h1>${subject}</h1>
    ${ticketActions(visit, data, state.wrong)}
  </div>
  ${!ticket.erasedAt && duplicatesBanner(visit, data)}
  <div class="columns"><div>${thread(visit, data.messages, data.members)}${composer(visit, place, state.typed)}</div>${ticketSide(visit, data, state.wrong)}</div>
</div>${answersDialog(visit, ticket)}`,
  });
}

/** Of an erased ticket no draft stays in this browser either. */
function erasedBanner(visit: StaffVisit, { ticket }: TicketPageData): Html {
  if (!ticket.erasedAt) return html``;
  return html`<div class="banner" role="status" data-draft-sent="${visit.visitor.id}:${ticket.number}" data-message="erased ${ticket.number}">${icon("check")}<div>${visit.texts.person.erased(shortDate(ticket.erasedAt, visit))}</div></div>`;
}

/** Shown by the live script when somebody else did something here. */
function liveBanner({ texts }: StaffVisit): Html {
  return html`<div class="banner warn" role="status" data-live-ticket data-somebody="${texts.desk.liveSomebody}" hidden>${icon("bell")}<div class="row"><strong>${texts.desk.liveTicket}</strong><span data-words></span><a class="button small" href="">${texts.desk.reload}</a></div></div>`;
}

const SAID = {
  sent: "good",
  noteAdded: "good",
  saved: "good",
  noChange: "good",
  undone: "good",
  tooLate: "warn",
  noSuchTicket: "bad",
  otherIsClosed: "bad",
  sameTicket: "bad",
  tagTooLong: "bad",
  snoozeNoTime: "bad",
  snoozePast: "bad",
  snoozeTooFar: "bad",
  linked: "good",
  alreadyLinked: "good",
  unlinked: "good",
  noSuchPerson: "bad",
  sameIdentity: "bad",
  groupTalk: "bad",
} as const;

/** What the last form did, told once on the page it led to. */
function doneBanner(visit: StaffVisit, { ticket, messages }: TicketPageData, state: string | undefined): Html {
  const { query, texts, visitor } = visit;
  const done = state ?? query.get("done") ?? "";
  if (!Object.hasOwn(SAID, done)) return html``;
  const name = done as keyof typeof SAID;
  const words = { ...texts.person, ...texts.desk, ...texts.tickets }[name];
  const isWritten = name === "sent" || name === "noteAdded";
  return html`<div class="banner ${SAID[name]}" id="said" role="status" ${isWritten && html`data-draft-sent="${visitor.id}:${ticket.number}" data-message="${query.get("message")}"`}>${icon(SAID[name] === "good" ? "check" : "alert")}<div class="row">${name === "sent" ? sentWords(visit, messages) : words}</div></div>`;
}
