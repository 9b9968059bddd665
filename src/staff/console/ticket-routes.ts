import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { identityOf } from "../../core/identity.ts";
import { may } from "../../core/person.ts";
import { TICKET_PRIORITIES, TICKET_STATUSES, type Ticket, type TicketStatus } from "../../core/ticket.ts";
import { isSameText } from "../../language/fold.ts";
import { addNote } from "../../tickets/add-note.ts";
import { changeTicket, type TicketChanges } from "../../tickets/change-ticket.ts";
import { replyToRequester } from "../../tickets/reply-to-requester.ts";
import { suggestIdentities } from "../../tickets/suggest-identities.ts";
import { ticketsOfPerson } from "../../tickets/tickets-of-person.ts";
import { pageAnswer, redirectAnswer } from "../answers.ts";
import { type Attempt, conflictPage } from "../pages/conflict-page.ts";
import { ticketListPage } from "../pages/ticket-list-page.ts";
import { type TicketPageState, ticketPage } from "../pages/ticket-page.ts";
import { queueCounts } from "../queue-counts.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { readTicketView, ticketQuery, viewQuery } from "../ticket-view.ts";
import { readForm } from "./read-form.ts";
import { backToTicket, wantedTicket } from "./wanted-ticket.ts";

const PAGE_SIZE = 50;
const QUEUE_SIZE = 30;
const EARLIER = 5;
/** Further ones that are looked through for the same subject. */
const ALIKE_READ = 15;
const REQUESTS = 50;
const MOST_ALIKE = 3;
const UNFINISHED: readonly TicketStatus[] = ["new", "open", "pending"];
/** An answer can be taken back for this long. */
const UNDO_MS = 15_000;

/** The list of tickets, one ticket, and what agents do with it. */
export function ticketRoutes(): Route[] {
  return [
    staffRoute("GET", "/console", "signedIn", () => redirectAnswer("/console/tickets")),
    staffRoute("GET", "/console/tickets", "tickets.read", showList),
    staffRoute("GET", "/console/tickets/:number", "tickets.read", (visit) => showTicket(visit)),
    staffRoute("POST", "/console/tickets/:number/messages", "tickets.write", takeMessage),
    staffRoute("POST", "/console/tickets/:number/changes", "tickets.write", takeChanges),
  ];
}

async function showList(visit: StaffVisit): Promise<Answer> {
  const { store } = visit.staff.office;
  const view = readTicketView(visit);
  const [tickets, counts, members] = await Promise.all([
    store.tickets.list(ticketQuery(view, visit.visitor.id, PAGE_SIZE, visit.now)),
    queueCounts(visit.staff.office),
    store.staff.list(),
  ]);
  return pageAnswer(ticketListPage(visit, { view, tickets: tickets, counts, members }));
}

export async function showTicket(visit: StaffVisit, state: TicketPageState = {}): Promise<Answer> {
  const { store } = visit.staff.office;
  const ticket = await wantedTicket(visit);
  const view = readTicketView(visit);
  const [messages, events, members, tickets, requests, person] = await Promise.all([
    store.messages.ofTicket(ticket.number),
    store.events.ofTicket(ticket.number),
    store.staff.list(),
    store.tickets.list(ticketQuery(view, visit.visitor.id, QUEUE_SIZE, visit.now)),
    store.requests.list({ ticket: ticket.number, limit: REQUESTS }),
    readPerson(visit, ticket),
  ]);
  const earlier = person.tickets.filter(({ number }) => number !== ticket.number);
  const duplicates = await likeThis(visit, ticket, earlier);
  const data = {
    ticket,
    messages,
    events,
    members,
    earlier: earlier.slice(0, EARLIER),
    linked: person.linked,
    suggestions: person.suggestions,
    duplicates,
    requests: requests.items,
    queue: { view, tickets },
  };
  return pageAnswer(ticketPage(visit, data, state));
}

/** What is known of a ticket's requester, with whom they may be one person when the visitor may say so, and their tickets. */
async function readPerson({ staff, visitor }: StaffVisit, ticket: Ticket) {
  const { store } = staff.office;
  const own = identityOf(ticket);
  const linked = own ? await store.identities.ofPerson([own]) : [];
  const known = [...new Set([...(own ? [own] : []), ...linked.map(({ identity }) => identity)])];
  const [tickets, suggestions] = await Promise.all([
    ticketsOfPerson(store, known, EARLIER + ALIKE_READ),
    may(visitor.role, "persons.link") ? suggestIdentities(store, ticket, known) : [],
  ]);
  return { linked, tickets, suggestions };
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

const messageForm = z.object({
  mode: z.enum(["reply", "note"]),
  text: z.string().trim().min(1).max(100_000),
  version: z.coerce.number().int().positive(),
  status: z.enum(TICKET_STATUSES).optional(),
});

async function takeMessage(visit: StaffVisit): Promise<Answer> {
  const { office } = visit.staff;
  const number = visit.params.number ?? "";
  const { mode, text, version, status } = readForm(visit, messageForm);
  const { id, name } = visit.visitor;
  if (mode === "note") {
    const note = await addNote(office, { ticket: number, agent: { id, name }, text });
    return backToTicket(visit, "noteAdded", {}, `#m-${note.id}`);
  }
  try {
    const reply = { ticket: number, version, agent: { id, name }, text, undoMs: UNDO_MS, ...(status && { status }) };
    const { message } = await replyToRequester(office, reply);
    return backToTicket(visit, "sent", { message: message.id });
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    return tellSecond(visit, { kind: "message", composition: { mode, text, ...(status && { status }) } });
  }
}

const changesForm = z.object({
  version: z.coerce.number().int().positive(),
  status: z.enum(TICKET_STATUSES).optional(),
  priority: z.enum(TICKET_PRIORITIES).optional(),
  category: z.string().min(1).max(100).optional(),
  assignee: z.string().max(100).optional(),
  tags: z.string().max(400).optional(),
});

async function takeChanges(visit: StaffVisit): Promise<Answer> {
  const { version, ...fields } = readForm(visit, changesForm);
  const changed = Object.entries(fields).filter(([name, value]) => value !== visit.form.get(`was.${name}`));
  if (changed.length === 0) return backToTicket(visit, "noChange");
  const wanted = Object.fromEntries(changed) as Omit<z.infer<typeof changesForm>, "version">;
  const { id, name } = visit.visitor;
  try {
    await changeTicket(visit.staff.office, {
      ticket: visit.params.number ?? "",
      version,
      actor: { kind: "staff", id, name },
      changes: toChanges(wanted),
    });
    return backToTicket(visit, "saved");
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    return tellSecond(visit, { kind: "changes", changes: wanted as Record<string, string> });
  }
}

function toChanges({ assignee, tags, ...plain }: Omit<z.infer<typeof changesForm>, "version">): TicketChanges {
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(assignee !== undefined && { assignee: assignee === "" ? null : assignee }),
    ...(tags !== undefined && { tags: tagList(tags) }),
  };
}

function tagList(tags: string): string[] {
  return [
    ...new Set(
      tags
        .split(",")
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ].slice(0, 20);
}

/** Whether another was faster; a move the new status does not allow is the same thing to the person at the screen. */
function isOvertaken(error: unknown): boolean {
  return error instanceof AppError && error.code === "stale";
}

async function tellSecond(visit: StaffVisit, attempt: Attempt): Promise<Answer> {
  const { store } = visit.staff.office;
  const ticket = await wantedTicket(visit);
  const [messages, events, members] = await Promise.all([
    store.messages.ofTicket(ticket.number),
    store.events.ofTicket(ticket.number),
    store.staff.list(),
  ]);
  const seenAt = events.findIndex(({ id }) => id === visit.form.get("seen"));
  const query = viewQuery(readTicketView(visit));
  const data = { ticket, messages, members };
  const meanwhile = events.slice(seenAt + 1);
  return pageAnswer(conflictPage(visit, { data, meanwhile, attempt, query, seen: events.at(-1)?.id ?? "" }), 409);
}
