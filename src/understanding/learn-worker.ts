import { parentPort, workerData } from "node:worker_threads";
import { type Lessons, learn } from "./learn.ts";

/** The entry of a learning thread: lessons in, what the classifier learned out (learn-aside.ts holds the other end). */
parentPort?.postMessage(learn(workerData as Lessons));
