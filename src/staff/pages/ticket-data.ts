import type { StoredEvent } from "../../core/events.ts";
import type { Message } from "../../core/message.ts";
import type { StaffMember } from "../../core/person.ts";
import type { RequestEntry } from "../../core/request.ts";
import type { ServiceLevels } from "../../core/service-levels.ts";
import type { Ticket, TicketPriority } from "../../core/ticket.ts";
import type { AssigneeSuggestion } from "../../tickets/suggest-assignee.ts";
import type { PersonOfTicket } from "../person-of-ticket.ts";
import type { TicketListData } from "./ticket-list-page.ts";

/** What might be set on a ticket; nothing of it is set by itself. */
export interface PropertySuggestions {
  readonly assignees: readonly AssigneeSuggestion[];
  readonly category?: string;
  readonly priority?: TicketPriority;
  /** How sure the category is, 0..1. */
  readonly sure: number;
}

/** Everything one ticket's page shows. */
export interface TicketPageData extends Pick<PersonOfTicket, "linked" | "samePersonSuggestions"> {
  readonly ticket: Ticket;
  readonly messages: readonly Message[];
  readonly events: readonly StoredEvent[];
  readonly members: readonly StaffMember[];
  /** Request entries read out of its messages. */
  readonly requests: readonly RequestEntry[];
  /** The latest of the same person's other tickets. */
  readonly earlier: readonly Ticket[];
  /** Open tickets that may be about the same matter. */
  readonly duplicates: readonly Ticket[];
  readonly propertySuggestions: PropertySuggestions;
  readonly levels: ServiceLevels;
  /** The list it was opened from. */
  readonly queue: Pick<TicketListData, "view" | "tickets" | "views">;
}
