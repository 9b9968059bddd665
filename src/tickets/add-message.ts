import type { Message } from "../core/message.ts";
import type { Actor } from "../core/person.ts";
import type { Office, Transaction } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";
import { loadTicketOfSomebody } from "./load-ticket.ts";
import { type IncomingMessage, receivedMessage } from "./new-message.ts";
import { withStatus } from "./with-status.ts";

export interface AddedMessage {
  readonly ticket: Ticket;
  readonly message: Message;
}

export interface MessageToAdd {
  readonly ticket: string;
  readonly message: IncomingMessage;
  readonly actor: Actor;
  /** False for what a machine wrote (out of office, delivery report): it is kept, and nobody is woken. */
  readonly reopens: boolean;
  /** Added to the ticket's. */
  readonly tags?: readonly string[];
  readonly alsoWrite?: (transaction: Transaction, ticket: Ticket) => Promise<void>;
}

/**
 * Files something that came in under an existing ticket. A waiting or solved ticket becomes open again when `reopens`.
 * Throws `conflict` when it was filed before, `stale` when the ticket's person was erased. The caller opens a linked ticket when this one is closed.
 */
export async function addMessage(office: Office, input: MessageToAdd): Promise<AddedMessage> {
  const { store, clock } = office;
  const now = clock.now();
  const { serviceLevels } = await store.settings.current();
  const message = receivedMessage(store.newId(), input.ticket, input.message, now);
  return store.transact(async (transaction) => {
    const found = await loadTicketOfSomebody(transaction, input.ticket);
    const ticket = { ...found, tags: [...new Set([...found.tags, ...(input.tags ?? [])])] };
    const wakes = input.reopens && (ticket.status === "pending" || ticket.status === "solved");
    const updated = await transaction.updateTicket(
      wakes ? withStatus(serviceLevels, ticket, "open", now) : { ...ticket, updatedAt: now },
    );
    await transaction.insertMessage(message);
    await transaction.append(
      { type: "ticket.messageReceived", at: now, actor: input.actor, ticket: ticket.number, message: message.id },
      updated,
    );
    if (wakes) {
      await transaction.append(
        {
          type: "ticket.statusChanged",
          at: now,
          actor: { kind: "system" },
          ticket: ticket.number,
          from: ticket.status,
          to: "open",
        },
        updated,
      );
    }
    await input.alsoWrite?.(transaction, updated);
    return { ticket: updated, message };
  });
}
