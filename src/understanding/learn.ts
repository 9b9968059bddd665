import { createHash } from "node:crypto";
import { FeatureReader } from "./classifier-features.ts";
import { type FeatureNumbers, GrowingNumbers } from "./feature-numbers.ts";
import type { Example, Knowledge, TrainedClassifier } from "./knowledge.ts";
import { buildModel, type UnderstandingModel, wordingsOf } from "./model.ts";
import { type Labelled, trainClassifier } from "./train-classifier.ts";

/** What the classifier is trained on. */
export interface Lessons extends Omit<Knowledge, "trained"> {
  readonly examples: readonly Example[];
}

/** Hash of all that training depends on: another hash means the classifier should be trained anew. */
export function basisOf({ entries, synonyms, talk, examples }: Lessons): string {
  const asked = inOrder(entries).map(({ id, title, questions, patterns }) => ({ id, title, questions, patterns }));
  const said = examples.map(({ label, text, before }) => [label, text, before]);
  return createHash("sha256").update(JSON.stringify({ asked, synonyms, talk, said })).digest("hex").slice(0, 16);
}

/** Trains the classifier on every wording of every entry, on what is said besides questions, and on the examples. */
export function learn(lessons: Lessons): TrainedClassifier {
  const { trained: _none, ...rest }: Lessons & Pick<Knowledge, "trained"> = lessons;
  const untrained = { ...rest, entries: inOrder(rest.entries) };
  const numbers = new GrowingNumbers();
  const texts = labelled(untrained, buildModel(untrained), numbers);
  return { basis: basisOf(lessons), weights: trainClassifier(texts, numbers.names()) };
}

/** Entries come from files or from the database; what is learned of them must not depend on that. */
function inOrder(entries: Lessons["entries"]): Lessons["entries"] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function labelled(
  { entries, talk, examples }: Lessons,
  model: UnderstandingModel,
  numbers: FeatureNumbers,
): Labelled[] {
  const texts: { label: string; text: string; before?: string }[] = [
    ...entries.flatMap((entry) => wordingsOf(entry).map((text) => ({ label: entry.id, text }))),
    ...Object.entries(talk).flatMap(([intent, { only }]) => only.map((text) => ({ label: `@${intent}`, text }))),
    ...examples,
  ];
  const { analyser } = model;
  const reader = new FeatureReader(model, numbers);
  return texts.map(({ label, text, before = "" }) => ({
    label,
    features: reader.read(analyser.read(text), analyser.read(before)),
  }));
}
