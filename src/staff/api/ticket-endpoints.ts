import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import type { TicketStatus } from "../../core/ticket.ts";
import { addNote } from "../../tickets/add-note.ts";
import { changeTicket, type TicketChanges } from "../../tickets/change-ticket.ts";
import { mergeTickets } from "../../tickets/merge-tickets.ts";
import { replyToRequester } from "../../tickets/reply-to-requester.ts";
import { splitTicket } from "../../tickets/split-ticket.ts";
import { actorOf, agentOf } from "../agent-of.ts";
import type { StaffVisit } from "../route.ts";
import { type DescribedEndpoint, endpoint } from "./api-route.ts";
import { presentMessage, presentPage, presentTicket } from "./present.ts";
import {
  listOf,
  mergeBody,
  messageSchema,
  noteBody,
  replyBody,
  splitBody,
  ticketListQuery,
  ticketPatch,
  ticketSchema,
  ticketWithMessagesSchema,
} from "./schemas.ts";

const ONE = "/api/v1/tickets/:number";
const written = z.object({ ticket: ticketSchema, message: messageSchema });

/** Tickets by the API: the same use cases as the console's. */
export function ticketEndpoints(): DescribedEndpoint[] {
  return [
    endpoint({
      method: "GET",
      path: "/api/v1/tickets",
      summary:
        "List tickets, newest change first unless sorted otherwise; where q is somebody's name, the tickets of who is called so come first. A page may be short or empty and go on: follow nextCursor",
      needs: "tickets.read",
      query: ticketListQuery,
      response: listOf(ticketSchema),
      answer: async (visit, { query }) => presentPage(await listTickets(visit, query), presentTicket),
    }),
    endpoint({
      method: "GET",
      path: ONE,
      summary: "One ticket with its messages",
      needs: "tickets.read",
      response: ticketWithMessagesSchema,
      answer: showTicket,
    }),
    endpoint({
      method: "PATCH",
      path: ONE,
      summary: "Change fields of a ticket",
      needs: "tickets.write",
      body: ticketPatch,
      response: ticketSchema,
      answer: async (visit, { body: { version, snoozedUntil, ...changes } }) => {
        const snooze = snoozedUntil === undefined ? {} : { snoozedUntil: snoozedUntil && new Date(snoozedUntil) };
        const given = Object.fromEntries(
          Object.entries({ ...changes, ...snooze }).filter(([, value]) => value !== undefined),
        );
        await assertAssignee(visit, changes.assignee);
        const input = { ...target(visit), version, changes: given as TicketChanges };
        return presentTicket(await changeTicket(visit.staff.office, input));
      },
    }),
    endpoint({
      method: "POST",
      path: `${ONE}/replies`,
      summary: "Answer the requester",
      needs: "tickets.write",
      body: replyBody,
      response: written,
      status: 201,
      answer: async (visit, { body: { version, text, status } }) => {
        const reply = { ticket: numberOf(visit), version, text, agent: agentOf(visit), ...(status && { status }) };
        const { ticket, message } = await replyToRequester(visit.staff.office, reply);
        return { ticket: presentTicket(ticket), message: presentMessage(message) };
      },
    }),
    endpoint({
      method: "POST",
      path: `${ONE}/notes`,
      summary: "Leave a note that only staff see",
      needs: "tickets.write",
      body: noteBody,
      response: messageSchema,
      status: 201,
      answer: async (visit, { body: { text } }) =>
        presentMessage(await addNote(visit.staff.office, { ticket: numberOf(visit), agent: agentOf(visit), text })),
    }),
    endpoint({
      method: "POST",
      path: `${ONE}/merge`,
      summary: "Put this ticket into another",
      needs: "tickets.merge",
      body: mergeBody,
      response: ticketSchema,
      answer: async (visit, { body }) =>
        presentTicket(await mergeTickets(visit.staff.office, { ...target(visit), ...body })),
    }),
    endpoint({
      method: "POST",
      path: `${ONE}/split`,
      summary: "Make a ticket of its own out of some messages",
      needs: "tickets.merge",
      body: splitBody,
      response: ticketSchema,
      status: 201,
      answer: async (visit, { body }) =>
        presentTicket(await splitTicket(visit.staff.office, { ...target(visit), ...body })),
    }),
  ];
}

const numberOf = ({ params }: StaffVisit) => params.number ?? "";
const target = (visit: StaffVisit) => ({
  ticket: numberOf(visit),
  actor: actorOf(visit),
});

function listTickets(
  { staff, visitor }: StaffVisit,
  { status, assignee, category, q, sort, limit, cursor }: z.infer<typeof ticketListQuery>,
) {
  const who = assignee === "none" ? null : assignee === "me" ? visitor.id : assignee;
  return staff.office.store.tickets.list({
    limit,
    ...(cursor && { cursor }),
    ...(status && { status: status.split(",") as TicketStatus[] }),
    ...(who !== undefined && { assignee: who }),
    ...(category && { category }),
    ...(q && { q }),
    ...(sort && { sort }),
  });
}

async function showTicket(visit: StaffVisit) {
  const { store } = visit.staff.office;
  const ticket = await store.tickets.byNumber(numberOf(visit));
  if (!ticket) throw new AppError("notFound", `There is no ticket ${numberOf(visit)}.`, { number: numberOf(visit) });
  const messages = await store.messages.ofTicket(ticket.number);
  return { ...presentTicket(ticket), messages: messages.map(presentMessage) };
}

async function assertAssignee({ staff }: StaffVisit, assignee: string | null | undefined): Promise<void> {
  if (!assignee) return;
  const member = await staff.office.store.staff.byId(assignee);
  if (!member?.active)
    throw new AppError("badRequest", "The assignee is not an active member of the office.", { field: "assignee" });
}
