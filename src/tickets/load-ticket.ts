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
