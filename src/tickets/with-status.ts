import { paused, resumed, type ServiceLevels } from "../core/service-levels.ts";
import type { Ticket, TicketStatus } from "../core/ticket.ts";

/** The ticket in another status, with the dates that go with it; waiting for the requester stops its clock. */
export function withStatus(levels: ServiceLevels, ticket: Ticket, status: TicketStatus, now: Date): Ticket {
  const { solvedAt, snoozedUntil: _snoozedUntil, ...rest } = ticket;
  const solved = status === "solved" || status === "closed";
  const clocked = status === "pending" ? paused(rest, now) : resumed(levels, rest, now);
  return { ...clocked, status, updatedAt: now, ...(solved && { solvedAt: solvedAt ?? now }) };
}
