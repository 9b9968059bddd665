import { fold } from "../language/fold.ts";
import { VERB_MARKS } from "./analyse.ts";
import type { EntryFile } from "./entry-file.ts";
import type { Bilingual, Facts, Synonyms, Talk } from "./knowledge.ts";
import { unknownPlaceholders } from "./placeholders.ts";

/** One slip of an editor, where it stands, told in each language. */
export interface EntryFault {
  readonly file: string;
  /** 1 for the first line. */
  readonly line: number;
  readonly words: Bilingual;
}

/** What entries may refer to. */
export interface Surroundings {
  /** Undefined when that file is itself at fault; then nothing is said about what refers to it. So for synonyms. */
  readonly categories: Readonly<Record<string, Bilingual>> | undefined;
  readonly facts: Facts;
  readonly synonyms: Synonyms | undefined;
  readonly talk: Readonly<Record<string, Talk>>;
}

/** Faults between files: what an entry names must exist, and nothing may stand twice. */
export function checkEntries(files: readonly EntryFile[], around: Surroundings): EntryFault[] {
  const ids = new Set(files.map(({ entry }) => entry.id));
  return [
    ...files.flatMap((file) => [
      ...checkIdentity(file, files),
      ...checkReferences(file, ids, around),
      ...checkPatterns(file, around),
    ]),
    ...checkQuestions(files),
    ...checkTalk(around),
  ];
}

function fault(file: EntryFile, path: readonly PropertyKey[], tr: string, en: string): EntryFault {
  return { file: file.file, line: file.lineOf(path), words: { tr, en } };
}

function checkIdentity(file: EntryFile, files: readonly EntryFile[]): EntryFault[] {
  const { id, validFrom, validUntil } = file.entry;
  const faults: EntryFault[] = [];
  if (files.find((other) => other.entry.id === id) !== file)
    faults.push(fault(file, ["id"], `"${id}" iki kez var`, `"${id}" stands twice`));
  if (!file.file.endsWith(`${id}.md`)) {
    faults.push(fault(file, ["id"], `dosyanın adı "${id}.md" olmalı`, `the file must be named "${id}.md"`));
  }
  if (validFrom && validUntil && validUntil < validFrom) {
    faults.push(fault(file, ["valid-until"], "valid-from tarihinden önce", "before valid-from"));
  }
  return faults;
}

function checkReferences(file: EntryFile, ids: ReadonlySet<string>, around: Surroundings): EntryFault[] {
  const { entry } = file;
  const faults: EntryFault[] = [];
  if (around.categories && !(entry.category in around.categories)) {
    const allowed = Object.keys(around.categories).join(", ");
    faults.push(
      fault(
        file,
        ["category"],
        `"${entry.category}" kategorisi yok; olanlar: ${allowed}`,
        `no category "${entry.category}"; there are: ${allowed}`,
      ),
    );
  }
  entry.related.forEach((id, at) => {
    if (!ids.has(id)) faults.push(fault(file, ["related", at], `"${id}" adlı girdi yok`, `no entry named "${id}"`));
  });
  if (entry.kind === "ambiguous" && entry.related.length < 2) {
    faults.push(
      fault(file, ["related"], "belirsiz sorunun en az iki seçeneği olmalı", "an ambiguous entry needs two choices"),
    );
  }
  for (const name of unknownPlaceholders(`${entry.answer.tr} ${entry.answer.en}`, around.facts)) {
    faults.push(fault(file, [], `{{${name}}} facts.yaml içinde yok`, `{{${name}}} is not in facts.yaml`));
  }
  return faults;
}

function checkPatterns(file: EntryFile, around: Surroundings): EntryFault[] {
  const { synonyms } = around;
  if (!synonyms) return [];
  return (file.entry.patterns ?? []).flatMap((pattern, at) =>
    unknownConcepts(pattern, synonyms).map((name) =>
      fault(file, ["patterns", at], `@${name} synonyms.yaml içinde yok`, `@${name} is not in synonyms.yaml`),
    ),
  );
}

function checkTalk({ talk, synonyms }: Surroundings): EntryFault[] {
  if (!synonyms) return [];
  return Object.entries(talk).flatMap(([intent, { patterns }]) =>
    patterns.flatMap((pattern) =>
      unknownConcepts(pattern, synonyms).map((name) => ({
        file: "smalltalk.yaml",
        line: 1,
        words: {
          tr: `${intent}: @${name} synonyms.yaml içinde yok`,
          en: `${intent}: @${name} is not in synonyms.yaml`,
        },
      })),
    ),
  );
}

function unknownConcepts(pattern: string, synonyms: Synonyms): string[] {
  return [...pattern.matchAll(/@([\w-]+)/g)]
    .map((match) => match[1] ?? "")
    .filter((name) => !VERB_MARKS.has(`@${name}`) && !(name in synonyms.concepts));
}

/** The same question under two entries would be answered by chance. */
function checkQuestions(files: readonly EntryFile[]): EntryFault[] {
  const owners = new Map<string, string>();
  const faults: EntryFault[] = [];
  for (const file of files) {
    for (const language of ["tr", "en"] as const) {
      file.entry.questions[language].forEach((question, at) => {
        const key = fold(question)
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim();
        const owner = owners.get(key);
        if (owner && owner !== file.entry.id) {
          const tr = `"${question}" sorusu "${owner}" girdisinde de var`;
          faults.push(fault(file, ["questions", language, at], tr, `"${question}" stands under "${owner}" too`));
        }
        owners.set(key, owner ?? file.entry.id);
      });
    }
  }
  return faults;
}
