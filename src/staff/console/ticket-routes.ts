import { z } from "zod";
import { LONGEST_TAG, TICKET_PRIORITIES, TICKET_STATUSES } from "../../core/ticket.ts";
import { addNote } from "../../tickets/add-note.ts";
import { changeTicket, type TicketChanges } from "../../tickets/change-ticket.ts";
import { replyToRequester } from "../../tickets/reply-to-requester.ts";
import { actorOf } from "../agent-of.ts";
import { pageAnswer, redirectAnswer } from "../answers.ts";
import { deskCounts } from "../desk-counts.ts";
import { ticketListPage } from "../pages/ticket-list-page.ts";
import { UNDO_MS } from "../pages/undo.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { readTicketView, ticketQuery } from "../ticket-view.ts";
import { inOrder } from "../view-counts.ts";
import { readForm } from "./read-form.ts";
import { showTicket } from "./show-ticket.ts";
import { orTellSecond } from "./tell-second.ts";
import { backToTicket } from "./wanted-ticket.ts";

const PAGE_SIZE = 50;

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
  // Before the list, so that what changes while it is read is told once the page listens.
  const [latest] = (await store.events.list({ limit: 1 })).items;
  const [tickets, counts, members, { serviceLevels: levels }, views] = await Promise.all([
    store.tickets.list(ticketQuery(view, visit.visitor.id, PAGE_SIZE, visit.now)),
    deskCounts(visit.staff.office),
    store.staff.list(),
    store.settings.current(),
    store.shelf.of("savedViews", [visit.visitor.id]),
  ]);
  const since = latest?.id ?? "";
  return pageAnswer(ticketListPage(visit, { view, tickets, counts, members, levels, views: inOrder(views), since }));
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
    return backToTicket(visit, "noteAdded", { message: note.id }, `#m-${note.id}`);
  }
  const composition = { mode, text, ...(status && { status }) };
  return orTellSecond(
    visit,
    () => ({ kind: "message", composition }),
    async () => {
      const reply = { ticket: number, version, agent: { id, name }, text, undoMs: UNDO_MS, ...(status && { status }) };
      const { message } = await replyToRequester(office, reply);
      return backToTicket(visit, "sent", { message: message.id });
    },
  );
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
  if (fields.tags !== undefined && tagList(fields.tags).some((tag) => tag.length > LONGEST_TAG))
    return showTicket(visit, { done: "tagTooLong", wrong: { name: "tags", value: fields.tags } });
  const wanted = Object.fromEntries(changed) as Omit<z.infer<typeof changesForm>, "version">;
  return orTellSecond(
    visit,
    () => ({ kind: "changes", changes: wanted as Record<string, string> }),
    async () => {
      await changeTicket(visit.staff.office, {
        ticket: visit.params.number ?? "",
        version,
        actor: actorOf(visit),
        changes: toChanges(wanted),
      });
      return backToTicket(visit, "saved");
    },
  );
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
