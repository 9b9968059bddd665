import type { ConversationReference } from "botbuilder";
import type { ChatStates } from "../../core/chat-ports.ts";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/knowledge.ts";

/** A channel of the office that gets a card per ticket. */
export interface TriageChannel {
  /** Key of the conversation. */
  readonly id: string;
  readonly reference: Partial<ConversationReference>;
  readonly language: Language;
}

export interface TriageChannels {
  list(): Promise<readonly TriageChannel[]>;
  add(channel: TriageChannel): Promise<void>;
  remove(id: string): Promise<void>;
  /** The message that carries a ticket's card in a channel, once it was posted. */
  cardOf(channel: string, ticket: string): Promise<string | undefined>;
  keepCard(channel: string, ticket: string, message: string): Promise<void>;
}

const LIST_KEY = "triage-channels";
const MOST_TRIES = 5;

/** The triage channels and the cards in them, over the chat's own store. */
export function createTriageChannels(store: ChatStates): TriageChannels {
  const cardKey = (channel: string, ticket: string) => `triage-card|${channel}|${ticket}`;
  async function load(): Promise<{ channels: readonly TriageChannel[]; version: number }> {
    const row = (await store.read([LIST_KEY])).get(LIST_KEY);
    return { channels: (row?.value ?? []) as readonly TriageChannel[], version: row?.version ?? 0 };
  }
  async function change(
    to: (channels: readonly TriageChannel[]) => readonly TriageChannel[],
    tries = 1,
  ): Promise<void> {
    const { channels, version } = await load();
    try {
      await store.write(LIST_KEY, to(channels), version);
    } catch (error) {
      const wasOvertaken = error instanceof AppError && error.code === "stale";
      if (!wasOvertaken || tries === MOST_TRIES) throw error;
      await change(to, tries + 1);
    }
  }
  const others = (id: string) => (channels: readonly TriageChannel[]) => channels.filter((one) => one.id !== id);
  return {
    list: async () => (await load()).channels,
    add: (channel) => change((channels) => [...others(channel.id)(channels), channel]),
    remove: (id) => change(others(id)),
    async cardOf(channel, ticket) {
      const key = cardKey(channel, ticket);
      return (await store.read([key])).get(key)?.value as string | undefined;
    },
    keepCard: (channel, ticket, message) => store.write(cardKey(channel, ticket), message, undefined),
  };
}
