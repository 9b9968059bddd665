import { identityOf, type LinkedIdentity } from "../core/identity.ts";
import { may } from "../core/person.ts";
import type { Ticket } from "../core/ticket.ts";
import { type IdentitySuggestion, suggestIdentities } from "../tickets/suggest-identities.ts";
import { ticketsOfPerson } from "../tickets/tickets-of-person.ts";
import type { StaffVisit } from "./route.ts";

/** Read of one person: those listed, and further ones that are looked through for the same subject or a colleague who knows them. */
const MOST_TICKETS = 20;

/** What is known of the person a ticket is for. */
export interface PersonOfTicket {
  /** Everything staff linked the requester with, the requester's own identity among it. */
  readonly linked: readonly LinkedIdentity[];
  /** Their other tickets by all they are known by, last changed first. */
  readonly otherTickets: readonly Ticket[];
  /** Who may be the same person; empty when the visitor may not say so. */
  readonly samePersonSuggestions: readonly IdentitySuggestion[];
}

export async function personOfTicket({ staff, visitor }: StaffVisit, ticket: Ticket): Promise<PersonOfTicket> {
  const { store } = staff.office;
  const own = identityOf(ticket);
  const linked = own ? await store.identities.ofPerson([own]) : [];
  const known = [...new Set([...(own ? [own] : []), ...linked.map(({ identity }) => identity)])];
  const [tickets, samePersonSuggestions] = await Promise.all([
    ticketsOfPerson(store, known, MOST_TICKETS),
    may(visitor.role, "persons.link") ? suggestIdentities(store, ticket, known) : [],
  ]);
  return { linked, otherTickets: tickets.filter(({ number }) => number !== ticket.number), samePersonSuggestions };
}
