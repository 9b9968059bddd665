import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { changeTicket, type TicketChanges } from "../../tickets/change-ticket.ts";
import { actorOf } from "../agent-of.ts";
import { redirectAnswer } from "../answers.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { readTicketView, viewQuery } from "../ticket-view.ts";

/** One page of the list at most. */
const MOST = 200;
const form = z.object({
  tickets: z
    .array(z.string().regex(/^MI-20\d\d-\d{6,9}:\d{1,9}$/))
    .min(1)
    .max(MOST),
  action: z.enum(["take", "solve", "close", "urgent"]),
});
type Action = z.infer<typeof form>["action"];

/** The same change on many tickets at once; those that changed meanwhile or may not be changed so are left, and counted. */
export function bulkRoutes(): Route[] {
  return [staffRoute("POST", "/console/tickets/bulk", "tickets.write", changeMany)];
}

async function changeMany(visit: StaffVisit): Promise<Answer> {
  const chosen = form.safeParse({ tickets: visit.form.getAll("tickets"), action: visit.form.get("action") });
  if (!chosen.success)
    throw new AppError("badRequest", "Choose tickets and what to do with them.", { field: "tickets" });
  const { tickets, action } = chosen.data;
  let changed = 0;
  for (const one of tickets) {
    const [ticket = "", version] = one.split(":");
    if (await changeOne(visit, ticket, Number(version), changesOf(action, visit))) changed += 1;
  }
  const query = new URLSearchParams(viewQuery(readTicketView(visit)).slice(1));
  query.set("changed", String(changed));
  query.set("left", String(tickets.length - changed));
  return redirectAnswer(`/console/tickets?${query.toString()}`);
}

function changesOf(action: Action, { visitor }: StaffVisit): TicketChanges {
  if (action === "take") return { assignee: visitor.id };
  if (action === "urgent") return { priority: "urgent" };
  return { status: action === "solve" ? "solved" : "closed" };
}

async function changeOne(visit: StaffVisit, ticket: string, version: number, changes: TicketChanges): Promise<boolean> {
  try {
    await changeTicket(visit.staff.office, { ticket, version, actor: actorOf(visit), changes });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
