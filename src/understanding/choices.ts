import type { KnowledgeEntry, Language } from "../core/knowledge.ts";
import { isSameText } from "../language/fold.ts";
import type { Token } from "./analyse.ts";
import type { Choice } from "./types.ts";

const MOST_CHOICES = 3;
const ORDINALS: readonly ReadonlySet<string>[] = [
  "1 ilk ilki ilkini birinci birincisi birincisini first one bir",
  "2 ikinci ikincisi ikincisini second two iki",
  "3 ucuncu ucuncusu ucuncusunu third three uc son sonuncu sonuncusu last",
].map((words) => new Set(words.split(" ")));

/** Choices a person can tap or type; each text is the entry's own title and so gets its answer. */
export function choicesOf(entries: readonly KnowledgeEntry[], language: Language): Choice[] {
  return entries.slice(0, MOST_CHOICES).map((entry) => ({ entry: entry.id, text: entry.title[language] }));
}

/** The choice on offer that a message picks by its text, its number ("2") or its place ("ikincisi"). */
export function pickChoice(text: string, tokens: readonly Token[], offered: readonly Choice[]): Choice | undefined {
  const same = offered.find((choice) => isSameText(choice.text, text));
  if (same || tokens.length === 0 || tokens.length > 3) return same;
  const place = ORDINALS.findIndex((words) =>
    tokens.some((token) => words.has(token.form) || words.has([...token.marks][0] ?? "")),
  );
  const restIsFiller = tokens.every((token) => !token.marks.has("@money") && !token.marks.has("@phone"));
  if (place < 0 || !restIsFiller) return undefined;
  return place >= 2 && tokens.some((token) => /^(son|last)/.test(token.form)) ? offered.at(-1) : offered[place];
}
