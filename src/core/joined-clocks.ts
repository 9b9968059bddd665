import type { Message } from "./message.ts";
import { clockStart, covers, dueDates, paused, resumed, type ServiceLevels } from "./service-levels.ts";
import { DUE_KINDS, type DueKind, isFinished, TICKET_PRIORITIES, type Ticket } from "./ticket.ts";

/**
 * What becomes of the promises to the requester when two tickets become one, or one becomes two.
 *
 * Merged: of each target the sooner date holds, so that nobody waits longer for being put together with others, and the office wins no
 * time by it. What either waited for the requester stays in its own date. An answer given in either was the first answer. The higher
 * of the two priorities holds, and nothing is promised anew for it. A ticket that was finished promises nothing any more.
 *
 * Split: what is split off is reckoned from its own first message; what stays goes on as if the rest had never been in it. Either waits
 * for the requester only where the answer is that asked them something; what was waited before stays waited.
 */

/** The ticket that stays after another was put into it, by what was promised and done for either; its status and its other fields stay. */
export function withMergedClocks(levels: ServiceLevels, kept: Ticket, merged: Ticket, now: Date): Ticket {
  if (isFinished(merged)) return kept;
  const [one, other] = [resumed(levels, kept, now), resumed(levels, merged, now)];
  const older = clockStart(other) < clockStart(one) ? other : one;
  const sooner = {
    firstResponse: withSooner("firstResponseDueAt", one, other),
    resolution: withSooner("resolutionDueAt", one, other),
  } as const satisfies Record<DueKind, Ticket>;
  const told = (which: "warned" | "escalated") => DUE_KINDS.findLast((what) => covers(sooner[what][which], what));
  const joined = withPresent(one, {
    firstResponseDueAt: sooner.firstResponse.firstResponseDueAt,
    resolutionDueAt: sooner.resolution.resolutionDueAt,
    firstRespondedAt: earlier(one.firstRespondedAt, other.firstRespondedAt),
    waitedMinutes: older.waitedMinutes,
    clockFrom: older === one ? one.clockFrom : clockStart(other),
    warned: told("warned"),
    escalated: told("escalated"),
  });
  const clocked = kept.pausedAt ? paused(joined, now) : joined;
  return { ...clocked, priority: higher(one.priority, other.priority) };
}

type SplitClocks = Pick<
  Ticket,
  "status" | "createdAt" | "firstResponseDueAt" | "resolutionDueAt" | "firstRespondedAt" | "pausedAt"
>;

/** The clocks of a ticket made of these messages, the oldest first; it waits for the requester where the last of them asked. */
export function splitClocks(
  levels: ServiceLevels,
  source: Ticket,
  chosen: readonly [Message, ...Message[]],
): SplitClocks {
  const [{ createdAt }] = chosen;
  const answers = chosen.filter(isAnswer);
  const last = chosen.findLast(({ direction }) => direction !== "note");
  const waits = source.status === "pending" && last !== undefined && isAnswer(last);
  return {
    status: waits ? "pending" : "open",
    createdAt,
    ...dueDates(levels, source.priority, createdAt),
    ...(answers[0] && { firstRespondedAt: answers[0].createdAt }),
    ...(waits && { pausedAt: last.createdAt }),
  };
}

/** What is left of a ticket after these messages went: its first answer is that of those which stay; whether it has nothing left to wait for. */
export function withoutSplit(
  source: Ticket,
  chosen: readonly Message[],
  left: readonly Message[],
): { readonly ticket: Ticket; readonly waitsForNothing: boolean } {
  const gone = chosen.filter(isAnswer);
  const stays = left.filter(isAnswer);
  const wasFirst = gone.some(({ createdAt }) => createdAt.getTime() === source.firstRespondedAt?.getTime());
  const ticket = wasFirst ? withPresent(source, { firstRespondedAt: stays[0]?.createdAt }) : source;
  const [lastGone, lastStays] = [gone.at(-1)?.createdAt, stays.at(-1)?.createdAt];
  const askedLast = lastGone !== undefined && (lastStays === undefined || lastStays < lastGone);
  return { ticket, waitsForNothing: source.status === "pending" && askedLast };
}

function isAnswer({ direction, from }: Message): boolean {
  return direction === "out" && from.kind === "agent";
}

function withSooner(field: "firstResponseDueAt" | "resolutionDueAt", one: Ticket, other: Ticket): Ticket {
  const [a, b] = [one[field], other[field]];
  return a && (!b || a <= b) ? one : b ? other : one;
}

function earlier(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other ? (one < other ? one : other) : (one ?? other);
}

function higher(one: Ticket["priority"], other: Ticket["priority"]): Ticket["priority"] {
  return TICKET_PRIORITIES.indexOf(other) > TICKET_PRIORITIES.indexOf(one) ? other : one;
}

/** The ticket with these fields, and without those of them that are undefined. */
function withPresent(ticket: Ticket, fields: { readonly [Name in keyof Ticket]?: Ticket[Name] | undefined }): Ticket {
  const entries = Object.entries({ ...ticket, ...fields }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as Ticket;
}
