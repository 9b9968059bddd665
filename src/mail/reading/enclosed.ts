import { readAddresses } from "./addresses.ts";
import { readBody } from "./body.ts";
import { readDate } from "./date.ts";
import { decodeHeader } from "./encoded-words.ts";
import { firstHeader } from "./header-block.ts";
import type { EnclosedMail } from "./mail-in-hand.ts";
import { messageIds } from "./message-ids.ts";
import { bytesOf } from "./open-mail.ts";
import { newWalk, type Part, readParts, type TreeWalk } from "./part-tree.ts";

const MOST_ENCLOSED = 10;
/** Characters of an enclosed mail's text that are kept. */
const MOST_TEXT = 64 * 1024;

/** The messages inside a mail: forwarded as attachments, or returned whole or as headers by a mail server. */
export function readEnclosed(content: Part, walk: TreeWalk): EnclosedMail[] {
  return enclosingParts(content)
    .slice(0, MOST_ENCLOSED)
    .map((part) => readOne(part, walk));
}

function enclosingParts(part: Part): Part[] {
  const isMessage = /^message\/(?:rfc822|global)$|^text\/rfc822-headers$|^message\/(?:rfc822|global)-headers$/;
  return isMessage.test(part.type) ? [part] : part.children.flatMap(enclosingParts);
}

function readOne(part: Part, walk: TreeWalk): EnclosedMail {
  // Encoded enclosures are against RFC 2046 §5.2.1 and occur; the others are read in place.
  const isPlain = !/^(?:base64|quoted-printable)$/i.test(part.encoding ?? "");
  const source = isPlain ? part.source : bytesOf(part);
  const [start, end] = isPlain ? [part.bodyStart, part.bodyEnd] : [0, source.length];
  const inner = newWalk({ ...walk.limits, parts: Math.max(1, Math.min(100, walk.partsLeft)) });
  const mail = readParts(source, start, end, inner);
  const [from] = readAddresses(firstHeader(mail.headers, "from"), 1);
  const [messageId] = messageIds(firstHeader(mail.headers, "message-id") ?? "");
  const date = readDate(firstHeader(mail.headers, "date"));
  return {
    ...(messageId && { messageId }),
    ...(from && { from }),
    subject: decodeHeader(firstHeader(mail.headers, "subject") ?? "").slice(0, 500),
    ...(date && { date }),
    text: readBody(mail, MOST_TEXT).text,
  };
}
