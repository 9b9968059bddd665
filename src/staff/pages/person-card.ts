import { identityOf, kindOf, knownBy, type LinkedIdentity } from "../../core/identity.ts";
import { may } from "../../core/person.ts";
import type { Ticket } from "../../core/ticket.ts";
import { fullDate, when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { badge } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { viewQuery } from "../ticket-view.ts";
import { identityName, personForm } from "./identity-parts.ts";
import { sideSection } from "./side-section.ts";
import type { TicketPageData } from "./ticket-data.ts";
import { requesterName, statusBadge, subjectOf } from "./ticket-parts.ts";

type Data = Pick<TicketPageData, "ticket" | "linked" | "earlier" | "queue">;

/** Who the ticket is for: by what they are known, and their other tickets. */
export function personCard(visit: StaffVisit, data: Data): Html {
  const { texts, visitor } = visit;
  const { ticket, earlier, queue } = data;
  const query = viewQuery(queue.view);
  const mayLink = may(visitor.role, "persons.link") && identityOf(ticket) !== undefined;
  const name = requesterName(ticket, visit);
  const body = html`<div><strong>${name}</strong>
  <div class="muted">${texts.tickets.opened}: <time datetime="${ticket.createdAt.toISOString()}">${fullDate(ticket.createdAt, visit)}</time></div></div>
  ${identities(visit, data, mayLink)}
  ${mayLink && byHand(visit, data)}
  ${may(visitor.role, "erase") && identityOf(ticket) && html`<a class="small" href="/console/erasure?ticket=${ticket.number}">${texts.person.erase}</a>`}
  <h3>${texts.person.others}</h3>
  ${earlier.length === 0 ? html`<p class="muted">${texts.person.noOthers}</p>` : html`<ul class="stack">${earlier.map((one) => ticketLine(visit, one, query))}</ul>`}`;
  return sideSection(visit, { name: "person", id: "person", title: texts.tickets.person, short: name, body });
}

function identities(visit: StaffVisit, data: Data, mayUnlink: boolean): Html {
  const { person } = visit.texts;
  const { ticket, linked } = data;
  const own = identityOf(ticket);
  if (!own) return html``;
  const { name, email } = ticket.requester;
  const others = linked.filter(({ identity }) => identity !== own);
  const typed = email && kindOf(own) !== "mail" && !others.some(({ identity }) => identity === `mail:${email}`);
  return html`<div><h3 class="visually-hidden">${person.identities}</h3><ul class="identities">
  <li>${identityName(visit, own, name)} ${others.length > 0 && badge(person.ofThisTicket, "outline")}</li>
  ${others.map((one) => html`<li>${identityName(visit, one.identity, one.name)} ${mayUnlink && unlinkForm(visit, data, one)}</li>`)}
  </ul>${typed && html`<p class="muted">${person.typed} <span class="clip">${email}</span></p>`}</div>`;
}

function unlinkForm(visit: StaffVisit, data: Data, { identity, name }: LinkedIdentity): Html {
  const { person } = visit.texts;
  const of = kindOf(identity) === "mail" ? knownBy(identity) : (name ?? person.kind[kindOf(identity)]);
  return html`${personForm(visit, data, "unlink")}<input type="hidden" name="identity" value="${identity}"><button class="button small quiet" aria-label="${person.unlink}: ${of}" title="${person.unlink}">${icon("close")}</button></form>`;
}

function byHand(visit: StaffVisit, data: Data): Html {
  const { person } = visit.texts;
  return html`<details class="by-hand"><summary>${person.linkByHand}</summary>${personForm(visit, data, "link")}<div class="stack">
  <div class="field"><label for="link-other">${person.other}</label><input id="link-other" name="other" required maxlength="300" autocomplete="off" aria-describedby="link-hint"><span class="hint" id="link-hint">${person.otherHint}</span></div>
  <p class="muted">${person.consequence}</p><div><button class="button small">${icon("link")}${person.link}</button></div></div></form></details>`;
}

function ticketLine(visit: StaffVisit, ticket: Ticket, query: string): Html {
  const { channel } = visit.texts.tickets;
  return html`<li><a href="/console/tickets/${ticket.number}${query}">${subjectOf(ticket, visit)}</a><div class="muted">${statusBadge(ticket.status, visit)} ${channel[ticket.channel]} · ${when(ticket.updatedAt, visit)}</div></li>`;
}
