import { asciiLower } from "../../language/turkish-case.ts";

const EQUALS = 0x3d;
const CR = 0x0d;
const LF = 0x0a;

/**
 * The content of a part without its transfer encoding (RFC 2045 §6). In: the body bytes, the header's value, and how many
 * bytes of content are wanted at most. Out: the content; damaged input gives what can be had. Unknown encodings are
 * taken as they are.
 */
export function decodeTransfer(body: Buffer, encoding: string | undefined, most = Number.POSITIVE_INFINITY): Buffer {
  const name = asciiLower(encoding ?? "").trim();
  if (name === "base64") return fromBase64(body, most);
  if (name === "quoted-printable") return fromQuotedPrintable(body, most);
  if (/^(?:x-)?uu(?:encode)?$/.test(name)) return fromUuencode(body, most);
  return body.length > most ? body.subarray(0, most) : body;
}

/** Size of the content in bytes, without decoding it: exact for base64 in lines, close for quoted-printable. */
export function contentSize(body: Buffer, encoding: string | undefined): number {
  const name = asciiLower(encoding ?? "").trim();
  if (name === "base64") return base64Size(body);
  return name === "quoted-printable" ? fromQuotedPrintable(body, Number.POSITIVE_INFINITY).length : body.length;
}

function base64Size(body: Buffer): number {
  let lines = 0;
  for (let at = body.indexOf(LF); at >= 0; at = body.indexOf(LF, at + 1)) lines += body[at - 1] === CR ? 2 : 1;
  let padding = 0;
  for (let at = body.length - 1; at >= 0 && padding < 2; at--) {
    const byte = body[at];
    if (byte === EQUALS) padding++;
    else if (byte !== CR && byte !== LF) break;
  }
  return Math.max(0, Math.floor(((body.length - lines) * 3) / 4) - padding);
}

function fromBase64(body: Buffer, most: number): Buffer {
  const wanted = Number.isFinite(most) ? body.subarray(0, Math.ceil(most * 1.4) + 4) : body;
  const text = wanted.toString("latin1");
  const padding = text.indexOf("=");
  // Several padded pieces one after another (some gateways append a footer): each is decoded by itself.
  const isOnePiece = padding < 0 || !/[A-Za-z0-9+/]/.test(text.slice(padding));
  const content = isOnePiece
    ? Buffer.from(text, "base64")
    : Buffer.concat(text.split(/=+/).map((piece) => Buffer.from(piece, "base64")));
  return content.subarray(0, Math.min(content.length, most));
}

function fromQuotedPrintable(body: Buffer, most: number): Buffer {
  const content = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length && length < most; at++) {
    const byte = body[at] ?? 0;
    if (byte !== EQUALS) {
      content[length++] = byte;
      continue;
    }
    const soft = softBreak(body, at + 1);
    const value = soft > 0 ? -1 : hexPair(body[at + 1], body[at + 2]);
    if (soft > 0) at += soft;
    else if (value >= 0) {
      content[length++] = value;
      at += 2;
    } else content[length++] = byte;
  }
  return content.subarray(0, length);
}

/** Bytes a soft line break takes after its "=": blanks and the line end; 0 when there is none. */
function softBreak(body: Buffer, from: number): number {
  let at = from;
  while (body[at] === 0x20 || body[at] === 0x09) at++;
  if (body[at] === CR && body[at + 1] === LF) return at + 2 - from;
  if (body[at] === LF) return at + 1 - from;
  return at >= body.length ? at - from : 0;
}

function hexPair(high: number | undefined, low: number | undefined): number {
  const a = hexDigit(high);
  const b = hexDigit(low);
  return a < 0 || b < 0 ? -1 : a * 16 + b;
}

function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function fromUuencode(body: Buffer, most: number): Buffer {
  const lines = body.toString("latin1").split(/\r?\n/);
  const pieces: Buffer[] = [];
  for (const line of lines) {
    if (/^begin [0-7]{3,4} /.test(line)) continue;
    if (line === "end") break;
    pieces.push(uuLine(line));
  }
  const content = Buffer.concat(pieces);
  return content.subarray(0, Math.min(content.length, most));
}

function uuLine(line: string): Buffer {
  const length = (line.charCodeAt(0) - 32) & 63;
  const bytes: number[] = [];
  for (let at = 1; bytes.length < length && at < line.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((offset) => (line.charCodeAt(at + offset) - 32) & 63);
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return Buffer.from(bytes.slice(0, length));
}
