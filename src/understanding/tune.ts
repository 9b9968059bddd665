import type { KnowledgeEntry } from "../core/knowledge.ts";
import type { Knowledge, Thresholds } from "./knowledge.ts";
import { buildModel, type UnderstandingModel } from "./model.ts";
import type { Understander } from "./types.ts";
import { buildUnderstanding } from "./understand.ts";

/** How the trial questions came out at one setting. */
export interface TuningScore {
  readonly asked: number;
  readonly right: number;
  /** Offered among the choices. */
  readonly click: number;
  readonly wrong: number;
}

export interface TuningResult {
  readonly before: TuningScore;
  readonly after: TuningScore;
  readonly thresholds: Thresholds;
}

/** A trial: the knowledge with something left out, and questions whose answer is known. */
interface Trial {
  readonly knowledge: Knowledge;
  readonly model: UnderstandingModel;
  /** `entry` undefined: what would answer is left out, so an answer would be wrong. */
  readonly questions: readonly { readonly text: string; readonly entry?: string }[];
}

const FOLDS = 5;
const WRONG_COSTS = 8;
const CLICK_IS_WORTH = 0.5;
const TODAY = "2000-01-01";
/** What is tried of the thresholds of signs and likeness; those of the classifier need it trained anew for every trial. */
const STEPS: Partial<Record<keyof Thresholds, readonly number[]>> = {
  withPattern: [0.4, 0.45, 0.5, 0.55, 0.6],
  byLikeness: [0.6, 0.65, 0.7, 0.75, 0.8],
  margin: [0.04, 0.08, 0.12],
  offer: [0.25, 0.3, 0.35, 0.4],
};

/**
 * Finds how sure the bot must be for this knowledge, by cross-validation: every question is asked while it is left out,
 * and every topic is asked for while the whole topic is left out (then any answer is wrong, and a wrong answer costs as
 * much as eight right ones earn). Pure and deterministic; takes about a minute. `onStep` is told the share done.
 */
export function tune(knowledge: Knowledge, onStep: (share: number) => void = () => undefined): TuningResult {
  const trials = trialsOf(knowledge);
  const settings = Object.entries(STEPS) as [keyof Thresholds, readonly number[]][];
  const before = scoreAt(trials, knowledge.thresholds);
  let best = { thresholds: knowledge.thresholds, score: before };
  settings.forEach(([name, values], at) => {
    for (const value of values) {
      const thresholds = { ...best.thresholds, [name]: value };
      const score = scoreAt(trials, thresholds);
      if (worth(score) > worth(best.score)) best = { thresholds, score };
    }
    onStep((at + 1) / settings.length);
  });
  return { before, after: best.score, thresholds: best.thresholds };
}

function trialsOf(knowledge: Knowledge): Trial[] {
  const variants = Array.from({ length: FOLDS }, (_, fold) => withoutQuestions(knowledge, fold));
  const topics = Array.from({ length: FOLDS }, (_, fold) => withoutTopics(knowledge, fold));
  return [...variants, ...topics];
}

function withoutQuestions(knowledge: Knowledge, fold: number): Trial {
  const isOut = (at: number): boolean => at % FOLDS === fold;
  const entries = knowledge.entries.map((entry) => ({
    ...entry,
    questions: {
      ...entry.questions,
      tr: entry.questions.tr.filter((_, at) => entry.questions.tr.length < 2 || !isOut(at)),
    },
  }));
  const questions = knowledge.entries
    .filter((entry) => entry.questions.tr.length > 1)
    .flatMap((entry) => entry.questions.tr.filter((_, at) => isOut(at)).map((text) => ({ text, entry: entry.id })));
  return trial({ ...knowledge, entries }, questions);
}

function withoutTopics(knowledge: Knowledge, fold: number): Trial {
  const facts = knowledge.entries.filter((entry) => entry.kind === "fact");
  const out = new Set(facts.filter((_, at) => at % FOLDS === fold).map((entry) => entry.id));
  const isLeft = (entry: KnowledgeEntry): boolean => !out.has(entry.id);
  const questions = facts
    .filter((entry) => !isLeft(entry))
    .flatMap((entry) => entry.questions.tr.map((text) => ({ text })));
  return trial({ ...knowledge, entries: knowledge.entries.filter(isLeft) }, questions);
}

/** Dates are left out: how sure to be has nothing to do with the day. */
function trial(dated: Knowledge, questions: Trial["questions"]): Trial {
  const entries = dated.entries.map(({ validFrom: _from, validUntil: _until, ...entry }) => entry);
  const { trained: _learnedTheQuestions, ...knowledge }: Knowledge = { ...dated, entries };
  return { knowledge, model: buildModel(knowledge), questions };
}

function scoreAt(trials: readonly Trial[], thresholds: Thresholds): TuningScore {
  const score = { asked: 0, right: 0, click: 0, wrong: 0 };
  for (const { knowledge, model, questions } of trials) {
    const understander = buildUnderstanding({ ...knowledge, thresholds }, model);
    for (const question of questions) {
      score.asked += 1;
      const verdict = judge(understander, question);
      if (verdict !== "miss") score[verdict] += 1;
    }
  }
  return score;
}

function judge(
  understander: Understander,
  { text, entry }: Trial["questions"][number],
): "right" | "click" | "wrong" | "miss" {
  const { clauses } = understander.understand(text, { today: TODAY });
  const answered = clauses.filter((clause) => clause.outcome === "answer").map((clause) => clause.entry);
  const wanted = entry === undefined ? undefined : understander.entries.get(entry);
  if (wanted?.kind !== "fact") return answered.length > 0 ? "wrong" : "right";
  if (answered.includes(wanted.id)) return "right";
  if (answered.length > 0) return "wrong";
  return clauses.some((clause) => clause.choices.some((choice) => choice.entry === wanted.id)) ? "click" : "miss";
}

function worth({ right, click, wrong }: TuningScore): number {
  return right + CLICK_IS_WORTH * click - WRONG_COSTS * wrong;
}
