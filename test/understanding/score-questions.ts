import { readFileSync } from "node:fs";
import type { ConversationContext, Understander, Understanding } from "../../src/understanding/types.ts";

/** A question with what a right reply to it must and must not say. */
export interface QuestionRow {
  readonly id: string;
  readonly text: string;
  readonly kind: "in_scope" | "ambiguous" | "out_of_scope" | "status" | "escalate" | "smalltalk";
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
  readonly noise: string;
  readonly near?: boolean;
  readonly context?: { readonly prev: string };
}

export type Verdict = "right" | "click" | "miss" | "wrong";

export interface Scored {
  readonly row: QuestionRow;
  readonly verdict: Verdict;
  readonly outcome: string;
  readonly text: string;
  readonly understanding: Understanding;
}

const TODAY = "2026-01-15";
const UNKNOWN = "Bu sorunun yanıtı bilgi notunda yer almıyor. / This is not stated in the memo.";
const TALK = new Set(["greeting", "thanks", "goodbye", "aboutBot", "help", "yes", "no", "cancel"]);

export function readQuestions(path: string): QuestionRow[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as QuestionRow);
}

/** What a person would read: the texts of all clauses, and the turn's outcome as the dialogs set it. */
export function reply(understanding: Understanding, understander: Understander): { outcome: string; text: string } {
  const { intent, clauses, language } = understanding;
  if (intent === "status") return { outcome: "status", text: "talep durumu / request status" };
  if (intent === "person" || intent === "openTicket") return { outcome: "handoff", text: "talep kaydı / ticket" };
  if (TALK.has(intent)) return { outcome: "smalltalk", text: "" };
  const outcomes = clauses.map((clause) => clause.outcome);
  const outcome = (["answer", "clarify", "unknown"] as const).find((one) => outcomes.includes(one)) ?? "unknown";
  const text = clauses
    .map((clause) => understander.entries.get(clause.entry ?? "")?.answer[language] ?? UNKNOWN)
    .join("\n\n");
  return { outcome, text };
}

/** Scores one row the way the running bot is scored: by outcome and by what the text says; one click is tried out. */
export function scoreRow(row: QuestionRow, understander: Understander): Scored {
  let context: ConversationContext = { today: TODAY };
  if (row.context) context = after(row.context.prev, context, understander);
  const understanding = understander.understand(row.text, context);
  const { outcome, text } = reply(understanding, understander);
  let verdict = judge(row, outcome, text);
  if (verdict === "miss" && outcome === "clarify") {
    const next = after(row.text, context, understander);
    const choices = understanding.clauses.flatMap((clause) => clause.choices).slice(0, 4);
    const answers = choices.map((choice) => reply(understander.understand(choice.text, next), understander));
    if (answers.some((answer) => answer.outcome === "answer" && says(row, answer.text))) verdict = "click";
  }
  return { row, verdict, outcome, text, understanding };
}

function after(text: string, context: ConversationContext, understander: Understander): ConversationContext {
  const { clauses, intent, topic } = understander.understand(text, context);
  if (intent !== "question") return context;
  return {
    ...context,
    lastText: topic,
    offered: clauses.flatMap((clause) => clause.choices),
  };
}

function says(row: QuestionRow, text: string): boolean {
  const met = (pattern: string): boolean => new RegExp(pattern, "iu").test(text);
  return row.must.every(met) && !row.mustNot.some(met);
}

const REFUSALS = ["unknown", "clarify", "handoff"];
const WANTED: Partial<Record<QuestionRow["kind"], string>> = {
  status: "status",
  escalate: "handoff",
  smalltalk: "smalltalk",
};

function judgeWish(isRight: boolean, outcome: string): Verdict {
  if (isRight) return "right";
  return ["unknown", "clarify"].includes(outcome) ? "miss" : "wrong";
}

export function judge(row: QuestionRow, outcome: string, text: string): Verdict {
  const isBad = row.mustNot.some((pattern) => new RegExp(pattern, "iu").test(text));
  const isNo = REFUSALS.includes(outcome);
  const wanted = WANTED[row.kind];
  if (wanted) return judgeWish(outcome === wanted && !isBad, outcome);
  if (row.kind === "out_of_scope") return isNo && !isBad ? "right" : "wrong";
  const answers = row.kind === "ambiguous" ? ["answer", "clarify"] : ["answer"];
  if (answers.includes(outcome) && says(row, text)) return "right";
  return isNo ? "miss" : "wrong";
}

/** Shares (0..1) of a scored set, whole or one group of it. */
export function shares(scored: readonly Scored[]): Record<Verdict | "withinClick", number> & { n: number } {
  const share = (...verdicts: Verdict[]): number =>
    scored.filter(({ verdict }) => verdicts.includes(verdict)).length / Math.max(1, scored.length);
  return {
    n: scored.length,
    right: share("right"),
    click: share("click"),
    miss: share("miss"),
    wrong: share("wrong"),
    withinClick: share("right", "click"),
  };
}
