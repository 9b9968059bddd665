import { findPersonalData, type PersonalKind } from "../core/personal-data.ts";
import type { PersonKeys } from "../core/request-ports.ts";
import { fold } from "../language/fold.ts";
import type { Cipher } from "./cipher.ts";
import type { QueryTerms } from "./ticket-reader.ts";

/** Search terms kept for one text; a long thread adds no more than this. */
const MOST_TERMS = 600;

/** What texts and people are found by, personal numbers as blind indexes only. */
export interface PersonalTerms {
  /** Terms of a text for the index: its words, and a blind index for every personal number in it. */
  termsOf(text: string): string[];
  /** The same for a query: a full number of any spelling is looked for by its blind index. */
  readonly queryTerms: QueryTerms;
  blindIndex(kind: PersonalKind, value: string): string;
  /** One key for each thing a person is recognised by. */
  keysOf(person: PersonKeys): string[];
}

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
  return {
    blindIndex,
    termsOf(text) {
      const { words, blind } = split(text);
      return [...new Set([...blind.slice(0, MOST_TERMS / 2), ...searchTerms(words)])].slice(0, MOST_TERMS);
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
