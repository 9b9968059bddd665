import { withExchange } from "./memory.ts";
import type { Outcome, Reply } from "./reply.ts";
import type { Turn } from "./turn.ts";

/** What a rating is about: a greeting in between does not take its place. */
const RATED: ReadonlySet<Outcome> = new Set<Outcome>(["answer", "clarify", "unknown"]);

/**
 * Notes what was asked and what came of it: for the knowledge gaps and the console's "why", and in the conversation's
 * memory for a ticket that may follow. Returns the id by which the answer can be rated.
 */
export function recordQuestion(turn: Turn, reply: Pick<Reply, "text" | "outcome" | "entries" | "confidence">): string {
  const { office, understanding, understander, person } = turn;
  const id = office.store.newId();
  const { text } = turn;
  turn.questions.push({
    id,
    text,
    outcome: reply.outcome,
    entries: reply.entries ?? [],
    confidence: reply.confidence ?? understanding.confidence,
    language: understanding.language,
    conversation: person.conversation,
    channel: person.channel,
    knowledgeVersion: understander.version,
    why: [...understanding.why, ...understanding.clauses.flatMap((clause) => clause.why)],
    askedAt: office.clock.now(),
  });
  const memory = withExchange(turn.memory, { question: text, outcome: reply.outcome, answer: reply.text });
  turn.memory = RATED.has(reply.outcome) ? { ...memory, lastQuestion: id } : memory;
  return id;
}
