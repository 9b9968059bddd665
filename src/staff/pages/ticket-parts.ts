import type { Delivery } from "../../core/message.ts";
import type { StaffMember } from "../../core/person.ts";
import type { Ticket, TicketPriority, TicketStatus } from "../../core/ticket.ts";
import { type Html, html } from "../design/html.ts";
import { badge, face, type Tone } from "../design/parts.ts";
import type { Visit } from "../route.ts";

const STATUS_TONES: Readonly<Record<TicketStatus, Tone>> = {
  new: "info",
  open: "warn",
  pending: "quiet",
  solved: "good",
  closed: "outline",
};
const PRIORITY_TONES: Readonly<Record<TicketPriority, Tone>> = {
  low: "outline",
  normal: "outline",
  high: "warn",
  urgent: "bad",
};
const DELIVERY_TONES: Readonly<Record<Delivery["state"], Tone>> = {
  waiting: "quiet",
  sent: "good",
  failed: "bad",
  notConfigured: "warn",
  bounced: "bad",
};

export function statusBadge(status: TicketStatus, { texts }: Visit): Html {
  return badge(texts.tickets.status[status], STATUS_TONES[status]);
}

/** Only what is out of the ordinary is said in a list. */
export function priorityBadge(priority: TicketPriority, { texts }: Visit, always = false): Html {
  if (priority === "normal" && !always) return html``;
  const sign = { low: "down", normal: undefined, high: "up", urgent: "alert" } as const;
  return badge(texts.tickets.priority[priority], PRIORITY_TONES[priority], sign[priority]);
}

export function deliveryBadge({ state }: Delivery, { texts }: Visit): Html {
  return badge(texts.tickets.delivery[state], DELIVERY_TONES[state], state === "sent" ? "check" : undefined);
}

/** Why a message did not arrive, or not yet, in a line of its own: it may be a sentence or two. */
export function deliveryReason({ state, reason }: Delivery): Html {
  const isTold = state === "failed" || state === "bounced" || state === "waiting";
  return isTold && reason ? html`<div class="small muted">${reason}</div>` : html``;
}

export function assigneeFace(ticket: Ticket, members: readonly StaffMember[], { texts }: Visit): Html {
  const member = members.find(({ id }) => id === ticket.assignee);
  if (!member) return html`${face("–", "none", true)}<span class="visually-hidden">${texts.tickets.unassigned}</span>`;
  return html`${face(member.name, "agent", true)}<span class="visually-hidden">${member.name}</span>`;
}

export function assigneeName(ticket: Ticket, members: readonly StaffMember[], { texts }: Visit): string {
  return members.find(({ id }) => id === ticket.assignee)?.name ?? texts.tickets.unassigned;
}

/** Who wrote, in words; of a visitor of the browser chat nothing is known. */
export function requesterName({ requester }: Ticket, { texts }: Pick<Visit, "texts">): string {
  return requester.name || requester.email || texts.tickets.unnamed;
}

export function subjectOf({ subject }: Ticket, { texts }: Visit): string {
  return subject.trim() || texts.tickets.noSubject;
}

export function categoryName(category: string, { staff, preferences }: Visit): string {
  return staff.categories().find(({ id }) => id === category)?.title[preferences.language] ?? category;
}
