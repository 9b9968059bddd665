import { isFinished, type Ticket, UNFINISHED } from "../../core/ticket.ts";
import { written } from "../../core/wordless.ts";
import { isSameText } from "../../language/fold.ts";
import { pageAnswer } from "../answers.ts";
import { type TicketPageState, ticketPage } from "../pages/ticket-page.ts";
import { personOfTicket } from "../person-of-ticket.ts";
import { propertySuggestions } from "../property-suggestions.ts";
import type { Answer, StaffVisit } from "../route.ts";
import { readTicketView, ticketQuery } from "../ticket-view.ts";
import { wantedTicket } from "./wanted-ticket.ts";

const QUEUE_SIZE = 30;
const EARLIER = 5;
const MOST_ALIKE = 3;

/** One ticket with all its page shows. Throws `notFound`. */
export async function showTicket(visit: StaffVisit, state: TicketPageState = {}): Promise<Answer> {
  const { store } = visit.staff.office;
  const ticket = await wantedTicket(visit);
  const view = readTicketView(visit);
  const [messages, events, members, tickets, requests, person, { serviceLevels: levels }, views] = await Promise.all([
    store.messages.ofTicket(ticket.number),
    store.events.ofTicket(ticket.number),
    store.staff.list(),
    store.tickets.list(ticketQuery(view, visit.visitor.id, QUEUE_SIZE, visit.now)),
    store.requests.ofTicket(ticket.number),
    personOfTicket(visit, ticket),
    store.settings.current(),
    view.saved ? store.shelf.of("savedViews", [visit.visitor.id]) : [],
  ]);
  const { linked, otherTickets, samePersonSuggestions } = person;
  const duplicates = await likeThis(visit, ticket, otherTickets);
  const data = {
    ticket,
    messages,
    events,
    members,
    earlier: otherTickets.slice(0, EARLIER),
    linked,
    samePersonSuggestions,
    duplicates,
    requests,
    propertySuggestions: await propertySuggestions(visit, {
      ticket,
      messages,
      events,
      members,
      duplicates,
      otherTickets,
    }),
    levels,
    queue: { view, tickets, views },
  };
  return pageAnswer(ticketPage(visit, data, state));
}

/** Open tickets that have every word of this one's subject, or the same subject from the same person. Of an erased one, and of one without a subject, nothing is alike. */
async function likeThis({ staff }: StaffVisit, ticket: Ticket, earlier: readonly Ticket[]): Promise<readonly Ticket[]> {
  if (ticket.erasedAt || isFinished(ticket) || written(ticket.subject).trim() === "") return [];
  const { items } = await staff.office.store.tickets.list({
    q: ticket.subject,
    status: UNFINISHED,
    limit: MOST_ALIKE + 1,
  });
  const same = earlier.filter((other) => !isFinished(other) && isSameText(other.subject, ticket.subject));
  const found = new Map([...same, ...items].filter(({ erasedAt }) => !erasedAt).map((other) => [other.number, other]));
  found.delete(ticket.number);
  return [...found.values()].slice(0, MOST_ALIKE);
}
