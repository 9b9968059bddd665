import { maskPersonalData } from "../core/personal-data.ts";
import { nextDue } from "../core/service-levels.ts";
import type { Ticket } from "../core/ticket.ts";
import { toStored } from "./documents.ts";
import type { Stored } from "./models.ts";
import type { PersonalTerms } from "./personal-terms.ts";
import { ticketTerms } from "./ticket-terms.ts";

/** A new ticket as its document, found by its own words and by those of its first messages. */
export function storedTicket(ticket: Ticket, terms: PersonalTerms, messageTerms: readonly string[] = []): Stored {
  return {
    ...toStored(ticketFields(ticket)),
    searchTerms: [...new Set([...ticketTerms(terms, ticket), ...messageTerms])],
  };
}

/** What a document keeps of a ticket beside its terms: numbers masked, and what lists are sorted by. */
export function ticketFields(ticket: Ticket): Ticket & { readonly nextDueAt?: Date } {
  const { name } = ticket.requester;
  const due = nextDue(ticket);
  return {
    ...ticket,
    // What people type into a subject or call themselves may hold a number; the raw mail keeps it as it came.
    subject: maskPersonalData(ticket.subject),
    requester: { ...ticket.requester, ...(name && { name: maskPersonalData(name) }) },
    ...(due && { nextDueAt: due.at }),
  };
}
