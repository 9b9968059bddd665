import { paused, resumed, type ServiceLevels } from "../core/service-levels.ts";
import { isFinished, type Ticket, type TicketStatus } from "../core/ticket.ts";

/**
 * The ticket in another status, with the dates that go with it. Waiting for the requester stops its clocks, and so does being solved:
 * opened again, it has the time that was left to it.
 */
export function withStatus(levels: ServiceLevels, ticket: Ticket, status: TicketStatus, now: Date): Ticket {
  const { solvedAt, snoozedUntil: _snoozedUntil, ...rest } = ticket;
  const solved = isFinished({ status });
  const stopped = solvedAt && !solved ? paused(rest, solvedAt) : rest;
  const clocked = status === "pending" ? paused(stopped, now) : resumed(levels, stopped, now);
  return { ...clocked, status, updatedAt: now, ...(solved && { solvedAt: solvedAt ?? now }) };
}
