import { NEUTRAL_WORDS } from "../language/common-words.ts";
import { essence } from "../language/fold.ts";
import { stem } from "../language/stem.ts";
import { formsOf } from "../language/tokens.ts";

/** How much the stems and the letters of two questions count. */
const STEMS = 0.6;
const LETTERS = 0.4;

/** A question as it is compared: what it is about, and how it is spelt. */
export interface Features {
  readonly stems: ReadonlySet<string>;
  readonly triples: ReadonlySet<string>;
}

/** One name for a question however it was typed: folded, without punctuation. */
export function questionKey(text: string): string {
  return essence(text);
}

/** What a question is about: stems of the words that tell something (of all words when none does), and their letter triples. */
export function matterOf(text: string): Features {
  const forms = formsOf(text);
  const telling = forms.filter((form) => !NEUTRAL_WORDS.has(form));
  return featuresOf(telling.length > 0 ? telling : forms);
}

/** What a question says, every word of it: "kim öder" and "nasıl ödenir" are about one matter and ask two things. */
export function wordingOf(text: string): Features {
  return featuresOf(formsOf(text));
}

function featuresOf(forms: readonly string[]): Features {
  const stems = new Set(forms.map(stem));
  const triples = new Set<string>();
  for (const one of stems) {
    const padded = `^${one}$`;
    for (let at = 0; at + 3 <= padded.length; at += 1) triples.add(padded.slice(at, at + 3));
  }
  return { stems, triples };
}

/** How alike two questions are, 0 to 1: shared stems, and shared letters for what was spelt another way (Dice). */
export function likeness(a: Features, b: Features): number {
  return STEMS * dice(a.stems, b.stems) + LETTERS * dice(a.triples, b.triples);
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
