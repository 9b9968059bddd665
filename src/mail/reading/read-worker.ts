import { parentPort } from "node:worker_threads";
import { readMail } from "./read-mail.ts";

/** The entry of a reading thread: a raw mail in, a mail in hand out, one at a time (mail-reader.ts holds the other end). */
parentPort?.on("message", (raw: Uint8Array) => {
  void readMail(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)).then((mail) => parentPort?.postMessage(mail));
});
