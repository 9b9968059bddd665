import type { KnowledgeEntry, Language } from "../src/core/knowledge.ts";
import type { Understander } from "../src/understanding/types.ts";

const HOW_MANY = 3;
/** Longer ones do not fit a button in Teams. */
const LONGEST = 45;

/**
 * Questions to show what can be asked: of the facts people ask for in the most ways, one per category, each short
 * enough for a button and in the words of its title when that is a question.
 */
export function sampleQuestions(understander: Understander, language: Language): string[] {
  const facts = [...understander.entries.values()]
    .filter(({ kind }) => kind === "fact")
    .toSorted((a, b) => b.questions[language].length - a.questions[language].length);
  const categories = new Set<string>();
  const samples: string[] = [];
  for (const entry of facts) {
    const question = questionOf(entry, language);
    if (!question || categories.has(entry.category) || samples.length === HOW_MANY) continue;
    categories.add(entry.category);
    samples.push(question);
  }
  return samples;
}

function questionOf({ title, questions }: KnowledgeEntry, language: Language): string | undefined {
  return [title[language], ...questions[language]].find((text) => text.endsWith("?") && text.length <= LONGEST);
}
