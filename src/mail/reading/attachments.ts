import type { Attachment } from "../../core/message.ts";
import { READ_LIMITS } from "./mail-in-hand.ts";
import { openMail } from "./open-mail.ts";
import type { ParsedFile } from "./parse-mime.ts";
import { fileName, mediaType } from "./tame.ts";
import { readTnef } from "./tnef.ts";

/** The files of a mail, in its order. Signatures are shown as a state, an opened winmail.dat as the files that were in it. */
export function listAttachments(files: readonly ParsedFile[]): Attachment[] {
  return files.flatMap((file, index) => (isSignature(file) || isOpenedTnef(file) ? [] : [describe(file, index)]));
}

/** One in which nothing was found is listed itself: somebody may have a program that opens it. */
function isOpenedTnef({ content }: ParsedFile): boolean {
  const packed = content && readTnef(content);
  return packed !== undefined && (packed.files.length > 0 || Boolean(packed.text ?? packed.html));
}

function isSignature({ type }: ParsedFile): boolean {
  return /^application\/(?:x-)?(?:pkcs7|pgp)-signature$/.test(type);
}

function describe({ name, type: said, disposition, contentId, size }: ParsedFile, index: number): Attachment {
  const type = mediaType(said);
  // A logo or picture of the text itself, as opposed to a file somebody attached.
  const inline = disposition !== "attachment" && contentId !== undefined && type.startsWith("image/");
  return {
    index,
    name: fileName(name ?? "", `ek-${index + 1}.${EXTENSIONS[type] ?? "bin"}`),
    type,
    size,
    inline,
    ...(contentId && { contentId: contentId.slice(0, 200) }),
  };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "message/rfc822": "eml",
  "message/delivery-status": "txt",
  "message/disposition-notification": "txt",
  "text/rfc822-headers": "txt",
  "text/plain": "txt",
  "text/html": "html",
  "text/calendar": "ics",
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
};

export interface AttachmentContent {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/**
 * Contents of attachments, read again from the raw mail. In: the raw bytes and the indexes of listed attachments.
 * Out: for each its name, type and content; undefined where there is no such attachment. Throws what mailparser throws.
 */
export async function readAttachments(
  raw: Buffer,
  indexes: readonly number[],
): Promise<readonly (AttachmentContent | undefined)[]> {
  const { content: mail } = await openMail(raw, READ_LIMITS, new Set(indexes));
  return indexes.map((index) => {
    const file = mail.files[index];
    if (!file?.content || isSignature(file)) return undefined;
    const { name, type } = describe(file, index);
    return { name, type, content: file.content };
  });
}
