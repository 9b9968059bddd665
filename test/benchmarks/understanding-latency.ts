/**
 * What understanding one message costs at today's knowledge, at 500 and at 5,000 entries, as time in process and as a
 * ratio to MiniSearch over the same wordings in the same run. Larger bodies of knowledge are made of today's entries with
 * words of their own put in. Of each message the quickest of several rounds counts: on a shared machine the rest is other people's
 * work. Each round has other blanks at the end, so that no message is read from memory; words are, as they are in use.
 *   npm run bench -- understanding-latency [ROUNDS]
 */
import { join } from "node:path";
import MiniSearch from "minisearch";
import type { KnowledgeEntry } from "../../src/core/knowledge.ts";
import { fold } from "../../src/language/fold.ts";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import { wordingsOf } from "../../src/understanding/model.ts";
import { buildUnderstanding } from "../../src/understanding/understand.ts";
import { readQuestions } from "../understanding/score-questions.ts";

const SIZES = [30, 500, 5000];
const SYLLABLES = "ka le mi to ru sa ben dur gil hon jel pan ver zir tok mas fey nur çal şim".split(" ");
/** Fuzzy search slows down with its index; a sample is enough for its median. */
const RIVAL_TEXTS = 60;
const TODAY = "2026-01-15";

export async function main([rounds = "5"]: readonly string[] = []): Promise<void> {
  const knowledge = loadKnowledge("knowledge");
  const texts = ["field", "hurried", "fresh"].flatMap((name) =>
    readQuestions(join("test/understanding/questions", `${name}.jsonl`)).map(({ text }) => text),
  );
  console.log("entries  wordings  build ms   p50 ms   p99 ms   p50 / MiniSearch");
  for (const size of [knowledge.entries.length, ...SIZES].sort((a, b) => a - b)) {
    const entries = grown(knowledge.entries, size);
    const started = performance.now();
    const understander = buildUnderstanding({ ...knowledge, entries });
    const build = performance.now() - started;
    const index = miniSearchOf(entries);
    const ours = measure(texts, Number(rounds), (text, round) =>
      understander.understand(`${text}${" ".repeat(round + 1)}`, { today: TODAY }),
    );
    const theirs = measure(texts.slice(0, RIVAL_TEXTS), 1, (text) => index.search(text, { fuzzy: 0.25 }));
    const wordings = entries.reduce((sum, entry) => sum + wordingsOf(entry).length, 0);
    const cells = [build.toFixed(0), quantile(ours, 0.5).toFixed(2), quantile(ours, 0.99).toFixed(2)];
    const ratio = (quantile(ours, 0.5) / quantile(theirs, 0.5)).toFixed(2);
    console.log(
      `${String(entries.length).padStart(7)}${String(wordings).padStart(10)}${cells.map((cell) => cell.padStart(10)).join("")}${ratio.padStart(12)}`,
    );
  }
}

/** Today's entries, then variations of them with a made-up word in every wording and sign. */
function grown(entries: readonly KnowledgeEntry[], size: number): KnowledgeEntry[] {
  const all = entries.slice(0, size);
  for (let at = all.length; at < size; at += 1) {
    const model = entries[at % entries.length] as KnowledgeEntry;
    const word = madeUp(at);
    const vary = (texts: readonly string[]): string[] => texts.map((text) => `${word} ${text}`);
    const copy = {
      ...model,
      id: `${model.id}-${at}`,
      patterns: (model.patterns ?? []).map((line) => `${fold(word)} ${line}`),
    };
    all.push({ ...copy, questions: { tr: vary(model.questions.tr), en: vary(model.questions.en) } });
  }
  return all;
}

function madeUp(number: number): string {
  let word = "";
  for (let left = number; word.length < 6 || left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length];
  return word;
}

function miniSearchOf(entries: readonly KnowledgeEntry[]): MiniSearch {
  const index = new MiniSearch({ fields: ["text"], processTerm: (term) => fold(term).slice(0, 5) });
  index.addAll(entries.flatMap((entry) => wordingsOf(entry).map((text, at) => ({ id: `${entry.id}/${at}`, text }))));
  return index;
}

/** Milliseconds of the quickest call of each text, after one round to warm up; in order. */
function measure(texts: readonly string[], rounds: number, run: (text: string, round: number) => unknown): number[] {
  const quickest = texts.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, text] of texts.entries()) {
      const started = performance.now();
      run(text, round);
      const took = performance.now() - started;
      if (round > 0 && took < (quickest[at] ?? 0)) quickest[at] = took;
    }
  }
  return quickest.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
