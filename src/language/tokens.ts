import { written } from "./colloquial.ts";
import { fold } from "./fold.ts";
import { remembered } from "./remembered.ts";

/** One word of a text with its place in the text it was read from (NFC, UTF-16 offsets). */
export interface Word {
  /** As it was typed. */
  readonly text: string;
  /** Folded, without the ending after an apostrophe ("Turkcell'den" is "turkcell"). */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\w.+-]+@[\w.-]+|https?:\/\/\S+|\d+(?:[.,/]\d+)+|\d+|\p{L}[\p{L}\p{M}]*(?:['’´`‘]\p{L}+)*/gu;

/**
 * The words of a text in order: mail addresses and URLs whole, decimals whole, letters and digits apart
 * ("8tl" is two words), hyphens and points between letters as gaps.
 */
export function words(text: string): Word[] {
  const composed = text.normalize("NFC");
  return [...composed.matchAll(WORD)].map((match) => ({
    text: match[0],
    form: formOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The folded words of a text, without their places. */
export function formsOf(text: string): string[] {
  return words(text).map(({ form }) => form);
}

const formOf = remembered((text: string): string => {
  const form = fold(text);
  const cut = form.indexOf("'");
  const whole = cut > 1 ? form.slice(0, cut) : form.replaceAll("'", "");
  return /^\p{L}+$/u.test(whole) ? written(squeeze(whole)) : whole;
});

/** "lütfeeeen" is "lütfen": a letter typed three times or more stands once. */
function squeeze(form: string): string {
  return form.replace(/(.)\1{2,}/g, "$1");
}
