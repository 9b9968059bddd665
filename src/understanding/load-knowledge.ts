import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { KnowledgeEntry } from "../core/knowledge.ts";
import { checkEntries } from "./check-entries.ts";
import { CLASSIFIER_FILE, readClassifier } from "./classifier-file.ts";
import { isBeside } from "./combine.ts";
import { type EntryFile, parseEntryFile } from "./entry-file.ts";
import { readExamples } from "./examples.ts";
import type { Example, Facts, Knowledge, TrainedClassifier } from "./knowledge.ts";
import { inBoth, type KnowledgeFault, KnowledgeFaultsError } from "./knowledge-faults.ts";
import { categoriesSchema, factsSchema, synonymsSchema, talkSchema, thresholdsSchema } from "./knowledge-schema.ts";
import { fillPlaceholders } from "./placeholders.ts";
import { type Checked, readYaml } from "./yaml-file.ts";

/** Knowledge from files, with what the console needs besides: the values, and the entries as they were written. */
export interface LoadedKnowledge extends Knowledge {
  readonly facts: Facts;
  /** Entries with their placeholders unfilled, as they are edited and exported. */
  readonly written: readonly KnowledgeEntry[];
  readonly examples: readonly Example[];
}

/**
 * Reads and checks the knowledge folder. In: its path, and whether what was learned may be damaged, because it is about
 * to be learned anew. Out: everything an understanding is built from.
 * Throws KnowledgeFaultsError that lists every fault of every file with its line.
 */
export function loadKnowledge(folder: string, { learnsAnew = false } = {}): LoadedKnowledge {
  const faults: KnowledgeFault[] = [];
  const keep = <T>(checked: Checked<T>): T | undefined => {
    faults.push(...checked.faults);
    return checked.value;
  };
  const yaml = (name: string): [string, string] => [readFileSync(join(folder, name), "utf8"), name];
  const categories = keep(readYaml(...yaml("categories.yaml"), categoriesSchema));
  const rawFacts = keep(readYaml(...yaml("facts.yaml"), factsSchema));
  const synonyms = keep(readYaml(...yaml("synonyms.yaml"), synonymsSchema));
  const talk = keep(readYaml(...yaml("smalltalk.yaml"), talkSchema));
  const thresholds = keep(readYaml(...yaml("thresholds.yaml"), thresholdsSchema));
  const files: EntryFile[] = [];
  for (const path of entryPaths(folder)) {
    const { read, faults: found } = parseEntryFile(readFileSync(path, "utf8"), relative(folder, path));
    faults.push(...found);
    if (read) files.push(read);
  }
  const learned = readTrained(folder);
  if (!learnsAnew) faults.push(...learned.faults);
  const ids = new Set(files.map(({ entry }) => entry.id));
  const read = readExamples(folder, new Set([...ids, ...(learned.trained?.weights.labels ?? [])]));
  faults.push(...read.faults);
  const examples = read.examples.filter(({ label }) => isBeside(label) || ids.has(label));
  const facts = bilingual(rawFacts ?? {});
  const amongEntries = checkEntries(files, { categories, facts, synonyms, talk: talk ?? {} });
  faults.push(...amongEntries.map(({ file, line, words }) => ({ file, line, message: inBoth(words) })));
  if (faults.length > 0 || !categories || !synonyms || !talk || !thresholds) throw new KnowledgeFaultsError(faults);
  const written = files.map(({ entry }) => entry);
  return {
    entries: written.map((entry) => fillEntry(entry, facts)),
    written,
    facts,
    categories,
    synonyms,
    talk,
    thresholds,
    examples,
    ...(learned.trained && { trained: learned.trained }),
  };
}

/** The entry as people read it: every placeholder replaced by its value. */
export function fillEntry(entry: KnowledgeEntry, facts: Facts): KnowledgeEntry {
  return {
    ...entry,
    answer: {
      tr: fillPlaceholders(entry.answer.tr, facts, "tr"),
      en: fillPlaceholders(entry.answer.en, facts, "en"),
    },
  };
}

/** What was learned; none when the folder holds no such file. */
function readTrained(folder: string): { readonly trained?: TrainedClassifier; readonly faults: KnowledgeFault[] } {
  const path = join(folder, CLASSIFIER_FILE);
  if (!existsSync(path)) return { faults: [] };
  try {
    return { trained: readClassifier(readFileSync(path)), faults: [] };
  } catch {
    const message = "dosya bozuk; yeniden yazın / the file is damaged; write it anew: npm run cli -- knowledge train";
    return { faults: [{ file: CLASSIFIER_FILE, line: 1, message }] };
  }
}

function entryPaths(folder: string): string[] {
  const entries = join(folder, "entries");
  return readdirSync(entries)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => join(entries, name));
}

function bilingual(raw: Readonly<Record<string, string | { tr: string; en: string }>>): Facts {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, typeof value === "string" ? { tr: value, en: value } : value]),
  );
}
