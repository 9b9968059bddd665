import type { AskedQuestion } from "../src/core/chat.ts";
import type { Ticket } from "../src/core/ticket.ts";

/** What the bot did in a turn. */
export type Outcome = AskedQuestion["outcome"];

/** Something to tap: `value` is sent as the next message. */
export interface Suggestion {
  readonly title: string;
  readonly value: string;
}

/** A suggestion that sends what it says. */
export function suggest(text: string): Suggestion {
  return { title: text, value: text };
}

/** Where an answer rests: title of the document and the passage in it. */
export interface Citation {
  readonly title: string;
  readonly passage: string;
}

/** What a channel that shows cards may show beside the text. It repeats nothing the text does not say. */
export type CardContent =
  | { readonly kind: "answer"; readonly title: string; readonly citation: Citation; readonly links: readonly Link[] }
  | { readonly kind: "tickets"; readonly title: string; readonly items: readonly TicketLine[] }
  | { readonly kind: "welcome"; readonly title: string; readonly text: string; readonly questions: readonly string[] };

export interface Link {
  readonly title: string;
  readonly url: string;
}

/** One own ticket as its requester sees it. */
export interface TicketLine {
  readonly number: string;
  readonly subject: string;
  readonly status: Ticket["status"];
  readonly statusText: string;
  readonly updatedText: string;
  readonly add: Suggestion;
}

/** One thing the bot says, for any channel: the plain text alone is complete. */
export interface Reply {
  /** Light Markdown: paragraphs, lists, links, bold. */
  readonly text: string;
  readonly outcome: Outcome;
  readonly language: "tr" | "en";
  readonly entries?: readonly string[];
  /** 0..1 */
  readonly confidence?: number;
  readonly suggestions?: readonly Suggestion[];
  readonly citations?: readonly Citation[];
  readonly card?: CardContent;
  /** Id of the stored question that may be rated; absent when there is nothing to rate. */
  readonly rates?: string;
}
