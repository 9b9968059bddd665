import { AppError } from "../core/errors.ts";
import type { Transaction } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";

/** Reads a ticket inside a transaction; throws `notFound`, or `stale` when the caller saw another version. */
export async function loadTicket(transaction: Transaction, number: string, version?: number): Promise<Ticket> {
  const ticket = await transaction.ticket(number);
  if (!ticket) throw new AppError("notFound", `There is no ticket ${number}.`, { number });
  if (version !== undefined && version !== ticket.version) {
    throw new AppError("stale", `Ticket ${number} was changed meanwhile.`, { number, version: ticket.version });
  }
  return ticket;
}

/**
 * Reads a ticket that something which came in is to be filed under. Throws as `loadTicket`, and `stale` when its person was erased
 * meanwhile: whoever looks again finds that it is nobody's any more.
 */
export async function loadTicketOfSomebody(transaction: Transaction, number: string): Promise<Ticket> {
  const ticket = await loadTicket(transaction, number);
  if (ticket.erasedAt) throw new AppError("stale", `The person of ticket ${number} was erased.`, { number });
  return ticket;
}
