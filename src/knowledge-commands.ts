import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Log, Office } from "./core/ports.ts";
import { bringFilesIn, importFiles } from "./knowledge/bring-files-in.ts";
import { checkDraft } from "./knowledge/check-draft.ts";
import { inForce } from "./knowledge/draft-entry.ts";
import { isSameEntry } from "./knowledge/entry-shape.ts";
import { exportedFiles } from "./knowledge/export-files.ts";
import { type Gate, runGate } from "./knowledge/run-gate.ts";
import { entryTexts, openKnowledge, openLiveKnowledge } from "./live-knowledge.ts";
import { CLASSIFIER_FILE, writeClassifier } from "./understanding/classifier-file.ts";
import { type Lessons, learn } from "./understanding/learn.ts";
import { loadKnowledge } from "./understanding/load-knowledge.ts";
import { type TuningResult, tune } from "./understanding/tune.ts";

/** The knowledge folder of the product. */
const HOME = "knowledge";

/** What an import did, or why it did nothing. */
export interface Import {
  /** Ids of the entries that were published anew. */
  readonly changed: readonly string[];
  readonly gate: Gate;
}

/**
 * Publishes what the entries of a folder say, if the gate lets it pass or `force` is given.
 * Throws with every fault of the folder, and of its entries under the values and categories of the product; then, and when the gate stops it,
 * nothing is changed.
 */
export async function importKnowledge(
  office: Office,
  { folder, force, log }: { readonly folder: string; readonly force: boolean; readonly log: Log },
): Promise<Import> {
  const loaded = loadKnowledge(folder);
  const { desk } = await openLiveKnowledge({ folder: HOME, office, log });
  const published = (await office.store.knowledge.list()).flatMap(inForce);
  const written = new Map(loaded.written.map((entry) => [entry.id, entry]));
  const differing = loaded.written.filter(
    (entry) => !published.some((other) => other.id === entry.id && isSameEntry(other, entry)),
  );
  const rest = published.filter(({ id }) => !written.has(id));
  const after = [...rest, ...loaded.written];
  const faults = differing.flatMap((entry) =>
    checkDraft(desk, entry, after).faults.map(({ field, message }) => `  ${entry.id}: ${field}: ${message}`),
  );
  if (faults.length > 0)
    throw new Error(`Ürünün değerlerine uymuyor / does not fit the product's values:\n${faults.join("\n")}`);
  const gate = await runGate(desk, after, new Set(differing.map(({ id }) => id)));
  if (!gate.passed && !force) return { changed: [], gate };
  return { changed: await importFiles(office, entryTexts(folder, loaded), "knowledge import"), gate };
}

/** What an export wrote into the folder. */
export interface Export {
  readonly entries: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Writes what is published as a knowledge folder: files that still say the same byte for byte. Everything beside the entries is copied from
 * the product's own folder, so that the result can be checked and imported.
 */
export async function exportKnowledge(office: Office, folder: string): Promise<Export> {
  const { loaded } = openKnowledge(HOME);
  await bringFilesIn(office, entryTexts(HOME, loaded));
  if (resolve(folder) !== resolve(HOME)) cpSync(HOME, folder, { recursive: true });
  const records = await office.store.knowledge.all();
  const files = exportedFiles(records);
  const entries = join(folder, "entries");
  const before = new Set(readdirSync(entries));
  const changed = files.filter(
    ({ name, text }) => !before.has(name) || readFileSync(join(entries, name), "utf8") !== text,
  );
  for (const { name, text } of changed) writeFileSync(join(entries, name), text);
  const kept = new Set(files.map(({ name }) => name));
  const removed = records.map(({ id }) => `${id}.md`).filter((name) => before.has(name) && !kept.has(name));
  for (const name of removed) rmSync(join(entries, name));
  return { entries: files.length, written: changed.map(({ name }) => name), removed };
}

/** What a folder teaches, whatever was learned before. */
function lessonsOf(folder: string): Lessons {
  const {
    facts: _facts,
    written: _written,
    trained: _trained,
    ...lessons
  } = loadKnowledge(folder, { learnsAnew: true });
  return lessons;
}

/** Trains the classifier on the knowledge of a folder, and writes it there. Out: how many examples it learned from. */
export function trainKnowledge(folder: string): { readonly examples: number; readonly labels: number } {
  const lessons = lessonsOf(folder);
  const { weights, basis } = learn(lessons);
  writeFileSync(join(folder, CLASSIFIER_FILE), writeClassifier(weights, basis));
  return { examples: lessons.examples.length, labels: weights.labels.length };
}

/** Finds how sure the bot must be for the knowledge of a folder, and writes it into the folder's thresholds.yaml, its comments kept. */
export function tuneKnowledge(folder: string, onStep: (share: number) => void): TuningResult {
  const lessons = lessonsOf(folder);
  const result = tune(lessons, onStep);
  const path = join(folder, "thresholds.yaml");
  const text = Object.entries(result.thresholds).reduce(
    (whole, [name, value]) => whole.replace(new RegExp(`^${name}:.*$`, "m"), `${name}: ${value}`),
    readFileSync(path, "utf8"),
  );
  writeFileSync(path, text);
  return result;
}
