import { findPersonalData, type PersonalKind } from "../core/personal-data.ts";
import type { PersonKeys } from "../core/request-ports.ts";
import { fold } from "../language/fold.ts";
import type { Cipher } from "./cipher.ts";

/** Search terms kept for one text; a long thread adds no more than this. */
const MOST_TERMS = 600;

/** The words of a query, each with the terms it may be found by. */
export type QueryTerms = (text: string) => readonly (readonly string[])[];

/** What texts and people are found by, personal numbers as blind indexes only. */
export interface PersonalTerms {
  /** Terms of a text for the index: its words, and a blind index for every personal number in it. */
  termsOf(text: string): string[];
  /** The same with beginnings of the words, for a short text that is searched by a part of it. */
  headTermsOf(text: string): string[];
  /** The same for a query: a full number of any spelling is looked for by its blind index. */
  readonly queryTerms: QueryTerms;
  blindIndex(kind: PersonalKind, value: string): string;
  /** One key for each thing a person is recognised by. */
  keysOf(person: PersonKeys): string[];
}

/** Beginnings of a word, in letters, that it is found by; short of the whole word. */
const BEGINNINGS = [3, 4, 5, 6] as const;

/** Splits texts into words and personal numbers; only the words reach the index as they are. */
export function createPersonalTerms(
  cipher: Cipher,
  searchTerms: (text: string) => readonly string[],
  queryTerms: QueryTerms,
): PersonalTerms {
  const blindIndex = (kind: PersonalKind, value: string) => cipher.blindIndex(`${kind}:${value}`);
  const split = (text: string) => {
    const numbers = findPersonalData(text);
    let words = "";
    let done = 0;
    for (const { start, end } of numbers) {
      words += `${text.slice(done, start)} `;
      done = end;
    }
    return { words: words + text.slice(done), blind: numbers.map(({ kind, value }) => blindIndex(kind, value)) };
  };
  const merged = (blind: readonly string[], words: readonly string[]) =>
    [...new Set([...blind.slice(0, MOST_TERMS / 2), ...words])].slice(0, MOST_TERMS);
  return {
    blindIndex,
    termsOf(text) {
      const { words, blind } = split(text);
      return merged(blind, searchTerms(words));
    },
    headTermsOf(text) {
      const { words, blind } = split(text);
      // A beginning is one of the word as it stands, which its terms may not have.
      const whole = queryTerms(words).flat();
      return merged(blind, [...searchTerms(words), ...whole.flatMap(beginningsOf)]);
    },
    queryTerms(text) {
      const { words, blind } = split(text);
      return [...blind.map((index) => [index]), ...queryTerms(words)];
    },
    keysOf({ nationalId, phones = [], registryNumber, name }) {
      return [
        ...(nationalId ? [blindIndex("nationalId", nationalId)] : []),
        ...phones.map((phone) => blindIndex("phone", phone)),
        ...(registryNumber && name ? [cipher.blindIndex(`registry:${registryNumber}:${fold(name).trim()}`)] : []),
      ];
    },
  };
}

/** Numbers are looked for whole. */
function beginningsOf(term: string): string[] {
  if (!/^\p{L}/u.test(term)) return [];
  return BEGINNINGS.filter((length) => length < term.length).map((length) => term.slice(0, length));
}
