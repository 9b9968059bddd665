import type { KnowledgeEntry } from "../core/knowledge.ts";
import { marksOf, type Token } from "./analyse.ts";
import type { Classifier, Likely } from "./classifier.ts";
import { combine, isBeside, NOTHING, OUTCOMES } from "./combine.ts";
import { constraintsOf, outsideScope, within } from "./constraints.ts";
import type { Decision } from "./decision.ts";
import type { Thresholds } from "./knowledge.ts";
import type { UnderstandingModel } from "./model.ts";
import { type Hit, usesAny } from "./pattern.ts";
import { carriedOver, isAnchor, isContent, isOtherSubject } from "./topics.ts";
import type { Intent, Reason } from "./types.ts";

/** How much one demand of a pattern counts beside likeness (0..1). */
const PER_GROUP = 0.18;
const MOST_GROUPS = 4;
/** A wrong answer costs more than a refusal: what the memo leaves out wins a near draw. */
const FOR_REFUSING = 0.16;
const AGAINST_ASKING_BACK = -0.05;
/** What a fact leaves unexplained of a question speaks against it. */
const PER_UNEXPLAINED = 0.13;
const MOST_UNEXPLAINED = 3;
/** An entry that has signs and shows none is less likely meant. */
const WITHOUT_SIGN = 0.8;

/** An entry that may be meant, with what speaks for it. */
export interface Candidate {
  readonly entry: KnowledgeEntry;
  readonly likeness: number;
  readonly hit?: Hit;
  readonly evidence: number;
  /** Words of the question the entry does not know. */
  readonly strange?: readonly Token[];
}

type Run = readonly Token[];

/** What words stand in. */
export interface Surroundings {
  /** ISO date. */
  readonly today: string;
  /** The whole message: what it limits itself to holds for each part. */
  readonly whole?: Run;
  /** What was asked before. */
  readonly before?: Run;
}

/** Whether two runs hold the very same tokens. */
export function isSameRun(one: Run, other: Run): boolean {
  return one.length === other.length && one.every((token, at) => token === other[at]);
}

/** Decides which entry answers, or that none does. */
export class Decider {
  readonly #entries: ReadonlyMap<string, KnowledgeEntry>;
  readonly #model: UnderstandingModel;
  readonly #thresholds: Thresholds;
  #lastRead: { readonly tokens: Run; readonly before: Run; readonly likely: readonly Likely[] } | undefined;

  constructor(entries: ReadonlyMap<string, KnowledgeEntry>, model: UnderstandingModel, thresholds: Thresholds) {
    this.#entries = entries;
    this.#model = model;
    this.#thresholds = thresholds;
  }

  /** In: the words to decide on, and what they stand in. */
  decide(tokens: Run, { today, whole = tokens, before = [] }: Surroundings): Decision {
    const around = { today, whole, before };
    return this.#join(this.#bySigns(tokens, around), tokens, around);
  }

  /** What the signs say of the words alone or, where that is nothing sure, together with what was said before. */
  #bySigns(tokens: Run, around: Required<Surroundings>): Decision {
    const alone = this.#readSigns(tokens, around);
    const { before } = around;
    if (before.length === 0 || (alone.isSure && alone.outcome !== "clarify")) return alone;
    const carried = carriedOver(before, tokens);
    if (carried.length === 0) return alone;
    const both = this.#readSigns([...carried, ...tokens], around);
    const isAboutThis = both.hit ? usesAny(both.hit, marksOf(tokens)) : !alone.isSure;
    if (!both.isSure || both.outcome === "clarify" || !isAboutThis) return alone;
    const step = { step: "context", detail: carried.map((token) => token.form).join(" ") };
    return { ...both, why: [...both.why, step] };
  }

  #join(own: Decision, tokens: Run, { today, whole, before }: Required<Surroundings>): Decision {
    const { classifier } = this.#model;
    // Bare numbers ask nothing, whatever they remind of.
    if (!classifier || tokens.every(({ kind }) => kind === "number")) return own;
    const constraints = within(constraintsOf(marksOf(tokens)), constraintsOf(marksOf(whole)));
    return combine({
      own,
      likely: this.#likely(tokens, before, classifier),
      entries: this.#entries,
      labels: classifier.labels,
      veto: (entry) => outsideDates(entry, today) ?? outsideScope(entry, constraints),
      thresholds: this.#thresholds,
    });
  }

  #readSigns(tokens: Run, { today, whole }: Required<Surroundings>): Decision {
    const marks = marksOf(tokens);
    const hits = this.#model.patterns.find(marks);
    const candidates = this.#candidates(tokens, hits);
    const constraints = within(constraintsOf(marks), constraintsOf(marksOf(whole)));
    const why: Reason[] = candidates.slice(0, 3).map(describe);
    let near: KnowledgeEntry | undefined;
    const allowed = candidates.filter(({ entry }) => {
      const reason = outsideDates(entry, today) ?? outsideScope(entry, constraints);
      if (reason === undefined) return true;
      why.push({ step: "scope", detail: `${entry.id}: ${reason}` });
      if (entry.kind === "fact" && entry === candidates[0]?.entry) near = entry;
      return false;
    });
    const others = tokens.some(isAnchor)
      ? []
      : this.#othersThan(candidates[0]?.entry, tokens).filter((token) => !this.#isOfOurs(token));
    if (others.length > 0) why.push({ step: "otherSubject", detail: others.map((token) => token.form).join(" ") });
    return { ...this.#choose(allowed, others, near), ...(others.length > 0 && { isOfOthers: true }), why };
  }

  /** How likely a message is small talk or a wish, by intent; undefined when no classifier was trained. */
  beside(tokens: readonly Token[], before: readonly Token[]): Map<Intent, number> | undefined {
    const { classifier } = this.#model;
    if (!classifier) return undefined;
    const beside = new Map<Intent, number>();
    for (const { label, probability } of this.#likely(tokens, before, classifier)) {
      if (isBeside(label) && label !== NOTHING) beside.set(label.slice(1) as Intent, probability);
    }
    return beside;
  }

  /** Remembers what was read last: a message is looked at for a wish first, and then for a question. */
  #likely(tokens: readonly Token[], before: readonly Token[], classifier: Classifier): readonly Likely[] {
    const last = this.#lastRead;
    if (last && isSameRun(last.tokens, tokens) && isSameRun(last.before, before)) return last.likely;
    const likely = classifier.classify(tokens, before);
    this.#lastRead = { tokens, before, likely };
    return likely;
  }

  #candidates(tokens: readonly Token[], hits: ReadonlyMap<string, Hit>): Candidate[] {
    const likeness = this.#model.ranker.rank(tokens);
    const telling = tokens.filter(isContent).map((token) => ({ token, names: namesOf(token) }));
    const candidates: Candidate[] = [];
    const consider = (id: string, alike: number): void => {
      const entry = this.#entries.get(id);
      if (entry) candidates.push(this.#weigh(candidate(entry, alike, hits.get(id)), telling));
    };
    for (const [id, alike] of likeness) consider(id, alike);
    for (const id of hits.keys()) if (!likeness.has(id)) consider(id, 0);
    return candidates.sort((a, b) => b.evidence - a.evidence);
  }

  /** Words of another subject: named neither by the entry in view nor, when it is a fact, by any other. */
  #othersThan(entry: KnowledgeEntry | undefined, tokens: readonly Token[]): Token[] {
    if (!entry || entry.kind === "unknown") return tokens.filter(isOtherSubject);
    const words = this.#model.vocabulary.get(entry.id) ?? this.#model.factWords;
    return tokens.filter((token) =>
      isOtherSubject(token)
        ? !isExplained(token, words)
        : isContent(token) && !isExplained(token, this.#model.factWords),
    );
  }

  /** Whether people who ask about facts use this word: then it is no other subject. */
  #isOfOurs(token: Token): boolean {
    const label = this.#model.classifier?.speaksFor(token.form);
    return label !== undefined && this.#entries.get(label)?.kind === "fact";
  }

  /** Takes off for words of the question the entry has never heard of. */
  #weigh(one: Candidate, telling: readonly Telling[]): Candidate {
    const words = one.entry.kind === "unknown" ? undefined : this.#model.vocabulary.get(one.entry.id);
    if (!words) return one;
    const strange: Token[] = [];
    for (const { token, names } of telling) if (!hasAny(words, names)) strange.push(token);
    if (strange.length === 0) return one;
    const penalty = PER_UNEXPLAINED * Math.min(strange.length, MOST_UNEXPLAINED);
    return { ...one, evidence: one.evidence - penalty, strange };
  }

  #choose(candidates: readonly Candidate[], others: readonly Token[], near: KnowledgeEntry | undefined): Choice {
    const [best, next] = claimedFirst(candidates);
    const nothing: Choice = { ...UNSURE, isSure: near !== undefined, ...(near && { near }) };
    if (!best) return nothing;
    if (others.length > 0) return refuseOther(candidates, marksOf(others));
    const { evidence } = best;
    const bySign =
      best.hit !== undefined && (best.entry.kind === "unknown" || evidence >= this.#thresholds.withPattern);
    const isAlike = best.likeness >= this.#thresholds.byLikeness && this.#leads(best, next);
    if (bySign || isAlike)
      return { ...outcomeOf(best), offers: [], evidence, isSure: true, bySign, ...(best.hit && { hit: best.hit }) };
    return near ? nothing : this.#offer(candidates, best);
  }

  #leads(best: Candidate, next: Candidate | undefined): boolean {
    return !next || best.evidence - next.evidence >= this.#thresholds.margin;
  }

  /** Not sure: up to three facts to choose from, or a plain no when even those are far. */
  #offer(candidates: readonly Candidate[], best: Candidate): Choice {
    const facts = candidates.filter(
      ({ entry, evidence }) => entry.kind === "fact" && evidence >= this.#thresholds.offer,
    );
    const offers = facts.slice(0, 3).map(({ entry }) => entry);
    const { evidence } = best;
    if (best.entry.kind !== "unknown" && offers.length > 0) return { ...UNSURE, outcome: "clarify", offers, evidence };
    const isKnown = best.entry.kind === "unknown" && evidence >= this.#thresholds.offer + 0.15;
    return { ...UNSURE, evidence, ...(isKnown && { entry: best.entry }) };
  }
}

type Choice = Omit<Decision, "why">;
const UNSURE: Choice = { outcome: "unknown", offers: [], evidence: 0, isSure: false, bySign: false };

function candidate(entry: KnowledgeEntry, likeness: number, hit: Hit | undefined): Candidate {
  if (!hit) return { entry, likeness, evidence: likeness * ((entry.patterns?.length ?? 0) > 0 ? WITHOUT_SIGN : 1) };
  const bias = { fact: 0, unknown: FOR_REFUSING, ambiguous: AGAINST_ASKING_BACK }[entry.kind];
  return { entry, likeness, hit, evidence: likeness + PER_GROUP * Math.min(hit.weight, MOST_GROUPS) + bias };
}

/** A short stem in a long word is there by chance. */
const SHORT_STEM = 3;
const LONGEST_ENDING = 5;

function isExplained(token: Token, words: ReadonlySet<string>): boolean {
  return hasAny(words, namesOf(token));
}

function hasAny(words: ReadonlySet<string>, names: readonly string[]): boolean {
  for (const name of names) if (words.has(name)) return true;
  return false;
}

/** A word that carries weight, with what an entry may know it by. */
interface Telling {
  readonly token: Token;
  readonly names: readonly string[];
}

/** What an entry may know a word by. */
function namesOf(token: Token): string[] {
  const stems = token.stems.filter(
    (stem) => stem.length > SHORT_STEM || token.form.length <= stem.length + LONGEST_ENDING,
  );
  return [...token.marks, ...stems, token.form];
}

/** What an entry cannot explain and a known unknown claims by a sign of its own belongs to the unknown. */
function claimedFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  const strange = marksOf(candidates[0]?.strange ?? []);
  if (strange.size === 0) return candidates;
  const claim = candidates.find(({ entry, hit }) => entry.kind === "unknown" && hit && usesAny(hit, strange));
  return claim ? [claim, ...candidates] : candidates;
}

function outcomeOf({ entry }: Candidate): Pick<Decision, "outcome" | "entry"> {
  return { outcome: OUTCOMES[entry.kind], entry };
}

/** Whether an entry may be given on a day (ISO date). */
export function isInForce(entry: KnowledgeEntry, today: string): boolean {
  return outsideDates(entry, today) === undefined;
}

function outsideDates({ validFrom, validUntil }: KnowledgeEntry, today: string): string | undefined {
  if (validFrom && today < validFrom) return `valid from ${validFrom}`;
  return validUntil && today > validUntil ? `valid until ${validUntil}` : undefined;
}

/** Something else is asked about, and nothing ties it to ours: the entry that names it says so, or nobody does. */
function refuseOther(candidates: readonly Candidate[], others: ReadonlySet<string>): Choice {
  const named = candidates.find(({ entry, hit }) => entry.kind === "unknown" && hit && usesAny(hit, others));
  return named ? { ...UNSURE, entry: named.entry, evidence: named.evidence, isSure: true, bySign: true } : UNSURE;
}

function describe({ entry, likeness, hit, evidence, strange }: Candidate): Reason {
  const sign = hit ? `, "${hit.pattern.text}"` : "";
  return {
    step: "candidate",
    detail: `${entry.id} ${evidence.toFixed(2)} (likeness ${likeness.toFixed(2)}${sign})${strange ? ` without ${strange.map((token) => token.form).join(" ")}` : ""}`,
  };
}
