import { createHash } from "node:crypto";
import type { KnowledgeEntry, Language } from "../core/knowledge.ts";
import { languageOf } from "../language/detect-language.ts";
import { essence } from "../language/fold.ts";
import type { Token } from "./analyse.ts";
import { choicesOf, pickChoice } from "./choices.ts";
import { OUTCOMES } from "./combine.ts";
import { Decider, type Decision, isInForce, isSameRun } from "./decide.ts";
import { findEntities } from "./entities.ts";
import type { Knowledge, Thresholds } from "./knowledge.ts";
import { MailReader } from "./mail.ts";
import { buildModel, type UnderstandingModel } from "./model.ts";
import { type Cut, joinedCuts, possibleCuts, type Question, sentences, splitQuestions } from "./split.ts";
import { isAnchor, isAsking, isOtherSubject, isTopic } from "./topics.ts";
import type {
  ClauseResult,
  ConversationContext,
  Intent,
  MailUnderstanding,
  Reason,
  Understander,
  Understanding,
} from "./types.ts";

/**
 * Builds the understanding of a body of knowledge. Pure: the same knowledge gives the same understanding.
 * In: the knowledge and, where only thresholds differ from an earlier one, the model already built of it.
 */
export function buildUnderstanding(
  knowledge: Knowledge,
  model: UnderstandingModel = buildModel(knowledge),
): Understander {
  return new KnowledgeUnderstander(knowledge, model);
}

/** Longer messages are read up to here: a question is never this long, a pasted thread is. */
export const LONGEST_TEXT = 2000;
const TURNS = new Set("hayir yok no".split(" "));
/** A wish must show by at least two signs. */
const LEAST_WISH = 2;
const WISH_CONFIDENCE = 0.9;
/** Evidence is open upwards; this share of it, capped at 1, is shown as confidence. */
const CONFIDENCE_PER_EVIDENCE = 0.7;

/** Decides one part of a message, which stands among others at a place. */
type Decide = (part: readonly Token[], parts?: readonly (readonly Token[])[], at?: number) => Decision;

type Base = Pick<Understanding, "language" | "topic" | "entities" | "why">;

class KnowledgeUnderstander implements Understander {
  readonly version: string;
  readonly entries: ReadonlyMap<string, KnowledgeEntry>;
  readonly #model: UnderstandingModel;
  readonly #decider: Decider;
  readonly #thresholds: Thresholds;
  readonly #mail: MailReader;

  constructor(knowledge: Knowledge, model: UnderstandingModel) {
    this.version = versionOf(knowledge);
    this.entries = new Map(knowledge.entries.map((entry) => [entry.id, entry]));
    this.#model = model;
    this.#thresholds = knowledge.thresholds;
    this.#decider = new Decider(this.entries, model, knowledge.thresholds);
    this.#mail = new MailReader(knowledge, model, this);
  }

  understand(text: string, context: ConversationContext): Understanding {
    const read = text.normalize("NFC").slice(0, LONGEST_TEXT);
    const language = languageOf(read, context);
    const asIs = { language, topic: read, entities: findEntities(read), why: [] };
    const known = this.#wordForWord(read, context);
    if (known) return question(asIs, [this.#clause(read, exactly(known), language)]);
    const tokens = this.#model.analyser.read(read);
    const topic = topicAfter(read, tokens, context.lastText);
    const base: Base = { ...asIs, topic, why: corrections(tokens) };
    const picked = this.#picked(read, tokens, context);
    if (picked)
      return question({ ...base, topic: picked.title[language] }, [this.#clause(read, exactly(picked), language)]);
    const talk = this.#model.talk.wholly(tokens);
    if (talk) return beside(base, talk, 1);
    const asked = withoutTurn(read, this.#model.talk.withoutCourtesies(tokens));
    const before = this.#model.analyser.read(context.lastText ?? "");
    return (
      this.#wish(base, asked, before) ?? question(base, this.#answer(read, asked, before, context.today, language))
    );
  }

  understandMail(subject: string, text: string, today: string): MailUnderstanding {
    return this.#mail.read(subject, text, today);
  }

  /** The entry asked for word for word, as by tapping a suggestion; needs no reading. */
  #wordForWord(text: string, { today }: ConversationContext): KnowledgeEntry | undefined {
    return this.#current(this.#model.exact.get(essence(text)), today);
  }

  /** The entry picked from an offer. */
  #picked(text: string, tokens: readonly Token[], { offered, today }: ConversationContext): KnowledgeEntry | undefined {
    return this.#current(pickChoice(text, tokens, offered ?? [])?.entry, today);
  }

  #current(id: string | undefined, today: string): KnowledgeEntry | undefined {
    const entry = this.entries.get(id ?? "");
    return entry && isInForce(entry, today) ? entry : undefined;
  }

  /** A wish beside questions, or a ticket number, which asks how that ticket stands. */
  #wish(base: Base, tokens: readonly Token[], before: readonly Token[]): Understanding | undefined {
    const sign = this.#model.talk.wish(tokens);
    const seen = sign && sign.weight >= LEAST_WISH ? sign : undefined;
    const learned = this.#decider.beside(tokens, before);
    const wish = learned ? joinWishes(seen?.intent, withoutChat(learned, tokens), this.#thresholds) : seen?.intent;
    if (wish) {
      const detail = `${wish}${seen ? `: "${seen.sign}"` : ""}${learned ? ` (${(learned.get(wish) ?? 0).toFixed(2)})` : ""}`;
      return beside(base, wish, WISH_CONFIDENCE, { step: "wish", detail });
    }
    const number = base.entities.find(({ kind }) => kind === "ticketNumber" || kind === "requestNumber");
    return number && beside(base, "status", WISH_CONFIDENCE, { step: "number", detail: number.kind });
  }

  #answer(
    text: string,
    tokens: readonly Token[],
    before: readonly Token[],
    today: string,
    language: Language,
  ): ClauseResult[] {
    const questions = this.#questions(text, tokens);
    const isList = isNumbered(questions);
    // A part follows the part before it; the first follows the question before. An item of a list speaks for itself.
    const decide: Decide = (part, parts = [], at = 0) =>
      this.#decider.decide(part, { today, whole: isList ? part : tokens, before: parts[at - 1] ?? before });
    const parts = questions.map((question) => [...question.tokens]);
    const decideAll = (cut: readonly Token[][]): Decision[] => cut.map((part, at) => decide(part, cut, at));
    const say = (cut: readonly Token[][], decisions: readonly Decision[]): ClauseResult[] =>
      decisions.map((decision, at) => this.#clause(textOf(text, cut[at] ?? []), decision, language));
    const decided = parts.length > 1 ? decideAll(parts) : [];
    if (areApart(decided) || areAsked(questions, decided)) return say(parts, decided);
    const said = parts.flat();
    // The same run where nothing was cut out: what was read of it for a wish is then at hand.
    const whole = decide(isSameRun(said, tokens) ? tokens : said);
    const cuts = parts.length === 1 ? [...possibleCuts(tokens), ...joinedCuts(text, tokens)] : [];
    for (const cut of cuts) {
      const both = decideSigned(cut, decide);
      if (areApart(both)) return say(cut.parts, both);
    }
    const chosen = best(whole, decided);
    const clearest = chosen.isSure ? undefined : this.#clearest(text, tokens, decide);
    return [this.#clause(text, clearest ?? chosen, language)];
  }

  /** What a message asks, talk between the questions left out. */
  #questions(text: string, tokens: readonly Token[]): readonly Question[] {
    const all = splitQuestions(text, tokens);
    const asking = all.filter((question) => this.#model.talk.wholly(question.tokens) === undefined);
    return asking.length > 0 ? asking : all;
  }

  /** Of a long message that is not clear as a whole: the one thing its sentences say clearly. */
  #clearest(text: string, tokens: readonly Token[], decide: Decide): Decision | undefined {
    const parts = sentences(text, tokens);
    if (parts.length < 2) return undefined;
    const clear = parts
      .map((part) => decide(part))
      .filter((decision) => decision.bySign && decision.entry && decision.outcome !== "clarify");
    return new Set(clear.map(({ entry }) => entry)).size === 1 ? clear[0] : undefined;
  }

  #clause(text: string, decision: Decision, language: Language): ClauseResult {
    const { entry, near, outcome } = decision;
    const related = (entry?.related ?? []).flatMap((id) => this.entries.get(id) ?? []);
    const offers = entry?.kind === "ambiguous" ? related : decision.offers;
    return {
      text,
      outcome,
      ...(entry && { entry: entry.id }),
      ...(near && !entry && { known: near.id }),
      choices: outcome === "clarify" ? choicesOf(offers, language) : [],
      confidence: Math.min(1, Math.round(decision.evidence * CONFIDENCE_PER_EVIDENCE * 100) / 100),
      why: decision.why,
    };
  }
}

/** The weights are named by what they were trained on, not spelled out. */
function versionOf({ entries, categories, synonyms, talk, thresholds, trained }: Knowledge): string {
  const text = JSON.stringify({ entries, categories, synonyms, talk, thresholds, trained: trained?.basis });
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

const LONGEST_TOPIC = 200;

/** "peki süresi?" names no matter of its own: what follows it goes on from what it went on from, too. */
function topicAfter(text: string, tokens: readonly Token[], lastText: string | undefined): string {
  const isOwn = !lastText || tokens.some((token) => isAnchor(token) || isOtherSubject(token));
  return isOwn ? text : `${lastText} ${text}`.slice(-LONGEST_TOPIC);
}

/** A wish both see needs little belief, one the classifier alone sees needs more. */
const SEEN_NEEDS = 0.25;

function joinWishes(
  seen: Intent | undefined,
  learned: ReadonlyMap<Intent, number>,
  { talk }: Thresholds,
): Intent | undefined {
  const [best] = [...learned].sort((a, b) => b[1] - a[1]);
  if (best && best[1] >= talk) return best[0];
  return seen && (learned.get(seen) ?? 0) >= talk * SEEN_NEEDS ? seen : undefined;
}

const WISHES: ReadonlySet<Intent> = new Set<Intent>(["status", "person", "openTicket"]);

/** What is said of the bot may be asked, and may name a matter of ours. */
const ASKED_OF_BOT: ReadonlySet<Intent> = new Set<Intent>(["aboutBot", "help"]);
/** "Orada mısınız" asks, "adın ne" names a name: so sure, it is talk all the same. */
const SURELY_TALK = 0.9;

/** Who names a matter of ours, or asks, hardly chats, and who does both does not; a wish they may have. */
function withoutChat(learned: ReadonlyMap<Intent, number>, tokens: readonly Token[]): Map<Intent, number> {
  const isOurs = tokens.some((token) => isTopic(token) || token.marks.has("@cancel"));
  const asks = tokens.some(isAsking);
  const isTalk = (intent: Intent, belief: number): boolean => {
    if (WISHES.has(intent) || !(isOurs || asks)) return true;
    const isOfBot = ASKED_OF_BOT.has(intent);
    if (isOurs && asks) return isOfBot && belief >= SURELY_TALK;
    return (asks && isOfBot) || belief >= SURELY_TALK;
  };
  return new Map([...learned].filter(([intent, belief]) => isTalk(intent, belief)));
}

function exactly(entry: KnowledgeEntry): Decision {
  const why = [{ step: "exact", detail: entry.id }];
  const evidence = 1 / CONFIDENCE_PER_EVIDENCE;
  return { outcome: OUTCOMES[entry.kind], entry, offers: [], evidence, isSure: true, bySign: true, why };
}

function question(base: Base, clauses: readonly ClauseResult[]): Understanding {
  const confidence = Math.min(1, ...clauses.map((clause) => clause.confidence));
  return { ...base, intent: "question", confidence, clauses };
}

function beside(base: Base, intent: Intent, confidence: number, reason?: Reason): Understanding {
  return { ...base, intent, confidence, clauses: [], why: reason ? [...base.why, reason] : base.why };
}

/** "hayır, sertifika ücreti": the no turns the talk, the rest is the question. Before a comma only: "no reply" turns nothing. */
function withoutTurn(text: string, tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  const isTurn = first && second && TURNS.has(first.form) && /[,.;!\n]/.test(text.slice(first.end, second.start));
  return second && (isTurn || first?.form === "hayir") ? tokens.slice(1) : tokens;
}

function isNumbered(questions: readonly Question[]): boolean {
  return questions.filter(({ isItem }) => isItem).length > 1;
}

/** Whether several questions are marked as such and something answers one, or are numbered: then none may vanish, clear or not. */
function areAsked(questions: readonly Question[], decisions: readonly Decision[]): boolean {
  if (isNumbered(questions) && decisions.some(({ isSure }) => isSure)) return true;
  const marked = questions.filter(({ isMarked }) => isMarked).length;
  return marked > 1 && decisions.some(({ isSure, outcome }) => isSure && outcome === "answer");
}

/**
 * Decides the parts of a cut that nothing marks: each must show its sign and, where it does not ask by its own question word, be
 * beyond doubt. Nothing is decided after one that does not.
 */
function decideSigned({ parts, asksTwice }: Cut, decide: Decide): Decision[] {
  const decisions: Decision[] = [];
  for (const [at, part] of parts.entries()) {
    const decision = decide(part, parts, at);
    if (!decision.isSure || !decision.bySign || decision.outcome === "clarify") return [];
    if (!asksTwice && !isBeyondDoubt(decision)) return [];
    decisions.push(decision);
  }
  return decisions;
}

/** Whether the parts of a message are questions of their own. */
function areApart(decisions: readonly Decision[]): boolean {
  if (decisions.length < 2 || !decisions.every((decision) => decision.isSure)) return false;
  if (decisions.some(({ outcome, bySign }) => outcome === "answer" && !bySign)) return false;
  return new Set(decisions.map((decision) => decision.entry?.id)).size > 1;
}

/** Evidence of an answer that nobody would doubt: a message of two matters may look like one that has a pause. */
const BEYOND_DOUBT = 1.26;

function isBeyondDoubt({ outcome, evidence }: Decision): boolean {
  return outcome === "answer" && evidence >= BEYOND_DOUBT;
}

/** The whole message, unless a part of it says more surely what is meant. */
function best(whole: Decision, parts: readonly Decision[]): Decision {
  if (whole.isSure) return whole;
  return parts.find((part) => part.isSure) ?? whole;
}

function textOf(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? text.length);
}

function corrections(tokens: readonly Token[]): Reason[] {
  return tokens.flatMap((token) => (token.was ? [{ step: "spelling", detail: `${token.was} → ${token.form}` }] : []));
}
