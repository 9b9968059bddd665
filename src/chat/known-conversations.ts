import { type ConversationReference, TurnContext } from "botbuilder";
import type { Language } from "../core/knowledge.ts";
import type { Conversations, Log } from "../core/ports.ts";
import { conversationKey, personOf } from "./person-of.ts";

/** What is stored to reach a conversation again. */
export interface KnownConversation {
  readonly reference: Partial<ConversationReference>;
  readonly language: Language;
}

const MOST_KEPT = 5_000;
/** A reference that did not change is written again this often, so that "last heard of" stays roughly right. */
const FRESH_MS = 60 * 60_000;

/**
 * Remembers how to reach a conversation, on every inbound activity: the service address may change.
 * Returns a function that never throws; what did not change within the hour is not written again.
 */
export function rememberConversation(conversations: Conversations, log: Log) {
  const written = new Map<string, { json: string; at: number }>();
  return async (context: TurnContext, language: Language): Promise<void> => {
    const { activity } = context;
    const id = conversationKey(activity);
    const { activityId: _activityId, ...reference } = TurnContext.getConversationReference(activity);
    const known: KnownConversation = { reference, language };
    const json = JSON.stringify(known);
    const before = written.get(id);
    if (before?.json === json && Date.now() - before.at < FRESH_MS) return;
    try {
      const { aadObjectId, name } = personOf(activity);
      await conversations.remember(id, known, { ...(aadObjectId && { aadObjectId }), ...(name && { name }) });
      written.delete(id);
      written.set(id, { json, at: Date.now() });
      const oldest = written.size > MOST_KEPT ? written.keys().next().value : undefined;
      if (oldest !== undefined) written.delete(oldest);
    } catch (error) {
      log.warn({ err: error }, "A conversation reference could not be kept.");
    }
  };
}
