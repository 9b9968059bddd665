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
  const trimmed = source.subarray(startOfHeaders(source));
  const isHeaded = /^[!-9;-~]{1,200}[ \t]*:/.test(trimmed.toString("latin1", 0, 250));
  return { raw: isHeaded ? trimmed : Buffer.concat([Buffer.from("\r\n"), trimmed]), remarks };
}

function startOfHeaders(source: Buffer): number {
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
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { start, end, isFirst } of headerBlocks(raw)) {
    const mended = mendBlock(raw.toString("latin1", start, end), isFirst ? raw.subarray(end) : undefined);
    pieces.push(raw.subarray(at, start), Buffer.from(mended));
    at = end;
  }
  return Buffer.concat([...pieces, raw.subarray(at)]);
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
}

/** The mail's own header block, and every block that follows a line beginning with "--". */
function* headerBlocks(raw: Buffer): Generator<Block> {
  let end = endOfBlock(raw, 0);
  yield { start: 0, end, isFirst: true };
  for (let mark = raw.indexOf("\n--", end - 1); mark >= 0; mark = raw.indexOf("\n--", Math.max(end - 1, mark + 1))) {
    const start = raw.indexOf(LF, mark + 1) + 1;
    if (start === 0) return;
    end = endOfBlock(raw, start);
    if (/^[!-9;-~]{1,60}[ \t]*:/.test(raw.toString("latin1", start, Math.min(end, start + 80)))) {
      yield { start, end, isFirst: false };
    } else end = start;
  }
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

/** In: a header block as latin-1 text; of the mail's own block also the body after it. Out: text. */
function mendBlock(block: string, body: Buffer | undefined): string {
  // Some gateways break a long header without indenting the rest of it.
  const whole = block.replace(/;([ \t]*\r?\n)(?=(?:boundary|charset|name|filename)=)/gi, ";$1 ");
  const fields = whole.split(/(?<=\n)(?![ \t])/);
  const hasType = fields.some((field) => /^content-type[ \t]*:/i.test(field));
  const mended = fields.map((field) =>
    /^content-type[ \t]*:/i.test(field) ? mendType(field, body) : mendHeader(field),
  );
  const added = body && !hasType ? `Content-Type: text/plain; charset=${UNSURE}\r\n` : "";
  return added + mended.join("");
}

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
  const said = /boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(field);
  const boundary = said?.[1] ?? said?.[2] ?? "";
  if (boundary !== "" && body.includes(`--${boundary}`)) return mendHeader(field);
  const beginning = body.toString("latin1", 0, 4096);
  const shown = /^--(\S[^\r\n]{0,200}?)[ \t]*\r?\n(?:Content-[A-Za-z-]+:|\r?\n)/m.exec(beginning)?.[1];
  return shown
    ? `Content-Type: multipart/mixed; boundary="${shown}"\r\n`
    : `Content-Type: text/plain; charset=${UNSURE}\r\n`;
}
