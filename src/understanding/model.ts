import type { KnowledgeEntry } from "../core/knowledge.ts";
import { essence, fold } from "../language/fold.ts";
import { Analyser, marksOf, type Token } from "./analyse.ts";
import { Classifier } from "./classifier.ts";
import type { Knowledge } from "./knowledge.ts";
import { Lexicon } from "./lexicon.ts";
import { PatternIndex, parsePattern, teachPattern } from "./pattern.ts";
import { Ranker } from "./ranker.ts";
import { TalkReader } from "./talk.ts";

/** One wording of an entry, read. */
export interface ReadWording {
  readonly owner: string;
  readonly tokens: readonly Token[];
}

/** All that is worked out of the knowledge once and then only looked up. Thresholds are no part of it. */
export interface UnderstandingModel {
  readonly analyser: Analyser;
  readonly talk: TalkReader;
  readonly patterns: PatternIndex;
  readonly ranker: Ranker;
  /** Undefined when none was trained. */
  readonly classifier: Classifier | undefined;
  /** What each entry speaks of: every mark of its questions and of its signs. */
  readonly vocabulary: ReadonlyMap<string, ReadonlySet<string>>;
  /** All that facts and their choices speak of. */
  readonly factWords: ReadonlySet<string>;
  /** Entry ids by the essence of their titles and questions. */
  readonly exact: ReadonlyMap<string, string>;
  readonly documents: readonly ReadWording[];
}

type Source = Pick<Knowledge, "entries" | "synonyms" | "talk" | "trained">;

/** Builds the model; linear in the number of questions. */
export function buildModel(knowledge: Source): UnderstandingModel {
  const steps = modelSteps(knowledge);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Builds the model a step at a time, so that a running product can do other work in between. */
export function* modelSteps(knowledge: Source): Generator<void, UnderstandingModel, void> {
  const { entries } = knowledge;
  const lexicon = new Lexicon(knowledge.synonyms);
  yield;
  const patterns = patternsOf(entries, lexicon);
  yield;
  const talk = new TalkReader(knowledge.talk, lexicon);
  yield;
  teachQuestions(entries, lexicon);
  yield;
  const analyser = new Analyser(lexicon);
  const documents: ReadWording[] = [];
  for (const entry of entries) {
    yield;
    for (const wording of wordingsOf(entry)) documents.push({ owner: entry.id, tokens: analyser.read(wording) });
  }
  yield;
  const exact = new Map(
    entries.flatMap((entry) => wordingsOf(entry).map((wording) => [essence(wording), entry.id] as const)),
  );
  const vocabulary = vocabularyOf(entries, documents);
  yield;
  const factWords = new Set(
    entries.filter(({ kind }) => kind !== "unknown").flatMap(({ id }) => [...(vocabulary.get(id) ?? [])]),
  );
  const ranker = new Ranker(documents);
  const classifier = knowledge.trained && new Classifier(knowledge.trained.weights, { patterns, talk });
  yield;
  return { analyser, talk, patterns, ranker, classifier, vocabulary, factWords, exact, documents };
}

/** Every way an entry is asked for, titles included. */
export function wordingsOf(entry: KnowledgeEntry): string[] {
  return [entry.title.tr, entry.title.en, ...entry.questions.tr, ...entry.questions.en];
}

function patternsOf(entries: readonly KnowledgeEntry[], lexicon: Lexicon): PatternIndex {
  const index = new PatternIndex();
  for (const entry of entries) {
    for (const line of entry.patterns ?? []) {
      const pattern = parsePattern(line);
      teachPattern(pattern, lexicon);
      index.add(entry.id, pattern);
    }
  }
  return index;
}

/** Shorter words are not taught: they would turn up inside others. */
const SHORTEST_TAUGHT = 4;

/** Words of the questions are words of the domain: known, and what misspelt ones are corrected to. */
function teachQuestions(entries: readonly KnowledgeEntry[], lexicon: Lexicon): void {
  const forms = new Set(entries.flatMap(wordingsOf).flatMap((wording) => fold(wording).split(/[^a-z]+/)));
  for (const form of forms) {
    if (form.length < SHORTEST_TAUGHT) continue;
    lexicon.addSurface(form);
    if (lexicon.stems.stemsOf(form).length === 0) lexicon.addWord(form);
  }
}

function vocabularyOf(entries: readonly KnowledgeEntry[], documents: readonly ReadWording[]): Map<string, Set<string>> {
  const words = new Map(
    entries.map((entry) => [
      entry.id,
      new Set((entry.patterns ?? []).flatMap((line) => parsePattern(line).groups.flat())),
    ]),
  );
  for (const { owner, tokens } of documents) for (const mark of marksOf(tokens)) words.get(owner)?.add(mark);
  return words;
}
