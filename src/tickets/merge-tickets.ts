import { AppError } from "../core/errors.ts";
import type { FieldChange } from "../core/events.ts";
import { withMergedClocks } from "../core/joined-clocks.ts";
import type { Actor } from "../core/person.ts";
import type { Office } from "../core/ports.ts";
import type { ServiceLevels } from "../core/service-levels.ts";
import { isFinished, type Ticket, type TicketLink } from "../core/ticket.ts";
import { loadTicket } from "./load-ticket.ts";
import { withStatus } from "./with-status.ts";

/**
 * Puts one ticket into another: its messages and request entries move, its participants may write on, and it is closed with
 * a link. Later replies to it are led to the other. The other waits, or is solved, no more when what comes into it is not; what becomes
 * of the targets, `core/joined-clocks.ts` says. Throws `stale` (of the one merged), `badRequest`, `conflict`, or `moveNotAllowed` when
 * the other is emptied, or closed while this one is not finished.
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
    assertMerge(source, target);
    await transaction.moveMessages(number, into);
    await transaction.moveRequests(number, into);
    const next = withMerged(serviceLevels, target, source, now);
    const kept = await transaction.updateTicket(next);
    const gone = {
      ...withStatus(serviceLevels, source, "closed", now),
      links: linked(source.links, { number: into, kind: "mergedInto" }),
    };
    const closed = await transaction.updateTicket({ ...gone, mergedInto: into });
    await transaction.append({ type: "ticket.merged", at: now, actor, ticket: number, into }, closed);
    const common = { at: now, actor, ticket: into } as const;
    const changes: readonly FieldChange[] = [
      { field: "links", from: null, to: number },
      ...(kept.priority === target.priority ? [] : [{ field: "priority", from: target.priority, to: kept.priority }]),
    ];
    await transaction.append({ ...common, type: "ticket.changed", changes }, kept);
    if (kept.status !== target.status) {
      await transaction.append({ ...common, type: "ticket.statusChanged", from: target.status, to: kept.status }, kept);
    }
    return kept;
  });
}

function assertMerge(source: Ticket, target: Ticket): void {
  for (const { number, mergedInto } of [source, target]) {
    if (mergedInto) throw new AppError("conflict", `${number} is already merged into ${mergedInto}.`, { mergedInto });
  }
  const { number: ticket, erasedAt } = target;
  if (erasedAt) throw new AppError("moveNotAllowed", `The person of ${ticket} was erased.`, { ticket });
  if (wouldHide(target, source))
    throw new AppError("moveNotAllowed", `${ticket} is closed; nobody would see what is put into it.`, { ticket });
}

/** Whether something under way would be put where nobody looks any more: into a closed ticket. */
export function wouldHide(target: Ticket, source: Ticket): boolean {
  return target.status === "closed" && !isFinished(source);
}

/** The ticket with what comes into it: open again when there is something to do on that. */
function withMerged(levels: ServiceLevels, target: Ticket, source: Ticket, now: Date): Ticket {
  const isUnderWay = source.status === "new" || source.status === "open";
  const opens = isUnderWay && (target.status === "pending" || target.status === "solved");
  const awake = opens ? withStatus(levels, target, "open", now) : target;
  return {
    ...withMergedClocks(levels, awake, source, now),
    participants: [...new Set([...target.participants, ...source.participants])],
    tags: [...new Set([...target.tags, ...source.tags])],
    links: linked(target.links, { number: source.number, kind: "merged" }),
    updatedAt: now,
  };
}

/** The links with one more, once. */
export function linked(links: readonly TicketLink[], link: TicketLink): TicketLink[] {
  return [...links.filter(({ number, kind }) => number !== link.number || kind !== link.kind), link];
}
