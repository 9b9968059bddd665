import type { Attachment } from "../../core/message.ts";
import { asciiLower } from "../../language/turkish-case.ts";
import { isBodyText } from "./body.ts";
import { bytesOf, openMail } from "./open-mail.ts";
import type { Part } from "./part-tree.ts";
import { fileName, mediaType } from "./tame.ts";
import { contentSize } from "./transfer-encoding.ts";

/** The parts that are files, in the order of the mail; their place in this list is the attachment's index. */
export function fileParts(content: Part): Part[] {
  if (content.children.length > 0) return content.children.flatMap(fileParts);
  if (content.type.startsWith("multipart/") || isBodyText(content) || isSignature(content)) return [];
  return isEmptyText(content) ? [] : [content];
}

/** Signatures are shown as a state, not as files to open. */
function isSignature(part: Part): boolean {
  return /^application\/(?:x-)?(?:pkcs7|pgp)-signature$/.test(part.type);
}

function isEmptyText(part: Part): boolean {
  return part.type.startsWith("text/") && part.bodyEnd - part.bodyStart <= 2;
}

export function describeAttachment(part: Part, index: number): Attachment {
  const type = mediaType(part.type);
  const body = part.source.subarray(part.bodyStart, part.bodyEnd);
  return {
    index,
    name: fileName(part.name ?? "", fallbackName(type, index)),
    type,
    size: contentSize(body, part.encoding),
    inline: isInline(part),
    ...(part.contentId && { contentId: part.contentId.slice(0, 200) }),
  };
}

/** A logo or picture of the text itself, as opposed to a file somebody attached. */
function isInline(part: Part): boolean {
  return part.disposition !== "attachment" && part.contentId !== undefined && part.type.startsWith("image/");
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "message/rfc822": "eml",
  "text/plain": "txt",
  "text/html": "html",
  "text/calendar": "ics",
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
};

function fallbackName(type: string, index: number): string {
  return `ek-${index + 1}.${EXTENSIONS[type] ?? "bin"}`;
}

export interface AttachmentContent {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/**
 * One attachment's content, read again from the raw mail. In: the raw bytes and the index of the listed attachment.
 * Out: name, type and content; undefined when there is no such attachment.
 */
export function readAttachment(raw: Buffer, index: number): AttachmentContent | undefined {
  const part = fileParts(openMail(raw).content)[index];
  if (!part) return undefined;
  const { name, type } = describeAttachment(part, index);
  return { name, type, content: bytesOf(part) };
}

/** Whether a part is Outlook's own container of body and files. */
export function isTnef(part: Part): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(part.type) || asciiLower(part.name ?? "") === "winmail.dat";
}
