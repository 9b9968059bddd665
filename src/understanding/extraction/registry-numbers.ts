import { readRegistryNumber } from "../../core/registry-number.ts";
import { SHAPED, WRONG } from "./finding.ts";

const REGISTRY =
  /s[iİı]c[iİı]l(?:[ıi](?:m[ıi]z|m)?|\s*(?:no|nu|numaras[ıi]|numaram[ıi]z|numaram))?(?:\s+(?:da|de|ise|olarak))?\s*[:.]?\s*((?:\p{L}{1,3}[- ]?)?\d[\d.]{2,11})|((?:\p{L}{1,3}-)?\d{3,10})\s*s[iİı]c[iİı]l(?:li|\s+(?:no|numara\p{L}*|say[ıi]l[ıi])|(?=\s*(?:$|[,;)/–—-])))/giu;
const LETTERS = /(?:\p{Lu}{1,3}[-. ]?)?/u.source;
const LONE_NUMBERS = [
  // "… / 173407 / …": in a part of its own.
  `(?<=(?:^|[,;|/]|\\s[–—-])\\s{0,8})${LETTERS}(?<![\\d-])\\d{5,7}(?=\\s{0,8}(?:[,;|/](?!\\d)|\\s[–—-](?!\\S)|$))`,
  // "1. 173407 Okan TÜRKMEN"
  "(?<=^\\s{0,8}(?:\\d{1,3}[.)-]\\s{1,8})?)\\d{5,7}(?=\\s{0,8}[/–—-]?\\s{0,8}\\p{Lu}\\p{L})",
  // "Okan TÜRKMEN (173407)"
  "(?<=\\()\\d{5,7}(?=\\))",
  // "Okan TÜRKMEN J-173407"
  "(?<=\\s)(?!TC|NO)\\p{Lu}{1,3}[- ]\\d{5,7}(?=[\\s,;])",
];
/** A number beside somebody's name and personal numbers, apart from other words. */
const LONE_NUMBER = new RegExp(LONE_NUMBERS.join("|"), "gu");

export interface FoundRegistryNumber {
  readonly value: string;
  readonly start: number;
  readonly quote: string;
  readonly confidence: number;
}

/** Every sicil no that running text calls one. */
export function findRegistryNumbers(text: string): FoundRegistryNumber[] {
  return [...text.matchAll(REGISTRY)].flatMap((match) => found(match[1] ?? match[2] ?? "", match, SHAPED));
}

/** Numbers that are the sicil no of the one person a line lists, as it seems. */
export function findLoneNumbers(text: string): FoundRegistryNumber[] {
  return [...text.matchAll(LONE_NUMBER)].flatMap((match) => found(match[0], match, WRONG));
}

function found(
  written: string,
  { 0: quote, index: start }: RegExpExecArray,
  confidence: number,
): FoundRegistryNumber[] {
  const value = readRegistryNumber(written);
  return value === undefined ? [] : [{ value, start, quote, confidence }];
}
