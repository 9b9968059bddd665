import { AppError } from "../core/errors.ts";
import type { Actor } from "../core/person.ts";
import type { Office } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";
import { loadTicket } from "./load-ticket.ts";
import { linked } from "./merge-tickets.ts";

/** Notes on both that two tickets have to do with each other; throws `stale` (of the first) or `badRequest`. */
export async function linkTickets(
  office: Office,
  input: { readonly ticket: string; readonly version: number; readonly other: string; readonly actor: Actor },
): Promise<Ticket> {
  const { ticket: number, other, actor } = input;
  if (number === other) throw new AppError("badRequest", "A ticket cannot be linked to itself.", { field: "other" });
  const now = office.clock.now();
  return office.store.transact(async (transaction) => {
    const one = await loadTicket(transaction, number, input.version);
    const two = await loadTicket(transaction, other);
    const pairs = [
      [one, other],
      [two, number],
    ] as const;
    const written: Ticket[] = [];
    for (const [ticket, to] of pairs) {
      const links = linked(ticket.links, { number: to, kind: "related" });
      const updated = await transaction.updateTicket({ ...ticket, links, updatedAt: now });
      const changes = [{ field: "links", from: null, to }];
      await transaction.append({ type: "ticket.changed", at: now, actor, ticket: ticket.number, changes }, updated);
      written.push(updated);
    }
    return written[0] as Ticket;
  });
}
