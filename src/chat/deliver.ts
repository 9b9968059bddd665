import type { Activity, ConversationReference } from "botbuilder";
import { type Reply, suggest } from "../../dialogs/reply.ts";
import { textsOf } from "../../dialogs/texts/texts-of.ts";
import type { DeliveryResult, OutboxItem } from "../core/outbox.ts";
import type { Office } from "../core/ports.ts";
import type { Ticket } from "../core/ticket.ts";
import { linkedConversation } from "../tickets/requester-identities.ts";
import type { KnownConversation } from "./known-conversations.ts";
import { WEB_CHANNEL } from "./person-of.ts";
import { type ReachOptions, reach } from "./reach.ts";
import { renderReply } from "./render-reply.ts";
import { type Transcripts, toWebMessage } from "./web/transcript.ts";

export interface DelivererOptions extends ReachOptions {
  readonly office: Office;
  readonly transcripts: Transcripts;
}

/**
 * Carries the office's answers and changes of status into the conversation the ticket came from, or into the one that staff linked
 * with somebody who wrote by mail. Who has none hears by mail alone.
 */
export function createDeliverer(options: DelivererOptions): (item: OutboxItem) => Promise<DeliveryResult> {
  return async ({ effect }) => {
    const ticket = effect.ticket ? await options.office.store.tickets.byNumber(effect.ticket) : undefined;
    if (!ticket) return { kind: "failed", reason: "The ticket is gone." };
    const { store } = options.office;
    const conversation = ticket.requester.conversationId ?? (await linkedConversation(store, ticket));
    if (!conversation) return { kind: "sent" };
    const known = await options.conversations.find(conversation);
    if (!known) return { kind: "failed", reason: "The conversation cannot be reached (the bot was removed from it)." };
    const reply = await proactiveReply(options.office, effect, ticket, known);
    if (!reply) return { kind: "sent" };
    const activity = renderReply(reply, known.reference);
    return known.reference.channelId === WEB_CHANNEL
      ? leaveInTranscript(options, known.reference, activity, effect.key)
      : reach(options, { conversation, reference: known.reference }, activity);
  };
}

type Effect = OutboxItem["effect"];

async function proactiveReply(
  office: Office,
  effect: Effect,
  ticket: Ticket,
  { language }: KnownConversation,
): Promise<Reply | undefined> {
  const texts = textsOf(language);
  const { number } = ticket;
  const add = suggest(texts.addTo(number));
  if (effect.kind === "chat.message" || effect.kind === "chat.copy") {
    const message = await office.store.messages.byId(effect.message);
    if (!message) return undefined;
    const replied = effect.kind === "chat.copy" ? texts.agentRepliedByMail : texts.agentReplied;
    const heading = replied(number, message.from.name ?? texts.someAgent);
    return { text: `${heading}\n\n${message.text}`, outcome: "status", language, suggestions: [add] };
  }
  if (effect.kind === "chat.status" && effect.status !== "pending") {
    const status = texts.ticketStatus[effect.status as Ticket["status"]];
    const solved = effect.status === "solved";
    const text = [texts.statusChanged(number, status), ...(solved ? [texts.solvedHint(number)] : [])].join(" ");
    return { text, outcome: "status", language, suggestions: effect.status === "closed" ? [] : [add] };
  }
  // "pending" comes with the answer that asks, which says it all.
  return undefined;
}

/** The browser asks for what is new; said twice with the same key, it is one message. */
async function leaveInTranscript(
  { transcripts }: DelivererOptions,
  { conversation }: Partial<ConversationReference>,
  activity: Partial<Activity>,
  key: string,
): Promise<DeliveryResult> {
  await transcripts.append(conversation?.id ?? "", [toWebMessage(activity, key)]);
  return { kind: "sent" };
}
