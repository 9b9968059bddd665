import type { TurnContext } from "botbuilder";
import type { OfficeContact } from "../../dialogs/texts/tr.ts";
import type { Language } from "../core/knowledge.ts";
import type { Log, Office } from "../core/ports.ts";
import type { Understander } from "../understanding/types.ts";
import type { ConversationStates } from "./conversation-states.ts";
import type { KnownConversations } from "./known-conversations.ts";
import type { TriageChannels } from "./triage/triage-channels.ts";

export interface BotOptions {
  readonly office: Office;
  /** The understanding as it is now; asked anew each turn, so that published knowledge counts at once. */
  readonly understander: () => Understander;
  /** How people reach the office, out of the knowledge. */
  readonly contact: () => OfficeContact;
  readonly log: Log;
  /** Name of a category in a language, for the staff's cards; without it they show the id. */
  readonly categoryTitle?: (id: string, language: Language) => string;
  /** Where people reach the desk; without it cards have no button to it. */
  readonly publicUrl?: string;
  /** Told of each answered message, for the metrics. */
  readonly onOutcome?: (outcome: string) => void;
}

/** What the answering of one activity needs. */
export interface BotContext extends BotOptions {
  readonly states: ConversationStates;
  readonly conversations: KnownConversations;
  readonly triage: TriageChannels;
}

/** Answers one activity of any channel. */
export type Bot = (context: TurnContext) => Promise<void>;
