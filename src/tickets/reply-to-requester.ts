import { AppError } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import type { Office } from "../core/ports.ts";
import { answersByMail, assertStatusMove, type Ticket, type TicketStatus } from "../core/ticket.ts";
import { loadTicket } from "./load-ticket.ts";
import { requesterAddress } from "./requester-identities.ts";
import { withStatus } from "./with-status.ts";

export interface Reply {
  readonly ticket: string;
  readonly version: number;
  readonly agent: { readonly id: string; readonly name: string };
  readonly text: string;
  /** The status the ticket takes with this answer; `pending` (waiting for the requester) unless said otherwise. */
  readonly status?: TicketStatus;
  /** How long it waits before it leaves, so that it can be taken back; milliseconds. */
  readonly undoMs?: number;
}

/**
 * Answers the requester: the message, the new status, both events and the way out (mail or chat) in one write.
 * Throws `stale` when somebody changed the ticket meanwhile, `badRequest` when the requester cannot be reached.
 */
export async function replyToRequester(office: Office, reply: Reply): Promise<{ ticket: Ticket; message: Message }> {
  const { store, clock } = office;
  const now = clock.now();
  const actor = { kind: "staff", ...reply.agent } as const;
  const id = store.newId();
  const { serviceLevels } = await store.settings.current();
  return store.transact(async (transaction) => {
    const ticket = await loadTicket(transaction, reply.ticket, reply.version);
    const status = reply.status ?? "pending";
    assertStatusMove(ticket.status, status);
    const address = await requesterAddress(store, ticket);
    const message = replyMessage(office, { ticket, address, reply, id, now });
    const updated = await transaction.updateTicket(
      withStatus(serviceLevels, { ...ticket, firstRespondedAt: ticket.firstRespondedAt ?? now }, status, now),
    );
    await transaction.insertMessage(message);
    await transaction.append(
      { type: "ticket.replied", at: now, actor, ticket: ticket.number, message: id },
      updated,
      // The outbox goes by the real time, whatever clock the office has.
      new Date(Date.now() + (reply.undoMs ?? 0)),
    );
    if (status !== ticket.status) {
      await transaction.append(
        { type: "ticket.statusChanged", at: now, actor, ticket: ticket.number, from: ticket.status, to: status },
        updated,
      );
    }
    return { ticket: updated, message };
  });
}

function replyMessage(
  office: Office,
  {
    ticket,
    address,
    reply,
    id,
    now,
  }: { ticket: Ticket; address: string | undefined; reply: Reply; id: string; now: Date },
): Message {
  if (!ticket.requester.conversationId && !address) {
    throw new AppError("badRequest", "The requester has neither a mail address nor a conversation.", {
      ticket: ticket.number,
    });
  }
  return {
    id,
    ticket: ticket.number,
    direction: "out",
    channel: answersByMail(ticket) ? "mail" : ticket.channel,
    from: { kind: "agent", staff: reply.agent.id, name: reply.agent.name },
    to: address ? [address] : [],
    text: reply.text,
    attachments: [],
    // An answer in chat goes by mail when the conversation turns out to be gone.
    ...(address && { messageId: office.newMessageId(ticket.number, id) }),
    delivery: { state: "waiting" },
    createdAt: now,
  };
}
