import { mendHeader } from "./encoded-words.ts";

const LF = 0x0a;
const CR = 0x0d;
/** A label no decoder knows, so that every part under it is judged by its bytes (repairing-decoder.ts). */
const UNSURE = "x-unsure";
const MOST_BLOCK_LINES = 1000;

/**
 * What a parser stumbles over at the beginning: an mbox "From " line, blank lines, a byte order mark, bare CR line ends, and text
 * without any headers, which it would take for headers.
 */
export function trimRaw(raw: Buffer): { readonly raw: Buffer; readonly remarks: readonly string[] } {
  const isBare = raw.indexOf(LF) < 0 && raw.indexOf(CR) >= 0;
  const source = isBare ? Buffer.from(raw) : raw;
  if (isBare) for (let at = source.indexOf(CR); at >= 0; at = source.indexOf(CR, at + 1)) source[at] = LF;
  const remarks = isBare ? ["Satır sonları bozuktu (yalnız CR); onarılarak okundu."] : [];
  const start = startOfHeaders(source);
  const trimmed = source.subarray(start);
  return { raw: isHeaded(source, start) ? trimmed : Buffer.concat([Buffer.from("\r\n"), trimmed]), remarks };
}

/** Whether a header line begins at this place. */
export function isHeaded(source: Buffer, start: number): boolean {
  return /^[!-9;-~]{1,200}[ \t]*:/.test(source.toString("latin1", start, start + 250));
}

/** Where the first header line begins, after what some programs and servers write before it. */
export function startOfHeaders(source: Buffer): number {
  let start = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;
  while (source[start] === LF || source[start] === CR) start++;
  if (!/^>?From /.test(source.toString("latin1", start, start + 6))) return start;
  const lineEnd = source.indexOf(LF, start);
  return lineEnd < 0 ? start : lineEnd + 1;
}

/**
 * A copy of a raw mail with its header blocks mended: raw 8-bit bytes and wrongly labelled words become what they say, text
 * parts labelled UTF-8, ASCII or nothing are put to the test, a boundary that never appears is replaced by the one that does.
 * For mails whose first reading shows damage; content between the header blocks stays byte for byte.
 */
export function mendRaw(raw: Buffer): Buffer {
  const boundaries = new Set<string>();
  const first = endOfBlock(raw, 0);
  const pieces = [mendBlock(raw.toString("latin1", 0, first), boundaries, raw.subarray(first))];
  let at = first;
  for (let mark = nextMark(raw, at - 1); mark >= 0; mark = nextMark(raw, Math.max(mark + 1, at - 1))) {
    const start = raw.indexOf(LF, mark + 1) + 1;
    if (start === 0) break;
    if (!boundaries.has(raw.toString("latin1", mark + 3, Math.min(start, mark + 300)).trimEnd())) continue;
    const end = endOfBlock(raw, start);
    pieces.push(raw.subarray(at, start), mendBlock(raw.toString("latin1", start, end), boundaries));
    at = end;
  }
  return Buffer.concat([...pieces, raw.subarray(at)]);
}

/** The next line that begins with "--": the line break before it. */
function nextMark(raw: Buffer, from: number): number {
  return raw.indexOf("\n--", Math.max(0, from));
}

/** Where the empty line after a header block begins. */
function endOfBlock(raw: Buffer, start: number): number {
  let at = start;
  for (let lines = 0; lines < MOST_BLOCK_LINES; lines++) {
    if (raw[at] === LF || (raw[at] === CR && raw[at + 1] === LF)) return at;
    const lineEnd = raw.indexOf(LF, at);
    if (lineEnd < 0) return raw.length;
    at = lineEnd + 1;
  }
  return at;
}

/**
 * In: a header block as latin-1 text, the boundaries known so far, and for the mail's own block the body after it.
 * Out: the block's bytes; its boundary, if it has one, is known from now on.
 */
function mendBlock(block: string, boundaries: Set<string>, body?: Buffer): Buffer {
  // Some gateways break a long header without indenting the rest of it.
  const whole = block.replace(/;([ \t]*\r?\n)(?=(?:boundary|charset|name|filename)=)/gi, ";$1 ");
  const fields = whole.split(/(?<=\n)(?![ \t])/).filter((field) => field !== "");
  const hasType = fields.some((field) => IS_TYPE.test(field));
  const mended = fields.map((field) => (IS_TYPE.test(field) ? mendType(field, body) : mendHeader(field)));
  for (const field of mended.filter((candidate) => IS_TYPE.test(candidate))) {
    const boundary = boundaryOf(field);
    if (boundary) boundaries.add(boundary);
  }
  const added = hasType ? "" : `Content-Type: text/plain; charset=${UNSURE}\r\n`;
  return Buffer.from(added + mended.join(""));
}

const IS_TYPE = /^content-type[ \t]*:/i;

function mendType(field: string, body: Buffer | undefined): string {
  if (/multipart\//i.test(field)) return body ? mendBoundary(field, body) : mendHeader(field);
  if (!/text\//i.test(field)) return mendHeader(field);
  if (!/charset/i.test(field)) return mendHeader(field.replace(/\s*$/, (end) => `; charset=${UNSURE}${end}`));
  return mendHeader(
    field.replace(/charset\*?\s*=\s*"?(?:utf-?8|us-ascii|ascii)(?:"|(?=[\s;]|$))/i, `charset=${UNSURE}`),
  );
}

/** A boundary the body does not have gives way to the one it shows; a body that shows none is plain text. */
function mendBoundary(field: string, body: Buffer): string {
  const said = boundaryOf(field);
  if (said && body.includes(`--${said}`)) return mendHeader(field);
  const beginning = body.toString("latin1", 0, 4096);
  const shown = /^--(\S[^\r\n]{0,200}?)[ \t]*\r?\n(?:Content-[A-Za-z-]+:|\r?\n)/m.exec(beginning)?.[1];
  return shown
    ? `Content-Type: multipart/mixed; boundary="${shown}"\r\n`
    : `Content-Type: text/plain; charset=${UNSURE}\r\n`;
}

function boundaryOf(field: string): string | undefined {
  const said = /boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(field);
  return said?.[1] ?? said?.[2];
}
