import { asciiLower } from "../../language/turkish-case.ts";

const LF = 0x0a;
const CR = 0x0d;
/** An empty line is looked for this far; an honest mail has a few kilobytes of headers. In bytes. */
const MOST_HEADER_BYTES = 1024 * 1024;

/** A header field before decoding: its bytes as latin-1 text, unfolded. */
export interface RawHeader {
  readonly name: string;
  readonly value: string;
}

export interface HeaderBlock {
  readonly lines: readonly RawHeader[];
  /** Where the body begins. */
  readonly bodyStart: number;
  /** True when there were more lines than the limit. */
  readonly cut: boolean;
}

/**
 * Header fields of the entity that begins at `start` (RFC 5322 §2.2, with LF for CRLF borne). Lines that are no header are
 * passed over; when the very first line is none, the entity has no headers and all of it is body.
 */
export function readHeaderBlock(source: Buffer, start: number, end: number, mostLines: number): HeaderBlock {
  const stop = Math.min(end, start + MOST_HEADER_BYTES);
  const fields: { name: string; pieces: string[] }[] = [];
  let at = start;
  let isCut = false;
  while (at < stop) {
    const { text, next } = lineAt(source, at, end);
    if (text === "") return { lines: fields.map(joined), bodyStart: next, cut: isCut };
    const colon = headerColon(text);
    if (/^[ \t]/.test(text)) fields.at(-1)?.pieces.push(text.trim());
    else if (fields.length >= mostLines) isCut = true;
    else if (colon > 0) {
      fields.push({ name: asciiLower(text.slice(0, colon).trim()), pieces: [text.slice(colon + 1).trim()] });
    } else if (fields.length === 0) return { lines: [], bodyStart: start, cut: false };
    at = next;
  }
  return { lines: fields.map(joined), bodyStart: at, cut: isCut || stop < end };
}

function joined({ name, pieces }: { name: string; pieces: string[] }): RawHeader {
  return { name, value: pieces.join(" ").trimEnd() };
}

function lineAt(source: Buffer, start: number, end: number): { readonly text: string; readonly next: number } {
  const lineEnd = source.indexOf(LF, start);
  const next = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
  return { text: source.toString("latin1", start, contentEnd(source, start, next)), next };
}

function contentEnd(source: Buffer, start: number, next: number): number {
  let end = next;
  if (end > start && source[end - 1] === LF) end--;
  while (end > start && source[end - 1] === CR) end--;
  return end;
}

/** Place of the colon after a field name of printable ASCII; -1 when the line is no header. */
function headerColon(line: string): number {
  const match = /^[!-9;-~]{1,200}[ \t]*:/.exec(line);
  return match ? match[0].length - 1 : -1;
}

/** The first value of a header; duplicates are ignored as mail readers do. */
export function firstHeader(lines: readonly RawHeader[], name: string): string | undefined {
  return lines.find((line) => line.name === name)?.value;
}
