import type { KnowledgeEntry } from "../src/core/knowledge.ts";
import type { ClauseResult, Understander, Understanding } from "../src/understanding/types.ts";
import { type Citation, type Outcome, type Reply, type Suggestion, suggest } from "./reply.ts";
import type { OfficeContact, Texts } from "./texts/tr.ts";

export interface AnswerInput {
  readonly understanding: Understanding;
  readonly entries: Understander["entries"];
  readonly texts: Texts;
  readonly contact: OfficeContact;
}

/** One clause put into words. */
interface Part {
  readonly outcome: "answer" | "clarify" | "unknown";
  readonly text: string;
  readonly entry?: KnowledgeEntry | undefined;
  readonly suggestions: readonly Suggestion[];
}

/**
 * One reply for everything that was asked, in the order it was asked. Pure.
 * The outcome is `answer` when anything was answered (the text says what was not), else `clarify` when anything
 * can be made clear, else `unknown`.
 */
export function composeAnswer(input: AnswerInput): Omit<Reply, "language"> {
  const { understanding, texts } = input;
  const clauses = understanding.clauses.filter(isFirstOfItsEntry);
  const parts = clauses.map((clause) => partOf(input, clause, clauses.length > 1));
  const outcome = overallOutcome(parts);
  const answered = parts.flatMap(({ outcome: how, entry }) => (how === "answer" && entry ? [entry] : []));
  const needsPerson = parts.some((part) => part.outcome === "unknown" || part.entry?.kind === "unknown");
  const body = withoutRepeats(parts.map((part) => part.text));
  if (needsPerson && !body.some((text) => text.includes(input.contact.mail))) body.push(texts.reach(input.contact));
  if (answered.length > 0) body.push(texts.source(texts.sourceTitle));
  const card = answered.length === 1 && parts.length === 1 ? cardOf(input, answered[0]) : undefined;
  return {
    text: body.join("\n\n"),
    outcome,
    entries: clauses.flatMap((clause) => clause.entry ?? []),
    confidence: Math.min(...clauses.map((clause) => clause.confidence), 1),
    suggestions: [...parts.flatMap((part) => part.suggestions), ...(needsPerson ? [suggest(texts.openTicket)] : [])],
    citations: answered.map((entry) => citationOf(texts, entry)),
    ...(card && { card }),
  };
}

/** Paragraphs said before are not said again: two unknown matters name the office once. */
function withoutRepeats(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.split("\n\n")))];
}

function isFirstOfItsEntry(clause: ClauseResult, index: number, all: readonly ClauseResult[]): boolean {
  if (!clause.entry) return true;
  return all.findIndex((other) => other.entry === clause.entry && other.outcome === clause.outcome) === index;
}

function overallOutcome(parts: readonly Part[]): Outcome {
  const has = (outcome: Part["outcome"]) => parts.some((part) => part.outcome === outcome);
  if (has("answer")) return "answer";
  return has("clarify") ? "clarify" : "unknown";
}

function partOf(input: AnswerInput, clause: ClauseResult, isOneOfMany: boolean): Part {
  const entry = clause.entry === undefined ? undefined : input.entries.get(clause.entry);
  const language = input.understanding.language;
  const suggestions = clause.choices.map(({ text }) => suggest(text));
  if (clause.outcome === "answer" && entry) {
    const answer = entry.answer[language];
    return {
      outcome: "answer",
      text: isOneOfMany ? `**${asHeading(entry.title[language])}**\n\n${answer}` : answer,
      entry,
      suggestions,
    };
  }
  if (clause.outcome === "clarify") {
    return { outcome: "clarify", text: clarifyText(input, clause, entry, isOneOfMany), entry, suggestions };
  }
  return { outcome: "unknown", text: unknownText(input, clause, entry, isOneOfMany), entry, suggestions };
}

function clarifyText(
  { texts, understanding }: AnswerInput,
  clause: ClauseResult,
  entry: KnowledgeEntry | undefined,
  isOneOfMany: boolean,
): string {
  if (entry?.kind === "ambiguous") return entry.answer[understanding.language];
  const choices = clause.choices.map((choice) => `- ${choice.text}`).join("\n");
  if (entry) return [entry.answer[understanding.language], texts.clarifyUnknown, choices].join("\n\n");
  const question = isOneOfMany ? texts.clarifyClause(clause.text) : texts.clarify;
  return choices ? `${question}\n\n${choices}` : question;
}

function unknownText(
  { texts, entries, contact, understanding }: AnswerInput,
  clause: ClauseResult,
  entry: KnowledgeEntry | undefined,
  isOneOfMany: boolean,
): string {
  const plain = isOneOfMany ? texts.unknownClause(clause.text) : texts.unknown(contact);
  const said = entry?.answer[understanding.language] || plain;
  const known = clause.known === undefined ? undefined : entries.get(clause.known)?.answer[understanding.language];
  return known ? `${said}\n\n${texts.known} ${known}` : said;
}

function asHeading(title: string): string {
  return /[.?!:]$/.test(title) ? title : `${title}:`;
}

function citationOf(texts: Texts, entry: KnowledgeEntry): Citation {
  return { title: texts.sourceTitle, passage: entry.source };
}

function cardOf({ texts, understanding }: AnswerInput, entry: KnowledgeEntry | undefined): Reply["card"] {
  if (!entry) return undefined;
  const answer = entry.answer[understanding.language];
  const urls = [...new Set(answer.match(/https?:\/\/[^\s<>)\]]+/g) ?? [])];
  return {
    kind: "answer",
    title: entry.title[understanding.language],
    citation: citationOf(texts, entry),
    links: urls.map((url) => ({ title: texts.openPage, url })),
  };
}
