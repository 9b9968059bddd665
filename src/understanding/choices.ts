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

/** Words that may stand beside a place without saying anything else ("ikinci olan lütfen"). */
const FILLER =
  /^(?:olan\w*|secene[kg]\w*|secer\w*|sectim|soru\w*|madde\w*|numara\w*|nolu|no|lutfen|tamam|peki|evet|ver\w*|yaz\w*|soyle\w*|acikla\w*|anlat\w*|goster\w*|m[iu]s[iu]n\w*|the|option|choice|number|please|tell|me|show)$/;

/** The choice on offer that a message picks by its text, its number ("2") or its place ("ikincisi"), and says nothing else. */
export function pickChoice(text: string, tokens: readonly Token[], offered: readonly Choice[]): Choice | undefined {
  const same = offered.find((choice) => isSameText(choice.text, text));
  const [place, ...more] = tokens.filter(({ form }, at) => !FILLER.test(form) && !(at > 0 && form === "one"));
  if (same || !place || more.length > 0) return same;
  const at = ORDINALS.findIndex((words) => words.has(place.form) || words.has([...place.marks][0] ?? ""));
  return at >= 2 && /^(son|last)/.test(place.form) ? offered.at(-1) : offered[at];
}
