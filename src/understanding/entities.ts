import type { Entity } from "./types.ts";

const PATTERNS: readonly (readonly [Entity["kind"], RegExp, (match: string) => string])[] = [
  ["ticketNumber", /\bM[Iİı]\s?-\s?\d{4}\s?-\s?\d{1,6}\b/giu, numbered("MI")],
  ["requestNumber", /\bTL\s?-\s?\d{4}\s?-\s?\d{1,6}\b/giu, numbered("TL")],
  ["email", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (match) => match],
];

/** "mi-2026-12" is "MI-2026-000012". */
function numbered(prefix: string): (match: string) => string {
  return (match) => {
    const [year = "", number = ""] = match.match(/\d+/g) ?? [];
    return `${prefix}-${year}-${number.padStart(6, "0")}`;
  };
}

/** Numbers of tickets and request entries, and mail addresses, in order, none inside another. */
export function findEntities(text: string): Entity[] {
  const found: Entity[] = [];
  for (const [kind, pattern, read] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { kind, value: read(match[0]), start: match.index, end: match.index + match[0].length };
      if (!found.some((other) => entity.start < other.end && other.start < entity.end)) found.push(entity);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
