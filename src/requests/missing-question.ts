import type { RequestEntry, RequestField } from "../core/request.ts";
import { type FieldGap, gapsOf } from "../core/request-completeness.ts";

export type QuestionLanguage = "tr" | "en";

/** The wording of the question to the sender, from knowledge/requests. */
export interface QuestionWording {
  /** With {{requests}} where the list of what is missing belongs. */
  readonly letter: Readonly<Record<QuestionLanguage, string>>;
  /** Heads the list of one person; with {{name}} and {{number}}. */
  readonly person: Readonly<Record<QuestionLanguage, string>>;
  /** Stands for {{name}} when nobody knows it. */
  readonly nameless: Readonly<Record<QuestionLanguage, string>>;
  readonly ask: Readonly<Record<FieldGap["why"], Readonly<Record<QuestionLanguage, string>>>>;
  readonly fields: Readonly<Record<RequestField, Readonly<Record<QuestionLanguage, string>>>>;
}

/**
 * A ready question to the sender about everything that is missing or wrong in these entries of one ticket. Values that are wrong
 * are named masked, as the entries hold them. Out: undefined when nothing has to be asked.
 */
export function missingQuestion(
  entries: readonly RequestEntry[],
  wording: QuestionWording,
  language: QuestionLanguage = "tr",
): string | undefined {
  const blocks = entries.flatMap((entry) => {
    const gaps = gapsOf(entry);
    return gaps.length > 0
      ? [[headOf(entry, wording, language), ...gaps.map((gap) => lineOf(entry, gap, wording, language))]]
      : [];
  });
  if (blocks.length === 0) return undefined;
  return wording.letter[language].replace("{{requests}}", () => blocks.map((lines) => lines.join("\n")).join("\n\n"));
}

function headOf({ number, fields }: RequestEntry, wording: QuestionWording, language: QuestionLanguage): string {
  return wording.person[language]
    .replace("{{name}}", () => fields.name?.value ?? wording.nameless[language])
    .replace("{{number}}", () => number);
}

function lineOf(
  entry: RequestEntry,
  { field, why }: FieldGap,
  wording: QuestionWording,
  language: QuestionLanguage,
): string {
  return wording.ask[why][language]
    .replace("{{field}}", () => wording.fields[field][language])
    .replace("{{value}}", () => entry.fields[field]?.value ?? "");
}
