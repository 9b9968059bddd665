import type { Ticket } from "../../core/ticket.ts";
import type { StageContext } from "./stage.ts";

/** Merges are followed this far; a longer chain is nobody's. */
const MOST_MERGES = 10;

/** The ticket of a number, or the one it was merged into. One whose person was erased is nobody's: an answer there could not be answered. */
export async function currentTicket(
  number: string,
  { tickets }: StageContext["office"]["store"],
): Promise<Ticket | undefined> {
  let ticket = await tickets.byNumber(number);
  for (let merges = 0; ticket?.mergedInto && merges < MOST_MERGES; merges++) {
    ticket = await tickets.byNumber(ticket.mergedInto);
  }
  return ticket?.erasedAt ? undefined : ticket;
}
