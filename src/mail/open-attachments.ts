import { AppError } from "../core/errors.ts";
import type { MailLedger } from "../core/mail-ports.ts";
import type { AttachmentContent } from "./reading/attachments.ts";
import type { MailReader } from "./reading/mail-reader.ts";

/** Takes attachments out of a kept mail, for people who want to see them. */
export type OpenAttachments = (
  mail: string,
  indexes: readonly number[],
) => Promise<readonly (AttachmentContent | undefined)[]>;

export interface OpenAttachmentsOptions {
  readonly mails: Pick<MailLedger, "raw">;
  readonly readFiles: MailReader["readFiles"];
}

/** Mails opened at once: each is held in memory with its files, up to 35 MB. */
const AT_ONCE = 2;
/** People who wait for theirs; more are told to come back. */
const MOST_WAITING = 20;

/**
 * Opens attachments a few at a time, so that however many are wanted and however their mails are made, memory stays bounded and the
 * process answers. Out: undefined for each that is not there, or whose mail is no longer kept. Throws `fileUnreadable` when the mail
 * cannot be taken apart within the reader's limits, `busy` when too many wait already.
 */
export function createOpenAttachments({ mails, readFiles }: OpenAttachmentsOptions): OpenAttachments {
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

  return async (mail, indexes) => {
    await place();
    try {
      const raw = await mails.raw(mail);
      return raw ? await taken(raw, indexes) : indexes.map(() => undefined);
    } finally {
      leave();
    }
  };

  async function taken(raw: Buffer, indexes: readonly number[]): ReturnType<OpenAttachments> {
    try {
      return await readFiles(raw, indexes);
    } catch {
      throw new AppError("fileUnreadable", "The mail could not be read within the limits for taking out a file.");
    }
  }
}
