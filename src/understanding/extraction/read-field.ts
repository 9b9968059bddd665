import { nationalIdDigits, nationalIdFault } from "../../core/national-id.ts";
import { readTurkishPhone } from "../../core/phone.ts";
import { readRegistryNumber } from "../../core/registry-number.ts";
import type { RequestField } from "../../core/request.ts";
import { asciiLower } from "../../language/turkish-case.ts";
import { provinceOfPlace } from "./places.ts";
import type { RequestWords } from "./request-words.ts";
import type { ReadField } from "./types.ts";

/** Longest value kept of a field that is free text. */
const LONGEST = 200;
export const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}][\p{L}\p{N}.-]{0,190}\.\p{L}{2,}/u;
const EMPTY = /^[\s.\-–—_*?xX/]*$|^(?:yok|bilinmiyor|boş)$/i;

export const NATIONAL_ID_PROBLEMS = {
  length: "T.C. kimlik no 11 haneli değil",
  checksum: "T.C. kimlik no sağlaması tutmuyor",
} as const;

/**
 * Reads one value of a field in the form it is kept in: T.C. kimlik no as digits, phone as E.164, operator and line type by
 * their keys, province in its usual spelling. In: the field and what was written for it. Out: undefined when nothing is there.
 */
export function readField(words: RequestWords, field: RequestField, written: string): ReadField | undefined {
  const text = written.replace(/\s+/g, " ").trim();
  if (EMPTY.test(text)) return undefined;
  switch (field) {
    case "nationalId":
      return readNationalId(text);
    case "phone":
      return readPhone(text);
    case "registryNumber":
      return {
        value: readRegistryNumber(text) ?? text.slice(0, LONGEST),
        ...wrong(!readRegistryNumber(text), "Sicil no okunamadı"),
      };
    case "email":
      return readEmail(text);
    case "operator": {
      const operator = words.operatorOf(ticked(text));
      return operator ? { value: operator } : { value: text.slice(0, LONGEST), problem: "Operatör tanınmadı" };
    }
    case "lineType": {
      const lineType = words.lineTypeOf(ticked(text));
      return lineType ? { value: lineType } : { value: text.slice(0, LONGEST), problem: "Hat tipi tanınmadı" };
    }
    case "province": {
      const place = provinceOfPlace(text, words);
      if (!place) return { value: text.slice(0, LONGEST), problem: "İl tanınmadı" };
      return { value: place.province, ...(place.isConcluded && { isConcluded: true }) };
    }
    case "name":
    case "projectLead":
      return readName(words, text);
    case "unit":
      return { value: text.slice(0, LONGEST).replace(/[\s,;.]+$/, "") };
  }
}

const BOX = /[([]\s*[xX✓✔]?\s*[)\]]|[☐☒☑✓✔]/gu;

/** "(X) Turkcell ( ) Vodafone", "Turkcell [x] Vodafone [ ]", "☒ Faturalı ☐ Faturasız": the choice that is ticked; other text as it is. */
export function ticked(text: string): string {
  const boxes = [...text.matchAll(BOX)];
  const marked = boxes.findIndex(([box]) => /[xX✓✔☒☑]/u.test(box));
  const box = boxes[marked];
  if (!box) return text;
  const isBefore = boxes[0]?.index === 0;
  const previous = boxes[marked - 1];
  return isBefore
    ? text.slice(box.index + box[0].length, boxes[marked + 1]?.index)
    : text.slice(previous ? previous.index + previous[0].length : 0, box.index);
}

function wrong(isWrong: boolean, problem: string): { readonly problem?: string } {
  return isWrong ? { problem } : {};
}

function readNationalId(text: string): ReadField | undefined {
  const number = plainNumber(text);
  if (number === undefined) return { value: text.slice(0, LONGEST), problem: NATIONAL_ID_PROBLEMS.length };
  const digits = nationalIdDigits(number);
  if (digits === "") return { value: text.slice(0, LONGEST), problem: NATIONAL_ID_PROBLEMS.length };
  const fault = nationalIdFault(digits);
  return { value: digits, ...(fault && { problem: NATIONAL_ID_PROBLEMS[fault] }) };
}

/**
 * A number kept by a spreadsheet as a number ("10000000146.0", "1.0000000146E10", "1,0000000146E+10") with all its digits; other
 * text as it is; undefined for one that was rounded ("1,00E+10"), whose digits are lost.
 */
function plainNumber(text: string): string | undefined {
  const scientific = /^(\d)[.,](\d+)E\+?(\d{1,2})$/i.exec(text);
  if (!scientific) return /^\d+[.,]0+$/.test(text) ? text.replace(/[.,].*/, "") : text;
  const [, first = "", others = "", exponent = ""] = scientific;
  // The zeros that a number ends in are not written.
  return others.length >= 6 && Number(exponent) >= others.length
    ? first + others.padEnd(Number(exponent), "0")
    : undefined;
}

export function readPhone(text: string): ReadField {
  const number = plainNumber(text) ?? "";
  const phone = readTurkishPhone(number) ?? readTurkishPhone(number.split(/[,;/]| - /)[0] ?? "");
  if (!phone) return { value: text.slice(0, LONGEST), problem: "Telefon numarası okunamadı" };
  return { value: phone.e164, ...wrong(phone.kind !== "mobile", "Cep telefonu numarası değil") };
}

function readEmail(text: string): ReadField {
  const found = EMAIL.exec(text.replace(/\s*@\s*/, "@"))?.[0];
  if (!found) return { value: text.slice(0, LONGEST), problem: "E-posta adresi okunamadı" };
  return { value: asciiLower(found) };
}

/** "YILMAZ, Ayşe" is Ayşe YILMAZ. */
function inOrder(words: RequestWords, text: string): string {
  const [, last, first] = /^(\p{L}+(?: \p{L}+)?), (\p{L}+(?: \p{L}+){0,2})$/u.exec(text) ?? [];
  return first && words.isFirstName(first.split(" ")[0] ?? "") ? `${first} ${last}` : text;
}

function readName(words: RequestWords, text: string): ReadField | undefined {
  const name = words
    .withoutTitle(
      inOrder(words, text)
        .replace(/\([^)]*\)|[“”"*]/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .replace(/[\s,.;:-]+$/, "")
    .replace(/^[\s,.;:-]+|^\d+\s*[.)-]\s*/, "");
  if (!/\p{L}{2}/u.test(name)) return undefined;
  const isName = /^[\p{L}'’. -]+$/u.test(name) && name.split(" ").length <= 6;
  return { value: name.slice(0, LONGEST), ...wrong(!isName || !name.includes(" "), "Ad soyad eksik olabilir") };
}
