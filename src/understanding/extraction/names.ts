import type { RequestWords } from "./request-words.ts";

export interface FoundName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Holds a common first name. */
  readonly isSure: boolean;
}

/** Both begin where a word does, so that a word of a thousand letters is looked at once. */
const CAPITALS =
  /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*\.?(?:['’]\p{L}+)?(?:[ \u00a0]+\p{Lu}[\p{L}\p{M}]*\.?(?:['’]\p{L}+)?)+/gu;
const LOWER_RUN = /(?<![\p{L}\p{M}])\p{L}{2,}(?:[ \u00a0]\p{L}{2,}){1,3}/gu;
const WORD = /[^ \u00a0]+/g;
const MOST_WORDS = 4;

/** Names in running text: two to four words with capitals, none of them a word of office. */
export function findNames(text: string, words: RequestWords): FoundName[] {
  return [...text.matchAll(CAPITALS)].flatMap((run) => namesInRun(run[0], run.index, words));
}

/** "ayşe yılmaz 10000000146": names without capitals, believed only for their first name and beside a number. */
export function findLowerCaseNames(text: string, words: RequestWords): FoundName[] {
  return [...text.matchAll(LOWER_RUN)].flatMap((run) => {
    const parts = run[0].split(/[ \u00a0]/);
    const first = parts.findIndex((word) => words.isFirstName(word));
    const name = first < 0 ? [] : parts.slice(first, first + 3);
    if (name.length < 2 || name.some((word) => words.isNotName(word))) return [];
    const start = run.index + parts.slice(0, first).join(" ").length + (first > 0 ? 1 : 0);
    const joined = name.join(" ");
    return [{ name: joined, start, end: start + joined.length, isSure: true }];
  });
}

/** Whether a whole cell or value is a name: two to five words of letters, no word of office among them. */
export function looksLikeName(text: string, words: RequestWords): boolean {
  const name = words.withoutTitle(text.trim());
  if (!/^\p{L}[\p{L}\p{M}'’. -]*$/u.test(name)) return false;
  const parts = name.split(/\s+/);
  if (parts.length < 2 || parts.length > 5) return false;
  return !parts.some((word) => words.isNotName(word) || words.isUnitEnd(word));
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

function namesInRun(run: string, start: number, words: RequestWords): FoundName[] {
  const names: FoundName[] = [];
  let pieces: Piece[] = [];
  const end = () => {
    const name = nameOf(pieces, start, words);
    if (name) names.push(name);
    pieces = [];
  };
  for (const match of run.matchAll(WORD)) {
    const [bare = "", ending] = match[0].split(/['’]/);
    const isInitial = /^\p{Lu}\.?$/u.test(bare);
    if (words.isNotName(bare.replace(/\.$/, "")) || (isInitial && pieces.length === 0)) end();
    else pieces.push({ text: bare, at: match.index });
    // "Ayşe Yılmaz'ın": the ending closes the name. A full stop does too, unless it is an initial's.
    if (ending !== undefined || (bare.endsWith(".") && !isInitial)) end();
  }
  end();
  return names;
}

function nameOf(pieces: readonly Piece[], start: number, words: RequestWords): FoundName | undefined {
  const untitled = words.withoutTitle(pieces.map(({ text }) => text).join(" ")).split(" ").length;
  let kept = pieces.slice(pieces.length - untitled);
  const first = kept.findIndex(({ text }) => words.isFirstName(text));
  // "Çorum Ayşe Yılmaz": what stands before the first name is no part of it.
  if (first > 0 && kept.length - first >= 2) kept = kept.slice(first);
  while (/^\p{Lu}\.?$/u.test(kept.at(-1)?.text ?? "")) kept = kept.slice(0, -1);
  if (kept.length < 2 || kept.length > MOST_WORDS) return undefined;
  const name = kept.map(({ text }) => text.replace(/\.$/, "")).join(" ");
  const last = kept.at(-1);
  const at = kept[0]?.at ?? 0;
  return { name, start: start + at, end: start + (last ? last.at + last.text.length : 0), isSure: first >= 0 };
}
