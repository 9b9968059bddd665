import { nationalIdFault } from "../../core/national-id.ts";
import { findPersonalData, type PersonalSpan } from "../../core/personal-data.ts";
import { CHECKED, type Finding, finding, MEANT, SHAPED, SURE, WRONG } from "./finding.ts";
import type { LabelledValue } from "./labelled-values.ts";
import { NATIONAL_ID_PROBLEMS, readPhone } from "./read-field.ts";
import type { Label } from "./request-words.ts";

/** "Eski numaram 0532 …": before a number that is given up. */
const FORMER = /(?:^|[^\p{L}])(?:[Ee]ski|[Öö]nceki|[Ee]vvelki)\s+(?:\p{L}+\s+){0,2}[:(]?\s*$/u;
/** "Eşimin telefonu 0505 …", "diğer numaram 0505 …": before a number that is another one's, or not asked for. */
const OTHER =
  /(?:^|[^\p{L}])(?:[Ee]ş(?:im|in)in|[Yy]akın[ıi][mn][ıi]n|[Dd]iğer|[Yy]edek|[İi]kinci|[Aa]lternatif)\s+(?:cep\s+)?(?:numara|no|telefon|tel|hat|hatt|gsm|cep)\p{L}*\s*[:(]?\s*$/u;
/** "0532 … numaralı hattımı kapattım", "0532 … idi": after a number that is given up; "0532 … olarak değişti" is the new one. */
const GIVEN_UP =
  /^(?:(?!\s*olarak(?!\p{L}))\s*(?:no['’]?lu|nolu|numaral[ıi]|numaram[ıi]|numaras[ıi]n[ıi])?\s*(?:\p{L}+\s+){0,2}(?:kapat|kapan|iptal|b[ıi]rak|dev[ri]+|de[gğ]i[sş]tir)\p{L}*|\s*(?:idi|['’]?yd[ıi])(?!\p{L}))/iu;
/** "… olarak yazılmış, doğrusu", "… değil": after a number that was a slip, with the right one behind it. */
const SLIP =
  /^[\s"'”)]{0,3}(?:de[gğ]il|(?:olarak|[sş]eklinde|diye)\s+(?:\p{L}+\s+){0,2}(?:yaz|gir|kayd|kay[ıi]t|bildir|ilet|belirt|g[oö]nder|g[oö]r[uü]n)\p{L}*[^\d]{0,80}?do[gğ]ru)/iu;
/** "Mobil imza için kullanacağım numara 0532 …", "imza kullanılacak hat: 0532 …": of two, the one that is meant. */
const ASKED =
  /imza\p{L}*\s+(?:i[cç]in|kullan|al[ıi]n|tan[ıi]mlan|iste|talep|numara|hat|telefon)\p{L}*(?:\s+\p{L}+){0,3}\s*[:(]?\s*$/iu;
/** Characters before a number that are looked at. */
const NEAR = 80;
/** Characters behind a number that say it was a slip. */
const SLIP_NEAR = 140;
export type NumberLabel = "phone" | "formerPhone" | "nationalId";

/** Personal numbers of a text. A label says what a number is meant for; without one its checksum and shape do. */
export function numbersIn(text: string, offset: number, label: NumberLabel | undefined): Finding[] {
  const spans = findPersonalData(text).filter((span) => !isPartOfCode(span, text));
  const found = spans
    .filter((span, at) => !isSlip(span, spans.slice(at + 1), text))
    .map((span) => numberFinding(span, text, offset, label));
  const answers = found.some(({ field }) => field === label);
  if (label === undefined || label === "formerPhone" || answers || !/\d{3}|\d \d/.test(text)) return found;
  return [...found, ...misspelt(text, offset, label)];
}

/** Whether the words before a number say that it is the one for the signature. */
function isAskedFor(before: string): boolean {
  return ASKED.test(before.slice(-NEAR));
}

/** The numbers behind a label; the label itself may say which of two is meant. */
export function numbersBehind({ label, value, start }: LabelledValue & { readonly label: NumberLabel }, line: string) {
  const found = numbersIn(value, start, label);
  if (label !== "phone" || !isAskedFor(line.slice(0, start))) return found;
  return found.map((number) => (number.problem ? number : { ...number, confidence: MEANT }));
}

/** Written by mistake: the right number of its kind follows. */
function isSlip({ kind, value, end }: PersonalSpan, behind: readonly PersonalSpan[], text: string): boolean {
  return (
    behind.some((next) => next.kind === kind && next.value !== value) && SLIP.test(text.slice(end, end + SLIP_NEAR))
  );
}

/** "RR10293847561TR": the bar code of a parcel, the number of a form. What is called a T.C. no ("TC10293847561") is one. */
function isPartOfCode({ kind, value, start, end }: PersonalSpan, text: string): boolean {
  if (kind !== "nationalId") return false;
  const [before = ""] = /\p{L}+$/u.exec(text.slice(Math.max(0, start - 10), start)) ?? [];
  const isBehindCode = before !== "" && !/^(?:tc|tckn|tckno|no|nu|kn)$/iu.test(before);
  return isBehindCode && (/^\p{Lu}/u.test(text.slice(end)) || nationalIdFault(value) !== undefined);
}

function numberFinding({ kind, value, start, end }: PersonalSpan, text: string, offset: number, label?: NumberLabel) {
  const place = { start: offset + start, quote: text.slice(start, end), isLabelled: label !== undefined };
  if (kind === "phone") {
    const before = text.slice(Math.max(0, start - NEAR), start);
    const isGivenUp = FORMER.test(before) || OTHER.test(before) || GIVEN_UP.test(text.slice(end, end + 80));
    const isFormer = label === "formerPhone" || (label === undefined && isGivenUp);
    const isAsked = !isFormer && isAskedFor(before);
    const sureness = isAsked ? MEANT : label ? SURE : SHAPED;
    return finding(isFormer ? "formerPhone" : kind, { value }, sureness, place);
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

/** A number that the end of the line cut in two goes on in the next. */
export function wholeNumber(labelled: LabelledValue, next: string): LabelledValue {
  const { label, value } = labelled;
  if (!isNumberLabel(label) || !/^[\d\s()+.-]{3,}$/.test(value) || !/^[\d\s().-]{2,}$/.test(next)) return labelled;
  const joined = `${value} ${next.trim()}`;
  return findPersonalData(value).length === 0 && findPersonalData(joined).length === 1
    ? { ...labelled, value: joined }
    : labelled;
}

export function isNumberLabel(label: Label): label is NumberLabel {
  return label === "formerPhone" || label === "phone" || label === "nationalId";
}
