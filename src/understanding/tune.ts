import type { KnowledgeEntry } from "../core/knowledge.ts";
import { isBeside, NOTHING } from "./combine.ts";
import type { Example, Knowledge, Thresholds } from "./knowledge.ts";
import { type Lessons, learn } from "./learn.ts";
import { buildModel, type UnderstandingModel } from "./model.ts";
import type { ConversationContext, Understander } from "./types.ts";
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

/** A trial: the knowledge with something left out, and what is asked of it. */
interface Trial {
  readonly knowledge: Knowledge;
  readonly model: UnderstandingModel;
  readonly asked: readonly Example[];
}

const FOLDS = 5;
/** Questions asked in each trial, at most: enough to tell settings apart. */
const MOST_ASKED = 800;
/** Of those, whose topic is left out: about as many as ask what nobody has thought of. */
const SHARE_WITHOUT_TOPIC = 0.05;
const WRONG_COSTS = 3;
const CLICK_IS_WORTH = 0.5;
const TODAY = "2000-01-01";
const STEPS: Partial<Record<keyof Thresholds, readonly number[]>> = {
  trust: [0.6, 0.7, 0.8, 0.9],
  answer: [0.4, 0.45, 0.5, 0.55, 0.6, 0.7],
  refuse: [0.25, 0.35, 0.45],
  doubt: [0.6, 0.75, 0.9],
  suggest: [0.04, 0.06, 0.08, 0.12],
  talk: [0.4, 0.5, 0.6],
  withPattern: [0.5, 0.6],
  byLikeness: [0.65, 0.7, 0.75],
};

/**
 * Finds how sure the bot must be for this knowledge, by cross-validation: the classifier learns while one writer's
 * examples and some topics are left out, then it is asked those examples, and questions about those topics (then any
 * answer is wrong). A wrong answer costs as much as three right ones earn. Pure and deterministic; takes some minutes.
 * `onStep` is told the share done.
 */
export function tune(lessons: Lessons, onStep: (share: number) => void = () => undefined): TuningResult {
  const settings = Object.entries(STEPS) as [keyof Thresholds, readonly number[]][];
  const steps = FOLDS + settings.length;
  const trials = Array.from({ length: FOLDS }, (_, fold) => {
    const trial = trialOf(lessons, fold);
    onStep((fold + 1) / steps);
    return trial;
  });
  const before = scoreAt(trials, lessons.thresholds);
  let best = { thresholds: lessons.thresholds, score: before };
  settings.forEach(([name, values], at) => {
    for (const value of values) {
      const thresholds = { ...best.thresholds, [name]: value };
      const score = scoreAt(trials, thresholds);
      if (worth(score) > worth(best.score)) best = { thresholds, score };
    }
    onStep((FOLDS + at + 1) / steps);
  });
  return { before, after: best.score, thresholds: best.thresholds };
}

/** What a fold leaves out: some facts with all that is said of them, and some writers' examples of the rest. */
function trialOf(lessons: Lessons, fold: number): Trial {
  const facts = lessons.entries.filter(({ kind }) => kind === "fact");
  const topics = new Set(facts.filter((_, at) => at % FOLDS === fold).map(({ id }) => id));
  const writers = [...new Set(lessons.examples.map(({ writer }) => writer))].sort();
  const silent = new Set(writers.filter((_, at) => at % FOLDS === fold));
  // Dates are left out: how sure to be has nothing to do with the day.
  const entries = lessons.entries
    .filter(({ id }) => !topics.has(id))
    .map(({ validFrom: _from, validUntil: _until, ...entry }): KnowledgeEntry => entry);
  const heard = lessons.examples.filter(({ label, writer }) => !topics.has(label) && !silent.has(writer));
  const known = { ...lessons, entries, examples: heard };
  const { examples: _examples, ...knowledge } = { ...known, trained: learn(known) };
  const withoutTopic = lessons.examples.filter(({ label }) => topics.has(label));
  const withoutWriter = lessons.examples.filter(({ label, writer }) => silent.has(writer) && !topics.has(label));
  const asked = [
    ...some(withoutTopic, MOST_ASKED * SHARE_WITHOUT_TOPIC).map((example) => ({ ...example, label: NOTHING })),
    ...some(withoutWriter, MOST_ASKED * (1 - SHARE_WITHOUT_TOPIC)),
  ];
  return { knowledge, model: buildModel(knowledge), asked };
}

/** At most so many of a list, spread evenly over it. */
function some<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  return list.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

function scoreAt(trials: readonly Trial[], thresholds: Thresholds): TuningScore {
  const score = { asked: 0, right: 0, click: 0, wrong: 0 };
  for (const { knowledge, model, asked } of trials) {
    const understander = buildUnderstanding({ ...knowledge, thresholds }, model);
    for (const example of asked) {
      score.asked += 1;
      const verdict = judge(understander, example);
      if (verdict !== "miss") score[verdict] += 1;
    }
  }
  return score;
}

function judge(understander: Understander, { label, text, before }: Example): "right" | "click" | "wrong" | "miss" {
  const context: ConversationContext = { today: TODAY, ...(before !== undefined && { lastText: before }) };
  const { intent, clauses } = understander.understand(text, context);
  const answered = clauses.filter((clause) => clause.outcome === "answer").map((clause) => clause.entry);
  if (answered.length > 0) return answered.length === 1 && answered[0] === label ? "right" : "wrong";
  const isFact = understander.entries.get(label)?.kind === "fact";
  if (isBeside(label) && label !== NOTHING) return `@${intent}` === label ? "right" : "miss";
  if (!isFact) return intent === "question" ? "right" : "miss";
  return clauses.some((clause) => clause.choices.some((choice) => choice.entry === label)) ? "click" : "miss";
}

function worth({ right, click, wrong }: TuningScore): number {
  return right + CLICK_IS_WORTH * click - WRONG_COSTS * wrong;
}
