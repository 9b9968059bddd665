import { mendLineEnds } from "./line-ends.ts";
import { withShortHead } from "./short-head.ts";

const LF = 0x0a;
/** Lines of a header block that are looked at; a mail with more has been made to be long. */
export const MOST_BLOCK_LINES = 1000;
/** Letters of a line by which it is told what it is. */
const LOOKED_AT = 250;
const HEADER = /^[!-9;-~]{1,200}[ \t]*:/;
/** Headers that no sentence begins like. */
const KNOWN =
  /^(?:from|to|cc|bcc|subject|date|message-id|mime-version|content-[a-z-]+|received|return-path|delivered-to|reply-to|sender|references|in-reply-to|dkim-signature|authentication-results|(?:list|resent|arc|x)-[a-z0-9-]+)[ \t]*:/i;

/** A raw mail that a parser finds its way about in, and what was done to it. */
export interface TrimmedMail {
  readonly raw: Buffer;
  readonly remarks: readonly string[];
}

/**
 * What a parser stumbles over: line ends nobody else writes; an mbox "From " line, blanks, a byte order mark or a stray line before
 * the headers; heads without end, and without an empty line after them; text without any headers, which it would take for headers.
 */
export function trimRaw(raw: Buffer): TrimmedMail {
  const source = mendLineEnds(raw);
  const remarks = source === raw ? [] : ["Satır sonları bozuktu; onarılarak okundu."];
  const start = startOfHeaders(source);
  if (start === undefined) return { raw: withBreak(source, 0), remarks };
  const trimmed = source.subarray(start);
  const short = withShortHead(trimmed);
  if (short !== trimmed) remarks.push("Başlıklar olağan dışı uzundu; kısaltılarak okundu.");
  const text = startOfText(short);
  if (text === undefined) return { raw: short, remarks };
  return { raw: withBreak(short, text), remarks: [...remarks, "Başlıklarla metin arasında boş satır yoktu."] };
}

function withBreak(source: Buffer, at: number): Buffer {
  return Buffer.concat([source.subarray(0, at), Buffer.from("\r\n"), source.subarray(at)]);
}

/** Where the first header begins, after what some programs and servers write before it; undefined when the mail begins with none. */
export function startOfHeaders(source: Buffer): number | undefined {
  const blanks = /^(?:\u00ef\u00bb\u00bf)?\s*/.exec(source.toString("latin1", 0, 4096))?.[0] ?? "";
  let start = blanks.length;
  if (/^>?From /.test(lineAt(source, start))) start = nextLine(source, start);
  if (HEADER.test(lineAt(source, start))) return start;
  const second = nextLine(source, start);
  return KNOWN.test(lineAt(source, second)) ? second : undefined;
}

/**
 * Where text begins that follows the headers of a mail or part with no empty line between them; undefined when all is in order.
 * Such a line is no header, and no header comes after it: it might be the rest of a header that somebody broke without indenting it.
 */
export function startOfText(source: Buffer): number | undefined {
  let text: number | undefined;
  let isOpen = false;
  for (let at = 0, lines = 0; at < source.length && lines < MOST_BLOCK_LINES; at = nextLine(source, at), lines++) {
    const line = lineAt(source, at);
    if (line === "") return text;
    if (line.startsWith("--")) return text ?? at;
    if (KNOWN.test(line)) text = undefined;
    else if (!isOpen && !/^[ \t]/.test(line) && !HEADER.test(line)) text ??= at;
    isOpen = /[;,]\s*$/.test(line);
  }
  return text;
}

/** The beginning of a line, without its end. */
function lineAt(source: Buffer, start: number): string {
  return /^[^\r\n]*/.exec(source.toString("latin1", start, start + LOOKED_AT))?.[0] ?? "";
}

function nextLine(source: Buffer, at: number): number {
  const lineEnd = source.indexOf(LF, at);
  return lineEnd < 0 ? source.length : lineEnd + 1;
}
