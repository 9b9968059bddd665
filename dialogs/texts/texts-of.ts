import type { Language } from "../../src/core/knowledge.ts";
import { en } from "./en.ts";
import { type Texts, tr } from "./tr.ts";

const TEXTS: Readonly<Record<Language, Texts>> = { tr, en };

/** The sentences in one language. */
export function textsOf(language: Language): Texts {
  return TEXTS[language];
}
