import type { Understander, Understanding } from "../understanding/types.ts";

/** What the bot does with a question, small enough to compare and to show. */
export interface QuestionOutcome {
  /** `answer`, `clarify`, `unknown`, or another intent ("greeting", "status" …). */
  readonly kind: string;
  /** The entries it comes to, in order. */
  readonly entries: readonly string[];
  readonly confidence: number;
}

const MOST_KEPT = 20_000;
/** What was asked before is not worked out again: an understanding never changes, and goes with its answers. */
const answered = new WeakMap<Understander, Map<string, QuestionOutcome>>();

/** Asks one understanding one question, with nothing said before. */
export function outcomeOf(understander: Understander, text: string, today: string): QuestionOutcome {
  const known = answered.get(understander) ?? new Map<string, QuestionOutcome>();
  answered.set(understander, known);
  const key = `${today} ${text}`;
  const outcome = known.get(key) ?? summary(understander.understand(text, { today }));
  if (known.size < MOST_KEPT) known.set(key, outcome);
  return outcome;
}

function summary({ intent, clauses, confidence }: Understanding): QuestionOutcome {
  const entries = clauses.flatMap(({ entry }) => entry ?? []);
  if (intent !== "question") return { kind: intent, entries, confidence };
  const kind = (["answer", "clarify", "unknown"] as const).find((one) =>
    clauses.some(({ outcome }) => outcome === one),
  );
  return { kind: kind ?? "unknown", entries, confidence };
}

/** Whether two outcomes are the same to the person who asked. */
export function isSameOutcome(a: QuestionOutcome, b: QuestionOutcome): boolean {
  return a.kind === b.kind && a.entries.join() === b.entries.join();
}

/** Whether a question came to the entry that is right for it. */
export function isRight({ entries }: QuestionOutcome, entry: string): boolean {
  return entries.includes(entry);
}
