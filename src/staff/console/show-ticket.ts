import type { Ticket, TicketStatus } from "../../core/ticket.ts";
import { isSameText } from "../../language/fold.ts";
import { pageAnswer } from "../answers.ts";
import { type TicketPageState, ticketPage } from "../pages/ticket-page.ts";
import type { Answer, StaffVisit } from "../route.ts";
import { ticketSuggestions } from "../ticket-suggestions.ts";
import { readTicketView, ticketQuery } from "../ticket-view.ts";
import { wantedTicket } from "./wanted-ticket.ts";

const QUEUE_SIZE = 30;
const EARLIER = 5;
const REQUESTS = 50;
const MOST_ALIKE = 3;
const UNFINISHED: readonly TicketStatus[] = ["new", "open", "pending"];

/** One ticket with all its page shows. Throws `notFound`. */
export async function showTicket(visit: StaffVisit, state: TicketPageState = {}): Promise<Answer> {
  const { store } = visit.staff.office;
  const ticket = await wantedTicket(visit);
  const view = readTicketView(visit);
  const email = ticket.requester.email;
  const [messages, events, members, tickets, requests, others, { serviceLevels: levels }, views] = await Promise.all([
    store.messages.ofTicket(ticket.number),
    store.events.ofTicket(ticket.number),
    store.staff.list(),
    store.tickets.list(ticketQuery(view, visit.visitor.id, QUEUE_SIZE, visit.now)),
    store.requests.list({ ticket: ticket.number, limit: REQUESTS }),
    email ? store.tickets.list({ requesterEmail: email, limit: EARLIER + 1 }) : { items: [] },
    store.settings.current(),
    view.saved ? store.shelf.of("savedViews", [visit.visitor.id]) : [],
  ]);
  const earlier = others.items.filter(({ number }) => number !== ticket.number).slice(0, EARLIER);
  const duplicates = await likeThis(visit, ticket, others.items);
  const known = { ticket, messages, events, members, duplicates, others: others.items };
  const data = {
    ticket,
    messages,
    events,
    members,
    earlier,
    duplicates,
    requests: requests.items,
    suggestions: await ticketSuggestions(visit, known),
    levels,
    queue: { view, tickets, views },
  };
  return pageAnswer(ticketPage(visit, data, state));
}

/** Open tickets that have every word of this one's subject, or the same subject from the same person. */
async function likeThis({ staff }: StaffVisit, ticket: Ticket, earlier: readonly Ticket[]): Promise<readonly Ticket[]> {
  if (ticket.status === "solved" || ticket.status === "closed") return [];
  const { items } = await staff.office.store.tickets.list({
    q: ticket.subject,
    status: UNFINISHED,
    limit: MOST_ALIKE + 1,
  });
  const same = earlier.filter(
    ({ subject, status }) => UNFINISHED.includes(status) && isSameText(subject, ticket.subject),
  );
  const found = new Map([...same, ...items].map((other) => [other.number, other]));
  found.delete(ticket.number);
  return [...found.values()].slice(0, MOST_ALIKE);
}
