const LF = 0x0a;
const CR = 0x0d;
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
 * What a parser stumbles over at the beginning: an mbox "From " line, blanks, a byte order mark or a stray line before the
 * headers, bare CR line ends, no empty line after the headers, and text without any headers, which it would take for headers.
 */
export function trimRaw(raw: Buffer): TrimmedMail {
  const remarks: string[] = [];
  const isBare = raw.indexOf(LF) < 0 && raw.indexOf(CR) >= 0;
  const source = isBare ? Buffer.from(raw) : raw;
  if (isBare) {
    for (let at = source.indexOf(CR); at >= 0; at = source.indexOf(CR, at + 1)) source[at] = LF;
    remarks.push("Satır sonları bozuktu (yalnız CR); onarılarak okundu.");
  }
  const start = startOfHeaders(source);
  const trimmed = source.subarray(start ?? 0);
  if (start === undefined) return { raw: withBreak(trimmed, 0), remarks };
  const text = startOfText(trimmed);
  if (text === undefined) return { raw: trimmed, remarks };
  return { raw: withBreak(trimmed, text), remarks: [...remarks, "Başlıklarla metin arasında boş satır yoktu."] };
}

function withBreak(source: Buffer, at: number): Buffer {
  return Buffer.concat([source.subarray(0, at), Buffer.from("\r\n"), source.subarray(at)]);
}

/** Where the first header begins; undefined when the mail begins with none. */
function startOfHeaders(source: Buffer): number | undefined {
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
