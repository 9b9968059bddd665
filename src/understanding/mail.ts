/// <reference path="./natural.d.ts" />
import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import type { KnowledgeEntry } from "../core/knowledge.ts";
import { fold } from "../language/fold.ts";
import { marksOf, type Token } from "./analyse.ts";
import type { Knowledge } from "./knowledge.ts";
import { type Letter, readLetter } from "./letter.ts";
import type { UnderstandingModel } from "./model.ts";
import type { ClauseResult, MailUnderstanding, Reason, Understander } from "./types.ts";

const URGENT = /\b(acil|acilen|ivedi|ivedilikle|urgent|asap|calin\w*|kaybol\w*|kaybett\w*|kayip|stolen|lost)\b/;
const HIGH =
  /\b(calismiyor|calismadi|kullanamiyor\w*|hata ver\w*|hata al\w*|magdur\w*|sikayet\w*|yanlis kes\w*|fazla kes\w*|hala (gelmedi|cikmadi|bekl\w*)|8 tl (gel|kes|yans)\w*|cannot|does not work|error)\b/;
const LOW = /\b(bilginize|bilgilerinize|bilgi icin|oneri\w*|tesekkur\w*|fyi|for your information|suggestion)\b/;
/** Whoever hands something over and asks nothing wants it taken, not an answer. */
const HANDS_OVER =
  /\b(gonder(?:iyor|dim|dik|ilmis)\w*|ilet(?:iyor|tim|tik|ilmis)\w*|sunu(?:yor|lmus)\w*|paylas(?:iyor|tim|tik)\w*|ek(?:te|tedir|tedirler|teki\w*|li\w*)|ilisik\w*|attached|enclosed)\b/;
/** What does not work, was not done or is complained of, and not what somebody only does not know or find ("bilmiyorum"). */
const FAILS =
  /\b(?!(?:bil|anla|bul|ogren|hatirla|gerek|iste)y?[ae]?m)[a-z]{2,}(?:m[iu]yor|m[ae]d[iu]|m[ae]m[iu]s)\w*|\b(?:hata(?!l[iu]k)|sorun(?!u[nz])|ariza|sikayet|magdur|bloke|kilitlen|bozul|bozuk|kiril|redded|geri don[ud]|zaman asimi|error|fail|reject|problem|cannot|can't|doesn't|not working|broken)/;
/** An answer goes into an acknowledgement only when it is this sure. */
const SURE = 0.75;
const LONGEST_MAIL = 4000;
/** People say what they want at the beginning; what comes later is looked through for signs of urgency only. */
const LONGEST_READ = 1000;
/** Questions that are looked into; nobody reads an acknowledgement for the fourth. */
const MOST_QUESTIONS = 3;
/** Statements read together, where a letter asks nothing. */
const MOST_STATEMENTS = 2;
/** Below this share of the odds the nearest category is a guess. */
const LEAST_LEAD = 1.5;

/** What natural's classifier learned, laid out to be added up. */
interface Sorter {
  readonly categories: readonly string[];
  /** Logarithm of how common each category is. */
  readonly shares: readonly number[];
  /** Logarithm of how much a word speaks for each. */
  readonly words: ReadonlyMap<string, readonly number[]>;
}

/** Reads mails with the same understanding as chat; what no entry covers is sorted by natural's naive Bayes classifier. */
export class MailReader {
  readonly #knowledge: Knowledge;
  readonly #model: UnderstandingModel;
  readonly #understander: Understander;
  /** Trained when the first mail needs it: chat never does. */
  #sorter: Sorter | undefined;

  constructor(knowledge: Knowledge, model: UnderstandingModel, understander: Understander) {
    this.#knowledge = knowledge;
    this.#model = model;
    this.#understander = understander;
  }

  /** In: subject, the text without quotes, ISO date. Out: category, priority, and an answer only when sure of it. */
  read(subject: string, text: string, today: string): MailUnderstanding {
    const whole = `${subject}\n${text}`.normalize("NFC").slice(0, LONGEST_MAIL);
    const beginning = whole.slice(0, LONGEST_READ);
    const tokens = this.#model.analyser.read(beginning);
    const letter = readLetter(beginning, tokens);
    const clauses = this.#asked(subject, letter, today);
    const first = clauses.find(({ entry }) => entry !== undefined);
    const entry = this.#understander.entries.get(first?.entry ?? "");
    const [category, confidence] = entry ? [entry.category, first?.confidence ?? 0] : this.#nearest(tokens);
    const why: Reason[] = clauses.flatMap((one) => one.why);
    const isAnswered = entry && isSureAnswer(clauses) && !onlyHandsOver(letter, beginning);
    const isMet = isAnswered && (!onlyTellsOfFailure(letter, beginning) || dealsWithFailure(entry));
    return { category, priority: priorityOf(whole), confidence, ...(isMet && { answer: entry.id }), why };
  }

  /**
   * What the questions of a letter came to, as chat understands them; where it asks nothing, what it wants or tells. Ends when
   * a category is known and no answer can be given any more.
   */
  #asked(subject: string, { questions, wishes, statements }: Letter, today: string): readonly ClauseResult[] {
    const told = statements.length > 0 ? [statements.slice(0, MOST_STATEMENTS).join(". ")] : [subject];
    const asked = [questions, wishes, told].find(({ length }) => length > 0) ?? [];
    const clauses: ClauseResult[] = [];
    for (const question of [...new Set(asked)].slice(0, MOST_QUESTIONS)) {
      clauses.push(...this.#understander.understand(question, { today }).clauses);
      if (clauses.some(({ entry }) => entry !== undefined) && !isSureAnswer(clauses)) break;
    }
    return clauses;
  }

  #nearest(tokens: readonly Token[]): readonly [string, number] {
    this.#sorter ??= trainCategories(this.#knowledge, this.#model);
    const { categories, shares, words } = this.#sorter;
    const known = wordsOf(tokens)
      .map((word) => words.get(word))
      .filter((odds) => odds !== undefined);
    if (known.length === 0) return ["general", 0];
    const sums = shares.map((share, at) => known.reduce((sum, word) => sum + (word[at] ?? 0), share));
    const [first = 0, second = Number.NEGATIVE_INFINITY] = sums.toSorted((one, other) => other - one);
    if (first - second < Math.log(LEAST_LEAD)) return ["general", 0];
    return [categories[sums.indexOf(first)] ?? "general", 1 / (1 + Math.exp(second - first))];
  }
}

function onlyHandsOver({ questions, wishes }: Letter, text: string): boolean {
  return questions.length === 0 && wishes.length === 0 && HANDS_OVER.test(fold(text));
}

/** Whoever tells that something fails, and asks nothing, wants it mended; the matter it happens in is no answer. */
function onlyTellsOfFailure({ questions }: Letter, text: string): boolean {
  return questions.length === 0 && FAILS.test(fold(text));
}

/** Whether an entry is for people who come with something that fails, by its own questions. */
function dealsWithFailure({ questions }: KnowledgeEntry): boolean {
  return [...questions.tr, ...questions.en].some((question) => FAILS.test(fold(question)));
}

/** Whether all that is asked has one and the same answer, and that surely. */
function isSureAnswer(clauses: readonly ClauseResult[]): boolean {
  const [first] = clauses;
  if (!first || first.confidence < SURE) return false;
  return clauses.every(({ outcome, entry }) => outcome === "answer" && entry === first.entry);
}

/** One document an entry: all its wordings together. */
function trainCategories(knowledge: Knowledge, model: UnderstandingModel): Sorter {
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
  return layOut(classifier);
}

/** Asked for each word once, it need not be asked for every mail: a mail's odds are the product of its words'. */
function layOut({ features, classifier }: BayesClassifier): Sorter {
  const oddsOf = (numbers: Readonly<Record<string, number>>) =>
    new Map(classifier.getClassifications(numbers).map(({ label, value }) => [label, Math.log(value)]));
  const alone = oddsOf({});
  const categories = [...alone.keys()];
  const shares = [...alone.values()];
  const words = Object.keys(features).map((word, number) => {
    const odds = oddsOf({ word: number });
    return [word, categories.map((category, at) => (odds.get(category) ?? 0) - (shares[at] ?? 0))] as const;
  });
  return { categories, shares, words: new Map(words) };
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
