import { AppError } from "../core/errors.ts";
import { splitClocks, withoutSplit } from "../core/joined-clocks.ts";
import type { Message } from "../core/message.ts";
import type { Actor } from "../core/person.ts";
import type { Office } from "../core/ports.ts";
import { type Requester, type Ticket, ticketNumber } from "../core/ticket.ts";
import { turkishYear } from "../core/turkish-time.ts";
import { loadTicket } from "./load-ticket.ts";
import { linked } from "./merge-tickets.ts";
import { withStatus } from "./with-status.ts";

export interface Split {
  readonly ticket: string;
  readonly version: number;
  /** Ids of the messages that are another matter; not all of them. */
  readonly messages: readonly string[];
  readonly subject: string;
  readonly actor: Actor;
}

/**
 * Makes a ticket of its own out of some messages of another. It belongs to whoever wrote the first of them. What becomes of the
 * targets of both, `core/joined-clocks.ts` says; a ticket whose question to the requester was split off is open again.
 * Throws `stale`, or `badRequest` when the messages are not of this ticket or nothing would be left.
 */
export async function splitTicket(office: Office, input: Split): Promise<Ticket> {
  const { store, clock } = office;
  const now = clock.now();
  const { serviceLevels } = await store.settings.current();
  const year = turkishYear(now);
  const number = ticketNumber(year, await store.nextNumber("ticket", year));
  const all = await store.messages.ofTicket(input.ticket);
  const chosen = all.filter(({ id }) => input.messages.includes(id));
  assertSplit(input, chosen, all.length);
  const left = all.filter((message) => !chosen.includes(message));
  const [first] = chosen;

  return store.transact(async (transaction) => {
    const source = await loadTicket(transaction, input.ticket, input.version);
    const requester = requesterOf(first, source);
    const made: Ticket = {
      id: store.newId(),
      number,
      subject: input.subject,
      priority: source.priority,
      category: source.category,
      channel: source.channel,
      requester,
      participants: requester.email ? [requester.email] : [],
      tags: [],
      links: [{ number: source.number, kind: "splitFrom" }],
      ...splitClocks(serviceLevels, source, chosen),
      updatedAt: now,
      version: 1,
    };
    await transaction.insertTicket(made);
    await transaction.moveMessages(source.number, number, input.messages);
    const { ticket: rest, waitsForNothing } = withoutSplit(source, chosen, left);
    const clocked = waitsForNothing ? withStatus(serviceLevels, rest, "open", now) : rest;
    const links = linked(source.links, { number, kind: "splitInto" });
    const updated = await transaction.updateTicket({ ...clocked, links, updatedAt: now });
    const common = { at: now, actor: input.actor, ticket: source.number } as const;
    await transaction.append({ ...common, type: "ticket.split", into: number }, updated);
    const [from, to] = [source.status, updated.status];
    if (from !== to) await transaction.append({ ...common, type: "ticket.statusChanged", from, to }, updated);
    await transaction.append({ ...common, type: "ticket.opened", ticket: number, message: first.id }, made);
    return made;
  });
}

function assertSplit(
  { ticket, messages }: Split,
  chosen: readonly Message[],
  all: number,
): asserts chosen is readonly [Message, ...Message[]] {
  if (chosen.length === 0 || chosen.length !== new Set(messages).size) {
    throw new AppError("badRequest", `Choose messages of ${ticket} to split off.`, { field: "messages" });
  }
  if (chosen.length === all) {
    throw new AppError("badRequest", "At least one message stays where it is.", { field: "messages" });
  }
}

/** The right person is kept: the writer of the first message, when somebody outside wrote it. */
function requesterOf({ direction, from }: Message, source: Ticket): Requester {
  if (direction !== "in" || !from.email || from.email === source.requester.email) return source.requester;
  return { email: from.email, ...(from.name && { name: from.name }) };
}
