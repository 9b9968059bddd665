import type { Message } from "../../core/message.ts";
import type { Page } from "../../core/page.ts";
import type { RequestEntry } from "../../core/request.ts";
import type { Ticket } from "../../core/ticket.ts";

/** Which fields of the core's shapes leave by the API: named one by one, so that a new inner field stays inside. */

export function presentTicket({ id: _id, requester, waitedMinutes: _waitedMinutes, ...ticket }: Ticket) {
  const { conversationId: _conversationId, ...person } = requester;
  return { ...ticket, requester: person };
}

export function presentMessage({
  id,
  direction,
  channel,
  from,
  to,
  text,
  fullText,
  attachments,
  signature,
  evidence,
  mail,
  messageId,
  delivery,
  createdAt,
}: Message) {
  const files = attachments.map(({ contentId: _contentId, ...file }) => file);
  return {
    id,
    direction,
    channel,
    from,
    to,
    text,
    fullText,
    attachments: files,
    signature,
    evidence,
    mail,
    messageId,
    delivery,
    createdAt,
  };
}

export function presentRequest({
  number,
  ticket,
  kind,
  state,
  fields,
  history,
  flag,
  certificateEndsAt,
  createdAt,
  updatedAt,
  version,
}: RequestEntry) {
  return { number, ticket, kind, state, fields, history, flag, certificateEndsAt, createdAt, updatedAt, version };
}

/** A page with each of its items presented. */
export function presentPage<Item, Presented>(page: Page<Item>, present: (item: Item) => Presented) {
  return { items: page.items.map(present), ...(page.nextCursor && { nextCursor: page.nextCursor }) };
}
