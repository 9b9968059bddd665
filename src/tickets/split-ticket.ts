import { AppError } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import type { Actor } from "../core/person.ts";
import type { Office } from "../core/ports.ts";
import { dueDates } from "../core/service-levels.ts";
import { type Requester, type Ticket, ticketNumber } from "../core/ticket.ts";
import { turkishYear } from "../core/turkish-time.ts";
import { loadTicket } from "./load-ticket.ts";
import { linked } from "./merge-tickets.ts";

export interface Split {
  readonly ticket: string;
  readonly version: number;
  /** Ids of the messages that are another matter; not all of them. */
  readonly messages: readonly string[];
  readonly subject: string;
  readonly actor: Actor;
}

/**
 * Makes a ticket of its own out of some messages of another. It belongs to whoever wrote the first of them.
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
  const first = chosen[0] as Message;
  const answer = chosen.find(({ direction, from }) => direction === "out" && from.kind === "agent");

  return store.transact(async (transaction) => {
    const source = await loadTicket(transaction, input.ticket, input.version);
    const requester = requesterOf(first, source);
    const made: Ticket = {
      id: store.newId(),
      number,
      subject: input.subject,
      status: "open",
      priority: source.priority,
      category: source.category,
      channel: source.channel,
      requester,
      participants: requester.email ? [requester.email] : [],
      tags: [],
      links: [{ number: source.number, kind: "splitFrom" }],
      createdAt: first.createdAt,
      ...dueDates(serviceLevels, source.priority, first.createdAt),
      ...(answer && { firstRespondedAt: answer.createdAt }),
      updatedAt: now,
      version: 1,
    };
    await transaction.insertTicket(made);
    await transaction.moveMessages(source.number, number, input.messages);
    const rest = { ...source, links: linked(source.links, { number, kind: "splitInto" as const }), updatedAt: now };
    const updated = await transaction.updateTicket(rest);
    const { actor } = input;
    await transaction.append({ type: "ticket.split", at: now, actor, ticket: source.number, into: number }, updated);
    await transaction.append({ type: "ticket.opened", at: now, actor, ticket: number, message: first.id }, made);
    return made;
  });
}

function assertSplit({ ticket, messages }: Split, chosen: readonly Message[], all: number): void {
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
