import { type AttachmentContent, readAttachments } from "./attachments.ts";
import type { MailInHand } from "./mail-in-hand.ts";
import { readMail, unreadMail } from "./read-mail.ts";
import { createReadingThreads, ThreadEnded, type ThreadOptions } from "./reading-threads.ts";

/** Reads raw mails without holding up the process: a mail that takes too long or too much memory only ends its thread. */
export interface MailReader {
  /**
   * Always a mail in hand; one that ended its thread says so in `unreadable`. With certificates (PEM), those that signers'
   * certificates may lead to.
   */
  read(raw: Buffer, anchors?: readonly string[]): Promise<MailInHand>;
  /**
   * Files of a mail, as readAttachments in attachments.ts, in a thread beside those that read mails: whoever opens files holds up
   * no mail. Throws ThreadEnded for one that breaks a limit.
   */
  readFiles(raw: Buffer, indexes: readonly number[]): Promise<readonly (AttachmentContent | undefined)[]>;
  stop(): Promise<void>;
}

/** Without a worker mails are read in this thread, without limits (tests, tools). */
export type MailReaderOptions = Omit<ThreadOptions, "worker"> & Partial<Pick<ThreadOptions, "worker">>;

export function createMailReader({ worker, ...limits }: MailReaderOptions = {}): MailReader {
  if (!worker) return { read: readMail, readFiles: readAttachments, stop: async () => undefined };
  const mails = createReadingThreads({ ...limits, worker });
  const files = createReadingThreads({ ...limits, worker, threads: 1 });
  return {
    read: (raw, anchors = []) =>
      mails.run({ kind: "mail", raw, anchors }).then(
        (mail) => mail as MailInHand,
        (error: unknown) => {
          if (!(error instanceof ThreadEnded)) throw error;
          return unreadMail(raw.length, `${error.message}; özgün e-posta saklandı.`);
        },
      ),
    async readFiles(raw, indexes) {
      const found = (await files.run({ kind: "files", raw, indexes })) as readonly (AttachmentContent | undefined)[];
      return found.map((file) => file && { ...file, content: bytesOf(file.content) });
    },
    async stop() {
      await Promise.all([mails.stop(), files.stop()]);
    },
  };
}

/** What a Buffer has become on its way between threads, as a Buffer. */
function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
