import type { Entity } from "../src/understanding/types.ts";

const PERSONAL: ReadonlySet<Entity["kind"]> = new Set(["nationalId", "phone", "email"]);
const MASK = "•••";

/** The text with national ids, phones and addresses covered, for what is kept outside of a ticket. */
export function maskPersonal(text: string, entities: readonly Entity[]): string {
  return entities
    .filter((entity) => PERSONAL.has(entity.kind))
    .toSorted((a, b) => b.start - a.start)
    .reduce((masked, { start, end }) => masked.slice(0, start) + MASK + masked.slice(end), text);
}
