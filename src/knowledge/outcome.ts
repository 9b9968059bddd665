import type { Understander, Understanding } from "../understanding/types.ts";

/** What the bot does with a question, small enough to compare and to show. */
export interface QuestionOutcome {
  /** `answer`, `clarify`, `unknown`, or another intent ("greeting", "status" …). */
  readonly kind: string;
  /** The entries it comes to, in order. */
  readonly entries: readonly string[];
  readonly confidence: number;
}

/** Asks one understanding one question, with nothing said before. */
export function outcomeOf(understander: Understander, text: string, today: string): QuestionOutcome {
  return summary(understander.understand(text, { today }));
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
