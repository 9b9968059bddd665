import { fold } from "../../language/fold.ts";
import { type ToldByPlace, toldByPlace } from "./by-place.ts";
import type { Finding } from "./finding.ts";
import { findingsIn, type LineInText } from "./findings.ts";
import { namesAContact, tellsOfMine } from "./kind.ts";
import { listedNames } from "./listed-names.ts";
import { type Known, mentionable, mentionsIn } from "./mentions.ts";
import type { RequestWords } from "./request-words.ts";
import { type SaidOfAll, saidOfAll } from "./said-of-all.ts";
import { type TextHeadings, textHeadings } from "./text-headings.ts";

/** The line of an official letter that says whom to ask. */
const FOR_INFORMATION = /^\s*bilgi (?:için|almak için)(?: irtibat)?\s*[:;]/iu;

/** A line with everything it tells, parted by whom it is told of. */
export interface LineRead extends LineInText, SaidOfAll {
  readonly at: number;
  /** All of it, in reading order. */
  readonly found: readonly Finding[];
  /** Of some of a list, by their place in it. */
  readonly byPlace: readonly ToldByPlace[];
}

/** Reads the lines of a text. In: also whom the mail names beside it. Out: its paragraphs, which empty lines part, and its headings. */
export function readLines(
  lines: readonly string[],
  words: RequestWords,
  known: Known,
): { readonly paragraphs: LineRead[][]; readonly headings: TextHeadings } {
  const listed = listedNames(lines, words);
  const headings = textHeadings(lines, new Set(listed.keys()), words);
  const read = lines.map((line, at) => {
    const place: LineInText = { line, before: lines[at - 1] ?? "", next: lines[at + 1] ?? "" };
    const name = listed.get(at);
    const found = name ? [name] : findingsIn(place, words);
    return { ...place, at, found: isAboutContact(line, found, words) ? [] : found };
  });
  const people = mentionable({
    ...known,
    names: namesOf([...known.names, ...read.flatMap(({ found }) => found.flatMap(nameOf))]),
  });
  const withMentions = read.map((line) => ({
    ...line,
    found: [...line.found, ...mentionsIn(line.line, line.found, people)].sort((a, b) => a.start - b.start),
  }));
  const paragraphs = paragraphsOf(withMentions).map((paragraph) => saidInTurn(paragraph, headings, words));
  return { paragraphs, headings };
}

function nameOf({ field, value }: Finding): string[] {
  return field === "name" ? [value] : [];
}

/** Every name once, however it is spelt. */
function namesOf(written: readonly string[]): readonly string[] {
  return [...new Map(written.map((name) => [fold(name), name])).values()];
}

/** What a heading says is said of those below it. */
const NOTHING = { ofAll: [], spared: [], others: [], goesOn: false, byPlace: [] } as const;

type Read = Omit<LineRead, keyof SaidOfAll | "byPlace">;

function paragraphsOf(lines: readonly Read[]): Read[][] {
  const paragraphs: Read[][] = [[]];
  for (const line of lines) {
    if (line.line.trim() === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** The lines of a paragraph, each with whether a sentence about all goes on in it. */
function saidInTurn(paragraph: readonly Read[], headings: TextHeadings, words: RequestWords): LineRead[] {
  let isAboutAll = false;
  return paragraph.map((read) => {
    const { line, found, at } = read;
    if (headings.has(at)) return { ...read, ...NOTHING };
    const { byPlace, others } = toldByPlace(line, found, words);
    const said = saidOfAll({ line, found: others, isAboutAll }, words);
    isAboutAll = said.goesOn;
    return { ...read, ...said, byPlace };
  });
}

/** "Sorularınız için 0532 … numarasından Ayşe Yılmaz'a ulaşabilirsiniz" asks nothing for anybody. */
function isAboutContact(line: string, found: readonly Finding[], words: RequestWords): boolean {
  if (FOR_INFORMATION.test(line)) return true;
  const isOfPerson = found.some(
    ({ field, isLabelled }) => isLabelled || field === "nationalId" || field === "registryNumber",
  );
  return found.length > 0 && !isOfPerson && namesAContact(line, words) && !tellsOfMine(line, words);
}
