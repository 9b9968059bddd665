import { fold } from "../../language/fold.ts";
import { joinedEssence } from "./joined-essence.ts";

/** Phrases of folded words with what they stand for. */
interface Phrases<Meaning> {
  /** For a text that is nothing but the phrase. */
  readonly exact: ReadonlyMap<string, Meaning>;
  /** For a text that holds the phrase among other words. */
  readonly open: ReadonlyMap<string, Meaning>;
  /** Words of the longest phrase. */
  readonly longest: number;
}

export function phrasesOf<Meaning extends string>(
  meanings: Readonly<Record<Meaning, readonly string[]>>,
): Phrases<Meaning> {
  const exact = new Map<string, Meaning>();
  const open = new Map<string, Meaning>();
  for (const [meaning, phrases] of Object.entries(meanings) as [Meaning, readonly string[]][]) {
    for (const phrase of phrases) {
      const folded = joinedEssence(phrase.replace(/^=/, ""));
      exact.set(folded, meaning);
      if (!phrase.startsWith("=")) open.set(folded, meaning);
    }
  }
  return { exact, open, longest: Math.max(...[...open.keys()].map((phrase) => phrase.split(" ").length)) };
}

/** The longest phrase that stands as whole words in the text. */
export function inside<Meaning>(
  { exact, open, longest }: Phrases<Meaning>,
  text: string,
  bare: (phrase: string) => string = (phrase) => phrase,
): Meaning | undefined {
  const whole = exact.get(text);
  if (whole !== undefined) return whole;
  const words = text.split(" ");
  let best = "";
  for (let start = 0; start < words.length; start += 1) {
    let phrase = "";
    for (const word of words.slice(start, start + longest)) {
      phrase = phrase === "" ? word : `${phrase} ${word}`;
      const known = open.has(phrase) ? phrase : bare(phrase);
      if (known.length > best.length && open.has(known)) best = known;
    }
  }
  return open.get(best);
}

interface WordSet {
  /** One of the words that count alone. */
  isWhole(folded: string): boolean;
  /** Begins with one of the others. */
  isBegun(folded: string): boolean;
}

export function wordSet(entries: readonly string[]): WordSet {
  const whole = new Set(entries.filter((entry) => entry.startsWith("=")).map((entry) => fold(entry.slice(1))));
  const beginnings = new Set(entries.filter((entry) => !entry.startsWith("=")).map(fold));
  return {
    isWhole: (word) => whole.has(word),
    isBegun(word) {
      for (let length = 2; length <= word.length; length += 1) if (beginnings.has(word.slice(0, length))) return true;
      return false;
    },
  };
}
