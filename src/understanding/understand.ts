import { createHash } from "node:crypto";
import type { KnowledgeEntry, Language } from "../core/knowledge.ts";
import { detectLanguage } from "../language/detect-language.ts";
import { fold } from "../language/fold.ts";
import { Analyser, marksOf, type Token } from "./analyse.ts";
import { choicesOf, pickChoice } from "./choices.ts";
import { Decider, type Decision } from "./decide.ts";
import { findEntities } from "./entities.ts";
import type { Knowledge } from "./knowledge.ts";
import { Lexicon } from "./lexicon.ts";
import { MailReader } from "./mail.ts";
import { PatternIndex, parsePattern, teachPattern, usesAny } from "./pattern.ts";
import { Ranker } from "./ranker.ts";
import { possibleCuts, splitQuestions } from "./split.ts";
import { TalkReader } from "./talk.ts";
import { carriedOver, isAnchor } from "./topics.ts";
import type {
  ClauseResult,
  ConversationContext,
  Intent,
  MailUnderstanding,
  Reason,
  Understander,
  Understanding,
} from "./types.ts";

/** Builds the understanding of a body of knowledge. Pure: the same knowledge gives the same understanding. */
export function buildUnderstanding(knowledge: Knowledge): Understander {
  return new KnowledgeUnderstander(knowledge);
}

/** Longer messages are read up to here: a question is never this long, a pasted thread is. */
const LONGEST_TEXT = 2000;
/** Words that stand for what was said before. */
const POINTING = new Set("o onu onun ona onlari bunu bunun buna it that".split(" "));
const TURNS = new Set("hayir yok no degil yanlis".split(" "));

class KnowledgeUnderstander implements Understander {
  readonly version: string;
  readonly entries: ReadonlyMap<string, KnowledgeEntry>;
  readonly #analyser: Analyser;
  readonly #decider: Decider;
  readonly #talk: TalkReader;
  readonly #exact = new Map<string, string>();
  readonly #mail: MailReader;

  constructor(knowledge: Knowledge) {
    this.version = createHash("sha256").update(JSON.stringify(knowledge)).digest("hex").slice(0, 16);
    this.entries = new Map(knowledge.entries.map((entry) => [entry.id, entry]));
    const lexicon = new Lexicon(knowledge.synonyms);
    const patterns = patternsOf(knowledge.entries, lexicon);
    this.#talk = new TalkReader(knowledge.talk, lexicon);
    teachQuestions(knowledge.entries, lexicon);
    this.#analyser = new Analyser(lexicon);
    const documents = knowledge.entries.flatMap((entry) =>
      wordingsOf(entry).map((wording) => ({ owner: entry.id, tokens: this.#analyser.read(wording) })),
    );
    const words = vocabularyOf(knowledge.entries, documents);
    this.#decider = new Decider(this.entries, patterns, new Ranker(documents), knowledge.thresholds, words);
    for (const entry of knowledge.entries)
      for (const wording of wordingsOf(entry)) this.#exact.set(essence(wording), entry.id);
    this.#mail = new MailReader(knowledge, this.#analyser, this);
  }

  understand(text: string, context: ConversationContext): Understanding {
    const read = text.normalize("NFC").slice(0, LONGEST_TEXT);
    const tokens = this.#analyser.read(read);
    const language = detectLanguage(read) ?? context.language ?? "tr";
    const entities = findEntities(read);
    const why = corrections(tokens);
    const base = { language, entities, why };
    const picked = pickChoice(read, tokens, context.offered ?? []);
    const known = this.entries.get(picked?.entry ?? this.#exact.get(essence(read)) ?? "");
    if (known) return question(base, [this.#clause(read, exactly(known), language)]);
    const talk = this.#talk.wholly(tokens);
    if (talk) return { ...base, intent: talk, confidence: 1, clauses: [] };
    const asked = withoutTurn(tokens);
    const wish = this.#talk.wish(asked);
    if (wish && wish.weight >= 2) {
      const reason = { step: "wish", detail: `${wish.intent}: "${wish.sign}"` };
      return { ...base, intent: wish.intent, confidence: 0.9, clauses: [], why: [...why, reason] };
    }
    const named = entities.find(({ kind }) => kind === "ticketNumber" || kind === "requestNumber");
    if (named)
      return {
        ...base,
        intent: "status",
        confidence: 0.9,
        clauses: [],
        why: [...why, { step: "number", detail: named.kind }],
      };
    return question(base, this.#answer(read, asked, context, language));
  }

  understandMail(subject: string, text: string, today: string): MailUnderstanding {
    return this.#mail.read(subject, text, today);
  }

  #answer(text: string, tokens: readonly Token[], context: ConversationContext, language: Language): ClauseResult[] {
    const before = context.lastText ? this.#analyser.read(context.lastText) : [];
    const decide = (part: readonly Token[], parts: readonly Token[][], at: number): Decision =>
      this.#inContext(part, parts, at, before, context.today);
    const parts = splitQuestions(text, tokens);
    const whole = decide(tokens, [], 0);
    for (const cut of [parts, ...(parts.length === 1 ? possibleCuts(tokens) : [])]) {
      const decided = cut.map((part, at) => decide(part, cut, at));
      if (!areApart(decided, cut === parts)) continue;
      return decided.map((decision, at) => this.#clause(textOf(text, cut[at] ?? []), decision, language));
    }
    const decided = parts.length > 1 ? parts.map((part, at) => decide(part, parts, at)) : [];
    return [this.#clause(text, best(whole, decided), language)];
  }

  /** One part of a message: by itself, else with the other parts and with what was said before it. */
  #inContext(
    part: readonly Token[],
    parts: readonly Token[][],
    at: number,
    before: readonly Token[],
    today: string,
  ): Decision {
    const alone = this.#decider.decide(part, today);
    const pointsBack = POINTING.has(part[0]?.form ?? "");
    const standsAlone = alone.isSure && alone.outcome !== "clarify" && (alone.bySign || before.length === 0);
    if (standsAlone && !(pointsBack && before.length > 0)) return alone;
    const now = marksOf(part);
    for (const carried of contextsOf(part, parts, at, before)) {
      const together = this.#decider.decide([...carried, ...part], today);
      if (!together.isSure || together.outcome === "clarify") continue;
      const isAboutThis = together.hit ? usesAny(together.hit, now) : !alone.isSure;
      const step = { step: "context", detail: carried.map((token) => token.form).join(" ") };
      if (isAboutThis) return { ...together, why: [...together.why, step] };
    }
    return alone;
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
      confidence: Math.min(1, Math.round(decision.evidence * 70) / 100),
      why: decision.why,
    };
  }
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

/** Words of the questions are words of the domain: known, and what misspelt ones are corrected to. */
function teachQuestions(entries: readonly KnowledgeEntry[], lexicon: Lexicon): void {
  for (const entry of entries) {
    for (const form of wordingsOf(entry).flatMap((wording) => fold(wording).split(/[^a-z]+/))) {
      if (form.length > 3) lexicon.addSurface(form);
      if (form.length > 3 && lexicon.stems.stemsOf(form).length === 0) lexicon.addWord(form);
    }
  }
}

/** What each entry speaks of: every mark of its questions and of its signs. */
function vocabularyOf(
  entries: readonly KnowledgeEntry[],
  documents: readonly { readonly owner: string; readonly tokens: readonly Token[] }[],
): Map<string, Set<string>> {
  const words = new Map(
    entries.map((entry) => [
      entry.id,
      new Set((entry.patterns ?? []).flatMap((line) => parsePattern(line).groups.flat())),
    ]),
  );
  for (const { owner, tokens } of documents) for (const mark of marksOf(tokens)) words.get(owner)?.add(mark);
  return words;
}

function wordingsOf(entry: KnowledgeEntry): string[] {
  return [entry.title.tr, entry.title.en, ...entry.questions.tr, ...entry.questions.en];
}

function essence(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function exactly(entry: KnowledgeEntry): Decision {
  const outcome = { fact: "answer", unknown: "unknown", ambiguous: "clarify" } as const;
  const why = [{ step: "exact", detail: entry.id }];
  return { outcome: outcome[entry.kind], entry, offers: [], evidence: 1.43, isSure: true, bySign: true, why };
}

function question(
  base: Pick<Understanding, "language" | "entities" | "why">,
  clauses: readonly ClauseResult[],
): Understanding {
  const intent: Intent = "question";
  return { ...base, intent, confidence: Math.min(1, ...clauses.map((clause) => clause.confidence)), clauses };
}

/** What may be understood along with a part: the part before it, the end of the next, the question before; widest first. */
function contextsOf(
  part: readonly Token[],
  parts: readonly Token[][],
  at: number,
  before: readonly Token[],
): Token[][] {
  const earlier = [parts[at - 1] ?? [], before].map((tokens) => carriedOver(tokens, part));
  const narrow = carriedOver(before, part).filter(isAnchor);
  return [earlier[0] ?? [], (parts[at + 1] ?? []).slice(-2), earlier[1] ?? [], narrow].filter(
    (tokens) => tokens.length > 0,
  );
}

/** "hayır, sertifika ücreti": the no turns the talk, the rest is the question. */
function withoutTurn(tokens: readonly Token[]): readonly Token[] {
  const rest = tokens.findIndex((token) => !TURNS.has(token.form));
  return rest > 0 ? tokens.slice(rest) : tokens;
}

/** Whether the parts of a message are questions of their own; where nothing marked the cut, each must show its sign. */
function areApart(decisions: readonly Decision[], isMarked: boolean): boolean {
  if (decisions.length < 2 || !decisions.every((decision) => decision.isSure)) return false;
  if (!isMarked && !decisions.every((decision) => decision.bySign && decision.outcome !== "clarify")) return false;
  return new Set(decisions.map((decision) => decision.entry?.id)).size > 1;
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
