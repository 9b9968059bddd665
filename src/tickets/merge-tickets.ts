import { AppError } from "../core/errors.ts";
import type { Actor } from "../core/person.ts";
import type { Office } from "../core/ports.ts";
import type { Ticket, TicketLink } from "../core/ticket.ts";
import { loadTicket } from "./load-ticket.ts";
import { withStatus } from "./with-status.ts";

/**
 * Puts one ticket into another: its messages and request entries move, its participants may write on, and it is closed with
 * a link. Later replies to it are led to the other. Throws `stale` (of the one merged), `badRequest`, `conflict`, or `moveNotAllowed` when the other is emptied.
 */
export async function mergeTickets(
  office: Office,
  input: { readonly ticket: string; readonly version: number; readonly into: string; readonly actor: Actor },
): Promise<Ticket> {
  const { ticket: number, into, actor } = input;
  if (number === into) throw new AppError("badRequest", "A ticket cannot be merged into itself.", { field: "into" });
  const now = office.clock.now();
  const { serviceLevels } = await office.store.settings.current();
  return office.store.transact(async (transaction) => {
    const source = await loadTicket(transaction, number, input.version);
    const target = await loadTicket(transaction, into);
    for (const { number: merged, mergedInto } of [source, target]) {
      if (mergedInto) throw new AppError("conflict", `${merged} is already merged into ${mergedInto}.`, { mergedInto });
    }
    if (target.erasedAt) throw new AppError("moveNotAllowed", `The person of ${into} was erased.`, { ticket: into });
    await transaction.moveMessages(number, into);
    await transaction.moveRequests(number, into);
    const kept = await transaction.updateTicket({
      ...target,
      participants: [...new Set([...target.participants, ...source.participants])],
      tags: [...new Set([...target.tags, ...source.tags])],
      links: linked(target.links, { number, kind: "merged" }),
      updatedAt: now,
    });
    const gone = {
      ...withStatus(serviceLevels, source, "closed", now),
      links: linked(source.links, { number: into, kind: "mergedInto" }),
    };
    const closed = await transaction.updateTicket({ ...gone, mergedInto: into });
    await transaction.append({ type: "ticket.merged", at: now, actor, ticket: number, into }, closed);
    const changes = [{ field: "links", from: null, to: number }];
    await transaction.append({ type: "ticket.changed", at: now, actor, ticket: into, changes }, kept);
    return kept;
  });
}

/** The links with one more, once. */
export function linked(links: readonly TicketLink[], link: TicketLink): TicketLink[] {
  return [...links.filter(({ number, kind }) => number !== link.number || kind !== link.kind), link];
}
