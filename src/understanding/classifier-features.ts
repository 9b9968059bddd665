import { remembered } from "../language/remembered.ts";
import { marksOf, type Token, VERB_MARKS } from "./analyse.ts";
import type { Hit, PatternIndex } from "./pattern.ts";
import type { TalkReader } from "./talk.ts";
import { isAnchor, isOtherSubject } from "./topics.ts";

/** What reads the signs in a message. */
export interface SignReaders {
  readonly patterns: PatternIndex;
  readonly talk: TalkReader;
}

/** Letter runs inside words, from and up to this length. */
const SHORTEST_RUN = 2;
const LONGEST_RUN = 5;
/** The start of a Turkish word carries its meaning. */
const STEM_LENGTH = 5;

/** What the classifier looks at, in three groups that are each scaled by themselves. */
export interface ClassifierFeatures {
  readonly letters: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
  readonly signs: ReadonlyMap<string, number>;
}

/**
 * The features of a run of tokens: letter runs of the words as typed, words, beginnings, concepts and neighbours as
 * understood, and the signs of entries that were seen. In: tokens, and what reads their signs.
 */
export function classifierFeatures(tokens: readonly Token[], { patterns, talk }: SignReaders): ClassifierFeatures {
  const letters = new Map<string, number>();
  const words = new Map<string, number>();
  let before = "^";
  let meantBefore = "^";
  for (const token of tokens) {
    addRuns(letters, token.was ?? token.form);
    const word = token.stems[0] ?? token.form;
    const meant = [...token.marks].find((mark) => mark.startsWith("@") && !VERB_MARKS.has(mark)) ?? word;
    add(words, `w${token.form}`);
    add(words, beginningOf(token.form));
    add(words, `n${before} ${token.form.slice(0, STEM_LENGTH)}`);
    for (const mark of token.marks) add(words, mark.startsWith("@") ? mark : `m${mark}`);
    if (!token.continues) {
      add(words, `c${meantBefore} ${meant}`);
      meantBefore = meant;
    }
    before = token.form.slice(0, STEM_LENGTH);
  }
  const marks = marksOf(tokens);
  const signs = new Map([...signsOf(patterns.find(marks)), ...signsOf(talk.signs(marks))]);
  signs.set(strangenessOf(tokens), 1);
  return { letters, words, signs };
}

/** More strangers than this are many. */
const MANY_STRANGERS = 3;

/** How many words of another subject there are, and whether anything ties the message to ours. */
function strangenessOf(tokens: readonly Token[]): string {
  const strangers = Math.min(MANY_STRANGERS, tokens.filter(isOtherSubject).length);
  return `s${strangers}${tokens.some(isAnchor) ? "a" : ""}`;
}

/** The feature of how a word begins. */
export function beginningOf(form: string): string {
  return `b${form.slice(0, STEM_LENGTH)}`;
}

function signsOf(hits: ReadonlyMap<string, Hit>): Map<string, number> {
  const signs = new Map<string, number>();
  const found = [...hits].sort((a, b) => b[1].weight - a[1].weight);
  const [most] = found;
  for (const [owner, { weight }] of found) signs.set(`p${owner}`, weight === most?.[1].weight ? 1 : 0.5);
  return signs;
}

function addRuns(letters: Map<string, number>, form: string): void {
  for (const run of runsOf(form)) add(letters, run);
}

const runsOf = remembered((form: string): readonly string[] => {
  const padded = ` ${form} `;
  const runs: string[] = [];
  for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length += 1) {
    for (let at = 0; at + length <= padded.length; at += 1) runs.push(padded.slice(at, at + length));
  }
  return runs;
});

function add(features: Map<string, number>, feature: string): void {
  features.set(feature, (features.get(feature) ?? 0) + 1);
}
