import type { FieldChange } from "../core/events.ts";
import type { Actor } from "../core/person.ts";
import type { Office } from "../core/ports.ts";
import { withPriority } from "../core/service-levels.ts";
import { assertStatusMove, type Ticket, type TicketPriority, type TicketStatus } from "../core/ticket.ts";
import { loadTicket } from "./load-ticket.ts";
import { withStatus } from "./with-status.ts";

/** What may be changed by hand. `null` takes the assignee or the snooze away. */
export interface TicketChanges {
  readonly status?: TicketStatus;
  readonly priority?: TicketPriority;
  readonly category?: string;
  readonly subject?: string;
  readonly assignee?: string | null;
  readonly tags?: readonly string[];
  readonly snoozedUntil?: Date | null;
}

/** Changes fields of a ticket and writes what changed; throws `stale` or `moveNotAllowed`. */
export async function changeTicket(
  office: Office,
  input: { readonly ticket: string; readonly version: number; readonly actor: Actor; readonly changes: TicketChanges },
): Promise<Ticket> {
  const now = office.clock.now();
  const { serviceLevels } = await office.store.settings.current();
  return office.store.transact(async (transaction) => {
    const ticket = await loadTicket(transaction, input.ticket, input.version);
    const { status, ...fields } = input.changes;
    if (status) assertStatusMove(ticket.status, status);
    const moved = status ? withStatus(serviceLevels, ticket, status, now) : ticket;
    const changed = applyFields(withPriority(serviceLevels, moved, fields.priority ?? moved.priority, now), fields);
    const updated = await transaction.updateTicket({ ...changed, updatedAt: now });
    const common = { at: now, actor: input.actor, ticket: ticket.number };
    const changes = differences(ticket, fields);
    if (changes.length > 0) await transaction.append({ ...common, type: "ticket.changed", changes }, updated);
    if (status && status !== ticket.status) {
      await transaction.append({ ...common, type: "ticket.statusChanged", from: ticket.status, to: status }, updated);
    }
    return updated;
  });
}

type Fields = Omit<TicketChanges, "status">;

function applyFields(ticket: Ticket, { assignee, snoozedUntil, ...plain }: Fields): Ticket {
  const { assignee: oldAssignee, snoozedUntil: oldSnooze, ...rest } = ticket;
  const nextAssignee = assignee === undefined ? oldAssignee : assignee;
  const nextSnooze = snoozedUntil === undefined ? oldSnooze : snoozedUntil;
  return {
    ...rest,
    ...plain,
    ...(nextAssignee && { assignee: nextAssignee }),
    ...(nextSnooze && { snoozedUntil: nextSnooze }),
  };
}

function differences(before: Ticket, fields: Fields): FieldChange[] {
  return (Object.keys(fields) as (keyof Fields)[])
    .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(fields[field] ?? null))
    .map((field) => ({ field, from: before[field] ?? null, to: fields[field] ?? null }));
}
