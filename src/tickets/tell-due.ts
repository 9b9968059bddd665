import { AppError } from "../core/errors.ts";
import type { FieldChange } from "../core/events.ts";
import type { Log, Office } from "../core/ports.ts";
import { type DueNews, dueNews, nearBy, raised, type ServiceLevels } from "../core/service-levels.ts";
import { DUE_KINDS, TICKET_PRIORITIES, type Ticket } from "../core/ticket.ts";
import { loadTicket } from "./load-ticket.ts";

/** Told at once of each kind; what is left waits for the next look. */
const AT_ONCE = 100;
const ACTOR = { kind: "system" } as const;

/**
 * Writes an event for every ticket whose first answer or solution is near its target, and for every one past it, once each, so that it
 * stands in its history and whoever is to be told is told; what is past goes up by one priority where the office wants that. Out: how
 * many tickets. Several processes may do it at once: the ticket says what was told. One that cannot be written holds up no other: it is
 * logged, and looked at again the next time.
 */
export async function tellDue(office: Office, log: Pick<Log, "warn">): Promise<number> {
  const now = office.clock.now();
  const { serviceLevels } = await office.store.settings.current();
  let told = 0;
  for (const ticket of await candidates(office, serviceLevels, now)) {
    try {
      if (await tellOne(office, serviceLevels, ticket, now)) told += 1;
    } catch (error) {
      log.warn({ err: error, ticket: ticket.number }, "What is due on a ticket could not be told; it is tried again.");
    }
  }
  return told;
}

async function candidates({ store }: Office, levels: ServiceLevels, now: Date): Promise<readonly Ticket[]> {
  const late = DUE_KINDS.map((what) => ({ what, by: now, untold: "escalated" }) as const);
  const near = DUE_KINDS.flatMap((what) =>
    TICKET_PRIORITIES.flatMap((priority) => {
      const by = nearBy(levels, priority, what, now);
      return by ? [{ what, by, priority, untold: "warned" } as const] : [];
    }),
  );
  const found = await Promise.all([...late, ...near].map((query) => store.tickets.dueBy(query, AT_ONCE)));
  return [...new Map(found.flat().map((ticket) => [ticket.number, ticket])).values()];
}

async function tellOne(office: Office, levels: ServiceLevels, seen: Ticket, now: Date): Promise<boolean> {
  try {
    return await office.store.transact(async (transaction) => {
      const ticket = await loadTicket(transaction, seen.number, seen.version);
      const news = dueNews(levels, ticket, now);
      if (news.length === 0) return false;
      const next = afterTelling(ticket, news, levels);
      const updated = await transaction.updateTicket({ ...next, ...(isRaised(ticket, next) && { updatedAt: now }) });
      const common = { at: now, actor: ACTOR, ticket: ticket.number };
      for (const { what, state, at } of news) {
        const event =
          state === "late"
            ? ({ ...common, type: "ticket.overdue", what } as const)
            : ({ ...common, type: "ticket.dueSoon", what, due: at } as const);
        await transaction.append(event, updated);
      }
      if (isRaised(ticket, next)) {
        const changes: readonly FieldChange[] = [{ field: "priority", from: ticket.priority, to: next.priority }];
        await transaction.append({ ...common, type: "ticket.changed", changes }, updated);
      }
      return true;
    });
  } catch (error) {
    // Somebody works on it at this moment: it is looked at again in a minute.
    if (error instanceof AppError && error.code === "stale") return false;
    throw error;
  }
}

/** The ticket with what was told of it. A priority it is raised to leaves its due dates: what was promised is not promised anew. */
function afterTelling(ticket: Ticket, news: readonly DueNews[], { raisesLate }: ServiceLevels): Ticket {
  const last = (state: DueNews["state"]) => news.filter((one) => one.state === state).at(-1)?.what;
  const [warned, escalated] = [last("soon"), last("late")];
  return {
    ...ticket,
    ...(warned && { warned }),
    ...(escalated && { escalated }),
    ...(escalated && raisesLate && { priority: raised(ticket.priority) }),
  };
}

function isRaised(before: Ticket, after: Ticket): boolean {
  return before.priority !== after.priority;
}
