import { marksOf, type Token } from "./analyse.ts";
import type { Decider, Decision } from "./decide.ts";
import { usesAny } from "./pattern.ts";
import { carriedOver, isAnchor } from "./topics.ts";

/** Words that stand for what was said before. */
const POINTING = new Set("o onu onun ona onlari bunu bunun buna it that".split(" "));

/** One part of a message and what surrounds it. */
export interface Situation {
  readonly part: readonly Token[];
  /** The parts it stands among, and its place there; none when the message is taken whole. */
  readonly parts: readonly (readonly Token[])[];
  readonly at: number;
  /** The question before it in the conversation. */
  readonly before: readonly Token[];
  /** ISO date. */
  readonly today: string;
}

/** Decides a part by itself, else together with the other parts and with what was said before it. */
export function decideInContext(decider: Decider, situation: Situation): Decision {
  const { part, before, today } = situation;
  const alone = decider.decide(part, today);
  const pointsBack = before.length > 0 && POINTING.has(part[0]?.form ?? "");
  const standsAlone = alone.isSure && alone.outcome !== "clarify" && (alone.bySign || before.length === 0);
  if (standsAlone && !pointsBack) return alone;
  const now = marksOf(part);
  for (const carried of contextsOf(situation)) {
    const together = decider.decide([...carried, ...part], today);
    if (!together.isSure || together.outcome === "clarify") continue;
    const isAboutThis = together.hit ? usesAny(together.hit, now) : !alone.isSure;
    const step = { step: "context", detail: carried.map((token) => token.form).join(" ") };
    if (isAboutThis) return { ...together, why: [...together.why, step] };
  }
  return alone;
}

/** What may be understood along with a part: the part before it, the end of the next, the question before; widest first. */
function contextsOf({ part, parts, at, before }: Situation): (readonly Token[])[] {
  const contexts = [
    carriedOver(parts[at - 1] ?? [], part),
    (parts[at + 1] ?? []).slice(-2),
    carriedOver(before, part),
    carriedOver(before, part).filter(isAnchor),
  ];
  return contexts.filter((tokens) => tokens.length > 0);
}
