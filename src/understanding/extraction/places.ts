import { LONGEST_DISTRICT } from "./districts.ts";
import { CONCLUDED } from "./finding.ts";
import type { RequestWords } from "./request-words.ts";
import type { Fields } from "./types.ts";

/** A province that a place tells. */
export interface FoundProvince {
  readonly province: string;
  /** Only its district is said. */
  readonly isConcluded?: true;
}

/** An office named in running text. */
export interface FoundOffice {
  readonly office: string;
  /** The province that is said in or behind its name. */
  readonly province?: string;
  readonly start: number;
  /** The words it was read from. */
  readonly quote: string;
}

const RUN = /(?<!\p{L})(?:\p{Lu}[\p{L}-]*\s+)(?:(?:ve\s+)?\p{Lu}[\p{L}-]*\s*){0,9}/gu;
const CALLED_PROVINCE =
  /(?<!\p{L})(\p{Lu}[\p{L}.]+)(?:['’]?\s+[İi]l(?:i|inde|inden|ine|imiz\p{L}*)?|['’][dt][ae](?:ki)?)(?!\p{L})/gu;
/** "Polatlı ilçesinde", "İnegöl İlçemizden", and the word before. */
const CALLED_DISTRICT =
  /(?<!\p{L})(?:(\p{Lu}[\p{L}.]+)(?:['’]?n?[ıiuüIİUÜ]n)?\s+(?:[İi]l[iı](?:n[iı]n)?\s+)?)?(\p{Lu}\p{L}+)(?:['’]n?[ıiuü]n)?\s+[İi](?:lçe[sm]i|LÇE[SM]İ)\p{L}*/gu;
/** "Polatlı/ANKARA", "Polatlı - Ankara", "Polatlı (Ankara)". */
const BESIDE = /(?<!\p{L})(\p{Lu}\p{L}+)\s?[/(–-]\s?(\p{Lu}\p{L}+)(?!\p{L})/gu;
/** Where letters go, and not where somebody works. */
const ADDRESS = /adres|mah\.|mahalle|cad\.|cadde|sok\.|sokak|bulvar|posta kutusu/iu;
/** "Edremit Kaymakamlığı (Van)", "… / VAN": behind an office. */
const BEHIND = /^[\p{L}'’]*\s?[/(,–-]\s?(\p{Lu}\p{L}+)(?!\p{L})/u;
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
    const behind = words.provinceOf(BEHIND.exec(text.slice(end, end + 40))?.[1] ?? "");
    const within = provinceOfOffice(office, words);
    const province = within && !within.isConcluded ? within.province : behind;
    return [{ office, start, quote, ...(province && { province }) }];
  });
}

interface PlacedProvince extends FoundProvince {
  readonly start: number;
  readonly quote: string;
}

/** Provinces that are called so ("Çorum ilinde", "Ağrı İlimizde"), or whose districts are ("Polatlı ilçesinde", "Polatlı/Ankara"). */
export function findProvinces(text: string, words: RequestWords): PlacedProvince[] {
  const called = [...text.matchAll(CALLED_PROVINCE)].flatMap(({ index, 1: name = "", 0: quote }): PlacedProvince[] => {
    const province = words.provinceOf(name);
    return province ? [{ province, start: index, quote }] : [];
  });
  const districts = [...text.matchAll(CALLED_DISTRICT)].flatMap(
    ({ index, 1: before = "", 2: name = "", 0: quote }): PlacedProvince[] => {
      const of = words.provinceOf(before);
      const found = of ? { province: of } : ofDistrict(name, words);
      return found ? [{ ...found, start: index, quote }] : [];
    },
  );
  const beside = ADDRESS.test(text) ? [] : [...text.matchAll(BESIDE)];
  const pairs = beside.flatMap(({ index, 1: one = "", 2: other = "", 0: quote }): PlacedProvince[] => {
    const province = [one, other]
      .map((name, at) => ({ of: words.provinceOf(name), district: at === 0 ? other : one }))
      .find(({ of, district }) => of && words.districts.provincesOf(district).includes(of))?.of;
    return province ? [{ province, start: index, quote }] : [];
  });
  return [...called, ...districts, ...pairs];
}

/** The province of a place that is written by itself: "Isparta / Eğirdir", "Eğirdir (Isparta)", "Eğirdir". */
export function provinceOfPlace(place: string, words: RequestWords): FoundProvince | undefined {
  const parts = [place, ...place.split(/[/,()–-]/)].map((part) => part.trim());
  const province = parts.map((part) => words.provinceOf(part)).find((name) => name !== undefined);
  if (province) return { province };
  return oneOf(parts.flatMap((part) => ofDistrict(part.replace(/\s+[İi]lçesi$/u, ""), words) ?? []));
}

/**
 * The province in which an office is: its name begins or ends with it ("Çorum İl Emniyet Müdürlüğü", "Edremit Kaymakamlığı / Van"),
 * or it is the office of a district that only one province has ("Polatlı Kaymakamlığı").
 */
function provinceOfOffice(office: string, words: RequestWords): FoundProvince | undefined {
  const parts = office.replace(/^T\.?C\.?\s+/u, "").split(/\s+/);
  const first = parts.length > 1 ? words.provinceOf(parts[0] ?? "") : undefined;
  const last = /[/(,–-]\s*([^/(,–-]+?)[\s).]*$/u.exec(office)?.[1] ?? "";
  const province = first ?? words.provinceOf(last);
  if (province) return { province };
  const districts = parts.flatMap((_, at) =>
    Array.from({ length: LONGEST_DISTRICT }, (_, more) => at + more + 1).flatMap((end) =>
      words.districts.isOffice(parts.slice(end, end + LONGEST_DISTRICT).join(" "))
        ? (ofDistrict(parts.slice(at, end).join(" "), words) ?? [])
        : [],
    ),
  );
  return oneOf(districts);
}

/** The province in which an office is, where none is told. */
export function withProvince(fields: Fields, words: RequestWords): Fields {
  const { unit, province: told } = fields;
  if (!unit || told) return fields;
  const found = provinceOfOffice(unit.value, words);
  if (!found) return fields;
  const { province, isConcluded } = found;
  const source = { ...unit.source, ...(isConcluded && { isConcluded }) };
  return { ...fields, province: { value: province, source, confidence: unit.confidence * CONCLUDED } };
}

/** The province of a district, where only one has it. */
function ofDistrict(name: string, words: RequestWords): FoundProvince | undefined {
  const [province, ...others] = words.districts.provincesOf(name);
  return province && others.length === 0 ? { province, isConcluded: true } : undefined;
}

/** What all of them tell. */
function oneOf(found: readonly FoundProvince[]): FoundProvince | undefined {
  return new Set(found.map(({ province }) => province)).size === 1 ? found[0] : undefined;
}

/** "Nurdan Karataş Bafra İlçe Jandarma Komutanlığı": where the office begins, behind the name of a person. */
function beginning(parts: readonly string[], words: RequestWords): number {
  const ofPlace = parts.findIndex((part) => OF_PLACE.test(part));
  if (ofPlace >= 3) return ofPlace - 1;
  if (!words.isFirstName(parts[0] ?? "")) return 0;
  const office = parts.findIndex((part, at) => at >= 2 && (words.isNotName(part) || words.isUnitEnd(part)));
  const place = parts[office - 1] ?? "";
  const isOfDistrict = office >= 3 && words.districts.provincesOf(place).length > 0;
  const isOfPlace = isOfDistrict || words.isUnitEnd(parts[office] ?? "") || words.provinceOf(place) !== undefined;
  if (isOfPlace) return office >= 3 ? office - 1 : 0;
  return office === 2 ? office : 0;
}

/** "… Müdürlüğünde", "… Şubemizden": the name of the office alone. */
function withoutEnding(quote: string): string {
  return quote
    .replace(/((?:ğ|s|b|c)[ıiuüe])m[ıiuü]z(?:[dt][ae]n?|[ae]|[ıiuü]n)?$/u, "$1")
    .replace(/(ğı|ği|ğu|ğü|su|sı|si)(?:n[dt][ae]n?|n[ae]|n[ıiuü]n|n[dt][ae]ki|n[cç][ae])$/u, "$1");
}
