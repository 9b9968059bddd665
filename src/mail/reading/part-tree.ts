import { firstHeader, type RawHeader, readHeaderBlock } from "./header-block.ts";
import type { ReadLimits } from "./mail-in-hand.ts";
import { readStructured } from "./parameters.ts";

/** One MIME entity: where its bytes lie, and what its headers say of them. Nothing is copied. */
export interface Part {
  readonly headers: readonly RawHeader[];
  /** Lower case, "text/plain" when nothing is said (RFC 2045 §5.2). */
  readonly type: string;
  readonly params: ReadonlyMap<string, string>;
  readonly disposition: string;
  readonly name?: string;
  readonly encoding?: string;
  readonly contentId?: string;
  /** The bytes this part's range refers to: the raw mail, or the content unwrapped from a signature. */
  readonly source: Buffer;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Parts of a multipart; the message of a message/rfc822 is opened elsewhere (enclosed.ts). */
  readonly children: readonly Part[];
}

/** Shared by one reading: how many parts are left, and what was noticed. */
export interface TreeWalk {
  readonly limits: ReadLimits;
  partsLeft: number;
  /** There was a multipart without a boundary, or one whose boundary never appears. */
  brokenMultipart: boolean;
  /** More parts or levels than the limits allow. */
  cut: boolean;
}

export function newWalk(limits: ReadLimits): TreeWalk {
  return { limits, partsLeft: limits.parts, brokenMultipart: false, cut: false };
}

/** The parts of the entity in `source[start, end)`. Linear in its size for every level. */
export function readParts(source: Buffer, start: number, end: number, walk: TreeWalk, depth = 0, digest = false): Part {
  walk.partsLeft--;
  const block = readHeaderBlock(source, start, end, walk.limits.headerLines);
  if (block.cut) walk.cut = true;
  const content = readStructured(firstHeader(block.lines, "content-type"));
  const disposition = readStructured(firstHeader(block.lines, "content-disposition"));
  const type = /^[^\s/]+\/[^\s/]+$/.test(content.value) ? content.value : digest ? "message/rfc822" : "text/plain";
  const name = disposition.params.get("filename") ?? content.params.get("name");
  const encoding = firstHeader(block.lines, "content-transfer-encoding")?.replace(/[\s;(].*$/s, "");
  const contentId = firstHeader(block.lines, "content-id")?.match(/[^<>\s]+/)?.[0];
  const part = {
    headers: block.lines,
    type,
    params: content.params,
    disposition: disposition.value,
    ...(name && { name }),
    ...(encoding && { encoding }),
    ...(contentId && { contentId }),
    source,
    bodyStart: block.bodyStart,
    bodyEnd: end,
  };
  return { ...part, children: type.startsWith("multipart/") ? readChildren(part, walk, depth) : [] };
}

function readChildren(part: Omit<Part, "children">, walk: TreeWalk, depth: number): Part[] {
  if (depth >= walk.limits.depth) {
    walk.cut = true;
    return [];
  }
  let ranges = splitAtBoundary(part, part.params.get("boundary") ?? "", walk);
  if (ranges.length === 0) {
    walk.brokenMultipart = true;
    ranges = splitAtBoundary(part, guessBoundary(part), walk);
  }
  if (ranges.length === 0) return asText(part);
  const children: Part[] = [];
  for (const [start, end] of ranges) {
    if (walk.partsLeft <= 0) {
      walk.cut = true;
      break;
    }
    children.push(readParts(part.source, start, end, walk, depth + 1, part.type === "multipart/digest"));
  }
  return children;
}

/** The boundary the body itself shows: a "--" line followed by a header of a part. */
function guessBoundary({ source, bodyStart, bodyEnd }: Omit<Part, "children">): string {
  const beginning = source.toString("latin1", bodyStart, Math.min(bodyEnd, bodyStart + 4096));
  return /^--(\S[^\r\n]{0,200}?)[ \t]*\r?\n(?:Content-[A-Za-z-]+:|\r?\n)/m.exec(beginning)?.[1] ?? "";
}

/** A multipart that shows no parts is read as plain text: better seen in the raw than not seen. */
function asText(part: Omit<Part, "children">): Part[] {
  const { encoding: _encoding, name: _name, contentId: _contentId, ...rest } = part;
  return [{ ...rest, headers: [], type: "text/plain", params: new Map(), disposition: "", children: [] }];
}

/** Byte ranges between the delimiter lines (RFC 2046 §5.1.1); a missing last delimiter is borne. */
function splitAtBoundary(part: Omit<Part, "children">, boundary: string, walk: TreeWalk): [number, number][] {
  const { source, bodyStart, bodyEnd } = part;
  if (boundary === "" || boundary.length > 250) return [];
  const ranges: [number, number][] = [];
  let open = -1;
  for (const line of delimiterLines(source, bodyStart, bodyEnd, Buffer.from(`--${boundary}`, "utf8"))) {
    if (open >= 0) ranges.push([open, endBefore(source, open, line.at)]);
    open = line.isLast ? -1 : line.next;
    if (line.isLast || ranges.length >= walk.limits.parts) return ranges;
  }
  if (open >= 0 && open < bodyEnd) ranges.push([open, bodyEnd]);
  return ranges;
}

interface DelimiterLine {
  readonly at: number;
  readonly next: number;
  readonly isLast: boolean;
}

function* delimiterLines(source: Buffer, start: number, end: number, delimiter: Buffer): Generator<DelimiterLine> {
  let at = source.indexOf(delimiter, start);
  while (at >= 0 && at < end) {
    const line = delimiterLine(source, at, delimiter.length, start, end);
    if (line) yield { at, ...line };
    at = source.indexOf(delimiter, line ? line.next : at + 1);
  }
}

/** Whether a delimiter found at this place is a line of its own, and where the next line begins. */
function delimiterLine(source: Buffer, at: number, length: number, start: number, end: number) {
  if (at > start && source[at - 1] !== 0x0a) return undefined;
  const lineEnd = source.indexOf(0x0a, at);
  const next = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
  if (next - at > length + 100) return undefined;
  const rest = source.toString("latin1", at + length, next);
  const isLast = /^--\s*$/.test(rest);
  return isLast || /^\s*$/.test(rest) ? { isLast, next } : undefined;
}

/** The line break before a delimiter belongs to the delimiter. */
function endBefore(source: Buffer, start: number, at: number): number {
  let end = at;
  if (end > start && source[end - 1] === 0x0a) end--;
  if (end > start && source[end - 1] === 0x0d) end--;
  return end;
}
