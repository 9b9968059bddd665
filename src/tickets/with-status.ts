import type { Ticket, TicketStatus } from "../core/ticket.ts";

/** The ticket in another status, with the dates that go with it. */
export function withStatus(ticket: Ticket, status: TicketStatus, now: Date): Ticket {
  const { solvedAt, snoozedUntil: _snoozedUntil, ...rest } = ticket;
  const solved = status === "solved" || status === "closed";
  return { ...rest, status, updatedAt: now, ...(solved && { solvedAt: solvedAt ?? now }) };
}
