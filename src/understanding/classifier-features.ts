import { remembered, rememberedOf } from "../language/remembered.ts";
import { marksOf, type Token } from "./analyse.ts";
import { type FeatureNumbers, NO_NUMBER, type PairKind } from "./feature-numbers.ts";
import type { Hit, PatternIndex } from "./pattern.ts";
import type { TalkReader } from "./talk.ts";
import { NO_FEATURES, Tally, type Weighted } from "./tally.ts";
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

/** What the classifier looks at, in groups that are each scaled by themselves. */
export interface ClassifierFeatures {
  readonly letters: Weighted;
  readonly words: Weighted;
  readonly signs: Weighted;
  /** What the question before was about, and how that meets what is said now. */
  readonly context: Weighted;
}

type Reading = Omit<ClassifierFeatures, "context">;

/**
 * Reads the features of a run of tokens: letter runs of the words as typed, words, beginnings, concepts and neighbours as
 * understood, the signs of entries that were seen, and what was said before it. A feature is a name; what is worked with
 * is its number, remembered for each word, for naming features would be most of the work.
 */
export class FeatureReader {
  readonly #readers: SignReaders;
  readonly #tally = new Tally();
  readonly #numbers: FeatureNumbers;
  readonly #runs = remembered((form) => this.#numbersOf(runsOf(form)));
  readonly #word = remembered((form) => this.#numbersOf([`w${form}`, beginningOf(form)]));
  readonly #start = remembered(startOf);
  readonly #mark = remembered((mark) => this.#numbers.of(mark.startsWith("@") ? mark : `m${mark}`));
  readonly #sign = remembered((owner) => this.#numbers.of(`p${owner}`));
  readonly #said = rememberedOf((before: readonly Token[]) => this.#saidBefore(before));

  constructor(readers: SignReaders, numbers: FeatureNumbers) {
    this.#readers = readers;
    this.#numbers = numbers;
  }

  /** In: tokens, and those of the question before. */
  read(tokens: readonly Token[], before: readonly Token[] = []): ClassifierFeatures {
    const alone = this.#read(tokens);
    if (before.length === 0) return { ...alone, context: NO_FEATURES };
    const context = this.#context(tokens, before);
    const share = carriedShare(tokens);
    if (share === 0) return { ...alone, context };
    const carried = this.#read([...carriedOver(before, tokens), ...tokens]);
    return {
      letters: this.#blend(alone.letters, carried.letters, share),
      words: this.#blend(alone.words, carried.words, share),
      signs: this.#blend(alone.signs, carried.signs, share),
      context,
    };
  }

  #read(tokens: readonly Token[]): Reading {
    return { letters: this.#letters(tokens), words: this.#words(tokens), signs: this.#signs(tokens) };
  }

  #letters(tokens: readonly Token[]): Weighted {
    for (const token of tokens) this.#tally.addEach(this.#runs(token.was ?? token.form), 1);
    return this.#tally.take(dampened);
  }

  #words(tokens: readonly Token[]): Weighted {
    const tally = this.#tally;
    const numbers = this.#numbers;
    let before = "^";
    let meantBefore = "^";
    for (const token of tokens) {
      tally.addEach(this.#word(token.form), 1);
      const start = this.#start(token.form);
      tally.add(numbers.ofPair("neighbours", before, start), 1);
      before = start;
      for (const mark of token.marks) tally.add(this.#mark(mark), 1);
      if (!token.continues) {
        const meant = token.concepts[0] ?? token.stems[0] ?? token.form;
        tally.add(numbers.ofPair("meanings", meantBefore, meant), 1);
        meantBefore = meant;
      }
    }
    return tally.take(dampened);
  }

  #signs(tokens: readonly Token[]): Weighted {
    const marks = marksOf(tokens);
    this.#addSigns(this.#readers.patterns.find(marks));
    this.#addSigns(this.#readers.talk.signs(marks));
    this.#tally.add(this.#numbers.of(strangenessOf(tokens)), 1);
    return this.#tally.take();
  }

  #addSigns(hits: ReadonlyMap<string, Hit>): void {
    let most = 0;
    for (const { weight } of hits.values()) most = Math.max(most, weight);
    for (const [owner, { weight }] of hits) this.#tally.add(this.#sign(owner), weight === most ? 1 : 0.5);
  }

  #blend(alone: Weighted, carried: Weighted, share: number): Weighted {
    this.#tally.addAll(carried, share);
    this.#tally.addAll(alone, 1 - share);
    return this.#tally.take();
  }

  #context(tokens: readonly Token[], before: readonly Token[]): Weighted {
    const tally = this.#tally;
    const numbers = this.#numbers;
    const kind = `${tokens.some(isAnchor) ? "a" : "n"}${lengthOf(tokens)}`;
    const now = tokens.length <= MOST_CROSSED ? [...new Set(tokens.flatMap((token) => this.#saidNow(token)))] : [];
    tally.add(numbers.of(`g${kind}`), 1);
    for (const { name, met, crossed } of this.#said(before)) {
      tally.add(numbers.ofPair(met, name, kind), 1);
      for (const word of now) tally.add(numbers.ofPair(crossed, name, word), 1);
    }
    return tally.take();
  }

  #saidBefore(before: readonly Token[]): readonly Said[] {
    const signs = [...this.#readers.patterns.find(marksOf(before))].sort((a, b) => b[1].weight - a[1].weight);
    const matters = [...new Set(before.flatMap(matterOf))];
    return [
      ...matters.map((name): Said => ({ name, met: "matterMet", crossed: "matterCrossed" })),
      ...signs.slice(0, MOST_SIGNS).map(([name]): Said => ({ name, met: "entryMet", crossed: "entryCrossed" })),
    ];
  }

  #saidNow({ continues, concepts, form }: Token): readonly string[] {
    if (continues) return [];
    return concepts.length > 0 ? concepts : [this.#start(form)];
  }

  #numbersOf(names: readonly string[]): readonly number[] {
    return names.map((name) => this.#numbers.of(name)).filter((number) => number !== NO_NUMBER);
  }
}

/** A matter or an entry that was spoken of before, and what features it makes. */
interface Said {
  readonly name: string;
  readonly met: PairKind;
  readonly crossed: PairKind;
}

/** What is said twice does not count double. */
function dampened(count: number): number {
  return count > 1 ? 1 + Math.log(count) : count;
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

function matterOf({ continues, concepts, kind, stems, form }: Token): readonly string[] {
  if (continues) return [];
  if (concepts.length > 0 || kind === "plain") return concepts;
  return [stems[0] ?? form];
}

/** More strangers than this are many. */
const MANY_STRANGERS = 3;

/** How many words of another subject there are, and whether anything ties the message to ours. */
function strangenessOf(tokens: readonly Token[]): string {
  const strangers = Math.min(MANY_STRANGERS, tokens.filter(isOtherSubject).length);
  return `s${strangers}${tokens.some(isAnchor) ? "a" : ""}`;
}

const startOf = (form: string): string => form.slice(0, STEM_LENGTH);

/** The feature of how a word begins. */
export function beginningOf(form: string): string {
  return `b${startOf(form)}`;
}

function runsOf(form: string): string[] {
  const padded = ` ${form} `;
  const runs: string[] = [];
  for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length += 1) {
    for (let at = 0; at + length <= padded.length; at += 1) runs.push(padded.slice(at, at + length));
  }
  return runs;
}
