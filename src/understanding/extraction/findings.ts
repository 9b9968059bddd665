import type { RequestField } from "../../core/request.ts";
import { asciiLower } from "../../language/turkish-case.ts";
import { type Finding, finding, GUESSED, SHAPED, SURE, WRONG } from "./finding.ts";
import { findLabelled, type LabelledValue } from "./labelled-values.ts";
import { findLowerCaseNames, findNames } from "./names.ts";
import { isNumberLabel, numbersIn, wholeNumber } from "./numbers.ts";
import { type FoundOffice, findOffices, findProvinces } from "./places.ts";
import { EMAIL, readField, ticked } from "./read-field.ts";
import type { Label, RequestWords } from "./request-words.ts";

/** "Proje Sorumlumuz Serap Aydoğan'ın bilgisi dahilinde": before the name of the lead. */
const CALLED_LEAD = /[Pp](?:roje|ROJE) [Ss](?:orumlu|ORUMLU)\p{L}*[\s:]+(?:olan\s+)?$/u;
const REGISTRY =
  /s[iİı]c[iİı]l(?:[ıi]m?|\s*(?:no|nu|numaras[ıi]|numaram))?\s*[:.]?\s*((?:\p{L}{1,3}[- ]?)?\d[\d.]{2,11})|((?:\p{L}{1,3}-)?\d{3,10})\s*s[iİı]c[iİı]l(?:li|\s+(?:no|numara\p{L}*|say[ıi]l[ıi]))/giu;
/** "Hattımı Vodafone'a taşıdım", "Türk Telekom olarak güncellenmesi": where to, whatever operator is named before. */
const MOVED_TO =
  /(?<!\p{L})(\p{L}+(?: \p{L}+)?)(?:['’]?y?[ae]\s+(?:ta[sş][ıi]|ge[cç])|\s+olarak\s+(?:g[uü]ncel|d[uü]zelt|de[gğ]i[sş]|i[sş]aret|kayde))\p{L}*|do[gğ]rusu:?\s+(\p{L}+(?: \p{L}+)?)/gu;

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
    ...(read && !(read.problem && (lineType || numbers.length > 0))
      ? [finding(label, read, read.problem ? WRONG : SURE, place)]
      : []),
    ...(lineType ? [finding("lineType", { value: lineType }, SHAPED, place)] : []),
  ];
}

function isNoField(label: Label): label is (typeof NO_FIELD)[number] {
  return (NO_FIELD as readonly string[]).includes(label);
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
  loose.push(...lineIn(text, words));
  for (const { province, start, quote } of findProvinces(text, words)) add("province", province, start, quote, GUESSED);
  return loose;
}

function placesOf({ office, province, start, quote }: FoundOffice): Loose[] {
  const unit = { field: "unit", read: { value: office }, start, quote, confidence: GUESSED } as const;
  return province ? [{ ...unit, field: "province", read: { value: province } }, unit] : [unit];
}

/** The operator and the kind of a line. */
function lineIn(text: string, words: RequestWords): Loose[] {
  const operator = words.operatorOf(text) ? (movedTo(text, words) ?? wordOf(text, words.operatorOf)) : undefined;
  const lineType = wordOf(text, words.lineTypeOf);
  const told = (field: RequestField, { value, ...place }: Word): Loose => ({
    field,
    read: { value },
    confidence: 0.8,
    ...place,
  });
  return [...(operator ? [told("operator", operator)] : []), ...(lineType ? [told("lineType", lineType)] : [])];
}

interface Word {
  readonly value: string;
  readonly start: number;
  readonly quote: string;
}

function movedTo(text: string, words: RequestWords): Word | undefined {
  for (const moved of text.matchAll(MOVED_TO)) {
    const named = moved[1] ?? moved[2] ?? "";
    // "Turkcellden Vodafonea geçtim": the word nearest to the verb goes before the one before it.
    const value = words.operatorOf(named.split(" ").at(-1) ?? "") ?? words.operatorOf(named);
    if (value) return { value, start: moved.index, quote: moved[0] };
  }
  return undefined;
}

/** The first word, or pair of words, that the lookup knows. */
function wordOf(text: string, lookup: (text: string) => string | undefined): Word | undefined {
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
