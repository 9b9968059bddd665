import type { RequestField } from "../../core/request.ts";
import { asciiLower } from "../../language/turkish-case.ts";
import { placesIn } from "./by-place.ts";
import { findEnglishOffices } from "./english-offices.ts";
import { confidenceOf, type Finding, finding, GUESSED, SHAPED, SURE } from "./finding.ts";
import { findLabelled, type LabelledValue } from "./labelled-values.ts";
import { mentionsSeveral } from "./mentions.ts";
import { linesIn } from "./mobile-lines.ts";
import { type FoundName, findLowerCaseNames, findNames } from "./names.ts";
import { isNumberLabel, numbersBehind, numbersIn, wholeNumber } from "./numbers.ts";
import { type FoundOffice, findOffices, findProvinces } from "./places.ts";
import { EMAIL, readField, ticked } from "./read-field.ts";
import { findLoneNumbers, findRegistryNumbers } from "./registry-numbers.ts";
import { isField, type Label, type RequestWords } from "./request-words.ts";
import type { ReadField } from "./types.ts";

/** "Proje Sorumlumuz Serap Aydoğan'ın bilgisi dahilinde": before the name of the lead. */
const CALLED_LEAD = /[Pp](?:roje|ROJE) [Ss](?:orumlu|ORUMLU)\p{L}*[\s:]+(?:olan\s+)?$/u;
/** "E-12345678-000-98765432101": the number of an official letter, and nobody's own. */
const DOCUMENT = /(?<![\p{L}\d])(?:E-)?\d{5,8}-(?:[\d.()]{1,10}-)+\d{4,}/gu;

/** A line and its neighbours. */
export interface LineInText {
  readonly line: string;
  readonly before: string;
  readonly next: string;
}

/** Everything a line tells, in reading order. A labelled value covers its text; nothing else is read out of it. */
export function findingsIn({ line: written, before, next }: LineInText, words: RequestWords): Finding[] {
  const line = written.replace(DOCUMENT, (number) => "\u0001".repeat(number.length));
  // A note ("Not: Ali Kaya'nın hattı faturasız") is read as any text is.
  const labelled = findLabelled(line, next, words).filter(({ label }) => label !== "note");
  let rest = line;
  const told = labelled.flatMap((value) => fromLabel(wholeNumber(value, next), line, words));
  for (const { label, from, to, start } of labelled) {
    // "Telefon: 0532 … (Turkcell)": behind its number a label's value is read like any text.
    const ends = told.filter((found) => isNumberLabel(label) && found.start >= start && found.start < to);
    rest = blank(rest, from, ends.length > 0 ? Math.max(...ends.map((found) => found.start + found.quote.length)) : to);
  }
  const numbers = numbersIn(rest, 0, undefined);
  for (const { start, quote } of numbers) rest = blank(rest, start, start + quote.length);
  const offices = [...findEnglishOffices(rest, words), ...findOffices(rest, words)];
  for (const { start, quote } of offices) rest = blank(rest, start, start + quote.length);
  const loose = [...offices.flatMap(placesOf), ...looseIn(rest, words, [...told, ...numbers])].map(
    ({ field, read, confidence, ...place }) =>
      finding(field, read, confidence, { ...place, isLabelled: false, isGuess: confidence <= GUESSED }),
  );
  const names = joinedName(labelled, { before, next }, words);
  return [...told, ...names, ...numbers, ...loose].sort((a, b) => a.start - b.start);
}

function fromLabel(labelled: LabelledValue, line: string, words: RequestWords): Finding[] {
  const { label, value, start } = labelled;
  if (isNumberLabel(label)) return numbersBehind({ ...labelled, label }, line);
  if (label === "district") return ofDistrict(labelled, words);
  if (label === "other") return addressIn(labelled, line);
  if (!isField(label)) return [];
  const read = readField(words, label, value);
  const place = { start, quote: value, isLabelled: true };
  // "Operatör: Türk Telekom (faturalı)", "Hat: kurumsal"
  const lineType = label === "operator" ? words.lineTypeOf(ticked(value)) : undefined;
  // "Hat: 0532 … Turkcell, faturalı"
  const numbers = label === "operator" || label === "lineType" ? numbersIn(value, start, undefined) : [];
  return [
    ...numbers,
    ...(read && !(read.problem && (lineType || numbers.length > 0))
      ? [finding(label, read, confidenceOf(read, SURE), place)]
      : []),
    ...(lineType ? [finding("lineType", { value: lineType }, SHAPED, place)] : []),
  ];
}

/** "İlçe: Polatlı" tells the province, and "İlçe: Polatlı/Ankara" says it. */
function ofDistrict({ value, start }: LabelledValue, words: RequestWords): Finding[] {
  const read = readField(words, "province", value);
  if (!read || read.problem) return [];
  return [finding("province", read, confidenceOf(read, SURE), { start, quote: value, isLabelled: true })];
}

/** "Formun gönderileceği adres: ayse@…" */
function addressIn({ value, start, from }: LabelledValue, line: string): Finding[] {
  const [address] = /adres/iu.test(line.slice(from, start)) ? (EMAIL.exec(value) ?? []) : [];
  return address
    ? [finding("email", { value: asciiLower(address) }, SURE, { start, quote: value, isLabelled: true })]
    : [];
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
  return read ? [finding("name", read, confidenceOf(read, SURE), { start, quote: written, isLabelled: true })] : [];
}

interface Loose {
  readonly field: RequestField;
  readonly read: ReadField;
  readonly start: number;
  readonly quote: string;
  readonly confidence: number;
}

/** What stands in running text without a label, beside the numbers and the labelled values of its line. */
function looseIn(text: string, words: RequestWords, beside: readonly Finding[]): Loose[] {
  const loose: Loose[] = [];
  const add = (field: RequestField, value: string, start: number, quote: string, confidence: number) =>
    loose.push({ field, read: { value }, start, quote, confidence });
  for (const match of text.matchAll(new RegExp(EMAIL, "gu")))
    add("email", asciiLower(match[0]), match.index, match[0], SHAPED);
  const names = namesIn(text, words, beside);
  for (const { value, start, quote, confidence } of registryNumbersIn(text, names, beside))
    add("registryNumber", value, start, quote, confidence);
  for (const { name, start, isSure } of names) {
    const field = CALLED_LEAD.test(text.slice(Math.max(0, start - 40), start)) ? "projectLead" : "name";
    add(field, name, start, name, isSure ? 0.85 : GUESSED);
  }
  const isOfSeveral =
    names.length > 1 ||
    hasTwo(beside, "nationalId") ||
    hasTwo(beside, "phone") ||
    words.everybodyIn(text).length > 0 ||
    placesIn(text).length > 0 ||
    mentionsSeveral(text);
  for (const { field, value, start, quote } of linesIn(text, words, isOfSeveral)) add(field, value, start, quote, 0.8);
  for (const { province, start, quote, isConcluded } of findProvinces(text, words)) {
    const read = { value: province, ...(isConcluded && { isConcluded }) };
    loose.push({ field: "province", read, start, quote, confidence: confidenceOf(read, GUESSED) });
  }
  return loose;
}

function namesIn(text: string, words: RequestWords, beside: readonly Finding[]): FoundName[] {
  const named = findNames(text, words);
  const hasNumber = beside.some(({ isLabelled }) => !isLabelled);
  return named.length > 0 || !hasNumber ? named : findLowerCaseNames(text, words);
}

/** A number that nothing calls a sicil no is one in a line that lists a person. */
function registryNumbersIn(text: string, names: readonly FoundName[], beside: readonly Finding[]) {
  const called = findRegistryNumbers(text);
  const tells = (...wanted: Finding["field"][]) => beside.some(({ field }) => wanted.includes(field));
  const isListed = (names.length > 0 || tells("name")) && tells("nationalId", "phone");
  return called.length > 0 || !isListed || tells("registryNumber") ? called : findLoneNumbers(text);
}

function hasTwo(findings: readonly Finding[], wanted: Finding["field"]): boolean {
  return new Set(findings.filter(({ field }) => field === wanted).map(({ value }) => value)).size > 1;
}

function placesOf({ office, province, start, quote }: FoundOffice): Loose[] {
  const unit = { field: "unit", read: { value: office }, start, quote, confidence: GUESSED } as const;
  return province ? [{ ...unit, field: "province", read: { value: province } }, unit] : [unit];
}
