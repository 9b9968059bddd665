import { z } from "zod";
import type { Asked, KnowledgeEntry } from "../core/knowledge.ts";
import type { EntryDraft } from "../core/knowledge-record.ts";

/** What a scope may name; what is asked as the understanding reads it. */
export const SCOPE_OPERATORS = ["turkcell", "other"] as const;
export const SCOPE_LINE_TYPES = ["postpaid", "prepaid", "corporate"] as const;
export const SCOPE_ASKED = [
  "amount",
  "duration",
  "who",
  "where",
  "how",
  "when",
  "whether",
  "what",
  "which",
] as const satisfies readonly Asked[];

const kind = z.enum(["fact", "unknown", "ambiguous"]).catch("fact");

/** What the form of an entry says, faults and all; the use case tells what is wrong with it. */
export function readDraft(form: URLSearchParams): EntryDraft {
  const text = (name: string) => (form.get(name) ?? "").replaceAll("\r\n", "\n").trim();
  const lines = (name: string) =>
    text(name)
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  const ticked = <Name extends string>(name: string, allowed: readonly Name[]) =>
    allowed.filter((value) => form.getAll(name).includes(value));
  const [validFrom, validUntil] = [text("validFrom"), text("validUntil")];
  return {
    id: text("id"),
    kind: kind.parse(form.get("kind")),
    title: { tr: text("title.tr"), en: text("title.en") },
    category: text("category"),
    related: lines("related"),
    scope: {
      operators: ticked("operators", SCOPE_OPERATORS),
      lineTypes: ticked("lineTypes", SCOPE_LINE_TYPES),
      asked: ticked("asked", SCOPE_ASKED),
    },
    patterns: lines("patterns"),
    questions: { tr: lines("questions.tr"), en: lines("questions.en") },
    answer: { tr: text("answer.tr"), en: text("answer.en") },
    source: text("source"),
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
  };
}

/** An entry yet to be written; a question that brought its writer here stands in it. */
export function blankDraft(question: string, language: "tr" | "en"): EntryDraft {
  const none = { tr: "", en: "" };
  return {
    id: "",
    kind: "fact",
    title: { ...none, [language]: question },
    category: "general",
    related: [],
    questions: { tr: [], en: [], [language]: question ? [question] : [] },
    answer: none,
    source: "",
  };
}

export function asDraft({ version: _version, ...draft }: KnowledgeEntry): EntryDraft {
  return draft;
}
