import { decodeHeader } from "./encoded-words.ts";

/** Longer ones are no ids: RFC 5322 allows a line of 998 characters. */
const LONGEST = 990;
const IN_TEXT = /<[^<>\s]{1,990}>/g;
const CALLED = /message-id:\s{0,10}(<[^<>\s]{1,990}>)/gi;
/** What mailers put for an id without its brackets: one word, with an "@" and nothing a list or a sentence would have. */
const BARE = /^[^\s<>()@,;:"]+@[^\s<>()@,;:"]+$/;

/**
 * The id of a mail, in the one form in which the ledger keeps it, the stages look for it and answers name it. In: the value of its
 * Message-ID header, as bytes in latin-1 text. Comments, folding and blanks are no part of an id; brackets left away are put
 * around it; encoded words and raw 8-bit bytes are decoded as in every other header, since the program that answers may write
 * them the other way. Out: with angle brackets; undefined when there is none, or an empty one.
 */
export function messageIdIn(raw: string): string | undefined {
  const value = decodeHeader(raw);
  const [id] = bracketed(value);
  return id ?? inBrackets(withoutComments(value));
}

/**
 * The ids a References or In-Reply-To header names, in the form of `messageIdIn`, in order, without doubles. Words between ids are
 * passed over; where no id has brackets, words that look like ids are taken for them, if there is nothing else.
 */
export function referencesIn(raw: string): string[] {
  const value = decodeHeader(raw);
  const ids = bracketed(value);
  if (ids.length > 0) return [...new Set(ids)];
  const words = withoutComments(value)
    .split(/[\s,<>]+/)
    .filter((word) => word !== "");
  if (!words.every((word) => BARE.test(word))) return [];
  return [...new Set(words.flatMap((word) => inBrackets(word) ?? []))];
}

/**
 * Ids that stand in a text people or mail servers wrote, with angle brackets: first those called a Message-ID, which is what a returned
 * mail is known by; what it answers stands above it in its headers.
 */
export function messageIdsInText(text: string): string[] {
  const called = [...text.matchAll(CALLED)].flatMap(([, id]) => id ?? []);
  return [...new Set([...called, ...(text.match(IN_TEXT) ?? [])])];
}

function bracketed(value: string): string[] {
  const outside = idsOutsideOfComments(value);
  // A comment that does not end would hide what follows it.
  const ids = outside.length > 0 ? outside : (value.match(/<[^<>]+>/g) ?? []);
  return ids.flatMap((id) => inBrackets(id) ?? []);
}

/** The bracketed parts of a header that do not stand in a comment (RFC 5322 §3.2.2), each in its brackets. */
function idsOutsideOfComments(value: string): string[] {
  const ids: string[] = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at < value.length; at++) {
    const letter = value[at];
    if (start >= 0 && letter === ">") {
      ids.push(value.slice(start, at + 1));
      start = -1;
    } else if (letter === "<" && depth === 0) start = at;
    else if (start < 0 && letter === "(") depth += 1;
    else if (start < 0 && letter === ")") depth = Math.max(0, depth - 1);
  }
  return ids;
}

/** Innermost comments first; nested deeper than anybody nests them, they stay. */
function withoutComments(value: string): string {
  let left = value;
  for (let depth = 0; depth < 5 && left.includes("("); depth++) left = left.replace(/\([^()]*\)/g, " ");
  return left;
}

function inBrackets(id: string): string | undefined {
  const bare = id.replace(/[\s<>]+/g, "");
  return bare === "" || bare.length > LONGEST ? undefined : `<${bare}>`;
}
