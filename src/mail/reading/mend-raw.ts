import { mendHeader } from "./encoded-words.ts";
import { charsetOf } from "./header-lines.ts";
import { MOST_BLOCK_LINES, startOfText } from "./trim-raw.ts";

const LF = 0x0a;
const CR = 0x0d;
/** A label no decoder knows, so that every part under it is judged by its bytes (repairing-decoder.ts). */
const UNSURE = "x-unsure";
/** Bytes of a body by which it is told whether it is base64. */
const LOOKED_AT = 1024;

/**
 * A copy of a raw mail with its header blocks mended: raw 8-bit bytes and wrongly labelled words become what they say, text
 * parts labelled UTF-8, ASCII or nothing are put to the test, a boundary that never appears is replaced by the one that does.
 * For mails whose first reading shows damage; content between the header blocks stays byte for byte.
 */
export function mendRaw(raw: Buffer): Buffer {
  const boundaries = new Set<string>();
  const first = endOfBlock(raw, 0);
  const body = raw.subarray(first);
  const pieces = [mendBlock(raw.toString("latin1", 0, first), { boundaries, beginning: beginningOf(body), body })];
  let at = first;
  for (let mark = nextMark(raw, at - 1); mark >= 0; mark = nextMark(raw, Math.max(mark + 1, at - 1))) {
    const start = raw.indexOf(LF, mark + 1) + 1;
    if (start === 0) break;
    if (!boundaries.has(raw.toString("latin1", mark + 3, Math.min(start, mark + 300)).trimEnd())) continue;
    const end = endOfBlock(raw, start);
    const text = startOfText(raw.subarray(start, end));
    const headEnd = text === undefined ? end : start + text;
    const block = raw.toString("latin1", start, headEnd);
    const around = { boundaries, beginning: beginningOf(raw.subarray(headEnd)) };
    pieces.push(raw.subarray(at, start), mendBlock(block, around), Buffer.from(text === undefined ? "" : "\r\n"));
    at = headEnd;
  }
  return Buffer.concat([...pieces, raw.subarray(at)]);
}

function beginningOf(body: Buffer): string {
  return body.toString("latin1", 0, LOOKED_AT);
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

/** What stands around a header block. */
interface Around {
  /** The boundaries known so far. */
  readonly boundaries: Set<string>;
  /** What follows the block, as latin-1 text. */
  readonly beginning: string;
  /** All that follows, for the mail's own block. */
  readonly body?: Buffer;
}

/** In: a header block as latin-1 text. Out: the block's bytes; its boundary, if it has one, is known from now on. */
function mendBlock(block: string, { boundaries, beginning, body }: Around): Buffer {
  // Some gateways break a long header without indenting the rest of it.
  const whole = block.replace(/;([ \t]*\r?\n)(?=(?:boundary|charset|name|filename)=)/gi, ";$1 ");
  const fields = whole.split(/(?<=\n)(?![ \t])/).filter((field) => field !== "");
  const type = fields.find((field) => IS_TYPE.test(field));
  const isText = type === undefined || /text\//i.test(type) || isNoType(type);
  const isFile = /\b(?:file)?name\*?\d*\*?=/i.test(whole);
  const mended = fields
    .filter((field) => !(isText && isUntrue(field, { beginning, isFile })))
    .map((field) => (IS_TYPE.test(field) ? mendType(field, body) : mendHeader(field, charsetOf(type ?? ""))));
  for (const field of mended.filter((candidate) => IS_TYPE.test(candidate))) {
    const boundary = boundaryOf(field);
    if (boundary) boundaries.add(boundary);
  }
  const added = type === undefined ? `Content-Type: text/plain; charset=${UNSURE}\r\n` : "";
  return Buffer.from(added + mended.join(""));
}

/** Three words in a line are no base64. */
const THREE_WORDS = /\S[ \t]+\S+[ \t]+\S/;
const IS_TYPE = /^content-type[ \t]*:/i;

/** Whether a text's head says of it what it is not: base64 that is none, or that it is to be shown in a way nobody knows. */
function isUntrue(
  field: string,
  { beginning, isFile }: { readonly beginning: string; readonly isFile: boolean },
): boolean {
  if (/^content-transfer-encoding[ \t]*:\s*base64\s*$/i.test(field))
    return THREE_WORDS.test(beginning.split(/\r?\n--/)[0] ?? "");
  return !isFile && /^content-disposition[ \t]*:(?!\s*"?(?:attachment|inline))/i.test(field);
}

/** A type without a subtype says nothing; such a part is plain text (RFC 2045 §5.2), unless it is named like a file. */
function isNoType(field: string): boolean {
  return !/^content-type[ \t]*:\s*"?[!-.0-~]+\/[!-.0-~]+/i.test(field) && !/\bname\*?\d*\*?=/i.test(field);
}

function mendType(field: string, body: Buffer | undefined): string {
  if (/multipart\//i.test(field)) return body ? mendBoundary(field, body) : mendHeader(field);
  if (isNoType(field)) return `Content-Type: text/plain; charset=${UNSURE}\r\n`;
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
  const said = /boundary\s*=\s*(?:"([^"\r\n]*)"|([^\s;]+))/i.exec(field);
  return said?.[1] ?? said?.[2];
}
