import { essence } from "./essence.ts";

/** Phrases of folded words with what they stand for. */
export interface Phrases<Meaning> {
  /** For a text that is nothing but the phrase. */
  readonly exact: ReadonlyMap<string, Meaning>;
  /** For a text that holds the phrase among other words. */
  readonly open: ReadonlyMap<string, Meaning>;
  /** Words of the longest phrase. */
  readonly longest: number;
}

/** Phrases by their meanings; "=phrase" stands for a text that is nothing else. */
export function phrasesOf<Meaning extends string>(
  meanings: Readonly<Record<Meaning, readonly string[]>>,
): Phrases<Meaning> {
  const exact = new Map<string, Meaning>();
  const open = new Map<string, Meaning>();
  for (const [meaning, phrases] of Object.entries(meanings) as [Meaning, readonly string[]][]) {
    for (const phrase of phrases) {
      const folded = essence(phrase.replace(/^=/, ""));
      exact.set(folded, meaning);
      if (!phrase.startsWith("=")) open.set(folded, meaning);
    }
  }
  return { exact, open, longest: Math.max(...[...open.keys()].map((phrase) => phrase.split(" ").length)) };
}

/** What the longest phrase means that stands as whole words in the text. */
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
