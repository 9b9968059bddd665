import type { HeaderLines } from "mailparser";
import { readDate } from "./date.ts";
import { decodeHeader } from "./encoded-words.ts";
import type { HeaderLine } from "./mail-in-hand.ts";

/**
 * mailparser's header lines, decoded. They are read instead of its header map, which makes one object of all List-* headers,
 * an object of Return-Path, and the present time of a date it cannot read.
 */
export function decodeLines(lines: HeaderLines, most: number): HeaderLine[] {
  return lines.slice(0, most).map((field) => ({ name: field.key, value: decoded(field, lines).slice(0, 2000) }));
}

/** The first header of a name, decoded; later ones are ignored, as mail readers do. */
export function headerIn(lines: HeaderLines, name: string): string | undefined {
  const field = lines.find(({ key }) => key === name);
  return field && decoded(field, lines);
}

/** The first header of a name as its bytes in latin-1 text, still folded and encoded. */
export function rawHeaderIn(lines: HeaderLines, name: string): string | undefined {
  const field = lines.find(({ key }) => key === name);
  return field && valueIn(field);
}

export function dateIn(lines: HeaderLines): Date | undefined {
  return readDate(headerIn(lines, "date"));
}

/** Lines decoded already: a subject or a sender is asked for by its name, and is one of all lines as well. */
const known = new WeakMap<HeaderLines[number], string>();

function decoded(field: HeaderLines[number], lines: HeaderLines): string {
  const found = known.get(field);
  if (found !== undefined) return found;
  const raw = valueIn(field);
  const value = decodeHeader(raw, /[\u0080-\u00ff]/.test(raw) ? charsetIn(lines) : "");
  known.set(field, value);
  return value;
}

function valueIn({ line }: HeaderLines[number]): string {
  return line.slice(line.indexOf(":") + 1);
}

/** The charset of the mail's own text, when it says one. */
function charsetIn(lines: HeaderLines): string {
  return charsetOf(lines.find(({ key }) => key === "content-type")?.line ?? "");
}

/** The charset a Content-Type header names; "" for none. */
export function charsetOf(type: string): string {
  return /charset\s*=\s*"?([\w.:-]{1,60})/i.exec(type)?.[1] ?? "";
}
