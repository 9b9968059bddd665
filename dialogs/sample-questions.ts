import type { Language } from "../src/core/knowledge.ts";
import type { Understander } from "../src/understanding/types.ts";

const HOW_MANY = 3;

/** One question each from the first few categories of the knowledge, to show what can be asked. */
export function sampleQuestions(understander: Understander, language: Language): string[] {
  const byCategory = new Map<string, string>();
  for (const entry of understander.entries.values()) {
    const question = entry.questions[language][0];
    if (entry.kind === "fact" && question && !byCategory.has(entry.category)) byCategory.set(entry.category, question);
    if (byCategory.size === HOW_MANY) break;
  }
  return [...byCategory.values()];
}
