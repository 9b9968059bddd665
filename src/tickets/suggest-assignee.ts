import { may, type StaffMember } from "../core/person.ts";
import type { Ticket } from "../core/ticket.ts";
import type { TicketTally } from "../core/ticket-tally.ts";
import { inTurkishOrder } from "../language/turkish-order.ts";

/** Who might take a ticket, and what speaks for it. */
export interface AssigneeSuggestion {
  readonly member: StaffMember;
  /** Tickets of the same category they solved lately. */
  readonly solvedAlike: number;
  /** Earlier tickets of the same requester they worked on. */
  readonly sameRequester: number;
  /** Number of an unfinished ticket of theirs that looks the same. */
  readonly lookalike?: string;
  /** New and open tickets they have. */
  readonly openWork: number;
}

/** What is known of an office when a ticket waits for somebody. */
export interface AssigneeGrounds {
  readonly ticket: Pick<Ticket, "number" | "category">;
  readonly members: readonly StaffMember[];
  /** Tickets finished lately. */
  readonly finished: readonly Pick<Ticket, "category" | "assignee">[];
  /** Other tickets of the same requester. */
  readonly earlier: readonly Pick<Ticket, "assignee">[];
  /** Unfinished tickets that look the same. */
  readonly lookalikes: readonly Pick<Ticket, "number" | "assignee">[];
  readonly tallies: readonly TicketTally[];
}

/** Suggested at once; more than three is a list of everybody. */
const MOST = 3;
/** More than so many of one kind say no more. */
const ENOUGH_SOLVED = 10;
const ENOUGH_EARLIER = 3;
/** What one piece of evidence weighs, in open tickets one has less. */
const WEIGHT = { solved: 0.8, requester: 3, lookalike: 5 } as const;

/**
 * Who may be asked to take a ticket, the best first: those who know the matter, less those who have much to do already. Without anybody
 * who knows it, whoever has least to do, if that tells somebody apart. Pure; nobody is assigned by it.
 */
export function suggestAssignees(grounds: AssigneeGrounds): readonly AssigneeSuggestion[] {
  const rated = grounds.members
    .filter(({ active, role }) => active && may(role, "tickets.write"))
    .map((member) => evidence(member, grounds))
    .sort((a, b) => worth(b) - worth(a) || inTurkishOrder(a.member.name, b.member.name));
  const knowing = rated.filter((one) => knows(one) > 0);
  if (knowing.length > 0) return knowing.slice(0, MOST);
  const [first, second] = rated;
  return first && second && first.openWork < second.openWork ? [first] : [];
}

function evidence(
  member: StaffMember,
  { ticket, finished, earlier, lookalikes, tallies }: AssigneeGrounds,
): AssigneeSuggestion {
  const isTheirs = ({ assignee }: { readonly assignee?: string }) => assignee === member.id;
  const lookalike = lookalikes.find((other) => isTheirs(other) && other.number !== ticket.number)?.number;
  const open = tallies.filter((tally) => isTheirs(tally) && (tally.status === "new" || tally.status === "open"));
  return {
    member,
    solvedAlike: finished.filter((one) => isTheirs(one) && one.category === ticket.category).length,
    sameRequester: earlier.filter(isTheirs).length,
    ...(lookalike && { lookalike }),
    openWork: open.reduce((sum, { count }) => sum + count, 0),
  };
}

function knows({ solvedAlike, sameRequester, lookalike }: AssigneeSuggestion): number {
  const solved = Math.min(solvedAlike, ENOUGH_SOLVED) * WEIGHT.solved;
  const requester = Math.min(sameRequester, ENOUGH_EARLIER) * WEIGHT.requester;
  return solved + requester + (lookalike ? WEIGHT.lookalike : 0);
}

const worth = (one: AssigneeSuggestion) => knows(one) - one.openWork;
