import type { FieldValue, RequestField, RequestKind } from "../../core/request.ts";
import { fold } from "../../language/fold.ts";
import { type Finding, finding, SHAPED, tellsOfLine } from "./finding.ts";
import { findingsIn } from "./findings.ts";
import { kindOfHeading } from "./kind.ts";
import { linesIn } from "./mobile-lines.ts";
import { SHARED, toValue } from "./person-draft.ts";
import type { RequestWords } from "./request-words.ts";
import { SHAREABLE } from "./said-of-all.ts";
import type { SaidOfGroup } from "./types.ts";

/** What a heading says of everybody below it: "Turkcell kullananlar:", "Kurumsal hatlar", "Çorum", "Yeni başvurular". */
export interface GroupHeading {
  readonly said: readonly Finding[];
  readonly kind?: RequestKind;
  /** "Diğerleri:": nothing that was said above holds any longer. */
  readonly isOfRest: boolean;
  /** Could be something else, and is believed beside another one of its sort. */
  readonly isWeak: boolean;
}

/** Headings that hold at a place, the outermost first. */
export type Headings = readonly GroupHeading[];

const LONGEST = 150;
const LONGEST_UNMARKED = 60;
const MOST_WORDS = 6;
const DECORATION = /^[\s#*=_>•·–—-]+|[\s#*=_–—-]+$/gu;
const NUMBERING = /^(?:\(?\d{1,2}[.)-]|\(?[A-ZÇĞİÖŞÜa-zç][.)-](?=\s)|[IVX]{1,4}[.)-])\s*/u;
const COUNT = /\s*[([]?\s*\d{1,3}\s*(?:adet|kişi|personel|KİŞİ|PERSONEL)?\p{L}*\s*[)\]]?\s*$/u;
/** "Turkcell olmayanlar", "faturalı hattı olmayan": behind what is said. */
const NEGATED = /^\S{0,6}\s+(?:\S+\s+)?(?:olmayan|haric|disinda|degil|kullanmayan)/;
/** "BİLGİ İŞLEM DAİRESİ BAŞKANLIĞINA" is who reads the letter. */
const ADDRESSED = /[gs][iu]n[ae]$/;

interface Line {
  readonly line: string;
  readonly next: string;
  /** Stands by itself: at the top of a paragraph, in a row of its own, as the name of a sheet. */
  readonly isAlone: boolean;
}

/** Reads a line as a heading; undefined when it says nothing of those below it, or something else as well. */
export function readHeading({ line, next, isAlone }: Line, words: RequestWords): GroupHeading | undefined {
  const written = asHeading(line);
  if (!written) return undefined;
  const stands = { ...written, isAlone };
  const said = saidIn(written, next, words);
  if (!said) return undefined;
  return said.length > 0 ? ofValues(said, stands, words) : ofKind(stands, words);
}

/** A line without what marks it as a heading. */
interface Written {
  readonly bare: string;
  readonly hasColon: boolean;
  readonly isMarked: boolean;
}

interface Standing extends Written {
  readonly isAlone: boolean;
}

/** A line that is written as a heading may be. */
function asHeading(line: string): Written | undefined {
  if (line.length > LONGEST || /\d{4}/.test(line)) return undefined;
  const hasColon = /[:：]\s*[*_]*\s*$/u.test(line);
  const bare = withoutDecoration(line);
  const folded = fold(bare);
  if (!/\p{L}{2}/u.test(bare)) return undefined;
  const isSentence = bare.length > LONGEST_UNMARKED || /[.!?,;:]/.test(bare) || ADDRESSED.test(folded);
  return isSentence && !hasColon
    ? undefined
    : { bare, hasColon, isMarked: hasColon || bare.length < line.trim().length };
}

/** The values a heading says; undefined when it says something else. */
function saidIn({ bare, hasColon }: Written, next: string, words: RequestWords): readonly Finding[] | undefined {
  const place = { before: "", next: hasColon ? next : "" };
  const found = findingsIn({ line: hasColon ? `${bare}:` : bare, ...place }, words);
  const said = found.length > 0 ? found : bareProvince(bare, words);
  return said.every(({ field, isLabelled }) => SHAREABLE.has(field) && !isLabelled) ? said : undefined;
}

function ofKind({ bare, isMarked, isAlone }: Standing, words: RequestWords): GroupHeading | undefined {
  if (!isMarked && !isAlone) return undefined;
  if (words.isOfRest(bare)) return OF_REST;
  const kind = bare.split(/\s+/).length <= MOST_WORDS ? kindOfHeading(bare, words) : undefined;
  return kind && headingOfKind(kind);
}

function ofValues(said: readonly Finding[], standing: Standing, words: RequestWords): GroupHeading | undefined {
  const { bare, hasColon, isMarked, isAlone } = standing;
  const others = wordsBeside(bare, said);
  const isStrict = others.every((word) => words.isHeadingWord(word));
  // "Turkcell ve Vodafone kullananlar", "Turkcell olmayanlar" say nothing of anybody below.
  if (isOfSeveral(said, bare, words) || said.some(({ quote }) => isDenied(quote, bare))) {
    return hasColon || (isStrict && isAlone) ? OF_REST : undefined;
  }
  const kind = isMarked || isAlone ? kindOfHeading(bare, words) : undefined;
  const heading = { said, ...(kind && { kind }), isOfRest: false };
  if (hasColon && (isStrict || kind || words.everybodyIn(bare).length === 0)) return { ...heading, isWeak: false };
  const isOfLine = said.every(tellsOfLine);
  if (!isStrict && !(kind && isOfLine)) return undefined;
  return asUnmarked(heading, { ...standing, isOfLine, hasOthers: others.length > 0 });
}

/** "Turkcell" in a line between others may be of one person; an office or a province by itself may be anything. */
function asUnmarked(
  heading: Omit<GroupHeading, "isWeak">,
  { isAlone, isMarked, isOfLine, hasOthers }: Standing & { readonly isOfLine: boolean; readonly hasOthers: boolean },
): GroupHeading | undefined {
  if (!isAlone && !hasOthers) return undefined;
  return { ...heading, isWeak: !isOfLine || !(isAlone || isMarked) };
}

/** A line above a table, or a title in it, as a heading; a sentence may tell the kind of matter alone. */
export function headingOver(line: string, isAlone: boolean, words: RequestWords): GroupHeading | undefined {
  const heading = readHeading({ line, next: "", isAlone }, words);
  if (heading || line.length > LONGEST) return heading;
  const kind = kindOfHeading(line, words);
  return kind && headingOfKind(kind);
}

function withoutDecoration(line: string): string {
  const plain = (text: string) =>
    text
      .replace(DECORATION, "")
      .replace(/[:：]\s*$/u, "")
      .replace(DECORATION, "");
  return plain(plain(line).replace(NUMBERING, "").replace(COUNT, ""));
}

/** "Çorum", "Ankara İli": a heading that is a province's name. */
function bareProvince(bare: string, words: RequestWords): Finding[] {
  const [name = "", ...others] = bare.split(/\s+/);
  const word = name.replace(/['’].*$/u, "");
  const province = others.every((other) => words.isHeadingWord(other)) ? words.provinceOf(word) : undefined;
  const place = { start: bare.indexOf(word), quote: name, isLabelled: false };
  return province ? [finding("province", { value: province }, SHAPED, place)] : [];
}

const OF_REST: GroupHeading = { said: [], isOfRest: true, isWeak: false };

/** A heading that tells the kind of matter alone. */
export function headingOfKind(kind: RequestKind): GroupHeading {
  return { said: [], kind, isOfRest: false, isWeak: false };
}

function isDenied(quote: string, bare: string): boolean {
  return NEGATED.test(fold(bare.slice(bare.indexOf(quote) + quote.length)));
}

/** More than one value of a field. */
function isOfSeveral(said: readonly Finding[], bare: string, words: RequestWords): boolean {
  const values = [...said, ...linesIn(bare, words, true)].map(({ field, value }) => `${field} ${value}`);
  return new Set(values).size > new Set(said.map(({ field }) => field)).size;
}

/** The words of a heading that tell no value. */
function wordsBeside(bare: string, said: readonly Finding[]): string[] {
  let rest = bare;
  for (const { quote } of said) rest = rest.replace(quote, " ");
  // Of "Türk Telekom" the second word alone tells the operator.
  return (rest.match(/\p{L}[\p{L}'’]*/gu) ?? []).filter((word) => fold(word) !== "turk");
}

/** A line that may be a heading, and of which group of people: those of one table, those between two headings. */
export interface HeadingOfGroup {
  readonly heading: GroupHeading | undefined;
  readonly group: number;
}

/** Those that are believed: a weak one only where another group has one that says something of the same field. */
export function believed(headings: readonly HeadingOfGroup[]): (GroupHeading | undefined)[] {
  const groups = new Map<Finding["field"], Set<number>>();
  for (const { heading, group } of headings) {
    for (const { field } of heading?.said ?? []) groups.set(field, (groups.get(field) ?? new Set()).add(group));
  }
  return headings.map(({ heading }) => {
    const isBelieved = !heading?.isWeak || heading.said.every(({ field }) => (groups.get(field)?.size ?? 0) > 1);
    return isBelieved ? heading : undefined;
  });
}

/**
 * The headings that hold behind one more: it ends those that say the same sort of thing, and all when it stands behind people and
 * says something of another sort. In: whether people stand between it and the last one.
 */
export function withHeading(headings: Headings, next: GroupHeading, isBehindPeople: boolean): Headings {
  if (next.isOfRest) return [];
  const same = headings.findIndex((heading) => isOfSort(heading, next));
  if (same >= 0) return [...headings.slice(0, same), next];
  return isBehindPeople ? [next] : [...headings, next];
}

function isOfSort(one: GroupHeading, other: GroupHeading): boolean {
  const fields = new Set(one.said.map(({ field }) => field));
  return other.said.some(({ field }) => fields.has(field)) || (one.kind !== undefined && other.kind !== undefined);
}

/** What headings say of a person below them, the innermost first; less sure than what is said of the person alone. */
export function saidOfGroup(headings: Headings, source?: Partial<FieldValue["source"]>): SaidOfGroup {
  const fields: Partial<Record<RequestField, FieldValue>> = {};
  for (const heading of headings.toReversed()) {
    for (const told of heading.said) {
      if (told.field === "formerPhone" || fields[told.field]) continue;
      const value = toValue({ ...told, confidence: told.confidence * SHARED });
      fields[told.field] = { ...value, source: { ...value.source, ...source } };
    }
  }
  const kind = headings.findLast((heading) => heading.kind)?.kind;
  return { fields, ...(kind && { kind }) };
}
