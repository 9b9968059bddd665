import type { FieldChange } from "../core/events.ts";

/** What differs between two values, by the paths of the parts: "targets.urgent.firstResponse". */
export function changesBetween(before: object, after: object): FieldChange[] {
  const [from, to] = [partsOf(before), partsOf(after)];
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((field) => JSON.stringify(from.get(field) ?? null) !== JSON.stringify(to.get(field) ?? null))
    .map((field) => ({ field, from: from.get(field) ?? null, to: to.get(field) ?? null }));
}

/** Objects are taken apart; lists are parts of their own. */
function partsOf(value: object, path = ""): Map<string, unknown> {
  const parts = new Map<string, unknown>();
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    const isObject = typeof part === "object" && part !== null && !Array.isArray(part);
    if (!isObject) parts.set(`${path}${name}`, part);
    else for (const [inner, one] of partsOf(part, `${path}${name}.`)) parts.set(inner, one);
  }
  return parts;
}
