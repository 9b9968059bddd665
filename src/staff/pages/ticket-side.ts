import { may } from "../../core/person.ts";
import { gapsOf } from "../../core/request-completeness.ts";
import { STATUS_MOVES, TICKET_PRIORITIES } from "../../core/ticket.ts";
import { entriesToAsk } from "../../requests/entries-to-ask.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { csrfField, facts, foldedList, selectField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { viewQuery } from "../ticket-view.ts";
import { personCard } from "./person-card.ts";
import { gapBadge, personOf, stateBadge } from "./request-parts.ts";
import { samePersonCard } from "./same-person-card.ts";
import { sideSection } from "./side-section.ts";
import { suggestionsCard } from "./suggestions-card.ts";
import type { TicketPageData } from "./ticket-data.ts";
import { ticketHistory } from "./ticket-history.ts";
import { assigneeName, categoryName, statusBadge } from "./ticket-parts.ts";
import { describedBy, refusedIn, type WrongField } from "./wrong-field.ts";

/** Of a list that may be long, seen before the rest is asked for. */
const SEEN = 5;
/** Entries beside the thread at most; a longer list is worked through on the desk of entries. */
const MOST_REQUESTS = 50;

/** Beside the thread: what waits for a decision, what is set on the ticket, who it is for, what happened. */
export function ticketSide(visit: StaffVisit, data: TicketPageData, wrong?: WrongField): Html {
  const { texts } = visit;
  const { ticket, members } = data;
  const properties = sideSection(visit, {
    name: "properties",
    title: texts.tickets.properties,
    short: assigneeName(ticket, members, visit),
    body: may(visit.visitor.role, "tickets.write") ? propertiesForm(visit, data, wrong) : propertyFacts(visit, data),
  });
  return html`<section class="side" id="side" tabindex="-1" aria-label="${texts.tickets.side}" data-folds="${foldsText(visit)}">
  ${suggestionsCard(visit, data)}
  ${samePersonCard(visit, data)}
  ${properties}
  ${personCard(visit, data)}
  ${requestsCard(visit, data)}
  ${links(visit, data)}
  ${sideSection(visit, { name: "history", title: texts.tickets.history, short: String(data.events.length), body: history(visit, data) })}
</section>`;
}

/** As the cookie holds it, for the script to change a part of. */
function foldsText({ preferences }: StaffVisit): string {
  return [...preferences.folds].map(([name, isOpen]) => `${name}-${isOpen ? "open" : "folded"}`).join(".");
}

/** Each select sends itself; what stood before goes along, so that only what the agent changed is changed. */
function propertiesForm(
  visit: StaffVisit,
  { ticket, members, events, queue }: TicketPageData,
  wrong: WrongField | undefined,
): Html {
  const refused = refusedIn("tags", wrong);
  const { texts, staff, preferences, visitor } = visit;
  const { field } = texts.tickets;
  const statuses = [ticket.status, ...STATUS_MOVES[ticket.status]].map((value) => ({
    value,
    label: texts.tickets.status[value],
  }));
  const priorities = TICKET_PRIORITIES.map((value) => ({ value, label: texts.tickets.priority[value] }));
  const categories = staff.categories().map(({ id, title }) => ({ value: id, label: title[preferences.language] }));
  const people = [
    { value: "", label: texts.tickets.unassigned },
    ...members
      .filter(({ id, active }) => active || id === ticket.assignee)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
  const known = categories.some(({ value }) => value === ticket.category);
  const was = {
    status: ticket.status,
    priority: ticket.priority,
    category: ticket.category,
    assignee: ticket.assignee ?? "",
    tags: ticket.tags.join(", "),
  };
  return html`<form class="stack" method="post" action="/console/tickets/${ticket.number}/changes${viewQuery(queue.view)}" data-send-on-change>
  ${csrfField(visitor)}<input type="hidden" name="version" value="${ticket.version}"><input type="hidden" name="seen" value="${events.at(-1)?.id}">
    ${Object.entries(was).map(([name, value]) => html`<input type="hidden" name="was.${name}" value="${value}">`)}
    <div class="halves">${selectField("p-status", field.status, "status", statuses, ticket.status)}${selectField("p-priority", field.priority, "priority", priorities, ticket.priority)}</div>
    ${selectField("p-assignee", field.assignee, "assignee", people, ticket.assignee ?? "")}
    ${selectField("p-category", field.category, "category", known ? categories : [{ value: ticket.category, label: ticket.category }, ...categories], ticket.category)}
    <div class="field"><label for="p-tags">${field.tags}</label><div class="tags"><input id="p-tags" name="tags" value="${refused ?? was.tags}" ${describedBy("p-tags-hint", refused)} maxlength="400"><button class="button">${texts.common.save}</button></div><span class="hint" id="p-tags-hint">${texts.tickets.tagsHint}</span></div>
</form>`;
}

function propertyFacts(visit: StaffVisit, { ticket, members }: TicketPageData): Html {
  const { texts } = visit;
  const { field } = texts.tickets;
  return facts([
    [field.status, statusBadge(ticket.status, visit)],
    [field.assignee, assigneeName(ticket, members, visit)],
    [field.priority, texts.tickets.priority[ticket.priority]],
    [field.category, categoryName(ticket.category, visit)],
    [field.tags, ticket.tags.join(", ")],
  ]);
}

function requestsCard(visit: StaffVisit, { ticket, requests }: TicketPageData): Html {
  if (requests.length === 0) return html``;
  const { requests: words } = visit.texts;
  // Whoever lacks something stands where it is seen.
  const inOrder = [...requests].sort((a, b) => gapsOf(b).length - gapsOf(a).length);
  const rows = inOrder
    .slice(0, MOST_REQUESTS)
    .map(
      (entry) =>
        html`<li><a href="/console/requests/${entry.number}">${personOf(entry, visit)}</a><div class="row">${stateBadge(entry.state, visit)}${gapBadge(entry, visit)}</div></li>`,
    );
  const list = foldedList(rows.slice(0, SEEN), rows.slice(SEEN), words.moreOfTicket(rows.length - SEEN));
  const all =
    requests.length > rows.length &&
    html`<p class="small"><a href="/console/requests?ticket=${ticket.number}">${words.allOfTicket(requests.length)}</a></p>`;
  const body = html`${list}${all}${askForm(visit, requests)}`;
  return sideSection(visit, { name: "requests", title: words.title, short: String(requests.length), body });
}

/** One question for all who lack something. */
function askForm({ visitor, texts }: StaffVisit, requests: TicketPageData["requests"]): Html {
  const asked = entriesToAsk(requests, visitor.role);
  const [first] = asked;
  if (!first || !may(visitor.role, "requests.write")) return html``;
  return html`<form method="post" action="/console/requests/${first.number}/ask">${csrfField(visitor)}<button class="button small">${icon("reply")}${texts.requests.askAll(asked.length)}</button></form>`;
}

/** The latest of what happened; what came before folds out. */
function history(visit: StaffVisit, data: TicketPageData): Html {
  const [before, latest] = [data.events.slice(0, -SEEN), data.events.slice(-SEEN)];
  return html`${ticketHistory(visit, latest, data)}${before.length > 0 && html`<details class="folded"><summary>${visit.texts.tickets.moreHistory(before.length)}</summary>${ticketHistory(visit, before, data)}</details>`}`;
}

function links(visit: StaffVisit, { ticket }: TicketPageData): Html {
  const { texts } = visit;
  if (ticket.links.length === 0) return html``;
  const body = facts(
    ticket.links.map(
      ({ kind, number }) =>
        [texts.tickets.linkKind[kind], html`<a class="mono" href="/console/tickets/${number}">${number}</a>`] as const,
    ),
  );
  return sideSection(visit, { name: "links", title: texts.tickets.links, short: String(ticket.links.length), body });
}
