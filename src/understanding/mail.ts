/// <reference path="./natural.d.ts" />
import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import { fold } from "../language/fold.ts";
import { marksOf, type Token } from "./analyse.ts";
import type { Knowledge } from "./knowledge.ts";
import type { UnderstandingModel } from "./model.ts";
import type { MailUnderstanding, Reason, Understander } from "./types.ts";

const URGENT = /\b(acil|acilen|ivedi|ivedilikle|urgent|asap|calin\w*|kaybol\w*|kaybett\w*|kayip|stolen|lost)\b/;
const HIGH =
  /\b(calismiyor|calismadi|kullanamiyor\w*|hata ver\w*|hata al\w*|magdur\w*|sikayet\w*|yanlis kes\w*|fazla kes\w*|hala (gelmedi|cikmadi|bekl\w*)|8 tl (gel|kes|yans)\w*|cannot|does not work|error)\b/;
const LOW = /\b(bilginize|bilgilerinize|bilgi icin|oneri\w*|tesekkur\w*|fyi|for your information|suggestion)\b/;
/** An answer goes into an acknowledgement only when it is this sure. */
const SURE = 0.75;
const LONGEST_MAIL = 4000;
/** People say what they want at the beginning; understanding a whole letter costs as much as a hundred questions. */
const LONGEST_ASKED = 600;
/** Below this share of the odds the nearest category is a guess. */
const LEAST_LEAD = 1.5;

/** Reads mails with the same understanding as chat; what no entry covers is sorted by natural's naive Bayes classifier. */
export class MailReader {
  readonly #knowledge: Knowledge;
  readonly #model: UnderstandingModel;
  readonly #understander: Understander;
  /** Trained when the first mail needs it: chat never does. */
  #classifier: BayesClassifier | undefined;

  constructor(knowledge: Knowledge, model: UnderstandingModel, understander: Understander) {
    this.#knowledge = knowledge;
    this.#model = model;
    this.#understander = understander;
  }

  /** In: subject, the text without quotes, ISO date. Out: category, priority, and an answer only when sure of it. */
  read(subject: string, text: string, today: string): MailUnderstanding {
    const whole = `${subject}\n${text}`.slice(0, LONGEST_MAIL);
    const understanding = this.#understander.understand(whole.slice(0, LONGEST_ASKED), { today });
    const [clause] = understanding.clauses;
    const entry = this.#understander.entries.get(clause?.entry ?? "");
    const [category, confidence] = entry ? [entry.category, clause?.confidence ?? 0] : this.#nearest(whole);
    const isAnswer = understanding.clauses.length === 1 && clause?.outcome === "answer" && clause.confidence >= SURE;
    const why: Reason[] = [...understanding.why, ...understanding.clauses.flatMap((one) => one.why)];
    return { category, priority: priorityOf(whole), confidence, ...(isAnswer && entry && { answer: entry.id }), why };
  }

  #nearest(text: string): readonly [string, number] {
    const words = wordsOf(this.#model.analyser.read(text));
    if (words.length === 0) return ["general", 0];
    this.#classifier ??= trainCategories(this.#knowledge, this.#model);
    const [first, second] = this.#classifier.getClassifications(words);
    if (!first || (second && first.value < second.value * LEAST_LEAD)) return ["general", 0];
    return [first.label, second ? first.value / (first.value + second.value) : 1];
  }
}

/** One document an entry: all its wordings together. */
function trainCategories(knowledge: Knowledge, model: UnderstandingModel): BayesClassifier {
  const classifier = new BayesClassifier();
  const wordings = new Map<string, string[]>();
  for (const { owner, tokens } of model.documents) {
    const words = wordings.get(owner) ?? [];
    words.push(...wordsOf(tokens));
    wordings.set(owner, words);
  }
  for (const { id, category } of knowledge.entries) {
    const words = wordings.get(id) ?? [];
    if (words.length > 0) classifier.addDocument(words, category);
  }
  classifier.train();
  return classifier;
}

/** Concepts and stems of the words that say something. */
function wordsOf(tokens: readonly Token[]): string[] {
  return [...marksOf(tokens.filter((token) => token.kind !== "plain"))];
}

function priorityOf(text: string): MailUnderstanding["priority"] {
  const folded = fold(text);
  if (URGENT.test(folded)) return "urgent";
  if (HIGH.test(folded)) return "high";
  return LOW.test(folded) ? "low" : "normal";
}
