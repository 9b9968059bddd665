import type { Activity } from "botbuilder";
import type { ChatPerson } from "../../dialogs/turn.ts";
import type { Language } from "../core/knowledge.ts";

/** The channel id of our own chat in the browser; no Bot Framework channel has it. */
export const WEB_CHANNEL = "web";

/** The key under which a conversation can be reached again. */
export function conversationKey(activity: Activity): string {
  return `${activity.channelId}|${activity.conversation.id}`;
}

/** The key of what the bot keeps in mind: in a group, each person has a talk of their own. */
export function memoryKey(activity: Activity): string {
  const key = conversationKey(activity);
  return isAlone(activity) ? key : `${key}|${activity.from.id}`;
}

/** Who wrote an activity. */
export function personOf(activity: Activity): ChatPerson {
  const { aadObjectId, name } = activity.from;
  return {
    conversation: conversationKey(activity),
    channel: activity.channelId === WEB_CHANNEL ? "web" : "teams",
    alone: isAlone(activity),
    ...(aadObjectId && { aadObjectId }),
    ...(name && { name }),
  };
}

/** Whether the conversation is between one person and the bot. */
export function isAlone({ conversation }: Pick<Partial<Activity>, "conversation">): boolean {
  return !conversation?.isGroup && (conversation?.conversationType ?? "personal") === "personal";
}

/**
 * The language to begin with: Turkish, whatever the client is set to (many are left in English here), unless the
 * person chose English on the chat page. From the first message on, what is written decides.
 */
export function firstLanguage({ channelId, locale }: Activity): Language {
  return channelId === WEB_CHANNEL && locale?.startsWith("en") ? "en" : "tr";
}
