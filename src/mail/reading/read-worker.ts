import { parentPort } from "node:worker_threads";
import { readAttachments } from "./attachments.ts";
import { readMail } from "./read-mail.ts";

/** What a reading thread is sent: a mail to be read, with certificates its signers' may lead to; or a mail to take files out of. */
export type ReadingTask =
  | { readonly kind: "mail"; readonly raw: Uint8Array; readonly anchors: readonly string[] }
  | { readonly kind: "files"; readonly raw: Uint8Array; readonly indexes: readonly number[] };

// mailparser ends the last part of every mail twice; where that error comes from is asked by nobody and costs most of it.
Error.stackTraceLimit = 0;

let last = Promise.resolve();

/** The entry of a reading thread: tasks in, what they give out, one after the other (reading-threads.ts holds the other end). */
parentPort?.on("message", (task: ReadingTask) => {
  last = last.then(() => work(task)).then((answer) => parentPort?.postMessage(answer));
});
// Said before any answer: the time a thread takes to come to life is no mail's.
parentPort?.postMessage("ready");

function work(task: ReadingTask): Promise<unknown> {
  const raw = Buffer.from(task.raw.buffer, task.raw.byteOffset, task.raw.byteLength);
  return task.kind === "mail" ? readMail(raw, task.anchors) : readAttachments(raw, task.indexes);
}
