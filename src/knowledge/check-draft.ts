import type { KnowledgeEntry } from "../core/knowledge.ts";
import type { EntryDraft } from "../core/knowledge-record.ts";
import { checkEntries } from "../understanding/check-entries.ts";
import type { EntryFile } from "../understanding/entry-file.ts";
import type { Bilingual } from "../understanding/knowledge.ts";
import { inBoth } from "../understanding/knowledge-faults.ts";
import { entryHeadSchema, SLIPS, slipOf } from "../understanding/knowledge-schema.ts";
import { inOrder } from "./entry-shape.ts";
import type { KnowledgeDesk } from "./knowledge-desk.ts";

/** One slip of an editor, at its field: "questions.tr.2", "category", "answer". */
export interface FieldFault {
  readonly field: string;
  /** What is wrong, in both languages at once: for programs and the command line. */
  readonly message: string;
  /** The same for a reader whose language is known. */
  readonly words: Bilingual;
}

const fault = (field: string, words: Bilingual): FieldFault => ({ field, message: inBoth(words), words });

export type CheckedDraft =
  | { readonly entry: KnowledgeEntry; readonly faults: readonly [] }
  | { readonly entry?: undefined; readonly faults: readonly FieldFault[] };

/** Checks what was written by the same rules as the files. In: the draft, and the other entries as written. */
export function checkDraft(
  { around }: Pick<KnowledgeDesk, "around">,
  draft: EntryDraft,
  others: readonly KnowledgeEntry[],
): CheckedDraft {
  const { answer, validFrom, validUntil, ...rest } = draft;
  const dates = { ...(validFrom && { "valid-from": validFrom }), ...(validUntil && { "valid-until": validUntil }) };
  const head = entryHeadSchema.safeParse({ ...rest, ...dates, patterns: rest.patterns ?? [], version: 1 });
  const faults = [
    ...(head.success ? [] : head.error.issues.map(({ path, message }) => fault(path.join("."), slipOf(message)))),
    ...missingAnswers(answer),
  ];
  const entry = inOrder({ ...draft, version: 1 });
  if (faults.length === 0) faults.push(...faultsAmong(around, entry, others));
  return faults.length > 0 ? { faults } : { entry, faults: [] };
}

function missingAnswers(answer: EntryDraft["answer"]): FieldFault[] {
  return (["tr", "en"] as const)
    .filter((language) => answer[language].trim() === "")
    .map((language) => fault(`answer.${language}`, SLIPS.empty));
}

/** What the entry names must exist, and nothing may stand twice. The checker speaks of lines; here each line is a field. */
function faultsAmong(
  { categories, facts, synonyms, talk }: KnowledgeDesk["around"],
  entry: KnowledgeEntry,
  others: readonly KnowledgeEntry[],
): FieldFault[] {
  const fields: string[] = [];
  const own: EntryFile = {
    entry,
    file: `${entry.id}.md`,
    lineOf: (path) => fields.push(path.join(".")),
  };
  const rest = others
    .filter(({ id }) => id !== entry.id)
    .map((other): EntryFile => ({ entry: other, file: `${other.id}.md`, lineOf: () => 0 }));
  return checkEntries([...rest, own], { categories, facts, synonyms, talk })
    .filter(({ file }) => file === own.file)
    .map(({ line, words }) => fault(fields[line - 1] || answerWith(entry, words), words));
}

/** A fault without a place is about a placeholder: it stands at the answer that has it. */
function answerWith({ answer }: KnowledgeEntry, { tr }: Bilingual): string {
  const [placeholder = ""] = tr.match(/\{\{[^}]*\}\}/) ?? [];
  return answer.tr.includes(placeholder) ? "answer.tr" : "answer.en";
}
