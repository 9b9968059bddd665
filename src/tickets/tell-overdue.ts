import { AppError } from "../core/errors.ts";
import type { Office } from "../core/ports.ts";
import { nextDue } from "../core/service-levels.ts";
import type { Ticket } from "../core/ticket.ts";
import { loadTicket } from "./load-ticket.ts";

/** Told at once; what is left waits for the next look. */
const AT_ONCE = 100;

/**
 * Writes an event for every ticket whose first answer or solution is overdue, once each, so that it stands in its history and
 * whoever is to be told is told. Out: how many.
 */
export async function tellOverdue(office: Office): Promise<number> {
  const now = office.clock.now();
  let told = 0;
  for (const ticket of await office.store.tickets.overdue(now, AT_ONCE)) {
    if (await tellOne(office, ticket, now)) told += 1;
  }
  return told;
}

async function tellOne(office: Office, seen: Ticket, now: Date): Promise<boolean> {
  try {
    return await office.store.transact(async (transaction) => {
      const ticket = await loadTicket(transaction, seen.number, seen.version);
      const due = nextDue(ticket);
      if (!due || due.at > now || ticket.escalated === due.what) return false;
      const updated = await transaction.updateTicket({ ...ticket, escalated: due.what });
      const event = {
        type: "ticket.overdue",
        at: now,
        actor: { kind: "system" },
        ticket: ticket.number,
        what: due.what,
      } as const;
      await transaction.append(event, updated);
      return true;
    });
  } catch (error) {
    // Somebody works on it at this moment: it is looked at again in a minute.
    if (error instanceof AppError && error.code === "stale") return false;
    throw error;
  }
}
