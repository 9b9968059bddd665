import { AppError } from "../core/errors.ts";
import type { HelpdeskEvent } from "../core/events.ts";
import type { Message } from "../core/message.ts";
import type { Office } from "../core/ports.ts";
import type { Ticket, TicketStatus } from "../core/ticket.ts";
import { loadTicket } from "./load-ticket.ts";
import { withStatus } from "./with-status.ts";

/**
 * Takes back one's own answer while it has not left: the message goes, and the ticket gets its former status again when
 * nobody changed it since. Gives the text back. Throws `notFound`, `notAllowed`, or `conflict` when it is on its way.
 */
export async function undoReply(
  office: Office,
  input: { readonly message: string; readonly agent: { readonly id: string; readonly name: string } },
): Promise<Message> {
  const { store, clock } = office;
  const message = await store.messages.byId(input.message);
  if (message?.direction !== "out")
    throw new AppError("notFound", "There is no such answer.", { message: input.message });
  if (message.from.staff !== input.agent.id) throw new AppError("notAllowed", "Only its writer takes an answer back.");
  const original = await store.messages.original(message.id);
  const moved = statusMoveOf(message, await store.events.ofTicket(message.ticket));
  const now = clock.now();
  const { serviceLevels } = await store.settings.current();
  await store.transact(async (transaction) => {
    if (!(await transaction.withdrawMessage(message.id))) {
      throw new AppError("conflict", "The answer has already left.", { message: message.id });
    }
    const ticket = await loadTicket(transaction, message.ticket);
    const actor = { kind: "staff", ...input.agent } as const;
    const unanswered = withoutAnswer(ticket, message);
    const back = moved?.to === ticket.status ? withStatus(serviceLevels, unanswered, moved.from, now) : unanswered;
    const updated = await transaction.updateTicket({ ...back, updatedAt: now });
    await transaction.append(
      { type: "ticket.replyUndone", at: now, actor, ticket: ticket.number, message: message.id },
      updated,
    );
    if (updated.status !== ticket.status) {
      const change = { from: ticket.status, to: updated.status };
      await transaction.append(
        { type: "ticket.statusChanged", at: now, actor, ticket: ticket.number, ...change },
        updated,
      );
    }
  });
  return { ...message, ...original };
}

/** An answer that never left was no first response. */
function withoutAnswer(ticket: Ticket, { createdAt }: Message): Ticket {
  const { firstRespondedAt, ...rest } = ticket;
  return firstRespondedAt?.getTime() === createdAt.getTime() ? rest : ticket;
}

/** The change of status that was written with the answer. */
function statusMoveOf(
  message: Message,
  events: readonly HelpdeskEvent[],
): { readonly from: TicketStatus; readonly to: TicketStatus } | undefined {
  const at = events.findIndex((event) => event.type === "ticket.replied" && event.message === message.id);
  const next = events[at + 1];
  return at >= 0 && next?.type === "ticket.statusChanged" && next.at.getTime() === events[at]?.at.getTime()
    ? next
    : undefined;
}
