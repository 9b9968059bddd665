import type { Message } from "../core/message.ts";
import type { Actor } from "../core/person.ts";
import type { Office, Transaction } from "../core/ports.ts";
import { dueDates } from "../core/service-levels.ts";
import {
  type Requester,
  type Ticket,
  type TicketChannel,
  type TicketLink,
  type TicketPriority,
  ticketNumber,
} from "../core/ticket.ts";
import { turkishYear } from "../core/turkish-time.ts";
import { type IncomingMessage, receivedMessage } from "./new-message.ts";

/** A matter to be opened, with the message that brings it. */
export interface NewTicket {
  readonly subject: string;
  readonly category: string;
  readonly priority: TicketPriority;
  readonly channel: TicketChannel;
  readonly requester: Requester;
  readonly participants?: readonly string[];
  readonly tags?: readonly string[];
  readonly links?: readonly TicketLink[];
  readonly message: IncomingMessage;
  readonly actor: Actor;
  /** Wording of the acknowledgement to the requester, given the number; absent when none may be sent. */
  readonly acknowledge?: (number: string) => string;
  /** More to write in the same transaction: the ledger's outcome, request entries. */
  readonly alsoWrite?: (transaction: Transaction, ticket: Ticket) => Promise<void>;
}

export interface OpenedTicket {
  readonly ticket: Ticket;
  readonly message: Message;
  readonly acknowledgement?: Message;
}

/**
 * Opens a ticket with its first message, its event and its acknowledgement in one write.
 * Throws `conflict` when a message with the same content key was filed before.
 */
export async function openTicket(office: Office, input: NewTicket): Promise<OpenedTicket> {
  const { store, clock } = office;
  const now = clock.now();
  const { serviceLevels } = await store.settings.current();
  const openedAt = input.message.receivedAt ?? now;
  const year = turkishYear(now);
  const number = ticketNumber(year, await store.nextNumber("ticket", year));
  const ticket: Ticket = {
    id: store.newId(),
    number,
    subject: input.subject,
    status: "new",
    priority: input.priority,
    category: input.category,
    channel: input.channel,
    requester: input.requester,
    participants: input.participants ?? (input.requester.email ? [input.requester.email] : []),
    tags: input.tags ?? [],
    links: input.links ?? [],
    createdAt: openedAt,
    updatedAt: now,
    ...dueDates(serviceLevels, input.priority, openedAt),
    version: 1,
  };
  const message = receivedMessage(store.newId(), number, input.message, now);
  const acknowledgement = input.acknowledge && acknowledgementOf(office, ticket, input.acknowledge(number), now);

  await store.transact(async (transaction) => {
    await transaction.insertTicket(ticket);
    await transaction.insertMessage(message);
    if (acknowledgement) await transaction.insertMessage(acknowledgement);
    await transaction.append(
      {
        type: "ticket.opened",
        at: now,
        actor: input.actor,
        ticket: number,
        message: message.id,
        ...(acknowledgement && { acknowledgement: acknowledgement.id }),
      },
      ticket,
    );
    await input.alsoWrite?.(transaction, ticket);
  });
  return { ticket, message, ...(acknowledgement && { acknowledgement }) };
}

function acknowledgementOf(office: Office, ticket: Ticket, text: string, now: Date): Message | undefined {
  if (!ticket.requester.email) return undefined;
  const id = office.store.newId();
  return {
    id,
    ticket: ticket.number,
    direction: "out",
    channel: "mail",
    from: { kind: "system" },
    to: [ticket.requester.email],
    text,
    attachments: [],
    messageId: office.newMessageId(ticket.number, id),
    delivery: { state: "waiting" },
    createdAt: now,
  };
}
