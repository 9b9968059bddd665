import type { HelpdeskEvent } from "../core/events.ts";
import type { Effect } from "../core/outbox.ts";
import { answersByMail, type Ticket } from "../core/ticket.ts";
import { noticePlans } from "./notice-table.ts";

type EffectsOf<Type extends HelpdeskEvent["type"]> = (
  event: Extract<HelpdeskEvent, { type: Type }>,
  ticket: Ticket,
) => readonly Unkeyed[];
type Unkeyed = Effect extends infer One ? (One extends Effect ? Omit<One, "key"> : never) : never;

/** The ticket's card in the triage channels, posted or brought up to date. */
const card = (ticket: Ticket): Unkeyed => ({ kind: "staff.card", ticket: ticket.number });

/**
 * An answer goes into the chat or by mail. One that goes by mail is told in the requester's chat too, their own or one that staff
 * linked; a change of status is told in chat alone. Whether there is a linked chat is found out at the delivery.
 */
function answerWays(ticket: string, message: string, of: Ticket): readonly Unkeyed[] {
  if (!answersByMail(of)) return [{ kind: "chat.message", ticket, message }];
  return [
    { kind: "mail.message", ticket, message },
    { kind: "chat.copy", ticket, message },
  ];
}

/** The table: which event is told to requesters and channels, by which way; staff are told by the notice table. */
const TABLE: { readonly [Type in HelpdeskEvent["type"]]?: EffectsOf<Type> } = {
  "ticket.opened": (event, ticket) => [
    ...(event.acknowledgement
      ? [{ kind: "mail.message", ticket: ticket.number, message: event.acknowledgement } as const]
      : []),
    card(ticket),
  ],
  "ticket.messageReceived": (_event, ticket) => [card(ticket)],
  "ticket.replied": ({ message }, ticket) => [...answerWays(ticket.number, message, ticket), card(ticket)],
  "ticket.statusChanged": (event, ticket) => [
    ...(event.actor.kind === "staff"
      ? [{ kind: "chat.status", ticket: ticket.number, status: event.to } as const]
      : []),
    card(ticket),
  ],
  "ticket.changed": (_event, ticket) => [card(ticket)],
};

/** The effects an event calls for, each with a key of its own for ever. Pure. */
export function planEffects(eventId: string, event: HelpdeskEvent, ticket: Ticket | undefined): readonly Effect[] {
  const effectsOf = TABLE[event.type] as ((event: HelpdeskEvent, ticket: Ticket) => readonly Unkeyed[]) | undefined;
  const planned = effectsOf && ticket ? effectsOf(event, ticket) : [];
  const effects = planned.map((effect, index) => ({ ...effect, key: `${eventId}:${index}` }) as Effect);
  if (noticePlans(event, ticket).length === 0) return effects;
  const number = ticket?.number ?? ("ticket" in event ? event.ticket : undefined);
  const notice = { kind: "staff.notice", key: `${eventId}:notice`, event: eventId } as const;
  return [...effects, { ...notice, ...(number && { ticket: number }) }];
}
