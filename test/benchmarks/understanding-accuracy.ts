/**
 * How often the understanding is right, beside natural's Bayes, MiniSearch and nlp.js: the same wordings and examples to learn from,
 * the same rows asked, thresholds of each rival tuned on the same development rows. Rivals know no smalltalk and no
 * tickets, so only questions are asked; a follow-up is put to them together with the question before it.
 *   npm run bench -- understanding-accuracy
 */
import { join } from "node:path";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import { wordingsOf } from "../../src/understanding/model.ts";
import { buildUnderstanding } from "../../src/understanding/understand.ts";
import { judge, type QuestionRow, readQuestions, scoreRow, type Verdict } from "../understanding/score-questions.ts";
import { type Ranking, type Rival, trainRivals } from "./understanding-rivals.ts";

const FOLDER = "test/understanding/questions";
const TUNED_ON = "hurried";
const ASKED = ["autumn", "winter", "frost"];
const WRONG_COSTS = 4;
const UNKNOWN = "Bu sorunun yanıtı bilgi notunda yer almıyor.";

interface Row extends QuestionRow {
  readonly verdict: Verdict;
}

/** Prints the table: shares by kind and by noise, and each rival's ratio to ours. */
export async function main(): Promise<void> {
  const knowledge = loadKnowledge("knowledge");
  const understander = buildUnderstanding(knowledge);
  const wordings = [
    ...knowledge.entries.flatMap((entry) => wordingsOf(entry).map((text) => ({ owner: entry.id, text }))),
    ...knowledge.examples.map(({ label, text, before }) => ({
      owner: label,
      text: before ? `${before} ${text}` : text,
    })),
  ];
  const tuning = questions(TUNED_ON);
  const rows = ASKED.flatMap(questions);
  const ours = rows.map((row) => ({ ...row, verdict: scoreRow(row, understander).verdict }));
  console.log(`${rows.length} questions of ${ASKED.join(", ")}; rivals tuned on ${tuning.length} of ${TUNED_ON}\n`);
  print("this understanding", ours, ours);
  for (const rival of await trainRivals(wordings)) {
    const reply = (ranking: Ranking, least: number, lead: number): { outcome: string; text: string } => {
      const [first, second] = ranking;
      const entry = understander.entries.get(first?.entry ?? "");
      const isSure = first && first.score >= least && first.score - (second?.score ?? 0) >= lead;
      if (!entry || !isSure || entry.kind === "unknown") return { outcome: "unknown", text: UNKNOWN };
      return { outcome: entry.kind === "fact" ? "answer" : "clarify", text: entry.answer.tr };
    };
    const score = (asked: readonly { row: QuestionRow; ranking: Ranking }[], least: number, lead: number): Row[] =>
      asked.map(({ row, ranking }) => {
        const { outcome, text } = reply(ranking, least, lead);
        return { ...row, verdict: judge(row, outcome, text) };
      });
    const [least, lead] = tuneRival(await rankAll(rival, tuning), score);
    print(rival.name, score(await rankAll(rival, rows), least, lead), ours);
  }
}

function questions(name: string): QuestionRow[] {
  const kinds = ["in_scope", "ambiguous", "out_of_scope"];
  return readQuestions(join(FOLDER, `${name}.jsonl`)).filter(({ kind }) => kinds.includes(kind));
}

async function rankAll(rival: Rival, rows: readonly QuestionRow[]): Promise<{ row: QuestionRow; ranking: Ranking }[]> {
  const ranked: { row: QuestionRow; ranking: Ranking }[] = [];
  for (const row of rows)
    ranked.push({ row, ranking: await rival.rank(row.context ? `${row.context.prev} ${row.text}` : row.text) });
  return ranked;
}

type Ranked = readonly { row: QuestionRow; ranking: Ranking }[];

/** The score and lead that earn most on the development rows, a wrong answer costing four right ones. */
function tuneRival(ranked: Ranked, score: (asked: Ranked, least: number, lead: number) => Row[]): [number, number] {
  const seen = ranked.map(({ ranking }) => ranking[0]?.score ?? 0).sort((a, b) => a - b);
  const levels = Array.from({ length: 21 }, (_, at) => seen[Math.floor((at * (seen.length - 1)) / 20)] ?? 0);
  let best: [number, number] = [0, 0];
  let most = Number.NEGATIVE_INFINITY;
  for (const least of levels) {
    for (const share of [0, 0.05, 0.1, 0.2, 0.4]) {
      const lead = share * least;
      const rows = score(ranked, least, lead);
      const worth = count(rows, "right") - WRONG_COSTS * count(rows, "wrong");
      if (worth > most) [most, best] = [worth, [least, lead]];
    }
  }
  return best;
}

function count(rows: readonly Row[], ...verdicts: Verdict[]): number {
  return rows.filter(({ verdict }) => verdicts.includes(verdict)).length;
}

function print(name: string, rows: readonly Row[], ours: readonly Row[]): void {
  const wrong = (list: readonly Row[]): number => count(list, "wrong");
  const right = (list: readonly Row[]): number => count(list, "right");
  const ratio = `right ${(right(rows) / Math.max(1, right(ours))).toFixed(2)} x ours, wrong ${wrong(rows)} against ${wrong(ours)}`;
  console.log(`${name}   (${ratio})`);
  const groups = [...new Set(rows.map(({ kind }) => kind)), ...new Set(rows.map(({ noise }) => `~${noise}`))];
  for (const group of groups) {
    const list = rows.filter(({ kind, noise }) => kind === group || `~${noise}` === group);
    const share = (...verdicts: Verdict[]): string =>
      `${((100 * count(list, ...verdicts)) / list.length).toFixed(1)} %`.padStart(8);
    console.log(
      `  ${group.padEnd(14)}${String(list.length).padStart(5)}  right${share("right")}  one click${share("right", "click")}  wrong${share("wrong")}`,
    );
  }
  console.log("");
}
