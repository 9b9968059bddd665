import type { RecentQuestion, RecentQuestions, TurnOutcome } from "../core/knowledge-ports.ts";
import { turkishDay } from "../core/turkish-time.ts";
import { createGiveWay } from "./give-way.ts";
import { groupByLikeness } from "./group-questions.ts";
import type { Editor, KnowledgeDesk } from "./knowledge-desk.ts";
import { questionKey } from "./likeness.ts";
import { isRight, outcomeOf } from "./outcome.ts";

/** Why a question counts as a gap. */
export type GapReason = "unanswered" | "abandoned" | "notHelpful";

/** A matter people asked about and got no good answer to. */
export interface Gap {
  /** The question asked most often in the group. */
  readonly text: string;
  /** Every wording, the most frequent first. */
  readonly wordings: readonly { readonly text: string; readonly count: number }[];
  readonly count: number;
  readonly reasons: readonly GapReason[];
  /** Entries that were answered or offered, the most frequent first. */
  readonly entries: readonly string[];
  readonly lastAskedAt: Date;
  readonly language: string;
}

const DAY_MS = 24 * 60 * 60_000;
/** How far back gaps are looked for. */
export const GAP_DAYS = 90;
/** The newest ones of these are worked on; more make no list people work through. */
const MOST_MISSES = 5_000;
/** A choice not taken up within this time was no help. */
const ABANDONED_AFTER_MS = 30 * 60_000;

interface Miss {
  readonly question: RecentQuestion;
  readonly reason: GapReason;
}

/**
 * Unanswered, abandoned and badly rated questions of the last 90 days, grouped by likeness, the most asked first. What would be answered by
 * now, was confirmed, or was dismissed (and what is like it) is left out. A question that an entry says is not in the memo has its answer.
 * One just asked is among them as soon as it is written, 0.2 s later.
 */
export async function findGaps(desk: KnowledgeDesk): Promise<readonly Gap[]> {
  const { store, clock } = desk.office;
  const now = clock.now();
  const since = new Date(now.getTime() - GAP_DAYS * DAY_MS);
  const [missed, confirmed, dismissed] = await Promise.all([
    store.questions.missed(since, MOST_MISSES),
    store.knowledge.confirmed(),
    store.knowledge.dismissed(since),
  ]);
  const answers = new Map(confirmed.map(({ id, entry }) => [id, entry]));
  const misses = missesOf(missed.toReversed(), await followingIn(store.questions, missed, since), now);
  const open = await stillOpen(desk, misses, answers, turkishDay(now));
  const items = [
    ...dismissed.map(({ text }) => ({ text, miss: undefined })),
    ...open.map((miss) => ({ text: miss.question.text, miss })),
  ];
  const groups = await groupByLikeness(items, ({ text }) => text);
  return groups
    .filter((group) => group.every(({ miss }) => miss))
    .map((group) => gapOf(group.flatMap(({ miss }) => miss ?? [])))
    .sort((a, b) => b.count - a.count || b.lastAskedAt.getTime() - a.lastAskedAt.getTime());
}

/** What was asked next after each question that offered a choice. By the question's id. */
async function followingIn(
  questions: Pick<RecentQuestions, "inConversations">,
  missed: readonly RecentQuestion[],
  since: Date,
): Promise<ReadonlyMap<string, TurnOutcome>> {
  const choices = missed.filter(({ outcome }) => outcome === "clarify");
  const conversations = [...new Set(choices.map(({ conversation }) => conversation))];
  const latest = new Map<string, TurnOutcome>();
  const next = new Map<string, TurnOutcome>();
  for (const question of await questions.inConversations(conversations, since)) {
    const before = latest.get(question.conversation);
    if (before) next.set(before.id, question);
    latest.set(question.conversation, question);
  }
  return next;
}

function missesOf(asked: readonly RecentQuestion[], next: ReadonlyMap<string, TurnOutcome>, now: Date): Miss[] {
  return asked.flatMap((question) => {
    const reason = reasonOf(question, next.get(question.id), now);
    return reason ? [{ question, reason }] : [];
  });
}

function reasonOf(question: RecentQuestion, next: TurnOutcome | undefined, now: Date): GapReason | undefined {
  if (question.feedback === "notHelpful") return "notHelpful";
  if (question.outcome === "unknown" && question.entries.length === 0) return "unanswered";
  if (question.outcome !== "clarify") return undefined;
  const until = question.askedAt.getTime() + ABANDONED_AFTER_MS;
  const isTakenUp = next?.outcome === "answer" && next.askedAt.getTime() <= until;
  return isTakenUp || now.getTime() < until ? undefined : "abandoned";
}

async function stillOpen(
  desk: KnowledgeDesk,
  misses: readonly Miss[],
  confirmed: ReadonlyMap<string, string>,
  today: string,
): Promise<Miss[]> {
  const giveWay = createGiveWay();
  const understander = desk.understander();
  const open = new Map<string, boolean>();
  const kept: Miss[] = [];
  for (const miss of misses) {
    await giveWay();
    const { text, entries } = miss.question;
    const key = questionKey(text);
    const known = `${miss.reason === "notHelpful" ? entries.join() : ""} ${key}`;
    const isOpen = open.get(known) ?? isStillOpen(miss);
    open.set(known, isOpen);
    if (isOpen) kept.push(miss);
  }
  return kept;

  function isStillOpen({ question, reason }: Miss): boolean {
    const outcome = outcomeOf(understander, question.text, today);
    const right = confirmed.get(questionKey(question.text));
    if (right) return !isRight(outcome, right);
    if (reason === "notHelpful") return outcome.entries.join() === question.entries.join();
    return outcome.entries.length === 0 || outcome.kind === "clarify";
  }
}

function gapOf(misses: readonly Miss[]): Gap {
  const questions = misses.map(({ question }) => question);
  const wordings = byFrequency(questions.map(({ text }) => text)).map(([text, count]) => ({ text, count }));
  return {
    text: wordings[0]?.text ?? "",
    wordings,
    count: misses.length,
    reasons: byFrequency(misses.map(({ reason }) => reason)).map(([reason]) => reason),
    entries: byFrequency(questions.flatMap(({ entries }) => entries)).map(([entry]) => entry),
    lastAskedAt: new Date(Math.max(...questions.map(({ askedAt }) => askedAt.getTime()))),
    language: questions.at(-1)?.language ?? "tr",
  };
}

/** Values with how often each stands there, the most frequent first; of equals the first. */
function byFrequency<Value extends string>(values: readonly Value[]): [Value, number][] {
  const counts = new Map<string, [Value, number]>();
  for (const value of values) {
    const key = questionKey(value);
    const [first, count] = counts.get(key) ?? [value, 0];
    counts.set(key, [first, count + 1]);
  }
  return [...counts.values()].sort((a, b) => b[1] - a[1]);
}

/** Keeps these questions, and what is like them, out of the gaps for as long as gaps are looked back for. */
export async function dismissQuestions(
  { office }: Pick<KnowledgeDesk, "office">,
  { texts, agent }: { readonly texts: readonly string[]; readonly agent: Editor },
): Promise<void> {
  const at = office.clock.now();
  const named = texts.map((text) => ({ id: questionKey(text), text, by: agent.name, at }));
  await office.store.knowledge.dismiss(named.filter(({ id }) => id !== ""));
}
