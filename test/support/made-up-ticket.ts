import { type Ticket, ticketNumber } from "../../src/core/ticket.ts";

/** A new ticket as the store keeps it. In: its id and the serial part of its number, when it was opened, and what is otherwise. */
export function madeUpTicket(id: string, serial: number, at: Date, change: Partial<Ticket> = {}): Ticket {
  return {
    id,
    number: ticketNumber(2026, serial),
    subject: "Konu",
    status: "new",
    priority: "normal",
    category: "general",
    channel: "mail",
    requester: { name: "Mehmet Koç" },
    participants: [],
    tags: [],
    links: [],
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...change,
  };
}
