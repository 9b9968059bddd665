import type { RequestWords } from "./request-words.ts";

/** An office named in running text. */
export interface FoundOffice {
  readonly office: string;
  /** The province its name begins with. */
  readonly province?: string;
  readonly start: number;
  /** The words it was read from. */
  readonly quote: string;
}

const RUN = /(?<!\p{L})(?:\p{Lu}[\p{L}-]*\s+)(?:(?:ve\s+)?\p{Lu}[\p{L}-]*\s*){0,9}/gu;
const CALLED_PROVINCE =
  /(?<!\p{L})(\p{Lu}[\p{L}.]+)(?:['’]?\s+[İi]l(?:i|inde|inden|ine|imiz\p{L}*)?|['’][dt][ae](?:ki)?)(?!\p{L})/gu;
/** Words that stand between a place and the office of it. */
const OF_PLACE = /^(?:İl|İlçe|İli|İlçesi|Büyükşehir|Merkez)$/u;

/** Offices ("Çorum İl Emniyet Müdürlüğü") in running text, without the name of a person before them. */
export function findOffices(text: string, words: RequestWords): FoundOffice[] {
  return [...text.matchAll(RUN)].flatMap((run): FoundOffice[] => {
    const parts = [...run[0].matchAll(/\S+/g)];
    const last = parts.findLastIndex(([part]) => words.isUnitEnd(part));
    if (last < 1 || parts.some(([part]) => /[iİ]mza/iu.test(part))) return [];
    const named = parts.slice(0, last + 1).map(([part]) => part);
    const from = beginning(named, words);
    const start = run.index + (parts[from]?.index ?? 0);
    const end = run.index + (parts[last]?.index ?? 0) + (named[last]?.length ?? 0);
    const quote = text.slice(start, end);
    const office = withoutEnding(quote.replace(/\s+/g, " "));
    const province = provinceOfOffice(office, words);
    return [{ office, start, quote, ...(province && { province }) }];
  });
}

/** "Çorum ilinde", "Ağrı İlimizde": provinces that are called so. */
export function findProvinces(text: string, words: RequestWords): { province: string; start: number; quote: string }[] {
  return [...text.matchAll(CALLED_PROVINCE)].flatMap(({ index, 1: name = "", 0: quote }) => {
    const province = words.provinceOf(name);
    return province ? [{ province, start: index, quote }] : [];
  });
}

/** The province an office's name begins with: "Çorum İl Emniyet Müdürlüğü". */
export function provinceOfOffice(office: string, words: RequestWords): string | undefined {
  const [first = "", ...others] = office.replace(/^T\.?C\.?\s+/u, "").split(/\s+/);
  return others.length > 0 ? words.provinceOf(first) : undefined;
}

/** "Nurdan Karataş Bafra İlçe Jandarma Komutanlığı": where the office begins, behind the name of a person. */
function beginning(parts: readonly string[], words: RequestWords): number {
  const ofPlace = parts.findIndex((part) => OF_PLACE.test(part));
  if (ofPlace >= 3) return ofPlace - 1;
  if (!words.isFirstName(parts[0] ?? "")) return 0;
  const office = parts.findIndex((part, at) => at >= 2 && (words.isNotName(part) || words.isUnitEnd(part)));
  const isOfPlace = words.isUnitEnd(parts[office] ?? "") || words.provinceOf(parts[office - 1] ?? "") !== undefined;
  if (isOfPlace) return office >= 3 ? office - 1 : 0;
  return office === 2 ? office : 0;
}

/** "… Müdürlüğünde", "… Şubemizden": the name of the office alone. */
function withoutEnding(quote: string): string {
  return quote
    .replace(/((?:ğ|s|b|c)[ıiuüe])m[ıiuü]z(?:[dt][ae]n?|[ae]|[ıiuü]n)?$/u, "$1")
    .replace(/(ğı|ği|ğu|ğü|su|sı|si)(?:n[dt][ae]n?|n[ae]|n[ıiuü]n|n[dt][ae]ki|n[cç][ae])$/u, "$1");
}
