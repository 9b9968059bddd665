import { type ConversationReference, TurnContext } from "botbuilder";
import type { Conversations } from "../core/chat-ports.ts";
import type { Language } from "../core/knowledge.ts";
import type { Log } from "../core/ports.ts";
import { conversationKey, personOf } from "./person-of.ts";

/** What is stored to reach a conversation again. */
export interface KnownConversation {
  readonly reference: Partial<ConversationReference>;
  readonly language: Language;
}

const MOST_KEPT = 5_000;
/** What did not change is written again this often: another process may have found the conversation unreachable. */
const FRESH_MS = 5 * 60_000;

export interface KnownConversations {
  /** On every inbound activity, since the service address may change. Never throws. */
  remember(context: TurnContext, language: Language): Promise<void>;
  /** How to reach a conversation; nothing when it is unknown or lost. */
  find(id: string): Promise<KnownConversation | undefined>;
  /** The bot was removed or blocked there: not tried again until the person writes. */
  lose(id: string, reason: string): Promise<void>;
}

/** The conversations the bot has been in, over the store; what was written lately is not written again. */
export function createKnownConversations(conversations: Conversations, log: Log): KnownConversations {
  const written = new Map<string, { json: string; at: number }>();
  return {
    async remember(context, language) {
      const { activity } = context;
      const id = conversationKey(activity);
      const { activityId: _activityId, ...reference } = TurnContext.getConversationReference(activity);
      const known: KnownConversation = { reference, language };
      const json = JSON.stringify(known);
      const before = written.get(id);
      if (before?.json === json && Date.now() - before.at < FRESH_MS) return;
      try {
        const { aadObjectId, name, alone } = personOf(activity);
        const person = { alone, ...(aadObjectId && { aadObjectId }), ...(name && { name }) };
        await conversations.remember(id, known, person);
        written.delete(id);
        written.set(id, { json, at: Date.now() });
        const oldest = written.size > MOST_KEPT ? written.keys().next().value : undefined;
        if (oldest !== undefined) written.delete(oldest);
      } catch (error) {
        log.warn({ err: error }, "A conversation reference could not be kept.");
      }
    },
    async find(id) {
      return (await conversations.reference(id)) as KnownConversation | undefined;
    },
    async lose(id, reason) {
      written.delete(id);
      await conversations.markUnreachable(id, reason);
    },
  };
}
