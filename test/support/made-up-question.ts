import type { AskedQuestion } from "../../src/core/chat.ts";

/** A question in a chat that the bot had no answer to, as the store keeps it. In: its id, its words, when it was asked, and what is otherwise. */
export function madeUpQuestion(
  id: string,
  text: string,
  askedAt: Date,
  change: Partial<AskedQuestion> = {},
): AskedQuestion {
  return {
    id,
    text,
    outcome: "unknown",
    entries: [],
    confidence: 0,
    language: "tr",
    conversation: "c",
    channel: "web",
    knowledgeVersion: "v",
    why: [],
    askedAt,
    ...change,
  };
}
