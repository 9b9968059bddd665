import type { RequestKind } from "../../core/request.ts";
import { fold } from "../../language/fold.ts";
import type { RequestWords } from "./request-words.ts";

export interface FoundKind {
  readonly kind: RequestKind;
  /** Told of the writer's own matter, as a fact or a wish, not asked about. */
  readonly isOwn: boolean;
}

/** Words that may stand between two words of a cue. */
const GAP = 3;
/** Characters of a mail that its kind is looked for in. */
const LONGEST = 20_000;
/** A line this long may have been broken by a mail program. */
const WRAPPED = 60;
/** "değiştirirsem", "taşırsak", "değişirse": what might be, not what is. */
const SUPPOSED = /[aeiu]?r?s[ae](?:m|n|k|niz|lar|ler)?$|dig[iu]mde$|mas[iı]? durumunda$|(?:acag|eceg)[iı]m$|^dusun(?:d|u[mr]|m)/;
/** "değiştirdim", "taşıdık", "yansıtılmış": told as done. */
const REPORTED = /\p{L}{3}(?:[dt][iu][mk]|m[iu]s)$/u;
const QUESTION_WORD = /^m[iu](?:yd[iu]|y[iu]m|y[iu]z|s[iu]n|s[iu]n[iu]z|d[iu]r)?$/;
/** "gerekmiyor mu", "değil mi": a question that tells. */
const DENIED = /m[iu]yor$|^degil$/;
const VERB_FOR_PERSON = /(?:ar|er|ir|ur|abilir|ebilir)$/;
/** "nasıl başvurabilirim, yardımcı olur musunuz" asks; "mobil imza istiyorum, yardımcı olur musunuz" wants. */
const ASKING_HOW = /^(?:nasil|nere|ne|neler|hangi|kim|kac|mumkun)$/;
const NOT_DONE = /m[ae]d[iu](?:m|k|n|l[ae]r)?$|m[ae]m[iu]s|m[iu]yor|m[ae]y[ae]ca/;
const ASKING_VERBS = /^(?:bil|soyle|anlat|yardim|acikla|ogren|ver|ol)/;

/** What kind of matter a text speaks of. `ofOthers`: people are named in it, so that cues about others count. */
export function findKind(text: string, words: RequestWords, ofOthers: boolean): FoundKind | undefined {
  const sentences = sentencesOf(text);
  const asksHow = sentences.some((sentence) => sentence.isQuestion && hasCue(sentence.words, words.asksHow));
  const isEnding = wantsAnEnd(text, words);
  for (const { kind, first, any } of words.kinds) {
    if (isEnding && kind === "newApplication") continue;
    const told = sentences.filter((sentence) => isTold(sentence, kind));
    const own = told.some((sentence) => hasCue(sentence.words, first));
    // A wish ("almak istiyorum") beside a question how it is done is a question; a report of what happened stays one.
    if (own && !(asksHow && kind === "newApplication" && !ofOthers)) return { kind, isOwn: true };
    if (ofOthers && sentences.some((sentence) => hasCue(sentence.words, first) || hasCue(sentence.words, any))) {
      return { kind, isOwn: false };
    }
  }
  return undefined;
}

/** Whether a text wants something ended: that is no application, though it speaks of Mobil İmza. */
export function wantsAnEnd(text: string, words: RequestWords): boolean {
  return sentencesOf(text).some((sentence) => !sentence.isQuestion && hasCue(sentence.words, words.ends));
}

/** "Hattımı değiştirdim, ne yapmalıyım" tells what happened although it asks; a suggestion is always of what might be. */
function isTold({ words, isQuestion, isSupposed }: Sentence, kind: RequestKind): boolean {
  if (kind === "suggestion") return !isQuestion;
  if (isSupposed) return false;
  return !isQuestion || (kind !== "newApplication" && words.some((word, at) => isAsserted(word, words[at + 1])));
}

/** Told as done, and not the very thing asked about ("yansıtılmış mı"); or asked so that it is told: "gerekmiyor mu". */
function isAsserted(word: string, next: string | undefined): boolean {
  const isAsked = next !== undefined && QUESTION_WORD.test(next);
  return isAsked ? DENIED.test(word) : REPORTED.test(word);
}

/** Whether a text speaks of things the writer calls their own ("numaram", "hattım"). */
export function tellsOfMine(text: string, words: RequestWords): boolean {
  return sentencesOf(text).some((sentence) => hasCue(sentence.words, words.mine));
}

/** Whether something goes wrong with a signature that is in use. */
export function tellsOfTrouble(text: string, words: RequestWords): boolean {
  return sentencesOf(text).some((sentence) => hasCue(sentence.words, words.troubles));
}

/** Whether a line says whom to call or to write to. */
export function namesAContact(line: string, words: RequestWords): boolean {
  return sentencesOf(line).some((sentence) => hasCue(sentence.words, words.contacts));
}

/** Whether a text only asks how a matter stands that is under way. */
export function asksForStatus(text: string, words: RequestWords): boolean {
  return sentencesOf(text).some((sentence) => sentence.isQuestion && hasCue(sentence.words, words.asksStatus));
}

interface Sentence {
  readonly words: readonly string[];
  readonly isQuestion: boolean;
  readonly isSupposed: boolean;
}

function sentencesOf(text: string): Sentence[] {
  return fold(unwrapped(text.slice(0, LONGEST)))
    .split(/(?<=[.!?])\s+|¶|;/)
    .flatMap((sentence) => {
      const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      const asks = sentence.trimEnd().endsWith("?") || words.some((word) => QUESTION_WORD.test(word));
      return [{ words, isQuestion: asks && !isPoliteRequest(words), isSupposed: words.some(isSupposition) }];
    });
}

/** Lines that a mail program wrapped are joined; every other line end stays, as ¶. */
function unwrapped(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (line.length >= WRAPPED && !/[.!?:;]\s*$/.test(line) ? `${line} ` : `${line}¶`))
    .join("");
}

function isSupposition(word: string): boolean {
  return word.length > 5 && SUPPOSED.test(word);
}

/** "başvurumu yapar mısınız?" asks for a deed, not for an answer. */
function isPoliteRequest(words: readonly string[]): boolean {
  const at = words.findIndex((word) => /^m[iu]s[iu]n[iu]z$/.test(word));
  const verb = words[at - 1];
  if (words[at - 2]?.startsWith("yardimc") && !words.slice(0, at - 2).some((word) => ASKING_HOW.test(word)))
    return true;
  return at > 0 && verb !== undefined && VERB_FOR_PERSON.test(verb) && !ASKING_VERBS.test(verb);
}

function hasCue(words: readonly string[], cues: readonly (readonly string[])[]): boolean {
  return cues.some((cue) => words.some((_, start) => cueStartsAt(words, start, cue)));
}

function cueStartsAt(words: readonly string[], start: number, cue: readonly string[]): boolean {
  if (!words[start]?.startsWith(cue[0] ?? "")) return false;
  let at = start;
  for (const part of cue.slice(1)) {
    const next = words.slice(at + 1, at + 2 + GAP).findIndex((word) => word.startsWith(part));
    if (next < 0) return false;
    at += 1 + next;
  }
  // "Hat değiştirmedim": what the cue begins, the word denies.
  return !NOT_DONE.test(words[at]?.slice(cue.at(-1)?.length) ?? "");
}
