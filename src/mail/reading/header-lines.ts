import type { HeaderLines } from "mailparser";
import { readDate } from "./date.ts";
import { decodeHeader } from "./encoded-words.ts";
import type { HeaderLine } from "./mail-in-hand.ts";

/**
 * mailparser's header lines, decoded. They are read instead of its header map, which makes one object of all List-* headers,
 * an object of Return-Path, and the present time of a date it cannot read.
 */
export function decodeLines(lines: HeaderLines, most: number): HeaderLine[] {
  return lines.slice(0, most).map(({ key, line }) => ({ name: key, value: decoded(line).slice(0, 2000) }));
}

/** The first header of a name, decoded; later ones are ignored, as mail readers do. */
export function headerIn(lines: HeaderLines, name: string): string | undefined {
  const line = lines.find(({ key }) => key === name)?.line;
  return line === undefined ? undefined : decoded(line);
}

export function dateIn(lines: HeaderLines): Date | undefined {
  return readDate(headerIn(lines, "date"));
}

function decoded(line: string): string {
  return decodeHeader(line.slice(line.indexOf(":") + 1));
}
