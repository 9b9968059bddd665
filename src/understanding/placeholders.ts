import type { Language } from "../core/knowledge.ts";
import type { Facts } from "./knowledge.ts";

const PLACEHOLDER = /\{\{\s*([\w-]+)\s*\}\}/g;

/** Puts the values of facts.yaml in; a value may itself name others. An unknown name stays as it is. */
export function fillPlaceholders(text: string, facts: Facts, language: Language): string {
  const once = (input: string): string =>
    input.replace(PLACEHOLDER, (whole, name: string) => facts[name]?.[language] ?? whole);
  return once(once(text));
}

/** Names written in a text that facts.yaml does not have. */
export function unknownPlaceholders(text: string, facts: Facts): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? "").filter((name) => !(name in facts));
}
