import type { Ticket } from "../../core/ticket.ts";
import type { SignedMessage } from "../message-id.ts";
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

/** The ticket in which a message of ours lies now: staff may have split it off since it was sent, or merged its ticket. */
export async function ticketOfOurs(
  { ticket, message }: SignedMessage,
  store: StageContext["office"]["store"],
): Promise<Ticket | undefined> {
  const sent = await store.messages.byId(message);
  return currentTicket(sent?.ticket ?? ticket, store);
}
