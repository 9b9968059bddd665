import { endsStatement } from "../language/colloquial.ts";
import { conceptsIn, type Token } from "./analyse.ts";
import { isAsking, isAspect, isTopic } from "./topics.ts";

const JOINING = new Set("ve ayrica bide hem hemde and also".split(" "));
/** "Şeflik ile Büro aynı mı" asks one thing of two. */
const COMPARING = new Set("ayni farkli fark farki arasinda same different difference".split(" "));
/** "süresiyle fiyatı": an ending that means "and" before another noun. */
const WITH = /[aeiou]yl[ae]$/;
const HARD = /[?!;\n]|\.(?=\s|$)/;
const SOFT = /,/;
const WANTING = new Set("lazim iste ver at gonder ogren soyle rica gerek need want please".split(" "));

function isComparison(tokens: readonly Token[]): boolean {
  return tokens.some((token) => COMPARING.has(token.form));
}

function isPause(gap: string): boolean {
  return HARD.test(gap) || SOFT.test(gap);
}

/** A run of words that asks something. */
export interface Question {
  readonly tokens: readonly Token[];
  /** It ends in a question mark or is an item of a list: nothing but a question of its own. */
  readonly isMarked: boolean;
  /** It is an item of a list whose items are numbered: the writer cut it. */
  readonly isItem: boolean;
}

/**
 * Cuts a message into what is asked, in order. Statements go with the question after them (or before, at the end),
 * and a bare "ne yapmalıyım" with the matter before it. In: the text and its tokens. Out: at least one run of tokens.
 */
export function splitQuestions(text: string, tokens: readonly Token[]): Question[] {
  const questions: Part[] = [];
  const waiting: Token[] = [];
  for (const { tokens: part, isMarked, isItem } of parts(text.normalize("NFC"), tokens)) {
    const last = questions.at(-1);
    const isAddition = !part.some(isTopic) && waiting.length === 0;
    if (isAddition && last && !isItem && !(isMarked && last.isMarked && part.length > 1)) {
      last.tokens.push(...part);
      last.isMarked ||= isMarked;
      continue;
    }
    if (!(isMarked || asks(part))) waiting.push(...part);
    else if (part.some(isTopic))
      questions.push({ tokens: [...waiting.splice(0).map(aside), ...part], isMarked, isItem });
    else if (isMarked || waiting.some(isTopic))
      questions.push({ tokens: [...waiting.splice(0), ...part], isMarked, isItem });
    else waiting.push(...part);
  }
  return withRest(questions, waiting);
}

/** A statement at the end goes with the question before it; alone, it is all there is. */
function withRest(questions: Part[], rest: readonly Token[]): Question[] {
  const last = questions.at(-1);
  if (!last) return [{ tokens: [...rest], isMarked: false, isItem: false }];
  if (last.isMarked && rest.some(isTopic)) questions.push({ tokens: [...rest], isMarked: false, isItem: false });
  else last.tokens.push(...rest);
  return questions;
}

/** What a statement says still counts, save who speaks ("memurum, …" asks nothing about memurlar). */
function aside(token: Token): Token {
  const marks = new Set([...token.marks].filter((mark) => mark !== SPEAKER));
  const stems = marks.size < token.marks.size ? [] : token.stems;
  return { ...token, marks, concepts: conceptsIn(marks), stems, isAside: true };
}

const SPEAKER = "@staffKind";

/** One run cut in two. */
export interface Cut {
  readonly parts: readonly [Token[], Token[]];
  /** Each side asks by its own question word. */
  readonly asksTwice: boolean;
}

/** Longer runs are told, not asked. */
const MOST_WORDS = 14;

/**
 * Ways to cut one unmarked run into two questions ("kim inceliyor evrak nereye gidiyor"): each side asks something
 * about something, and the second begins with its matter.
 */
export function possibleCuts(tokens: readonly Token[]): Cut[] {
  if (tokens.length > MOST_WORDS) return [];
  const cuts: Cut[] = [];
  for (let at = 2; at < tokens.length - 1; at += 1) {
    const left = tokens.slice(0, at);
    const right = tokens.slice(at);
    if (begins(left.at(-1), right[0]) && isQuestion(left) && right.some(asksOpenly))
      cuts.push({ parts: [left, right], asksTwice: true });
  }
  return cuts;
}

/** A second question begins with its matter or with its own question word, never right after "hangi". */
function begins(before: Token | undefined, first: Token | undefined): boolean {
  if (!before || !first || before.marks.has("@which")) return false;
  return isTopic(first) || (isAsking(first) && !isAsking(before));
}

/** What may join two matters asked for together: "tutar ile bedel", "şefliğin de çağrı merkezinin de numarası". */
const JOINTS = new Set("ile ve and ayrica hem de da bide plus".split(" "));
/** "Soru değil de istek": the first is not asked for. */
const NOT = new Set("degil not".split(" "));
const MOST_JOINED_WORDS = 30;

/** Ways to cut one run where something joins two matters; whether they are two questions shows only in what each says. In: the text (NFC). */
export function joinedCuts(text: string, tokens: readonly Token[]): Cut[] {
  if (tokens.length > MOST_JOINED_WORDS || isComparison(tokens)) return [];
  const cuts: Cut[] = [];
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1];
    if (!previous || NOT.has(previous.form)) return;
    const isJoint = JOINTS.has(token.form);
    if (!isJoint && !isPause(text.slice(previous.end, token.start))) return;
    const left = tokens.slice(0, at);
    const right = tokens.slice(isJoint ? at + 1 : at);
    if (left.some(isTopic) && right.some(isTopic)) cuts.push({ parts: [left, right], asksTwice: false });
  });
  return cuts;
}

/** With a question word; "mi" alone marks no second question. */
function asksOpenly(token: Token): boolean {
  return isAsking(token) && !token.marks.has("@whether");
}

function isQuestion(tokens: readonly Token[]): boolean {
  return tokens.some(asksOpenly) && tokens.some(isTopic);
}

/** Shorter pieces say nothing by themselves. */
const LEAST_WORDS = 2;

/** The pieces between marks of punctuation, whatever they are. */
export function sentences(text: string, tokens: readonly Token[]): Token[][] {
  const composed = text.normalize("NFC");
  const pieces: Token[][] = [[]];
  tokens.forEach((token, at) => {
    const gap = composed.slice(tokens[at - 1]?.end ?? token.start, token.start);
    if (isPause(gap)) pieces.push([]);
    pieces.at(-1)?.push(token);
  });
  return pieces.filter((piece) => piece.length >= LEAST_WORDS);
}

/** "1)", "2." and "a)" before an item. */
const ITEM = /^(?:\d{1,2}|\p{L})$/u;
const AFTER_ITEM = /^(?:[).]|\s?-)\s/;

interface Part {
  readonly tokens: Token[];
  isMarked: boolean;
  readonly isItem: boolean;
}

function parts(text: string, tokens: readonly Token[]): Part[] {
  const cut: Part[] = [];
  let part: Part = { tokens: [], isMarked: false, isItem: false };
  const items = itemMarks(text, tokens);
  const compares = isComparison(tokens);
  const end = (isItem = false): void => {
    // The point after an item's figure ends nothing.
    if (part.tokens.length === 0 && !isItem) return;
    if (part.tokens.length > 0) cut.push(part);
    part = { tokens: [], isMarked: isItem, isItem };
  };
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1];
    const gap = text.slice(previous?.end ?? 0, token.start);
    const after = text.slice(token.end, tokens[at + 1]?.start ?? text.length);
    if (items.has(token) || isItemMark(token, gap, after)) {
      end(true);
      return;
    }
    const joins = isJoining(token, previous, compares);
    if (joins || isBetween(gap, previous, token)) end();
    if (!joins) part.tokens.push(token);
    if (after.includes("?")) part.isMarked = true;
  });
  end();
  return cut;
}

/** Fewer marks in a row are no list. */
const LEAST_ITEMS = 2;

/** "1. … 2. … 3. …" on one line: figures that count up from one, each with its point. */
function itemMarks(text: string, tokens: readonly Token[]): ReadonlySet<Token> {
  const marks: Token[] = [];
  tokens.forEach((token, at) => {
    const after = text.slice(token.end, tokens[at + 1]?.start ?? text.length);
    if (token.text === String(marks.length + 1) && AFTER_ITEM.test(after)) marks.push(token);
  });
  return new Set(marks.length >= LEAST_ITEMS ? marks : []);
}

function isItemMark(token: Token, gap: string, after: string): boolean {
  return ITEM.test(token.text) && AFTER_ITEM.test(after) && (after.startsWith(")") || /^$|\n/.test(gap));
}

function isJoining(token: Token, previous: Token | undefined, compares: boolean): boolean {
  if (JOINING.has(token.form)) return true;
  return token.form === "ile" && !compares && previous !== undefined && isAspect(previous);
}

function isBetween(gap: string, previous: Token | undefined, next: Token): boolean {
  if (!previous) return false;
  // "şefl. faks no" ends no sentence at its point.
  const isShortened = previous.was !== undefined && gap.trim() === "." && !gap.includes("\n");
  return (!isShortened && isPause(gap)) || endsWith(previous, next);
}

function endsWith(previous: Token, next: Token): boolean {
  return WITH.test(previous.text) && isAspect(previous) && isTopic(next);
}

/** A question, a wish, or a few words that can only be one ("çağrı merkezi telefonu"). */
export function asks(part: readonly Token[]): boolean {
  if (part.some(isAsking)) return true;
  if (part.some((token) => token.stems.some((stem) => WANTING.has(stem)))) return true;
  return part.length <= 3 && part.some(isAspect) && !endsStatement(part.at(-1)?.form ?? "");
}
