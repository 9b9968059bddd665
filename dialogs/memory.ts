import type { Language } from "../src/core/knowledge.ts";
import type { Choice } from "../src/understanding/types.ts";
import type { Outcome } from "./reply.ts";

/** One question and what came of it, short, for the ticket that may follow. */
export interface Exchange {
  readonly question: string;
  readonly outcome: Outcome;
  readonly answer: string;
}

/** A ticket opened in this conversation, and what it is about. */
export interface OpenedHere {
  readonly number: string;
  readonly matter: string;
}

/** How somebody says to be reached, beside the chat. */
export interface Reach {
  /** In lower case. */
  readonly email?: string;
  /** "+90" and ten digits. */
  readonly phone?: string;
}

/** What the bot keeps of one conversation between turns. Small: it is read and written with every turn. */
export interface ConversationMemory {
  readonly language?: Language;
  /** A whole sentence was in that language. */
  readonly isLanguageSettled?: boolean;
  /** What the last question was about, for what follows on it. */
  readonly lastText?: string;
  /** Entries the last answer told. */
  readonly told?: readonly string[];
  /** Choices on offer. */
  readonly offered?: readonly Choice[];
  /** The tickets this person opened in this conversation, the latest last. */
  readonly opened?: readonly OpenedHere[];
  /** How the person said to be reached beside this conversation. */
  readonly reach?: Reach;
  /** They were asked for it, whatever came of that. */
  readonly isReachAsked?: boolean;
  /** Their tickets as they were listed last, "the second one" being the second of them. */
  readonly listed?: readonly string[];
  /** The last reply offered to open a ticket, so a plain "evet" means that. */
  readonly offersTicket?: boolean;
  /** Id of the last stored question that was answered or could not be, for "yararlı oldu"; small talk is none. */
  readonly lastQuestion?: string;
  /** What the person asked for a person about, until they ask something else. */
  readonly wished?: string;
  readonly exchanges: readonly Exchange[];
}

export const EMPTY_MEMORY: ConversationMemory = { exchanges: [] };

/** How many exchanges go into a ticket, and how much of each answer. */
const MOST_EXCHANGES = 10;
const LONGEST_ANSWER = 400;

/** The memory with one more exchange, the oldest dropped beyond ten. */
export function withExchange(memory: ConversationMemory, exchange: Exchange): ConversationMemory {
  const short = { ...exchange, answer: shorten(exchange.answer, LONGEST_ANSWER) };
  return { ...memory, exchanges: [...memory.exchanges, short].slice(-MOST_EXCHANGES) };
}

const MOST_OPENED = 10;

/** The memory once a ticket is open: it is known, and what led to it is in it. */
export function withOpened(memory: ConversationMemory, opened: OpenedHere): ConversationMemory {
  const { wished: _wished, ...rest } = memory;
  return { ...rest, opened: [...(memory.opened ?? []), opened].slice(-MOST_OPENED), exchanges: [] };
}

/** The text, cut at `most` characters with an ellipsis. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
