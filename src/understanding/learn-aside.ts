import { Worker } from "node:worker_threads";
import type { TrainedClassifier } from "./knowledge.ts";
import type { Lessons } from "./learn.ts";

/** Learns from lessons while the product goes on working. Rejects when the thread fails. */
export type Learner = (lessons: Lessons) => Promise<TrainedClassifier>;

/** Learning in a thread of its own: it takes half a minute of one core. In: the compiled learn-worker.js, and arguments for it. */
export function createLearner(file: string | URL, argv: readonly string[] = []): Learner {
  return (lessons) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(file, { workerData: lessons, argv: [...argv] });
      thread.unref();
      thread.once("message", resolve);
      thread.once("error", reject);
      thread.once("exit", () => reject(new Error("The learning thread ended without a result.")));
    });
}
