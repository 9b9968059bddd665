import { fold, isSameText } from "../../language/fold.ts";
import type { RequestWords } from "./request-words.ts";

export interface Zones {
  readonly body: readonly string[];
  /** What follows the closing words: the sender's own name, office and numbers. */
  readonly signature: readonly string[];
}

/** A signature is no longer than this. */
const LONGEST_SIGNATURE = 12;
/** A line that speaks of the matter is more than a greeting. */
const MATTER = /basvur|talep|talebi|imzam|bilgilerim/;
/** "Hazırlayan: Ayşe Yılmaz - Proje Sorumlusu - Sivas Valiliği": signs as a name does. */
const PREPARED_BY = /^\s*(?:haz[ıi]rlayan|d[uü]zenleyen|prepared by)\s*:/iu;
const DASHES = /^--\s?$|^_{5,}$/;

/**
 * Parts the lines of a mail at its closing words ("Saygılarımla,"), or where the sender's own name stands alone near the end.
 * Greeting lines are taken out of the body: the people they name are those who read the mail.
 */
export function partZones(lines: readonly string[], words: RequestWords, senderName?: string): Zones {
  const closing = findClosing(lines, words);
  const own = senderName ? findOwnName(lines, senderName, words) : -1;
  const prepared = lines.findLastIndex((line) => PREPARED_BY.test(line));
  const isOwn = lines.slice(0, Math.max(0, own)).some((line) => line.trim() !== "");
  const signed = [isOwn ? own : -1, prepared].find((at) => at > 0 && endsIn(lines, at)) ?? lines.length;
  const end = closing >= 0 ? closing : signed;
  const body = lines.slice(0, end).map((line, at) => (at < 4 && isBareGreeting(line, words) ? "" : line));
  return { body, signature: lines.slice(closing >= 0 ? closing + 1 : end) };
}

/** The line that is the sender's name. */
function findOwnName(lines: readonly string[], senderName: string, words: RequestWords): number {
  const signed = lines.findIndex((line) => isSameText(words.withoutTitle(line.trim()), senderName));
  return signed >= 0 ? signed : lines.findLastIndex((line) => isSignedInOneLine(line, senderName, words));
}

/** Whether a line stands before no more than a signature. */
function endsIn(lines: readonly string[], at: number): boolean {
  const after = lines.slice(at + 1).filter((line) => line.trim() !== "");
  return after.length <= LONGEST_SIGNATURE && !after.some((line) => /\d{11}/.test(line));
}

/**
 * "Alper Yurt - Proje Sorumlusu / Malatya Valiliği", "Bayburt Valiliği Özel Kalem": the sender's name and what they are, in one line.
 * One with a number of their own in it may be the very line that tells of them.
 */
function isSignedInOneLine(line: string, senderName: string, words: RequestWords): boolean {
  const written = line.trim();
  if (written.length > 120 || /\d{5}|\d \d{3}/.test(written)) return false;
  if (!isSameText(written.slice(0, senderName.length), senderName)) return false;
  const behind = written.slice(senderName.length);
  const named = behind.match(/[\p{L}\p{N}.]+/gu) ?? [];
  return (
    /^(?:\s*[-–—/|,(]|\s+\p{Lu})/u.test(behind) &&
    named.every((word) => !/^\p{Ll}/u.test(word) || word === "ve") &&
    !named.some((word) => words.isFirstName(word))
  );
}

/** The last closing line after which only a signature follows. */
function findClosing(lines: readonly string[], words: RequestWords): number {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? "";
    if (!DASHES.test(line) && !isClosing(line, words)) continue;
    // "Selamlar," opens a mail as well as it closes one.
    if (lines.slice(0, at).every((earlier) => earlier.trim() === "")) return -1;
    const after = lines.slice(at + 1).filter((next) => next.trim() !== "");
    if (after.length <= LONGEST_SIGNATURE) return firstOfClosings(lines, at, words);
    return -1;
  }
  return -1;
}

/** Several closing lines in a row ("Teşekkürler." "Saygılarımla,") are one. */
function firstOfClosings(lines: readonly string[], last: number, words: RequestWords): number {
  let first = last;
  for (let at = last - 1; at >= 0 && last - at < 5; at -= 1) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    if (!isClosing(line, words)) break;
    first = at;
  }
  return first;
}

/** "Saygılarımla,", or the last sentence of a line: "… arz ederim. Saygılarımla". */
function isClosing(line: string, words: RequestWords): boolean {
  if (line.length > 60) return false;
  return words.isClosing(line);
}

function isBareGreeting(line: string, words: RequestWords): boolean {
  return (
    line.length < 80 &&
    !/\d/.test(line) &&
    !line.includes(".") &&
    words.isGreeting(line) &&
    !MATTER.test(fold(line)) &&
    line.trim().split(/\s+/).length <= 7
  );
}
