import type { Activity, ConversationReference } from "botbuilder";
import type { DeliveryResult } from "../core/outbox.ts";
import type { Log } from "../core/ports.ts";
import type { BotAdapter } from "./bot-adapter.ts";
import { ChannelRefusal } from "./channel-sender.ts";
import type { KnownConversations } from "./known-conversations.ts";
import { within } from "./time-limit.ts";

/** One proactive send in all, the token for it included. */
const REACH_LIMIT_MS = 20_000;

export interface ReachOptions {
  readonly adapter: BotAdapter;
  readonly conversations: KnownConversations;
  readonly log: Log;
}

/** Sends something into a conversation the bot was in before; one that will never take anything again is noted as lost. */
export async function reach(
  { adapter, conversations, log }: ReachOptions,
  to: { readonly conversation: string; readonly reference: Partial<ConversationReference> },
  activity: Partial<Activity>,
): Promise<DeliveryResult> {
  try {
    await within(
      REACH_LIMIT_MS,
      adapter.reach(to.reference, async (context) => {
        await context.sendActivity(activity);
      }),
    );
    return { kind: "sent" };
  } catch (error) {
    const refused = refusalOf(error);
    if (!refused) {
      log.warn({ err: error }, "A chat message could not be sent; it will be tried again.");
      return { kind: "retry", reason: error instanceof Error ? error.message : "unknown" };
    }
    await conversations.lose(to.conversation, refused);
    return { kind: "failed", reason: refused };
  }
}

/**
 * Why this conversation will never take a message again, or nothing when it may later: 403 with a subcode
 * (BotNotInConversationRoster, MessageWritesBlocked …) and 404 for a conversation that is gone.
 */
function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof ChannelRefusal) || (error.statusCode !== 403 && error.statusCode !== 404)) return undefined;
  return error.message;
}
