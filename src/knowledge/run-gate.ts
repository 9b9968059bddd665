import type { KnowledgeEntry } from "../core/knowledge.ts";
import { validityOn } from "../core/knowledge-record.ts";
import { turkishDay } from "../core/turkish-time.ts";
import type { Understander } from "../understanding/types.ts";
import { createGiveWay } from "./give-way.ts";
import type { KnowledgeDesk } from "./knowledge-desk.ts";
import { likeness, questionKey, wordingOf } from "./likeness.ts";
import { isRight, isSameOutcome, outcomeOf, type QuestionOutcome } from "./outcome.ts";

/** A question that has one right answer. */
interface Known {
  readonly text: string;
  readonly entry: string;
  /** own: stands in the entry · reworded: an own question with one more word, as people type · confirmed: by staff. */
  readonly source: "own" | "reworded" | "confirmed";
}

export interface GateFailure extends Known {
  readonly before: QuestionOutcome;
  readonly after: QuestionOutcome;
}

/** A question that stands under two entries in nearly the same words. */
export interface NearDuplicate {
  readonly question: string;
  readonly entry: string;
  readonly otherQuestion: string;
  readonly other: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/** A real question whose outcome would be another one. */
export interface OutcomeChange {
  readonly text: string;
  readonly askedAt: Date;
  readonly before: QuestionOutcome;
  readonly after: QuestionOutcome;
}

export interface Gate {
  readonly passed: boolean;
  /** What keeps it from passing: right before and wrong now, or an own question of what is published. */
  readonly failures: readonly GateFailure[];
  /** Known questions that were wrong before, too; shown, but no reason to stop. */
  readonly alreadyWrong: readonly GateFailure[];
  readonly nearDuplicates: readonly NearDuplicate[];
  readonly changes: readonly OutcomeChange[];
  readonly checked: { readonly own: number; readonly confirmed: number; readonly real: number };
}

/** Real questions that are asked again, the newest ones. */
const REAL_QUESTIONS = 500;
const REAL_SINCE_MS = 90 * 24 * 60 * 60_000;
/** From here on two questions of two entries are pointed out. */
const TOO_ALIKE = 0.8;

/**
 * The regression gate. In: the entries that would be answered from (as written), and the ids of those that change.
 * Out: every known question that would no longer get its right answer, near duplicates, and what would change for real questions.
 */
export async function runGate(
  desk: KnowledgeDesk,
  entries: readonly KnowledgeEntry[],
  changed: ReadonlySet<string>,
): Promise<Gate> {
  const { store, clock } = desk.office;
  const now = clock.now();
  const today = dayOfEffect(entries, changed, turkishDay(now));
  const before = desk.understander();
  const after = await desk.build(entries, today);
  const confirmed = await store.knowledge.confirmed();
  const real = await store.questions.recent(new Date(now.getTime() - REAL_SINCE_MS), REAL_QUESTIONS);

  const current = entries.filter((entry) => validityOn(entry, today) === "current");
  const known = knownQuestions(current, confirmed);
  const wrong = await wrongAnswers(known, before, after, today);
  const stops = ({ source, entry, before: was }: GateFailure) =>
    isRight(was, entry) || (source === "own" && changed.has(entry));
  const failures = wrong.filter(stops);
  return {
    passed: failures.length === 0,
    failures,
    alreadyWrong: wrong.filter((failure) => !failures.includes(failure)),
    nearDuplicates: await nearDuplicates(current, changed),
    changes: await changesAmong(real, before, after, today),
    checked: {
      own: known.filter(({ source }) => source === "own").length,
      confirmed: known.filter(({ source }) => source === "confirmed").length,
      real: real.length,
    },
  };
}

/** An entry that will count later is tried on the day it begins to. */
function dayOfEffect(entries: readonly KnowledgeEntry[], changed: ReadonlySet<string>, today: string): string {
  const beginnings = entries.flatMap(({ id, validFrom }) => (changed.has(id) && validFrom ? validFrom : []));
  return [today, ...beginnings].sort().at(-1) ?? today;
}

function knownQuestions(
  current: readonly KnowledgeEntry[],
  confirmed: readonly { readonly text: string; readonly entry: string }[],
): Known[] {
  const ids = new Set(current.map(({ id }) => id));
  return [
    ...current.flatMap(({ id, questions }) => [
      ...[...questions.tr, ...questions.en].map((text): Known => ({ text, entry: id, source: "own" })),
      ...questions.tr.map((text): Known => ({ text: `acaba ${text}`, entry: id, source: "reworded" })),
      ...questions.en.map((text): Known => ({ text: `please ${text}`, entry: id, source: "reworded" })),
    ]),
    ...confirmed
      .filter(({ entry }) => ids.has(entry))
      .map(({ text, entry }): Known => ({ text, entry, source: "confirmed" })),
  ];
}

async function wrongAnswers(
  known: readonly Known[],
  before: Understander,
  after: Understander,
  today: string,
): Promise<GateFailure[]> {
  const giveWay = createGiveWay();
  const wrong: GateFailure[] = [];
  for (const question of known) {
    await giveWay();
    const now = outcomeOf(after, question.text, today);
    if (isRight(now, question.entry)) continue;
    wrong.push({ ...question, before: outcomeOf(before, question.text, today), after: now });
  }
  return wrong;
}

async function changesAmong(
  real: readonly { readonly text: string; readonly askedAt: Date }[],
  before: Understander,
  after: Understander,
  today: string,
): Promise<OutcomeChange[]> {
  const giveWay = createGiveWay();
  const changes = new Map<string, OutcomeChange>();
  for (const { text, askedAt } of real) {
    await giveWay();
    const key = questionKey(text);
    if (changes.has(key)) continue;
    const [was, will] = [outcomeOf(before, text, today), outcomeOf(after, text, today)];
    if (!isSameOutcome(was, will)) changes.set(key, { text, askedAt, before: was, after: will });
  }
  return [...changes.values()];
}

/** Questions of the changed entries that another entry has in nearly the same words. */
async function nearDuplicates(
  entries: readonly KnowledgeEntry[],
  changed: ReadonlySet<string>,
): Promise<NearDuplicate[]> {
  const giveWay = createGiveWay();
  const all = entries.flatMap((entry) =>
    [...entry.questions.tr, ...entry.questions.en].map((text) => ({
      entry: entry.id,
      text,
      features: wordingOf(text),
    })),
  );
  const found: NearDuplicate[] = [];
  for (const own of all.filter(({ entry }) => changed.has(entry))) {
    await giveWay();
    for (const other of all) {
      if (other.entry === own.entry) continue;
      const alike = likeness(own.features, other.features);
      if (alike < TOO_ALIKE) continue;
      found.push({
        question: own.text,
        entry: own.entry,
        otherQuestion: other.text,
        other: other.entry,
        likeness: alike,
      });
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness).slice(0, 50);
}
