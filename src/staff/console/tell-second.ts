import { AppError } from "../../core/errors.ts";
import { pageAnswer } from "../answers.ts";
import { type Attempt, conflictPage } from "../pages/conflict-page.ts";
import type { Answer, StaffVisit } from "../route.ts";
import { readTicketView, viewQuery } from "../ticket-view.ts";
import { wantedTicket } from "./wanted-ticket.ts";

/** Runs what somebody wants of a ticket; who was overtaken sees what happened meanwhile, with their own ready to go. */
export async function orTellSecond(
  visit: StaffVisit,
  attempt: () => Attempt,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === "stale") return tellSecond(visit, attempt());
    throw error;
  }
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

/** What a form on a ticket asked for, to be asked again: its fields without those that every form sends. */
export function sentFields({ form }: StaffVisit): readonly (readonly [string, string])[] {
  return [...form].filter(([name]) => name !== "csrf" && name !== "version" && name !== "seen");
}
