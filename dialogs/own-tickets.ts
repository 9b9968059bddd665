import { type Identity, identityOf } from "../src/core/identity.ts";
import type { Language } from "../src/core/knowledge.ts";
import type { Ticket } from "../src/core/ticket.ts";
import { samePerson } from "../src/tickets/requester-identities.ts";
import { ticketsOfPerson } from "../src/tickets/tickets-of-person.ts";
import { shorten } from "./memory.ts";
import type { TicketLine } from "./reply.ts";
import type { Texts } from "./texts/tr.ts";
import type { ChatPerson, Turn } from "./turn.ts";

/** How many own tickets a status answer lists. */
const MOST_TICKETS = 5;
const LONGEST_SUBJECT = 70;

/**
 * Who is writing, as the channel vouches for it: the directory account and the one-to-one conversation, and with them what staff
 * linked. In a group the conversation proves nothing, since others write there too, and what the person mailed is not for them to read.
 */
async function ownIdentities({ office, person }: Asking): Promise<readonly Identity[]> {
  const { aadObjectId, conversation, alone }: ChatPerson = person;
  const account: readonly Identity[] = aadObjectId === undefined ? [] : [`teams:${aadObjectId}`];
  return alone ? samePerson(office.store, [...account, `chat:${conversation}`]) : account;
}

type Asking = Pick<Turn, "office" | "person">;

/** The person's own tickets, last changed first. */
export async function ownTickets(asking: Asking): Promise<readonly Ticket[]> {
  return ticketsOfPerson(asking.office.store, await ownIdentities(asking), MOST_TICKETS);
}

/** The own ticket with this number, or nothing: a foreign one and a missing one look the same. */
export async function ownTicket(asking: Asking, number: string): Promise<Ticket | undefined> {
  const ticket = await asking.office.store.tickets.byNumber(number);
  const identity = ticket && identityOf(ticket);
  return identity && (await ownIdentities(asking)).includes(identity) ? ticket : undefined;
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
