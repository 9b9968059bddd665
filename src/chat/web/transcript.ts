import type { Activity } from "botbuilder";
import type { ChatStates } from "../../core/chat-ports.ts";
import { AppError } from "../../core/errors.ts";
import { WEB_CHANNEL } from "../person-of.ts";

/** One message as the browser shows it. */
export interface WebMessage {
  /** Grows within a conversation; the browser asks for what came after the last it has. */
  readonly sequence: number;
  readonly from: "bot" | "user";
  readonly text: string;
  readonly language?: string;
  readonly outcome?: string;
  readonly suggestions?: readonly { readonly title: string; readonly value: string }[];
  readonly cards?: readonly unknown[];
  /** The card says all that the text says, so the page shows the card alone. */
  readonly isInCard?: boolean;
  /** Which of the suggestions rate the answer, by their titles; the page shows them apart from what goes on. */
  readonly ratings?: readonly string[];
  /** What makes it one thing however often it is written. */
  readonly key: string;
  /** When it was said, ISO; absent of what was kept before this was noted. */
  readonly at?: string;
}

export type NewMessage = Omit<WebMessage, "sequence" | "at">;

interface Stored {
  readonly next: number;
  readonly messages: readonly WebMessage[];
}

const MOST_MESSAGES = 200;
const MOST_TRIES = 8;
const EMPTY: Stored = { next: 1, messages: [] };

export interface Transcripts {
  /** The messages after a sequence number, oldest first. */
  read(conversation: string, after: number): Promise<readonly WebMessage[]>;
  /** Adds messages not there yet and returns them (and those that were) with their numbers. */
  append(conversation: string, messages: readonly NewMessage[]): Promise<readonly WebMessage[]>;
}

/** What was said in each browser chat: kept so that a reload, another process or a later answer finds it. */
export function createTranscripts(store: ChatStates, now: () => Date): Transcripts {
  // With the conversation's own key in it, by which an erasure finds all that is kept of one.
  const keyOf = (conversation: string) => `transcript|${WEB_CHANNEL}|${conversation}`;
  async function load(conversation: string): Promise<{ stored: Stored; version: number }> {
    const row = (await store.read([keyOf(conversation)])).get(keyOf(conversation));
    return row ? { stored: row.value as Stored, version: row.version } : { stored: EMPTY, version: 0 };
  }
  async function append(
    conversation: string,
    messages: readonly NewMessage[],
    tries = 1,
  ): Promise<readonly WebMessage[]> {
    const { stored, version } = await load(conversation);
    const known = new Map(stored.messages.map((message) => [message.key, message]));
    const fresh = messages.filter(({ key }) => !known.has(key));
    const at = now().toISOString();
    const added = fresh.map((message, index) => ({ ...message, sequence: stored.next + index, at }));
    if (added.length > 0) {
      const next = {
        next: stored.next + added.length,
        messages: [...stored.messages, ...added].slice(-MOST_MESSAGES),
      };
      try {
        await store.write(keyOf(conversation), next, version);
      } catch (error) {
        const wasOvertaken = error instanceof AppError && error.code === "stale";
        if (wasOvertaken && tries < MOST_TRIES) return append(conversation, messages, tries + 1);
        throw error;
      }
    }
    return messages.flatMap(({ key }) => known.get(key) ?? added.find((message) => message.key === key) ?? []);
  }
  return {
    read: async (conversation, after) => (await load(conversation)).stored.messages.filter((m) => m.sequence > after),
    append,
  };
}

/** The bot's activity as a browser message. */
export function toWebMessage(activity: Partial<Activity>, key: string): NewMessage {
  const suggestions = activity.suggestedActions?.actions.map(({ title, value }) => ({ title, value: String(value) }));
  const cards = activity.attachments?.map(({ content }) => content as unknown);
  const { outcome, isInCard, ratings } = (activity.channelData ?? {}) as Partial<
    Pick<WebMessage, "outcome" | "isInCard" | "ratings">
  >;
  return {
    key,
    from: "bot",
    text: activity.text ?? "",
    ...(activity.locale && { language: activity.locale.slice(0, 2) }),
    ...(outcome && { outcome }),
    ...(suggestions && { suggestions }),
    ...(cards && { cards }),
    ...(isInCard && { isInCard }),
    ...(ratings && { ratings }),
  };
}
