import type { Language } from "../src/core/knowledge.ts";
import type { Ticket } from "../src/core/ticket.ts";
import { shorten } from "./memory.ts";
import type { TicketLine } from "./reply.ts";
import type { Texts } from "./texts/tr.ts";
import type { ChatPerson, Turn } from "./turn.ts";

/** How many own tickets a status answer lists. */
const MOST_TICKETS = 5;
const LONGEST_SUBJECT = 70;

/**
 * Whether a ticket belongs to the person writing: the same directory account, or the same one-to-one conversation.
 * In a group the conversation proves nothing, since others write there too.
 */
export function isOwn(ticket: Ticket, person: ChatPerson): boolean {
  const { aadObjectId, conversationId } = ticket.requester;
  if (person.aadObjectId !== undefined && aadObjectId !== undefined) return aadObjectId === person.aadObjectId;
  return person.alone && conversationId === person.conversation;
}

/** The person's own tickets, last changed first. */
export async function ownTickets({ office, person }: Pick<Turn, "office" | "person">): Promise<readonly Ticket[]> {
  const { aadObjectId, conversation } = person;
  const own = aadObjectId === undefined ? { conversationId: conversation } : { aadObjectId };
  const page = await office.store.tickets.list({ limit: 50, ...own, sort: "updated" });
  return page.items.filter((ticket) => isOwn(ticket, person)).slice(0, MOST_TICKETS);
}

/** The own ticket with this number, or nothing: a foreign one and a missing one look the same. */
export async function ownTicket(
  { office, person }: Pick<Turn, "office" | "person">,
  number: string,
): Promise<Ticket | undefined> {
  const ticket = await office.store.tickets.byNumber(number);
  return ticket && isOwn(ticket, person) ? ticket : undefined;
}

/** How a ticket is shown to its requester. */
export function ticketLine(ticket: Ticket, texts: Texts, language: Language): TicketLine {
  return {
    number: ticket.number,
    subject: shorten(ticket.subject, LONGEST_SUBJECT),
    status: ticket.status,
    statusText: texts.ticketStatus[ticket.status],
    updatedText: DATE_FORMATS[language].format(ticket.updatedAt),
    add: { title: texts.addShort, value: texts.addTo(ticket.number) },
  };
}

const DATE_STYLE = { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Istanbul" } as const;
const DATE_FORMATS = {
  tr: new Intl.DateTimeFormat("tr-TR", DATE_STYLE),
  en: new Intl.DateTimeFormat("en-GB", DATE_STYLE),
};
