import type { Token } from "./analyse.ts";
import type { Decider, Decision } from "./decide.ts";

/** One part of a message and what surrounds it. */
export interface Situation {
  readonly part: readonly Token[];
  /** The parts it stands among, and its place there; none when the message is taken whole. */
  readonly parts: readonly (readonly Token[])[];
  readonly at: number;
  /** The question before it in the conversation. */
  readonly before: readonly Token[];
  /** All that the message says. */
  readonly whole: readonly Token[];
  /** ISO date. */
  readonly today: string;
}

/** Decides a part as what follows the part before it or, for the first, the question before; else with the end of the next. */
export function decideInContext(decider: Decider, { part, parts, at, before, whole, today }: Situation): Decision {
  const decision = decider.decide(part, { today, whole, before: parts[at - 1] ?? before });
  const next = parts[at + 1]?.slice(-2);
  if (decision.isSure || !next) return decision;
  const both = decider.decide([...next, ...part], { today, whole });
  return both.isSure && both.outcome !== "clarify" ? both : decision;
}
