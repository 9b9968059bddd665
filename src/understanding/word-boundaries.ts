import { endsStatement } from "../language/colloquial.ts";
import { ENGLISH_WORDS } from "../language/common-words.ts";
import type { Word } from "../language/tokens.ts";

/** The longest stem a folded word may come from, as it stands; undefined when nothing is known of it. */
export type StemOf = (form: string) => string | undefined;

/** A torn word is in no more pieces than this, and what is left of its sense is short. */
const MOST_PIECES = 4;
const LONGEST_SCRAP = 4;
const SHORTEST_JOINED = 5;
/** Its stem makes up so much of it at least. */
const LEAST_STEM = 0.5;
/** These stand alone, though no word is made of them. */
const ALONE = /^(?:\p{L}|bi|d[aei]|t[aei]|y[aei]|m[iu]|ki|ne|no)$/u;
/** Shorter words are hardly ever run together from two. */
const SHORTEST_GLUED = 9;
const MOST_PARTS = 6;
/** A part of a glued word has at least such a stem, and an ending that is no longer; a last one may be a particle. */
const SHORTEST_STEM = 3;
const LONGEST_ENDING = 7;
const PARTICLES = new Set("mi mu".split(" "));
/** Two stems at least must be too long to be there by chance. */
const TELLING_STEM = 4;

/**
 * Sets the gaps between words where they belong: "çağ rı mer kezi" is two words, "hattıdeğiştirincemobilimza" is four. Only what makes
 * no sense as typed is looked at, and only what is known comes out.
 * In: the text (NFC), its words, and what is known. Out: the words as meant, with their places in the text.
 */
export function setBoundaries(text: string, words: readonly Word[], stemOf: StemOf): Word[] {
  if (words.every(({ form }) => !isLetters(form) || stemOf(form))) return [...words];
  const meant: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const pieces = tornAt(text, words, at, stemOf);
    if (pieces.length > 0) meant.push(joined(text, pieces));
    else meant.push(...apart(words[at] as Word, stemOf));
    at += Math.max(1, pieces.length);
  }
  return meant;
}

function isLetters(form: string): boolean {
  return /^\p{L}+$/u.test(form);
}

/** The pieces of one word that begin here; none when the words stand well as they are. */
function tornAt(text: string, words: readonly Word[], at: number, stemOf: StemOf): readonly Word[] {
  for (let count = Math.min(MOST_PIECES, words.length - at); count > 1; count -= 1) {
    const pieces = words.slice(at, at + count);
    if (areNeighbours(text, pieces) && isOneWord(pieces, stemOf)) return pieces;
  }
  return [];
}

function areNeighbours(text: string, pieces: readonly Word[]): boolean {
  return pieces.every(({ form, end }, at) => {
    const isLast = at + 1 === pieces.length;
    return isLetters(form) && (isLast || text.slice(end, pieces[at + 1]?.start) === " ");
  });
}

/** Its stem reaches over a gap between words that are not all known, and what follows as its ending is no known word. */
function isOneWord(pieces: readonly Word[], stemOf: StemOf): boolean {
  const form = pieces.map((piece) => piece.form).join("");
  const reach = stemOf(form)?.length ?? 0;
  if (form.length < SHORTEST_JOINED || reach < form.length * LEAST_STEM) return false;
  const scraps = pieces.filter((piece) => !stemOf(piece.form) && !ALONE.test(piece.form));
  if (scraps.some((scrap) => scrap.form.length > LONGEST_SCRAP || endsStatement(scrap.form))) return false;
  let from = 0;
  const torn: Word[] = [];
  const ending: Word[] = [];
  for (const piece of pieces) {
    (from < reach ? torn : ending).push(piece);
    from += piece.form.length;
  }
  return torn.length > 1 && torn.some((piece) => scraps.includes(piece)) && !ending.some(({ form }) => stemOf(form));
}

function joined(text: string, pieces: readonly Word[]): Word {
  const start = pieces[0]?.start ?? 0;
  const end = pieces.at(-1)?.end ?? start;
  return { text: text.slice(start, end), form: pieces.map(({ form }) => form).join(""), start, end };
}

/** A glued word in its parts; the word itself when it is none. */
function apart(word: Word, stemOf: StemOf): Word[] {
  if (word.form.length < SHORTEST_GLUED || !isLetters(word.form) || stemOf(word.form)) return [word];
  const parts = fewestParts(word.form, stemOf);
  const telling = parts.filter((part) => (stemOf(part)?.length ?? 0) >= TELLING_STEM && !ENGLISH_WORDS.has(part));
  if (telling.length < 2) return [word];
  const isLetterForLetter = word.form.length === word.text.length;
  let from = 0;
  return parts.map((form) => {
    const place = { start: word.start + from, end: word.start + from + form.length };
    from += form.length;
    return { ...word, form, ...(isLetterForLetter && place) };
  });
}

/** The fewest known words a form is made of; none when there are no such words. */
function fewestParts(form: string, stemOf: StemOf): readonly string[] {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = SHORTEST_STEM; end <= form.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const before = best[start];
      const isFewer = before && before.length < Math.min(MOST_PARTS, (best[end]?.length ?? MOST_PARTS + 1) - 1);
      if (isFewer && isPart(form.slice(start, end), end === form.length, stemOf))
        best[end] = [...before, form.slice(start, end)];
    }
  }
  return best[form.length] ?? [];
}

function isPart(part: string, isLast: boolean, stemOf: StemOf): boolean {
  if (isLast && PARTICLES.has(part)) return true;
  const stem = stemOf(part);
  return stem !== undefined && stem.length >= SHORTEST_STEM && part.length - stem.length <= LONGEST_ENDING;
}
