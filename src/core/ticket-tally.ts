import type { TicketPriority, TicketStatus } from "./ticket.ts";

/**
 * So many tickets that are alike in everything the desk counts by. Solved and closed ones are counted by status alone: there are
 * ever more of them, and nobody waits for their number.
 */
export interface TicketTally {
  readonly status: TicketStatus;
  readonly assignee?: string;
  readonly category?: string;
  readonly priority?: TicketPriority;
  readonly count: number;
}

/** Whether tickets of this status are counted by more than their status. */
export function isTalliedInFull(status: TicketStatus): boolean {
  return status !== "solved" && status !== "closed";
}
