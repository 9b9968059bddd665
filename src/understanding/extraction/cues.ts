import { fold } from "../../language/fold.ts";

/** Whether the words of a sentence, folded, hold one of the cues it was made of. */
export type Cues = (words: readonly string[]) => boolean;

/** Words that may stand between two words of a cue. */
const GAP = 3;
/** "degistir" + "medim": what the cue begins, the word denies. */
const NOT_DONE = /m[ae]d[iu](?:m|k|n|l[ae]r)?$|m[ae]m[iu]s|m[iu]yor|m[ae]y[ae]ca/;
/** "değişiklik yok", "değişiklik yapmadım": what the words behind a cue deny. */
const DENIED = /^(?:yok|degil|olmadi|bulunmuyor|yapmad|yapilmad)|^soz$/;
/** Cues are looked up by as many first letters. */
const KEY = 2;

/** Cues are beginnings of words, in this order, at most three words between two of them. */
export function cuesOf(phrases: readonly string[]): Cues {
  const byStart = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const cue = fold(phrase).split(" ");
    const key = (cue[0] ?? "").slice(0, KEY);
    byStart.set(key, [...(byStart.get(key) ?? []), cue]);
  }
  return (words) =>
    words.some((word, start) => {
      const near = byStart.get(word.slice(0, KEY));
      const short = byStart.get(word.slice(0, 1));
      return [near, short].some((cues) => cues?.some((cue) => startsAt(words, start, cue)));
    });
}

function startsAt(words: readonly string[], start: number, cue: readonly string[]): boolean {
  if (!words[start]?.startsWith(cue[0] ?? "")) return false;
  let at = start;
  for (const part of cue.slice(1)) {
    const next = words.slice(at + 1, at + 2 + GAP).findIndex((word) => word.startsWith(part));
    if (next < 0) return false;
    at += 1 + next;
  }
  return !NOT_DONE.test(words[at]?.slice(cue.at(-1)?.length) ?? "") && !DENIED.test(words[at + 1] ?? "");
}
