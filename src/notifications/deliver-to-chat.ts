import type { Delivery } from "../core/message.ts";
import type { DeliveryResult, Effect, OutboxItem } from "../core/outbox.ts";
import type { Office } from "../core/ports.ts";
import type { Deliverer } from "./deliver.ts";

type ChatMessage = Extract<Effect, { readonly kind: "chat.message" }>;

const STATES = { sent: "sent", held: "notConfigured", failed: "failed" } as const;

/**
 * Carries what is meant for a conversation there, and an agent's answer by mail instead when the conversation is gone for good
 * (the bot was removed, the browser closed) and the requester has an address. The message keeps how it went.
 */
export function createChatDelivery(
  office: Office,
  ways: { readonly chat: Deliverer; readonly mail: Deliverer },
): Deliverer {
  return async (item) => {
    const result = await ways.chat(item);
    if (item.effect.kind !== "chat.message") return result;
    const { message } = item.effect;
    if (result.kind === "failed" && (await mayBeMailed(office, message))) return ways.mail(asMail(item, item.effect));
    await note(office, message, result);
    return result;
  };
}

async function mayBeMailed({ store }: Office, message: string): Promise<boolean> {
  const found = await store.messages.byId(message);
  return found?.messageId !== undefined && found.to.length > 0;
}

function asMail(item: OutboxItem, effect: ChatMessage): OutboxItem {
  const { key, ticket, message } = effect;
  return { ...item, effect: { kind: "mail.message", key, ticket, message } };
}

async function note({ store, clock }: Office, message: string, result: DeliveryResult): Promise<void> {
  if (result.kind === "retry" || result.kind === "interrupted") return;
  const reason = result.kind === "sent" ? {} : { reason: result.reason };
  const delivery: Delivery = { state: STATES[result.kind], at: clock.now(), ...reason };
  await store.messages.setDelivery(message, delivery);
}
