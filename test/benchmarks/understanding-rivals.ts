import { dockStart } from "@nlpjs/basic";
import { LangTr } from "@nlpjs/lang-tr";
import MiniSearch from "minisearch";
import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import { fold } from "../../src/language/fold.ts";

/** One wording and the entry it belongs to. */
export interface Wording {
  readonly owner: string;
  readonly text: string;
}

/** Entries with their scores, best first. */
export type Ranking = readonly { readonly entry: string; readonly score: number }[];

/** Another way to find the entry a question is about; all learn from the same wordings. */
export interface Rival {
  readonly name: string;
  rank(text: string): Ranking | Promise<Ranking>;
}

/** Folded words cut to five letters: the front end that served every rival best where it was measured. */
const firstFive = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.slice(0, 5));

export async function trainRivals(wordings: readonly Wording[]): Promise<Rival[]> {
  return [
    naturalBayes(wordings, "default"),
    naturalBayes(wordings, "folded"),
    miniSearch(wordings),
    await nlpJs(wordings),
  ];
}

function naturalBayes(wordings: readonly Wording[], front: "default" | "folded"): Rival {
  // natural's own tokenizer cuts words at Turkish letters; with its defaults it is given the text split at spaces.
  const tokens = (text: string): string[] =>
    front === "folded"
      ? firstFive(text)
      : text
          .toLowerCase()
          .split(/[^a-z0-9]+/)
          .filter(Boolean);
  const classifier = new BayesClassifier();
  for (const { owner, text } of wordings) classifier.addDocument(tokens(text), owner);
  classifier.train();
  return {
    name: `natural Bayes, ${front === "folded" ? "fold + first 5" : "ASCII words"}`,
    rank: (text) =>
      shares(classifier.getClassifications(tokens(text)).map(({ label, value }) => ({ entry: label, score: value }))),
  };
}

/** Bayes gives products of small numbers; only their shares can be compared between questions. */
function shares(ranking: Ranking): Ranking {
  const sum = ranking.reduce((total, { score }) => total + score, 0) || 1;
  return ranking.map(({ entry, score }) => ({ entry, score: score / sum }));
}

function miniSearch(wordings: readonly Wording[]): Rival {
  const index = new MiniSearch<Wording & { id: number }>({
    fields: ["text"],
    storeFields: ["owner"],
    tokenize: firstFive,
  });
  index.addAll(wordings.map((wording, id) => ({ ...wording, id })));
  return {
    name: "MiniSearch, fold + first 5, fuzzy 0.25",
    rank: (text) =>
      bestOfEach(index.search(text, { fuzzy: 0.25 }).map(({ owner, score }) => ({ entry: String(owner), score }))),
  };
}

function bestOfEach(hits: Ranking): Ranking {
  const best = new Map<string, number>();
  for (const { entry, score } of hits) best.set(entry, Math.max(score, best.get(entry) ?? 0));
  return [...best].map(([entry, score]) => ({ entry, score })).sort((a, b) => b.score - a.score);
}

async function nlpJs(wordings: readonly Wording[]): Promise<Rival> {
  const dock = await dockStart({
    settings: { nlp: { languages: ["tr"], autoSave: false, forceNER: false, nlu: { log: false } } },
    use: ["Basic"],
  });
  dock.getContainer().use(LangTr);
  const nlp = dock.get("nlp");
  nlp.addLanguage("tr");
  for (const { owner, text } of wordings) nlp.addDocument("tr", text, owner);
  await nlp.train();
  return {
    name: "nlp.js, lang-tr",
    rank: async (text) =>
      (await nlp.process("tr", text)).classifications.map(({ intent, score }) => ({ entry: intent, score })),
  };
}
