import { isNationalId } from "./national-id.ts";

/** A T.C. kimlik no or a mobile number inside a text. */
export interface PersonalSpan {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
  /** Eleven digits, or E.164: one form for all spellings, as the blind index needs it. */
  readonly value: string;
}

export type PersonalKind = "nationalId" | "phone";

/** Stands for one hidden digit. Not an asterisk: Markdown would make something of it. */
export const MASK = "•";

/** What stands between the groups of a number: blanks, dots, dashes, and characters nobody sees (zero width, soft hyphen). */
const GAP = "[ \\t\\u00a0\\u202f.\\-\\u2010-\\u2015/_\\u200b-\\u200d\\u2060\\ufeff\\u00ad]";
/** Between the groups of a mobile number a line may also end. */
const JOINT = `(?:${GAP}{0,2}(?:\\r?\\n${GAP}{0,2})?)`;
/** Not inside a longer number, nor inside an id of ours (hex). Another letter before it is no hindrance: "no10000000146". */
const FRONT = "(?<![\\da-f])";
/** 5xx and seven digits in the groupings people use: 3-2-2, 2-2-3, 4-3 or none. */
const SEVEN = `(?:\\d{3}${JOINT}\\d{2}${JOINT}\\d{2}|\\d{2}${GAP}\\d{2}${GAP}\\d{3}|\\d{4}${GAP}\\d{3})`;
const MOBILE = new RegExp(
  `${FRONT}(?:\\(?(?:\\+|00)?${GAP}?90\\)?${GAP}{0,2})?\\(?(?:0${GAP}?)?\\(?5\\d{2}\\)?${GAP}?${JOINT}${SEVEN}(?!\\d)`,
  "giu",
);
/** Eleven digits in a row are taken for a T.C. kimlik no even when the checksum fails: a slip of one digit is still somebody's number. */
const ELEVEN = new RegExp(`${FRONT}[1-9]\\d{10}(?!\\d)`, "giu");
const SPACED_ELEVEN = new RegExp(`${FRONT}[1-9](?:${GAP}?\\d){10}(?!\\d)`, "giu");
/** What is called a T.C. kimlik no is one, whatever its length. */
const LABELLED = new RegExp(
  `(?:T\\.?[ ]?C\\.?|TCKN|k[iİı]ml[iİı]k)(?:${GAP}|k[iİı]ml[iİı]k|no|nu|numaras[ıi]|n|[:=|'"]){0,8}([1-9](?:${GAP}?\\d){7,12})(?!\\d)`,
  "giu",
);
/** "0 5 3 2 - 1 2 3 - 4 5 - 6 7": digit by digit. */
const DIGIT_BY_DIGIT = new RegExp(`${FRONT}0${GAP}{1,3}5(?:${GAP}{1,3}\\d){9}(?!\\d)`, "giu");
const EIGHT_DIGITS =
  /[\d\uff10-\uff19\u0660-\u0669](?:[^\d\uff10-\uff19\u0660-\u0669]{0,4}[\d\uff10-\uff19\u0660-\u0669]){7}/;
/** Full-width and Arabic-Indic digits, which search folds into plain ones. */
const OTHER_DIGITS = /[\uff10-\uff19\u0660-\u0669]/g;
const ANY_DIGIT = /[\d\uff10-\uff19\u0660-\u0669]/g;
const IBAN = /\bTR\d{2}(?:[ ]?\d){22}\b/g;

/**
 * Finds every T.C. kimlik no and every Turkish mobile number, in all spellings.
 * Fixed lines are not personal here: the office's own numbers are among them.
 * In: any text. Out: spans in order, never overlapping. Linear in the text.
 */
export function findPersonalData(text: string): PersonalSpan[] {
  if (!mayHoldPersonalData(text)) return [];
  const found: PersonalSpan[] = [];
  const add = (kind: PersonalKind, start: number, written: string) => {
    const end = start + written.length;
    found.push({ kind, start, end, value: kind === "phone" ? e164(written) : written.replace(/\D+/g, "") });
  };
  // One plain digit for one other digit: places in the text stay what they are.
  const plain = text.replace(OTHER_DIGITS, (digit) => String((digit.charCodeAt(0) & 0xff) % 16));
  const searched = plain.replace(IBAN, (iban) => "#".repeat(iban.length));
  for (const match of searched.matchAll(ELEVEN)) add("nationalId", match.index, match[0]);
  for (const match of searched.matchAll(MOBILE)) add("phone", match.index, match[0]);
  for (const match of searched.matchAll(DIGIT_BY_DIGIT)) add("phone", match.index, match[0]);
  for (const match of searched.matchAll(SPACED_ELEVEN)) {
    if (isNationalId(match[0].replace(/\D+/g, ""))) add("nationalId", match.index, match[0]);
  }
  for (const match of searched.matchAll(LABELLED)) {
    const number = match[1] ?? "";
    add("nationalId", match.index + match[0].length - number.length, number);
  }
  return withoutOverlaps(found);
}

/** A quick look that clears most texts: fewer digits near each other are nobody's number. */
export function mayHoldPersonalData(text: string): boolean {
  return EIGHT_DIGITS.test(text);
}

/** Earlier kinds win: what stands in a row of eleven digits is not cut up by a later, looser rule. */
function withoutOverlaps(found: readonly PersonalSpan[]): PersonalSpan[] {
  const inOrder = found
    .map((span, rank) => ({ span, rank }))
    .sort((a, b) => a.span.start - b.span.start || a.rank - b.rank);
  const kept: { span: PersonalSpan; rank: number }[] = [];
  for (const next of inOrder) {
    const last = kept.at(-1);
    if (!last || next.span.start >= last.span.end) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ span }) => span);
}

function e164(written: string): string {
  return `+90${written.replace(/\D+/g, "").slice(-10)}`;
}

/** The same text with every T.C. kimlik no and mobile number masked; its length does not change. */
export function maskPersonalData(text: string): string {
  return maskSpans(text, findPersonalData(text));
}

/** Masks the given spans of a text, in place. */
export function maskSpans(text: string, spans: readonly Pick<PersonalSpan, "kind" | "start" | "end">[]): string {
  let masked = "";
  let done = 0;
  for (const { kind, start, end } of spans) {
    masked += text.slice(done, start) + maskNumber(kind, text.slice(start, end));
    done = end;
  }
  return masked + text.slice(done);
}

/**
 * "10•••••••46" for a T.C. kimlik no, "+90532•••••12" for a mobile number: enough to recognise it by, too little to use it.
 * What stands between the digits stays.
 */
export function maskNumber(kind: PersonalKind, written: string): string {
  const count = written.match(ANY_DIGIT)?.length ?? 0;
  const shownBefore = kind === "phone" ? Math.max(0, count - 7) : 2;
  let place = 0;
  return written.replace(ANY_DIGIT, (digit) => {
    place += 1;
    return place <= shownBefore || place > count - 2 ? digit : MASK;
  });
}

/** Masks this one number wherever and however spaced it stands in a text, also when its shape alone would not tell it. */
export function maskThisNumber(text: string, kind: PersonalKind, value: string): string {
  const digits = kind === "phone" ? value.replace(/\D+/g, "").slice(-10) : value.replace(/\D+/g, "");
  if (digits.length < 5) return text;
  // A glance before a pattern is made: most texts of an entry have no such number of digits.
  if ((text.match(/\d/g)?.length ?? 0) < digits.length) return text;
  const spelt = new RegExp(
    `(?<!\\d)(?:\\+?90${GAP}?|0${GAP}?)?${[...digits].join(`[()]?${GAP}{0,2}[()]?`)}(?!\\d)`,
    "gu",
  );
  return text.replace(spelt, (written) => maskNumber(kind, written));
}

/** Whether a value has been masked. */
export function isMasked(value: string): boolean {
  return value.includes(MASK);
}

/** "a•••@ornek.example": who a report or an event speaks of, without saying it. */
export function maskEmail(address: string): string {
  return address.replace(/^(.)[^@]*/u, `$1${MASK.repeat(3)}`);
}

/** Masks every text inside plain data (an event, an outcome); dates and numbers stay. */
export function maskDeep<Data>(data: Data): Data {
  if (typeof data === "string") return maskPersonalData(data) as Data;
  if (Array.isArray(data)) return data.map((item) => maskDeep<unknown>(item)) as Data;
  if (data === null || typeof data !== "object" || Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, maskDeep<unknown>(value)])) as Data;
}
