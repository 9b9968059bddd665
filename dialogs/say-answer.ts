import type { Understanding } from "../src/understanding/types.ts";
import { LONGEST_TEXT } from "../src/understanding/understand.ts";
import { composeAnswer } from "./compose-answer.ts";
import { recordQuestion } from "./record-question.ts";
import { type Reply, suggest } from "./reply.ts";
import { say, type Turn } from "./turn.ts";

export interface Saying {
  /** Said before the answer. */
  readonly opening?: string | undefined;
  /** The answer stands beside something that is asked for: nothing to rate is offered. */
  readonly isBeside?: boolean;
}

/** Says what is known of the questions a message came to, and remembers what it was about. */
export function sayAnswer(turn: Turn, understanding: Understanding, { opening, isBeside }: Saying = {}): void {
  const { texts, contact, understander, text, memory: before } = turn;
  const composed = composeAnswer({ understanding, entries: understander.entries, texts, contact });
  const again = opening === undefined && isSameAgain(turn, composed) ? texts.nothingMore : undefined;
  const isCut = text.length > LONGEST_TEXT;
  const parts = [opening ?? again, composed.text, isCut ? texts.readUpTo(LONGEST_TEXT) : undefined];
  const reply = {
    ...composed,
    text: parts.filter((part) => part !== undefined).join("\n\n"),
    suggestions: [...(composed.suggestions ?? []), ...(again ? [suggest(texts.openTicket)] : [])],
  };
  const rates = recordQuestion(turn, reply);
  say(turn, { ...reply, ...(reply.outcome === "answer" && !isBeside && { rates }) });
  const { wished: _wished, ...memory } = turn.memory;
  turn.memory = {
    ...memory,
    lastText: understanding.topic,
    offered: offeredAfter(before.offered ?? [], understanding),
    told: reply.outcome === "answer" ? (reply.entries ?? []) : [],
  };
}

/** What stays on offer: what this answer offers, else the choices one of which it answered ("2", and then "1"). */
function offeredAfter(offered: Turn["memory"]["offered"] & object, { clauses }: Understanding) {
  const fresh = clauses.flatMap(({ choices }) => choices);
  if (fresh.length > 0) return fresh;
  return clauses.some(({ entry }) => offered.some((choice) => choice.entry === entry)) ? offered : [];
}

/** Another question ("neden?") gets the very answer that was just given: it is said that there is no more to tell. */
function isSameAgain({ memory, text }: Turn, { outcome, entries = [] }: Pick<Reply, "outcome" | "entries">): boolean {
  if (outcome !== "answer" || entries.length === 0 || memory.told?.join() !== entries.join()) return false;
  return memory.exchanges.at(-1)?.outcome === "answer" && memory.exchanges.at(-1)?.question !== text;
}
