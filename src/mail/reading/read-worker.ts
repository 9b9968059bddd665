import { parentPort } from "node:worker_threads";
import type { MailToRead } from "./mail-reader.ts";
import { readMail } from "./read-mail.ts";

// mailparser ends the last part of every mail twice; where that error comes from is asked by nobody and costs most of it.
Error.stackTraceLimit = 0;

let last = Promise.resolve();

/** The entry of a reading thread: raw mails in, mails in hand out, one after the other (mail-reader.ts holds the other end). */
parentPort?.on("message", ({ raw, anchors }: MailToRead) => {
  last = last
    .then(() => readMail(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), anchors))
    .then((mail) => parentPort?.postMessage(mail));
});
