import type { TurnContext } from "botbuilder";
import type { DialogContext } from "botbuilder-dialogs";
import type { AskedQuestion } from "../src/core/chat.ts";
import type { Office } from "../src/core/ports.ts";
import type { Understander, Understanding } from "../src/understanding/types.ts";
import type { ConversationMemory } from "./memory.ts";
import type { Reply, Suggestion } from "./reply.ts";
import type { OfficeContact, Texts } from "./texts/tr.ts";

/** Who is writing, and from where. */
export interface ChatPerson {
  /** Key of the stored conversation reference. */
  readonly conversation: string;
  readonly channel: "teams" | "web";
  readonly aadObjectId?: string;
  readonly name?: string;
  /** False in a group or a channel, where others read along. */
  readonly alone: boolean;
}

/** Everything a dialog may use while it answers one message. */
export interface Turn {
  readonly office: Office;
  readonly understander: Understander;
  readonly understanding: Understanding;
  readonly person: ChatPerson;
  readonly contact: OfficeContact;
  readonly texts: Texts;
  /** What the person wrote, mentions of the bot taken off. */
  readonly text: string;
  /** A file, picture or sticker came with it; it is not taken in here. */
  readonly hasAttachment: boolean;
  /** Identity of the message: the same for a message delivered twice. */
  readonly key: string;
  /**
   * To be called before anything is written on the strength of `memory`: throws `stale` when the conversation has moved
   * on in another process, and the turn is then worked out anew.
   */
  readonly assertCurrent: () => Promise<void>;
  memory: ConversationMemory;
  readonly replies: Reply[];
  readonly questions: AskedQuestion[];
}

const TURN = Symbol("turn");

/** Puts the turn where the dialogs find it. */
export function attachTurn(context: TurnContext, turn: Turn): void {
  context.turnState.set(TURN, turn);
}

/** The turn a dialog is running in. */
export function turnOf(dialogContext: DialogContext): Turn {
  return dialogContext.context.turnState.get<Turn>(TURN);
}

/** Says something; remembers whether it offers a ticket, so that a plain "evet" can take it up. */
export function say(turn: Turn, reply: Omit<Reply, "language">): void {
  const language = turn.understanding.language;
  turn.replies.push({ ...reply, language });
  const offersTicket = reply.suggestions?.some((suggestion) => suggestion.value === turn.texts.openTicket) ?? false;
  turn.memory = { ...turn.memory, offersTicket };
}

/** Adds a sentence to what the turn says first. */
export function addToReply(turn: Turn, sentence: string): void {
  const [first] = turn.replies;
  if (first) turn.replies[0] = { ...first, text: `${first.text}\n\n${sentence}` };
}

/** Offers one more thing to tap beside what the turn says first. */
export function suggestBeside(turn: Turn, suggestion: Suggestion): void {
  const [first] = turn.replies;
  const suggestions = first?.suggestions ?? [];
  if (!first || suggestions.some(({ value }) => value === suggestion.value)) return;
  turn.replies[0] = { ...first, suggestions: [...suggestions, suggestion] };
}
