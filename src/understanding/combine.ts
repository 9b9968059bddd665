import type { KnowledgeEntry } from "../core/knowledge.ts";
import type { Likely } from "./classifier.ts";
import type { Decision } from "./decision.ts";
import type { Thresholds } from "./knowledge.ts";
import type { Reason } from "./types.ts";

/** What the two readings of a message are joined from. */
export interface TwoReadings {
  /** What signs and likeness came to. */
  readonly own: Decision;
  /** What the classifier does not rule out, likeliest first. */
  readonly likely: readonly Likely[];
  readonly entries: ReadonlyMap<string, KnowledgeEntry>;
  /** Labels the classifier was trained on; of other entries it has no opinion. */
  readonly labels: ReadonlySet<string>;
  /** Why an entry must not answer; undefined when it may. */
  readonly veto: (entry: KnowledgeEntry) => string | undefined;
  readonly thresholds: Thresholds;
}

/** The label of what nothing covers. */
export const NOTHING = "@none";

/** Labels that are no entry: small talk, wishes, and what nothing covers. */
export function isBeside(label: string): boolean {
  return label.startsWith("@");
}

const MOST_OFFERS = 3;
const SHOWN = 3;

/**
 * Joins the hand-written signs with the classifier: each gives its share of belief, and the entry believed in most is
 * given when that is enough. A fact that is not believed in enough is offered beside the next ones; what the memo leaves
 * out wins when it is believed in more, with the facts beside it that may be meant instead, where that is in doubt. What
 * scope or dates forbid is never given.
 */
export function combine(readings: TwoReadings): Decision {
  const { own, entries, labels, thresholds } = readings;
  if (own.isSure && own.entry && !labels.has(own.entry.id)) return own;
  const believed = beliefs(readings);
  const why = [...own.why, shown(readings, believed)];
  const [best] = believed;
  const entry = best && entries.get(best.label);
  if (!best || best.probability < thresholds.refuse || !entry) return unsure(readings, believed, why);
  const forbidden = readings.veto(entry);
  if (forbidden) return own.isSure && own.outcome !== "answer" ? { ...own, why } : forbid(own, entry, why);
  if (entry.kind === "fact" && best.probability < neededFor(own, thresholds)) return unsure(readings, believed, why);
  return give(readings, believed, entry, why);
}

/** Belief a fact needs where a sign of what the memo leaves out was seen. */
const AGAINST_A_SIGN = 0.7;

function neededFor(own: Decision, { answer }: Thresholds): number {
  const isClaimed = own.isSure && own.bySign && own.entry?.kind === "unknown";
  return isClaimed ? Math.max(answer, AGAINST_A_SIGN) : answer;
}

/** Facts believed in at least so much, that scope and dates allow. */
function offerable({ entries, veto }: TwoReadings, believed: readonly Likely[], least: number): KnowledgeEntry[] {
  return believed
    .filter(({ probability }) => probability >= least)
    .flatMap(({ label }) => entries.get(label) ?? [])
    .filter((entry) => entry.kind === "fact" && veto(entry) === undefined)
    .slice(0, MOST_OFFERS);
}

/** The share of belief that the signs have in the whole, where they are sure. */
function beliefs({ own, likely, thresholds, entries }: TwoReadings): Likely[] {
  const share = own.isSure && own.entry ? 1 - thresholds.trust : 0;
  const sign = own.entry?.id;
  const believed = likely.map(({ label, probability }) => ({
    label: isBeside(label) || entries.has(label) ? label : NOTHING,
    probability: probability * (1 - share) + (label === sign ? share : 0),
  }));
  if (sign === undefined || share === 0) return believed;
  if (!believed.some(({ label }) => label === sign)) believed.push({ label: sign, probability: share });
  return believed.sort((a, b) => b.probability - a.probability);
}

/** Belief that nothing covers a question which is enough where its words are of another subject. */
const ENOUGH_OF_OTHERS = 0.6;
/** Beside a fact that may well be meant, less likely ones are offered too. */
const BESIDE_ONE_THAT_IS_NEAR = 0.25;
/** Nothing is believed in enough: facts that may be meant are offered, else it is a plain no. */
function unsure(readings: TwoReadings, believed: readonly Likely[], why: readonly Reason[]): Decision {
  const { own, thresholds } = readings;
  const [best] = believed;
  const isOneNear = offerable(readings, believed, thresholds.suggest).length > 0;
  const facts = isOneNear ? offerable(readings, believed, thresholds.suggest * BESIDE_ONE_THAT_IS_NEAR) : [];
  const named = own.isSure && own.entry?.kind === "unknown" ? own.entry : undefined;
  const enough = own.isOfOthers ? ENOUGH_OF_OTHERS : thresholds.doubt;
  const isSurelyNothing = best !== undefined && isBeside(best.label) && best.probability >= enough;
  const base = { isSure: false, bySign: false, evidence: best?.probability ?? 0, why };
  if (facts.length === 0 || isSurelyNothing) {
    const entry = named ?? unknownAmong(believed, readings);
    return { ...base, outcome: "unknown", offers: [], ...(entry ? { entry } : own.near && { near: own.near }) };
  }
  const unlisted = [...facts, ...own.offers].filter((entry, at, all) => all.indexOf(entry) === at);
  return { ...base, outcome: "clarify", offers: unlisted.slice(0, MOST_OFFERS) };
}

/** What the memo leaves out is named only when it is believed in enough; else it is a plain no. */
function unknownAmong(believed: readonly Likely[], { entries, thresholds }: TwoReadings): KnowledgeEntry | undefined {
  const [best] = believed;
  const entry = entries.get(best?.label ?? "");
  return entry?.kind === "unknown" && (best?.probability ?? 0) >= thresholds.refuse ? entry : undefined;
}

function forbid(own: Decision, near: KnowledgeEntry, why: readonly Reason[]): Decision {
  const { entry: _entry, hit: _hit, ...rest } = own;
  return { ...rest, outcome: "unknown", offers: [], isSure: true, bySign: false, near, why };
}

/** What each kind of entry makes of a question it is sure of. */
export const OUTCOMES = { fact: "answer", unknown: "unknown", ambiguous: "clarify" } as const;

/** Belief from which an entry counts as if its sign had been seen. */
const AS_BY_SIGN = 0.8;
/** Evidence runs to about 1.4, belief to 1. */
const EVIDENCE_PER_BELIEF = 1.4;

function give(
  readings: TwoReadings,
  believed: readonly Likely[],
  entry: KnowledgeEntry,
  why: readonly Reason[],
): Decision {
  const { own, thresholds } = readings;
  const belief = believed[0]?.probability ?? 0;
  const isSame = own.entry === entry;
  const isInDoubt = entry.kind === "unknown" && belief < thresholds.doubt;
  const offers = isInDoubt ? offerable(readings, believed, thresholds.suggest) : [];
  return {
    outcome: offers.length > 0 ? "clarify" : OUTCOMES[entry.kind],
    entry,
    offers,
    evidence: belief * EVIDENCE_PER_BELIEF,
    isSure: true,
    bySign: (isSame && own.bySign) || belief >= AS_BY_SIGN,
    ...(isSame && own.hit && { hit: own.hit }),
    why,
  };
}

function shown({ likely, own }: TwoReadings, believed: readonly Likely[]): Reason {
  const list = likely.slice(0, SHOWN).map(({ label, probability }) => `${label} ${probability.toFixed(2)}`);
  const side = believed[0]?.label === own.entry?.id ? "both" : "classifier";
  return { step: "classifier", detail: `${list.join(", ")} (${side})` };
}
