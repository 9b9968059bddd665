import { nationalIdFault } from "../../core/national-id.ts";
import { findPersonalData, type PersonalSpan } from "../../core/personal-data.ts";
import type { RequestField } from "../../core/request.ts";
import { asciiLower } from "../../language/turkish-case.ts";
import { findLabelled, type LabelledValue } from "./labelled-values.ts";
import { findLowerCaseNames, findNames } from "./names.ts";
import { type FoundOffice, findOffices, findProvinces } from "./places.ts";
import { EMAIL, NATIONAL_ID_PROBLEMS, readField, readPhone, ticked } from "./read-field.ts";
import type { Label, RequestWords } from "./request-words.ts";

/** One value found in a line of running text or of a form. */
export interface Finding {
  readonly field: RequestField | "formerPhone";
  readonly value: string;
  readonly problem?: string;
  readonly confidence: number;
  readonly start: number;
  /** The words it was read from. */
  readonly quote: string;
  readonly isLabelled: boolean;
  /** Looks like what it is taken for, and may be something else. */
  readonly isGuess?: boolean;
}

const SURE = 0.97;
const CHECKED = 0.95;
const SHAPED = 0.9;
const WRONG = 0.5;
const GUESSED = 0.6;
const LONGEST_QUOTE = 200;
/** "Proje Sorumlumuz Serap Aydoğan'ın bilgisi dahilinde": before the name of the lead. */
const CALLED_LEAD = /[Pp](?:roje|ROJE) [Ss](?:orumlu|ORUMLU)\p{L}*[\s:]+(?:olan\s+)?$/u;
const REGISTRY =
  /s[iİı]c[iİı]l(?:[ıi]m?|\s*(?:no|nu|numaras[ıi]|numaram))?\s*[:.]?\s*((?:\p{L}{1,3}[- ]?)?\d[\d.]{2,11})|((?:\p{L}{1,3}-)?\d{3,10})\s*s[iİı]c[iİı]l(?:li|\s+(?:no|numara\p{L}*|say[ıi]l[ıi]))/giu;
/** "Eski numaram 0532 …": before a number that is given up. */
const FORMER = /(?:^|[^\p{L}])(?:[Ee]ski|[Öö]nceki|[Ee]vvelki)\s+(?:\p{L}+\s+){0,2}[:(]?\s*$/u;
/** "0532 … numaralı hattımı kapattım": after a number that is given up. */
const GIVEN_UP =
  /^\s*(?:no['’]?lu|nolu|numaral[ıi]|numaram[ıi]|numaras[ıi]n[ıi])?\s*(?:\p{L}+\s+){0,2}(?:kapat|kapan|iptal|b[ıi]rak|dev[ri]+|de[gğ]i[sş]tir)\p{L}*/iu;
/** "Hattımı Vodafone'a taşıdım", "Türk Telekom olarak güncellenmesi": where to, whatever operator is named before. */
const MOVED_TO =
  /(\p{Lu}[\p{L}]*(?: \p{Lu}[\p{L}]*)?)(?:['’]?y?[ae]\s+(?:ta[sş][ıi]|ge[cç])|\s+olarak\s+(?:g[uü]ncel|d[uü]zelt|de[gğ]i[sş]|i[sş]aret|kayde))\p{L}*|do[gğ]rusu:?\s+(\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)?)/gu;

/** "E-12345678-000-98765432101": the number of an official letter, and nobody's own. */
const DOCUMENT = /(?<![\p{L}\d])(?:E-)?\d{5,8}-(?:[\d.()]+-)+\d{4,}/gu;

/** A line and its neighbours. */
export interface LineInText {
  readonly line: string;
  readonly before: string;
  readonly next: string;
}

/** Everything a line tells, in reading order. A labelled value covers its text; nothing else is read out of it. */
export function findingsIn({ line: written, before, next }: LineInText, words: RequestWords): Finding[] {
  const line = written.replace(DOCUMENT, (number) => "\u0001".repeat(number.length));
  const labelled = findLabelled(line, next, words);
  let rest = line;
  const told = labelled.flatMap((value) => fromLabel(wholeNumber(value, next), words));
  for (const { label, from, to, start } of labelled) {
    // "Telefon: 0532 … (Turkcell)": behind its number a label's value is read like any text.
    const ends = told.filter((found) => isNumberLabel(label) && found.start >= start && found.start < to);
    rest = blank(rest, from, ends.length > 0 ? Math.max(...ends.map((found) => found.start + found.quote.length)) : to);
  }
  const numbers = numbersIn(rest, 0, undefined);
  for (const { start, quote } of numbers) rest = blank(rest, start, start + quote.length);
  const offices = findOffices(rest, words);
  for (const { start, quote } of offices) rest = blank(rest, start, start + quote.length);
  const loose = [...offices.flatMap(placesOf), ...looseIn(rest, words, numbers.length > 0)].map(
    ({ field, read, confidence, ...place }) =>
      finding(field, read, confidence, { ...place, isLabelled: false, isGuess: confidence <= GUESSED }),
  );
  const names = joinedName(labelled, { before, next }, words);
  return [...told, ...names, ...numbers, ...loose].sort((a, b) => a.start - b.start);
}

/** Labels whose value is no field of its own. */
const NO_FIELD = ["other", "kind", "formerOperator", "firstName", "lastName"] as const;

function fromLabel({ label, value, start }: LabelledValue, words: RequestWords): Finding[] {
  if (isNumberLabel(label)) return numbersIn(value, start, label);
  if (isNoField(label)) return [];
  const read = readField(words, label, value);
  const place = { start, quote: value, isLabelled: true };
  // "Operatör: Türk Telekom (faturalı)", "Hat: kurumsal"
  const lineType = label === "operator" ? words.lineTypeOf(ticked(value)) : undefined;
  // "Hat: 0532 … Turkcell, faturalı"
  const numbers = label === "operator" || label === "lineType" ? numbersIn(value, start, undefined) : [];
  return [
    ...numbers,
    ...(read && !(lineType && read.problem) ? [finding(label, read, read.problem ? WRONG : SURE, place)] : []),
    ...(lineType ? [finding("lineType", { value: lineType }, SHAPED, place)] : []),
  ];
}

/** A number that the end of the line cut in two goes on in the next. */
function wholeNumber(labelled: LabelledValue, next: string): LabelledValue {
  const { label, value } = labelled;
  if (!isNumberLabel(label) || !/^[\d\s()+.-]{3,}$/.test(value) || !/^[\d\s().-]{2,}$/.test(next)) return labelled;
  const joined = `${value} ${next.trim()}`;
  return findPersonalData(value).length === 0 && findPersonalData(joined).length === 1 ? { ...labelled, value: joined } : labelled;
}

function isNumberLabel(label: Label): label is NumberLabel {
  return label === "formerPhone" || label === "phone" || label === "nationalId";
}

function isNoField(label: Label): label is (typeof NO_FIELD)[number] {
  return (NO_FIELD as readonly string[]).includes(label);
}

type Place = Pick<Finding, "start" | "quote" | "isLabelled" | "isGuess">;

function finding(
  field: Finding["field"],
  read: { readonly value: string; readonly problem?: string },
  confidence: number,
  place: Place,
): Finding {
  return { field, ...read, confidence, ...place, quote: place.quote.slice(0, LONGEST_QUOTE) };
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + "\u0001".repeat(Math.max(0, to - from)) + text.slice(to);
}

/** "Adı: Ayşe" and "Soyadı: Yılmaz", in one line or in two, in either order; in two, the second line names nobody anew. */
function joinedName(
  labelled: readonly LabelledValue[],
  { before, next }: Pick<LineInText, "before" | "next">,
  words: RequestWords,
): Finding[] {
  const half = (among: readonly LabelledValue[], wanted: Label) => among.find(({ label }) => label === wanted);
  let first = half(labelled, "firstName");
  let last = half(labelled, "lastName");
  if (!first && !last) return [];
  if (!first || !last) {
    const missing = first ? "lastName" : "firstName";
    if (half(findLabelled(before, "", words), missing)) return [];
    const below = half(findLabelled(next, "", words), missing);
    first ??= below;
    last ??= below;
  }
  const written = `${first?.value ?? ""} ${last?.value ?? ""}`.trim();
  const read = readField(words, "name", written);
  const start = (first ?? last)?.start ?? 0;
  return read ? [finding("name", read, read.problem ? WRONG : SURE, { start, quote: written, isLabelled: true })] : [];
}

type NumberLabel = "phone" | "formerPhone" | "nationalId";

/** Personal numbers of a text. A label says what a number is meant for; without one its checksum and shape do. */
function numbersIn(text: string, offset: number, label: NumberLabel | undefined): Finding[] {
  const found = findPersonalData(text).map((span) => numberFinding(span, text, offset, label));
  const answers = found.some(({ field }) => field === label);
  if (label === undefined || label === "formerPhone" || answers || !/\d{3}|\d \d/.test(text)) return found;
  return [...found, ...misspelt(text, offset, label)];
}

function numberFinding({ kind, value, start, end }: PersonalSpan, text: string, offset: number, label?: NumberLabel) {
  const place = { start: offset + start, quote: text.slice(start, end), isLabelled: label !== undefined };
  if (kind === "phone") {
    const isGivenUp = FORMER.test(text.slice(0, start)) || GIVEN_UP.test(text.slice(end, end + 80));
    const isFormer = label === "formerPhone" || (label === undefined && isGivenUp);
    return finding(isFormer ? "formerPhone" : kind, { value }, label ? SURE : SHAPED, place);
  }
  const fault = nationalIdFault(value);
  if (fault) return finding(kind, { value, problem: NATIONAL_ID_PROBLEMS[fault] }, WRONG, place);
  return finding(kind, { value }, label ? SURE : CHECKED, place);
}

/** A labelled number that is none: too short, too long. It is kept, with what is wrong. */
function misspelt(text: string, offset: number, label: "phone" | "nationalId"): Finding[] {
  const written = /[+(]?\d[\d ().+/-]*/.exec(text);
  if (!written) return [];
  const quote = written[0].replace(/[\s(.+/-]+$/, "");
  const place = { start: offset + written.index, quote, isLabelled: true };
  const digits = quote.replace(/\D+/g, "");
  const read =
    label === "phone"
      ? readPhone(quote)
      : { value: digits, problem: NATIONAL_ID_PROBLEMS[nationalIdFault(digits) ?? "length"] };
  return digits.length >= 5 ? [finding(label, read, WRONG, place)] : [];
}

interface Loose {
  readonly field: RequestField;
  readonly read: { readonly value: string; readonly problem?: string };
  readonly start: number;
  readonly quote: string;
  readonly confidence: number;
}

/** What stands in running text without a label. */
function looseIn(text: string, words: RequestWords, hasNumber: boolean): Loose[] {
  const loose: Loose[] = [];
  const add = (field: RequestField, value: string, start: number, quote: string, confidence: number) =>
    loose.push({ field, read: { value }, start, quote, confidence });
  for (const match of text.matchAll(new RegExp(EMAIL, "gu")))
    add("email", asciiLower(match[0]), match.index, match[0], SHAPED);
  for (const match of text.matchAll(REGISTRY)) {
    const read = readField(words, "registryNumber", match[1] ?? match[2] ?? "");
    if (read && !read.problem) add("registryNumber", read.value, match.index, match[0], SHAPED);
  }
  const named = findNames(text, words);
  const names = named.length > 0 || !hasNumber ? named : findLowerCaseNames(text, words);
  for (const { name, start, isSure } of names) {
    const field = CALLED_LEAD.test(text.slice(Math.max(0, start - 40), start)) ? "projectLead" : "name";
    add(field, name, start, name, isSure ? 0.85 : GUESSED);
  }
  const operator = movedTo(text, words) ?? wordOf(text, words.operatorOf);
  if (operator) add("operator", operator.value, operator.start, operator.quote, 0.8);
  for (const { province, start, quote } of findProvinces(text, words)) add("province", province, start, quote, GUESSED);
  const lineType = wordOf(text, words.lineTypeOf);
  if (lineType) add("lineType", lineType.value, lineType.start, lineType.quote, 0.8);
  return loose;
}

function placesOf({ office, province, start, quote }: FoundOffice): Loose[] {
  const unit = { field: "unit", read: { value: office }, start, quote, confidence: GUESSED } as const;
  return province ? [{ ...unit, field: "province", read: { value: province } }, unit] : [unit];
}

function movedTo(text: string, words: RequestWords) {
  for (const moved of text.matchAll(MOVED_TO)) {
    const value = words.operatorOf(moved[1] ?? moved[2] ?? "");
    if (value) return { value, start: moved.index, quote: moved[0] };
  }
  return undefined;
}

/** The first word, or pair of words, that the lookup knows. */
function wordOf(text: string, lookup: (text: string) => string | undefined) {
  if (lookup(text) === undefined) return undefined;
  const tokens = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token) continue;
    const pair = next ? text.slice(token.index, next.index + next[0].length) : token[0];
    const quote = [pair, token[0]].find((part) => lookup(part) !== undefined && lookup(part) === lookup(pair));
    const value = lookup(pair);
    if (quote && value) return { value, start: token.index, quote };
  }
  return undefined;
}
