import { remembered } from "../language/remembered.ts";
import { marksOf, type Token, VERB_MARKS } from "./analyse.ts";
import type { Hit, PatternIndex } from "./pattern.ts";
import type { TalkReader } from "./talk.ts";
import { carriedOver, isAnchor, isOtherSubject } from "./topics.ts";

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

/** What the classifier looks at, in groups that are each scaled by themselves: feature to weight. */
export interface ClassifierFeatures {
  readonly letters: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
  readonly signs: ReadonlyMap<string, number>;
  /** What the question before was about, and how that meets what is said now. */
  readonly context: ReadonlyMap<string, number>;
}

type Reading = Omit<ClassifierFeatures, "context">;

/**
 * The features of a run of tokens: letter runs of the words as typed, words, beginnings, concepts and neighbours as
 * understood, the signs of entries that were seen, and what was said before it. In: tokens, what reads their signs, and
 * the tokens of the question before.
 */
export function classifierFeatures(
  tokens: readonly Token[],
  readers: SignReaders,
  before: readonly Token[] = [],
): ClassifierFeatures {
  const alone = read(tokens, readers);
  if (before.length === 0) return { ...alone, context: NOTHING_BEFORE };
  const share = carriedShare(tokens);
  const carried = share > 0 ? read([...carriedOver(before, tokens), ...tokens], readers) : alone;
  return {
    letters: blend(alone.letters, carried.letters, share),
    words: blend(alone.words, carried.words, share),
    signs: blend(alone.signs, carried.signs, share),
    context: contextOf(tokens, readers, before),
  };
}

const NOTHING_BEFORE: ReadonlyMap<string, number> = new Map();

function read(tokens: readonly Token[], { patterns, talk }: SignReaders): Reading {
  const letters = new Map<string, number>();
  const words = new Map<string, number>();
  let before = "^";
  let meantBefore = "^";
  for (const token of tokens) {
    addRuns(letters, token.was ?? token.form);
    const word = token.stems[0] ?? token.form;
    const meant = conceptsOf(token)[0] ?? word;
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
  return { letters: dampen(letters), words: dampen(words), signs };
}

/** What is said twice does not count double. */
function dampen(counts: Map<string, number>): Map<string, number> {
  for (const [feature, count] of counts) if (count > 1) counts.set(feature, 1 + Math.log(count));
  return counts;
}

function blend(
  alone: ReadonlyMap<string, number>,
  carried: ReadonlyMap<string, number>,
  share: number,
): ReadonlyMap<string, number> {
  if (share === 0) return alone;
  const blended = new Map<string, number>();
  for (const [feature, weight] of carried) blended.set(feature, share * weight);
  for (const [feature, weight] of alone) blended.set(feature, (blended.get(feature) ?? 0) + (1 - share) * weight);
  return blended;
}

/** Messages up to these many words are very short, short. */
const VERY_SHORT = 2;
const SHORT = 5;
/** How much of the question before is read into a message: the shorter it is and the less it names itself, the more. */
const CARRIED = { bare: [0.5, 0.35, 0.15], anchored: [0.45, 0.2, 0] };

function lengthOf(tokens: readonly Token[]): 0 | 1 | 2 {
  if (tokens.length <= VERY_SHORT) return 0;
  return tokens.length <= SHORT ? 1 : 2;
}

function carriedShare(tokens: readonly Token[]): number {
  return CARRIED[tokens.some(isAnchor) ? "anchored" : "bare"][lengthOf(tokens)] ?? 0;
}

/** Signs of the question before that are looked at. */
const MOST_SIGNS = 3;
/** Up to so many words, each is held against what was said before. */
const MOST_CROSSED = 6;

function contextOf(
  tokens: readonly Token[],
  { patterns }: SignReaders,
  before: readonly Token[],
): ReadonlyMap<string, number> {
  const kind = `${tokens.some(isAnchor) ? "a" : "n"}${lengthOf(tokens)}`;
  const signs = [...patterns.find(marksOf(before))].sort((a, b) => b[1].weight - a[1].weight).slice(0, MOST_SIGNS);
  const said = new Set([
    ...before.flatMap(matterOf).map((matter) => `x${matter}`),
    ...signs.map(([owner]) => `y${owner}`),
  ]);
  const now = tokens.length <= MOST_CROSSED ? new Set(tokens.flatMap(saidNow)) : [];
  const context = new Map([[`g${kind}`, 1]]);
  for (const matter of said) {
    context.set(`${matter} ${kind}`, 1);
    for (const word of now) context.set(`${matter}*${word}`, 1);
  }
  return context;
}

function conceptsOf(token: Token): string[] {
  return [...token.marks].filter((mark) => mark.startsWith("@") && !VERB_MARKS.has(mark));
}

function matterOf(token: Token): string[] {
  if (token.continues) return [];
  const concepts = conceptsOf(token);
  if (concepts.length > 0 || token.kind === "plain") return concepts;
  return [token.stems[0] ?? token.form];
}

function saidNow(token: Token): string[] {
  if (token.continues) return [];
  const concepts = conceptsOf(token);
  return concepts.length > 0 ? concepts : [token.form.slice(0, STEM_LENGTH)];
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
