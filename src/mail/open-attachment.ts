import { AppError } from "../core/errors.ts";
import type { MailLedger } from "../core/mail-ports.ts";
import type { AttachmentContent } from "./reading/attachments.ts";
import type { MailReader } from "./reading/mail-reader.ts";

/** Takes one attachment out of a kept mail, for people who want to see it. */
export type OpenAttachment = (mail: string, index: number) => Promise<AttachmentContent | undefined>;

export interface OpenAttachmentOptions {
  readonly mails: Pick<MailLedger, "raw">;
  readonly readFile: MailReader["readFile"];
}

/** Attachments opened at once: each holds a mail of up to 35 MB in memory, and its file. */
const AT_ONCE = 2;
/** People who wait for theirs; more are told to come back. */
const MOST_WAITING = 20;

/**
 * Opens attachments a few at a time, so that however many are wanted and however their mails are made, memory stays bounded and the
 * process answers. Out: undefined when the mail is no longer kept or has no such attachment. Throws `fileUnreadable` when the mail
 * cannot be taken apart within the reader's limits, `busy` when too many wait already.
 */
export function createOpenAttachment({ mails, readFile }: OpenAttachmentOptions): OpenAttachment {
  const waiting: (() => void)[] = [];
  let opening = 0;

  async function place(): Promise<void> {
    if (opening < AT_ONCE) {
      opening += 1;
      return;
    }
    if (waiting.length >= MOST_WAITING) throw new AppError("busy", "Too many attachments are being opened; try again.");
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  /** Its place goes to who waits longest. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else opening -= 1;
  }

  return async (mail, index) => {
    await place();
    try {
      const raw = await mails.raw(mail);
      return raw && (await taken(raw, index));
    } finally {
      leave();
    }
  };

  async function taken(raw: Buffer, index: number): Promise<AttachmentContent | undefined> {
    try {
      return await readFile(raw, index);
    } catch {
      throw new AppError("fileUnreadable", "The mail could not be read within the limits for taking out a file.");
    }
  }
}
