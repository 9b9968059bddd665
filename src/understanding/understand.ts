import { createHash } from "node:crypto";
import type { KnowledgeEntry, Language } from "../core/knowledge.ts";
import { languageOf } from "../language/detect-language.ts";
import { essence } from "../language/fold.ts";
import type { Token } from "./analyse.ts";
import { choicesOf, pickChoice } from "./choices.ts";
import { OUTCOMES } from "./combine.ts";
import { Decider, isInForce } from "./decide.ts";
import { decideMessage } from "./decide-message.ts";
import type { Decision } from "./decision.ts";
import { findEntities } from "./entities.ts";
import type { Knowledge } from "./knowledge.ts";
import { MailReader } from "./mail.ts";
import { buildModel, type UnderstandingModel } from "./model.ts";
import { isAnchor, isOtherSubject } from "./topics.ts";
import type {
  ClauseResult,
  ConversationContext,
  Intent,
  MailUnderstanding,
  Reason,
  Understander,
  Understanding,
} from "./types.ts";
import { type Wish, type WishReaders, wishIn } from "./wish.ts";

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
const WISH_CONFIDENCE = 0.9;
/** Evidence is open upwards; this share of it, capped at 1, is shown as confidence. */
const CONFIDENCE_PER_EVIDENCE = 0.7;

type Base = Pick<Understanding, "language" | "topic" | "entities" | "why">;

class KnowledgeUnderstander implements Understander {
  readonly version: string;
  readonly entries: ReadonlyMap<string, KnowledgeEntry>;
  readonly #model: UnderstandingModel;
  readonly #decider: Decider;
  readonly #wishReaders: WishReaders;
  readonly #mail: MailReader;

  constructor(knowledge: Knowledge, model: UnderstandingModel) {
    this.version = versionOf(knowledge);
    this.entries = new Map(knowledge.entries.map((entry) => [entry.id, entry]));
    this.#model = model;
    const { thresholds } = knowledge;
    this.#decider = new Decider(this.entries, model, thresholds);
    this.#wishReaders = { talk: model.talk, decider: this.#decider, thresholds };
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
    const wish = wishIn(asked, before, this.#wishReaders) ?? statusOf(base);
    if (wish) return beside(base, wish.intent, WISH_CONFIDENCE, wish.reason);
    const { today } = context;
    const parts = decideMessage({ text: read, tokens: asked, before, today }, this.#decider, this.#model.talk);
    return question(
      base,
      parts.map((part) => this.#clause(part.text, part.decision, language)),
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

/** Who writes a ticket's number asks how that ticket stands. */
function statusOf({ entities }: Base): Wish | undefined {
  const number = entities.find(({ kind }) => kind === "ticketNumber" || kind === "requestNumber");
  return number && { intent: "status", reason: { step: "number", detail: number.kind } };
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

function corrections(tokens: readonly Token[]): Reason[] {
  return tokens.flatMap((token) => (token.was ? [{ step: "spelling", detail: `${token.was} → ${token.form}` }] : []));
}
