import { AppError } from "../../core/errors.ts";
import type { Ticket } from "../../core/ticket.ts";
import { redirectAnswer } from "../answers.ts";
import type { Answer, StaffVisit } from "../route.ts";
import { readTicketView, viewQuery } from "../ticket-view.ts";

/** The ticket the address names; throws `notFound`. */
export async function wantedTicket({ params, staff }: StaffVisit): Promise<Ticket> {
  const number = params.number ?? "";
  const ticket = await staff.office.store.tickets.byNumber(number);
  if (!ticket) throw new AppError("notFound", `There is no ticket ${number}.`, { number });
  return ticket;
}

/** Back to the ticket after a form, in the list it was opened from; `done` names what to say there. */
export function backToTicket(visit: StaffVisit, done: string, more: Record<string, string> = {}, anchor = ""): Answer {
  const query = new URLSearchParams(viewQuery(readTicketView(visit)).slice(1));
  for (const [name, value] of Object.entries({ done, ...more })) query.set(name, value);
  return redirectAnswer(
    `/console/tickets/${encodeURIComponent(visit.params.number ?? "")}?${query.toString()}${anchor}`,
  );
}
