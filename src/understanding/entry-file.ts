import { stringify } from "yaml";
import type { EntryScope, KnowledgeEntry, Language } from "../core/knowledge.ts";
import type { KnowledgeFault } from "./knowledge-faults.ts";
import { type EntryHead, entryHeadSchema } from "./knowledge-schema.ts";
import { readYaml } from "./yaml-file.ts";

const HEADINGS: Readonly<Record<Language, string>> = { tr: "## Türkçe", en: "## English" };

/** An entry as it stands in its file (placeholders unfilled), with the lines its parts stand on. */
export interface EntryFile {
  readonly entry: KnowledgeEntry;
  readonly file: string;
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads one entry file. In: its text and its name for faults. Out: the entry, or every fault. */
export function parseEntryFile(text: string, file: string): { read?: EntryFile; faults: readonly KnowledgeFault[] } {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) {
    const message = "dosya --- ile başlayan bir başlık bölümüyle açılmalı / the file must open with a --- block";
    return { faults: [{ file, line: 1, message }] };
  }
  const head = readYaml(lines.slice(1, end).join("\n"), file, entryHeadSchema, 1);
  const answer = { tr: section(lines, end, "tr"), en: section(lines, end, "en") };
  const missing = (["tr", "en"] as const)
    .filter((language) => answer[language] === "")
    .map((language) => ({
      file,
      line: end + 1,
      message: `"${HEADINGS[language]}" başlığı altında yanıt yok / no answer under "${HEADINGS[language]}"`,
    }));
  if (head.value === undefined || missing.length > 0) return { faults: [...head.faults, ...missing] };
  return { read: { entry: entryOf(head.value, answer), file, lineOf: head.lineOf }, faults: [] };
}

function section(lines: readonly string[], from: number, language: Language): string {
  const start = lines.findIndex((line, at) => at > from && line.trim() === HEADINGS[language]);
  if (start < 0) return "";
  const next = lines.findIndex((line, at) => at > start && Object.values(HEADINGS).includes(line.trim()));
  return lines
    .slice(start + 1, next < 0 ? undefined : next)
    .join("\n")
    .trim();
}

function entryOf(head: EntryHead, answer: KnowledgeEntry["answer"]): KnowledgeEntry {
  const { "valid-from": validFrom, "valid-until": validUntil, scope, ...rest } = head;
  return {
    ...rest,
    answer,
    ...(scope && { scope: withoutUndefined(scope) }),
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
  };
}

function withoutUndefined(scope: NonNullable<EntryHead["scope"]>): EntryScope {
  return {
    ...(scope.operators && { operators: scope.operators }),
    ...(scope.lineTypes && { lineTypes: scope.lineTypes }),
    ...(scope.asked && { asked: scope.asked }),
  };
}

/** Writes an entry as a file that `parseEntryFile` reads back the same. */
export function formatEntryFile(entry: KnowledgeEntry): string {
  const { answer, validFrom, validUntil, ...head } = entry;
  const front = {
    ...head,
    ...(validFrom && { "valid-from": validFrom }),
    ...(validUntil && { "valid-until": validUntil }),
  };
  const yaml = stringify(front, { lineWidth: 0 });
  return `---\n${yaml}---\n\n${HEADINGS.tr}\n\n${answer.tr}\n\n${HEADINGS.en}\n\n${answer.en}\n`;
}
