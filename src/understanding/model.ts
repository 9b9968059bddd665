import type { KnowledgeEntry } from "../core/knowledge.ts";
import { fold } from "../language/fold.ts";
import { Analyser, marksOf, type Token } from "./analyse.ts";
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
  /** What each entry speaks of: every mark of its questions and of its signs. */
  readonly vocabulary: ReadonlyMap<string, ReadonlySet<string>>;
  /** All that facts and their choices speak of. */
  readonly factWords: ReadonlySet<string>;
  /** Entry ids by the essence of their titles and questions. */
  readonly exact: ReadonlyMap<string, string>;
  readonly documents: readonly ReadWording[];
}

/** Builds the model; linear in the number of questions. */
export function buildModel(knowledge: Pick<Knowledge, "entries" | "synonyms" | "talk">): UnderstandingModel {
  const { entries } = knowledge;
  const lexicon = new Lexicon(knowledge.synonyms);
  const patterns = patternsOf(entries, lexicon);
  const talk = new TalkReader(knowledge.talk, lexicon);
  teachQuestions(entries, lexicon);
  const analyser = new Analyser(lexicon);
  const documents = entries.flatMap((entry) =>
    wordingsOf(entry).map((wording) => ({ owner: entry.id, tokens: analyser.read(wording) })),
  );
  const exact = new Map(
    entries.flatMap((entry) => wordingsOf(entry).map((wording) => [essence(wording), entry.id] as const)),
  );
  const vocabulary = vocabularyOf(entries, documents);
  const factWords = new Set(
    entries.filter(({ kind }) => kind !== "unknown").flatMap(({ id }) => [...(vocabulary.get(id) ?? [])]),
  );
  return { analyser, talk, patterns, ranker: new Ranker(documents), vocabulary, factWords, exact, documents };
}

/** Every way an entry is asked for, titles included. */
export function wordingsOf(entry: KnowledgeEntry): string[] {
  return [entry.title.tr, entry.title.en, ...entry.questions.tr, ...entry.questions.en];
}

/** What is left of a text without case, marks, spacing and punctuation. */
export function essence(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
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
