import type { HelpdeskEvent } from "../../core/events.ts";
import type { LinkedIdentity } from "../../core/identity.ts";
import type { Message } from "../../core/message.ts";
import type { StaffMember } from "../../core/person.ts";
import type { RequestEntry } from "../../core/request.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { IdentitySuggestion } from "../../tickets/suggest-identities.ts";
import type { TicketListData } from "./ticket-list-page.ts";

export type StoredEvent = HelpdeskEvent & { readonly id: string };

/** Everything one ticket's page shows. */
export interface TicketPageData {
  readonly ticket: Ticket;
  readonly messages: readonly Message[];
  readonly events: readonly StoredEvent[];
  readonly members: readonly StaffMember[];
  /** Request entries read out of its messages. */
  readonly requests: readonly RequestEntry[];
  /** Other tickets of the same person, last changed first. */
  readonly earlier: readonly Ticket[];
  /** Everything staff linked the requester with, the requester's own identity among it. */
  readonly linked: readonly LinkedIdentity[];
  /** Who may be the same person. */
  readonly suggestions: readonly IdentitySuggestion[];
  /** Open tickets that may be about the same matter. */
  readonly duplicates: readonly Ticket[];
  /** The list it was opened from. */
  readonly queue: Omit<TicketListData, "counts" | "members">;
}
