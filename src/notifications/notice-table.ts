import type { HelpdeskEvent } from "../core/events.ts";
import type { NoticeTopic } from "../core/notices.ts";
import { may, type StaffMember } from "../core/person.ts";
import type { Ticket } from "../core/ticket.ts";

/** Who may want to know of something, and under which topic they chose whether they do. */
export interface NoticePlan {
  readonly topic: NoticeTopic;
  readonly isFor: (member: StaffMember) => boolean;
}

type Plans<Type extends HelpdeskEvent["type"]> = (
  event: Extract<HelpdeskEvent, { type: Type }>,
  ticket: Ticket | undefined,
) => readonly NoticePlan[];

const everybody = () => true;
const leads = ({ role }: StaffMember) => role === "lead" || role === "admin";
/** Whoever works on the ticket; while nobody does, those who share out the work, or others. */
const inCharge = (ticket: Ticket | undefined, otherwise = leads) =>
  ticket?.assignee ? ({ id }: StaffMember) => id === ticket.assignee : otherwise;
const mayTake = ({ role }: StaffMember) => may(role, "tickets.write");
const mailbox = () => [{ topic: "mailbox", isFor: leads }] as const;

/** Which event staff are told of, and whom. An event that is not here is told to nobody. */
const TABLE: { readonly [Type in HelpdeskEvent["type"]]?: Plans<Type> } = {
  "ticket.opened": () => [{ topic: "ticketOpened", isFor: everybody }],
  "ticket.messageReceived": (_event, ticket) => [{ topic: "ticketMessage", isFor: inCharge(ticket) }],
  "ticket.dueSoon": (_event, ticket) => [{ topic: "ticketDueSoon", isFor: inCharge(ticket, mayTake) }],
  "ticket.overdue": (_event, ticket) => [
    { topic: "ticketOverdue", isFor: ({ id }) => id === ticket?.assignee },
    { topic: "escalated", isFor: (member) => leads(member) && member.id !== ticket?.assignee },
  ],
  "ticket.changed": ({ changes }) =>
    changes
      .filter(({ field, to }) => field === "assignee" && to !== null)
      .map(({ to }) => ({ topic: "assigned", isFor: ({ id }) => id === to })),
  "ticket.noteAdded": ({ mentions = [] }) =>
    mentions.length > 0 ? [{ topic: "mentioned", isFor: ({ id }) => mentions.includes(id) }] : [],
  "request.flagged": (_event, ticket) => [{ topic: "requestFlagged", isFor: inCharge(ticket) }],
  "request.certificateEnding": (_event, ticket) => [{ topic: "certificateEnding", isFor: inCharge(ticket) }],
  "mailbox.paused": mailbox,
  "mailbox.recovered": mailbox,
  "mailbox.silent": mailbox,
  "mail.quarantined": () => [{ topic: "mailQuarantined", isFor: leads }],
  "knowledge.drafted": () => [{ topic: "knowledgeDrafted", isFor: leads }],
};

/** Who may want to know of an event. Pure. */
export function noticePlans(event: HelpdeskEvent, ticket: Ticket | undefined): readonly NoticePlan[] {
  const plans = TABLE[event.type] as ((event: HelpdeskEvent, ticket?: Ticket) => readonly NoticePlan[]) | undefined;
  return plans?.(event, ticket) ?? [];
}
