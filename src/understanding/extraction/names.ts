import { fold } from "../../language/fold.ts";
import type { RequestWords } from "./request-words.ts";

export interface FoundName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Holds a common first name, or is said to be a name. */
  readonly isSure: boolean;
}

/** Both begin where a word does, so that a word of a thousand letters is looked at once. */
const CAPITALS =
  /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*\.?(?:['’]\p{L}+)?(?:[ \u00a0]+\p{Lu}[\p{L}\p{M}]*\.?(?:['’]\p{L}+)?)+/gu;
const LOWER_RUN = /(?<![\p{L}\p{M}])\p{L}{2,}(?:[ \u00a0]\p{L}{2,})+/gu;
/** "Ayşe Yılmaz adlı", "SUKRU MUDUROGLU ISIMLI": said to be a name, at the end of a run. */
const SAID_TO_BE = /^[ \u00a0]*(?:adl[ıiIİ]|isimli|İSİMLİ|ADLI|ISIMLI|ismindeki|adındaki)(?!\p{L})/u;
/** "Göç Uzmanı olarak görev yapmaktayım", "Kontrol İşletmeni kadrosunda": capitals that are what somebody is. */
const SAID_TO_BE_A_JOB = /^[ \u00a0]+(?:olarak[ \u00a0]+(?:görev|gorev|çalış|calis|atan)|kadrosun|unvan|ünvan)/iu;
const WORD = /[^ \u00a0]+/g;
const MOST_WORDS = 4;
/** Words after a name in a text all in capitals, which nothing tells from a further name but their ending. */
const INFLECTED = /(?:m[ae]s[iu]|n[iu]n|yor|[dt][iu]r|[ae]cak|[ae]r[ae]k|m[ae]kt[ae]|l[ae]r[iu]|[dn][ae]n?)$/;

/** Names in running text: two to four words with capitals, none of them a word of office. */
export function findNames(text: string, words: RequestWords): FoundName[] {
  return [...text.matchAll(CAPITALS)].flatMap((run) => namesInRun(run[0], run.index, text, words));
}

/** "ayşe yılmaz 10000000146": names without capitals, believed only for their first name and beside a number. */
export function findLowerCaseNames(text: string, words: RequestWords): FoundName[] {
  return [...text.matchAll(LOWER_RUN)].flatMap((run) => {
    const parts = [...run[0].matchAll(WORD)];
    const first = parts.findIndex(([word]) => words.isFirstName(word));
    if (first < 0) return [];
    const following = parts.slice(first, first + MOST_WORDS);
    const length = following.findIndex(([word]) => words.isNotName(word));
    // A third word is only known to be a name where something else begins behind it.
    const name = following.slice(0, length >= 0 ? Math.min(length, 3) : first + 3 >= parts.length ? 3 : 2);
    if (name.length < 2) return [];
    const joined = name.map(([word]) => word).join(" ");
    const start = run.index + (name[0]?.index ?? 0);
    return [{ name: joined, start, end: start + joined.length, isSure: true }];
  });
}

/** Whether a whole cell or value is a name: two to five words of letters, no word of office among them. */
export function looksLikeName(text: string, words: RequestWords): boolean {
  const name = words.withoutTitle(text.trim());
  if (!/^\p{L}[\p{L}\p{M}'’. -]*$/u.test(name)) return false;
  const parts = name.split(/\s+/);
  if (parts.length < 2 || parts.length > 5) return false;
  const isBorne = (word: string, at: number) =>
    at > 0 && at === parts.length - 1 && words.isFirstName(parts[at - 1] ?? "") && words.isLikeOffice(word);
  return !parts.some((word, at) => (words.isNotName(word) && !isBorne(word, at)) || words.isUnitEnd(word));
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

function namesInRun(run: string, start: number, text: string, words: RequestWords): FoundName[] {
  const names: FoundName[] = [];
  const isShouted = isAllCapitals(text);
  let pieces: Piece[] = [];
  const end = (isSaid = false) => {
    const name = nameOf(pieces, start, words, { isSaid, isShouted });
    if (name) names.push(name);
    pieces = [];
  };
  const found = [...run.matchAll(WORD)];
  found.forEach((match, at) => {
    const [bare = "", ending] = match[0].split(/['’]/);
    const isInitial = /^\p{Lu}\.?$/u.test(bare);
    const word = bare.replace(/\.$/, "");
    const saidAfter = SAID_TO_BE.test(
      text.slice(start + match.index + match[0].length, start + match.index + match[0].length + 24),
    );
    const following = found[at + 1]?.[0] ?? "";
    const isSurname =
      !isShouted &&
      words.isLikeOffice(word) &&
      !words.isUnitEnd(word) &&
      isFirst(pieces.at(-1), words) &&
      !words.isNotName(following);
    if (
      (words.isNotName(word) && !isSurname && !(saidAfter && words.isLikeOffice(word))) ||
      (isInitial && pieces.length === 0)
    )
      end();
    else pieces.push({ text: bare, at: match.index });
    // "Ayşe Yılmaz'ın": the ending closes the name. A full stop does too, unless it is an initial's.
    if (saidAfter || ending !== undefined || (bare.endsWith(".") && !isInitial)) end(saidAfter);
  });
  if (!SAID_TO_BE_A_JOB.test(text.slice(start + run.length, start + run.length + 24))) end();
  return names;
}

function isFirst(piece: Piece | undefined, words: RequestWords): boolean {
  return piece !== undefined && words.isFirstName(piece.text);
}

/** A line that has capitals alone tells nothing by them. */
function isAllCapitals(text: string): boolean {
  return text.length > 30 && !/\p{Ll}/u.test(text);
}

interface Reading {
  /** Said to be a name by the word behind it. */
  readonly isSaid: boolean;
  readonly isShouted: boolean;
}

function nameOf(
  pieces: readonly Piece[],
  start: number,
  words: RequestWords,
  { isSaid, isShouted }: Reading,
): FoundName | undefined {
  const untitled = words.withoutTitle(pieces.map(({ text }) => text).join(" ")).split(" ").length;
  const named = pieces.slice(pieces.length - untitled);
  const first = named.findIndex(({ text }) => words.isFirstName(text));
  if (isShouted && first < 0 && !isSaid) return undefined;
  // "Çorum Ayşe Yılmaz": what stands before the first name is no part of it.
  const kept = withoutTail(first > 0 && named.length - first >= 2 ? named.slice(first) : named, isShouted);
  if (kept.length < 2 || kept.length > MOST_WORDS) return undefined;
  const name = kept.map(({ text }) => text.replace(/\.$/, "")).join(" ");
  const last = kept.at(-1);
  const at = kept[0]?.at ?? 0;
  return {
    name,
    start: start + at,
    end: start + (last ? last.at + last.text.length : 0),
    isSure: isSaid || first >= 0,
  };
}

/** No name ends in an initial, nor in a word that a sentence in capitals goes on with. */
function withoutTail(pieces: readonly Piece[], isShouted: boolean): readonly Piece[] {
  const last = pieces.at(-1)?.text ?? "";
  const isTail = /^\p{Lu}\.?$/u.test(last) || (isShouted && pieces.length > 2 && INFLECTED.test(fold(last)));
  return isTail ? withoutTail(pieces.slice(0, -1), isShouted) : pieces;
}
