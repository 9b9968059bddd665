import { marksOf, type Token } from "./analyse.ts";
import type { Decider, Decision } from "./decide.ts";
import { usesAny } from "./pattern.ts";
import { carriedOver, isAnchor, isAsking, isAspect } from "./topics.ts";

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
  /** All that the message says. */
  readonly whole: readonly Token[];
  /** Entries the question before came to. */
  readonly lastEntries: readonly string[];
  /** ISO date. */
  readonly today: string;
}

/** Decides a part by itself, else together with the other parts and with what was said before it. */
export function decideInContext(decider: Decider, situation: Situation): Decision {
  const { part, before, today, whole } = situation;
  const alone = decider.decide(part, today, whole);
  const added = following(decider, situation);
  if (added && !isSame(added, alone)) return added;
  const standsAlone = alone.isSure && alone.outcome !== "clarify" && (alone.bySign || before.length === 0);
  const pointsBack = before.length > 0 && POINTING.has(part[0]?.form ?? "");
  return standsAlone && !pointsBack ? alone : (together(decider, situation, alone) ?? alone);
}

/** The first surroundings that make a part clear by what it says itself. */
function together(decider: Decider, situation: Situation, alone: Decision): Decision | undefined {
  const now = marksOf(situation.part);
  for (const carried of contextsOf(situation)) {
    const both = decider.decide([...carried, ...situation.part], situation.today, situation.whole);
    if (!both.isSure || both.outcome === "clarify") continue;
    const isAboutThis = both.hit ? usesAny(both.hit, now) : !alone.isSure;
    if (isAboutThis) return withContext(both, carried);
  }
  return undefined;
}

function withContext(decision: Decision, carried: readonly Token[]): Decision {
  const step = { step: "context", detail: carried.map((token) => token.form).join(" ") };
  return { ...decision, why: [...decision.why, step] };
}

/** A few words that name nothing of ours by themselves, or name it and ask nothing, go on with what was said before. */
const MOST_WORDS = 5;

/** The reading as an addition to the question before; undefined when it says no more than that question did. */
function following(decider: Decider, { part, before, today, lastEntries }: Situation): Decision | undefined {
  if (before.length === 0 || part.length > MOST_WORDS) return undefined;
  if (part.some(isAnchor) && part.some((token) => isAsking(token) || isAspect(token))) return undefined;
  const carried = carriedOver(before, part);
  if (carried.length === 0) return undefined;
  const both = decider.decide([...carried, ...part], today);
  if (!both.isSure || both.outcome === "clarify" || lastEntries.includes(both.entry?.id ?? "")) return undefined;
  return isSame(both, decider.decide(before, today)) ? undefined : withContext(both, carried);
}

function isSame(a: Decision, b: Decision): boolean {
  return a.outcome === b.outcome && a.entry === b.entry;
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
