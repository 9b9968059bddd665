import { createHash } from "node:crypto";
import { classifierFeatures } from "./classifier-features.ts";
import type { Example, Knowledge, TrainedClassifier } from "./knowledge.ts";
import { buildModel, type UnderstandingModel, wordingsOf } from "./model.ts";
import { type Labelled, trainingSteps } from "./train-classifier.ts";

/** What the classifier is trained on. */
export interface Lessons extends Omit<Knowledge, "trained"> {
  readonly examples: readonly Example[];
}

/** Hash of all that training depends on: another hash means the classifier should be trained anew. */
export function basisOf({ entries, synonyms, talk, examples }: Lessons): string {
  const asked = entries.map(({ id, title, questions, patterns }) => ({ id, title, questions, patterns }));
  return createHash("sha256").update(JSON.stringify({ asked, synonyms, talk, examples })).digest("hex").slice(0, 16);
}

/** Trains the classifier on every wording of every entry, on what is said besides questions, and on the examples. */
export function learn(lessons: Lessons): TrainedClassifier {
  const { trained: _none, ...untrained }: Knowledge = lessons;
  const steps = trainingSteps(labelled(lessons, buildModel(untrained)));
  for (;;) {
    const step = steps.next();
    if (step.done) return { basis: basisOf(lessons), weights: step.value };
  }
}

function labelled({ entries, talk, examples }: Lessons, model: UnderstandingModel): Labelled[] {
  const texts = [
    ...entries.flatMap((entry) => wordingsOf(entry).map((text) => ({ label: entry.id, text }))),
    ...Object.entries(talk).flatMap(([intent, { only }]) => only.map((text) => ({ label: `@${intent}`, text }))),
    ...examples,
  ];
  return texts.map(({ label, text }) => ({ label, features: classifierFeatures(model.analyser.read(text), model) }));
}
