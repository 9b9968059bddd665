import { type Identity, identityOf } from "../src/core/identity.ts";
import type { Language } from "../src/core/knowledge.ts";
import type { Ticket } from "../src/core/ticket.ts";
import { samePerson } from "../src/tickets/requester-identities.ts";
import { ticketsOfPerson } from "../src/tickets/tickets-of-person.ts";
import { shorten } from "./memory.ts";
import type { Reply, TicketLine } from "./reply.ts";
import type { Texts } from "./texts/tr.ts";
import type { ChatPerson, Turn } from "./turn.ts";

/** How many own tickets a status answer lists. */
const MOST_TICKETS = 5;
/** Tickets of a whole group, of which a person's own are picked. */
const READ_IN_GROUP = 100;
const LONGEST_SUBJECT = 70;

/** Who asks, and what they opened here. */
type Asking = Pick<Turn, "office" | "person" | "memory">;

/**
 * Who is writing, alone with the bot, as the channel vouches for it: the directory account and the one-to-one conversation, and with
 * them what staff linked.
 */
function ownIdentities({ office, person }: Asking): Promise<readonly Identity[]> {
  const { aadObjectId, conversation }: ChatPerson = person;
  const account: readonly Identity[] = aadObjectId === undefined ? [] : [`teams:${aadObjectId}`];
  return samePerson(office.store, [...account, `chat:${conversation}`]);
}

/**
 * Whether a ticket may be spoken of in a group, where others read along: only what this person opened right there, as their account
 * or, without one, their own talk with the bot in that group says.
 */
function isOpenedHere({ person, memory }: Asking, { number, requester }: Ticket): boolean {
  if (requester.conversationId !== person.conversation) return false;
  const isAccount = person.aadObjectId !== undefined && requester.aadObjectId === person.aadObjectId;
  return isAccount || (memory.opened?.some((opened) => opened.number === number) ?? false);
}

/** The person's own tickets that may be shown here, last changed first. */
export async function ownTickets(asking: Asking): Promise<readonly Ticket[]> {
  const { store } = asking.office;
  if (asking.person.alone) return ticketsOfPerson(store, await ownIdentities(asking), MOST_TICKETS);
  const { items } = await store.tickets.list({ limit: READ_IN_GROUP, conversationId: asking.person.conversation });
  return items
    .filter((ticket) => isOpenedHere(asking, ticket))
    .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .slice(0, MOST_TICKETS);
}

/** The own ticket with this number, or nothing: a foreign one and a missing one look the same. */
export async function ownTicket(asking: Asking, number: string): Promise<Ticket | undefined> {
  const ticket = await asking.office.store.tickets.byNumber(number);
  if (!ticket) return undefined;
  if (!asking.person.alone) return isOpenedHere(asking, ticket) ? ticket : undefined;
  const identity = identityOf(ticket);
  return identity && (await ownIdentities(asking)).includes(identity) ? ticket : undefined;
}

/** Said of a number that is none of the person's, or not to be spoken of here. */
export function notYours({ texts, contact, person }: Turn, number: string): Omit<Reply, "language"> {
  const elsewhere = person.alone ? [] : [texts.askInPrivate];
  return { text: [texts.statusNotYours(number, contact), ...elsewhere].join(" "), outcome: "status" };
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
