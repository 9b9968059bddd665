const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const LINE_END = Buffer.from("\r\n");

/** The two parts of a multipart/signed (RFC 1847 §2.1), head and body each, byte for byte. */
export interface SignedParts {
  readonly content: Buffer;
  readonly signature: Buffer;
}

interface Delimiter {
  /** Where the line break before it begins, which belongs to it. */
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
}

/**
 * Takes a multipart/signed apart. In: the raw mail and its boundary. Out: undefined when it has not exactly two parts and an end:
 * then what is shown cannot be told from what is signed.
 */
export function signedParts(raw: Buffer, boundary: string): SignedParts | undefined {
  const [first, second, last] = boundary === "" ? [] : delimiters(raw, boundary);
  if (!first || !second || !last?.isLast || first.isLast || second.isLast) return undefined;
  return { content: raw.subarray(first.end, second.start), signature: raw.subarray(second.end, last.start) };
}

/** The first three lines that begin with the boundary. */
function delimiters(raw: Buffer, boundary: string): Delimiter[] {
  const mark = Buffer.from(`\n--${boundary}`, "latin1");
  const found: Delimiter[] = [];
  for (let at = raw.indexOf(mark); at >= 0 && found.length < 3; at = raw.indexOf(mark, at + 1)) {
    let end = at + mark.length;
    const isLast = raw[end] === DASH && raw[end + 1] === DASH;
    if (isLast) end += 2;
    while (raw[end] === 0x20 || raw[end] === 0x09 || raw[end] === CR) end += 1;
    // Another boundary may begin with this one.
    if (end < raw.length && raw[end] !== LF) continue;
    found.push({ start: raw[at - 1] === CR ? at - 1 : at, end: end + 1, isLast });
  }
  return found;
}

/** The same with CRLF at the end of every line, as it was when it was signed (RFC 8551 §3.1.1). */
export function withLineEnds(content: Buffer): Buffer {
  let bare = 0;
  for (let at = nextBare(content, 0); at >= 0; at = nextBare(content, at + 1)) bare += 1;
  if (bare === 0) return content;
  const whole = Buffer.allocUnsafe(content.length + bare);
  let done = 0;
  let length = 0;
  for (let at = nextBare(content, 0); at >= 0; at = nextBare(content, at + 1)) {
    length += content.copy(whole, length, done, at);
    length += LINE_END.copy(whole, length);
    done = at + 1;
  }
  content.copy(whole, length, done);
  return whole;
}

/** The next LF without CR before it. */
function nextBare(content: Buffer, from: number): number {
  let at = content.indexOf(LF, from);
  while (at > 0 && content[at - 1] === CR) at = content.indexOf(LF, at + 1);
  return at;
}
