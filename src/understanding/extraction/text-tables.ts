import { findPersonalData } from "../../core/personal-data.ts";
import type { RequestWords } from "./request-words.ts";

/** Rows of cells, and where they stand. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly source: "table" | "attachment";
  /** What stands above it, the nearest last: a file's and a sheet's name, the lines before a table. */
  readonly headings?: readonly string[];
  /** Names the place of a cell, for people: "satır 3", "liste.xlsx!B4". */
  place(row: number, column: number): string;
}

export interface TextParts<Read> {
  /** What was read in its tables. */
  readonly tables: readonly Read[];
  /** The lines that are in no table, with their place in the text; a table leaves an empty line. */
  readonly lines: readonly string[];
}

type Split = (line: string) => string[] | undefined;

const trimmed = (cells: string[]) => cells.map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
const RULER = /^[\s|+:=_-]{3,}$/;

/** How people part columns in a mail, the surest first. */
const SPLITS: readonly Split[] = [
  (line) => (line.includes("\t") ? trimmed(line.split(/\t+/)) : undefined),
  (line) => (line.split("|").length > 2 ? trimmed(line.replace(/^\s*\||\|\s*$/g, "").split("|")) : undefined),
  (line) => atLeast(3, trimmed(line.split(";"))),
  (line) => atLeast(3, splitCommas(line)),
  (line) => atLeast(3, trimmed(line.trim().split(/ {2,}/))),
];

function atLeast(count: number, cells: string[]): string[] | undefined {
  return cells.filter((cell) => cell !== "").length >= count ? cells : undefined;
}

function splitCommas(line: string): string[] {
  if (!line.includes('"')) return trimmed(line.split(","));
  return trimmed(
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) =>
      cell.replace(/^"|"$/g, "").replaceAll('""', '"'),
    ),
  );
}

/**
 * Parts a text into its tables and its other lines. A table is two or more lines parted the same way, of which one is a heading or
 * holds a personal number, or one such line under a heading. In: the text, and what reads a table; the lines of one in which it reads
 * nothing (undefined) stay lines. Linear in the text.
 */
export function partText<Read>(
  text: string,
  words: RequestWords,
  readTable: (table: Table) => Read | undefined,
): TextParts<Read> {
  const all = text.split(/\r\n|\r|\n/);
  const tables: Read[] = [];
  const lines = [...all];
  const runs: Runs = new Map();
  for (let start = 0; start < all.length; start += 1) {
    const found = tableAt(all, start, runs, words);
    if (!found) continue;
    const { rows, places, end } = found;
    const place = (row: number) => `satır ${(places[row] ?? 0) + 1}`;
    const read = readTable({ rows, source: "table", headings: linesAbove(lines, start), place });
    if (read !== undefined) {
      tables.push(read);
      lines.fill("", start, end);
    }
    start = end - 1;
  }
  return { tables, lines };
}

const HEADING_LINES = 4;

/** The lines above a place, up to a table. */
function linesAbove(lines: readonly string[], at: number): string[] {
  return lines
    .slice(Math.max(0, at - HEADING_LINES), at)
    .filter((line) => line.trim() !== "")
    .slice(-2);
}

/** Lines parted alike that are no table; a table may still begin a few lines further on, or at a heading. */
type Runs = Map<Split, { readonly end: number; readonly tries: number }>;
const MOST_TRIES = 8;

function tableAt(all: readonly string[], start: number, runs: Runs, words: RequestWords) {
  const first = all[start] ?? "";
  if (first.trim() === "") return undefined;
  for (const split of SPLITS) {
    const found = tableBy(split, { all, start, runs }, words);
    if (found) return found;
  }
  return undefined;
}

interface Reading {
  readonly all: readonly string[];
  readonly start: number;
  readonly runs: Runs;
}

function tableBy(split: Split, { all, start, runs }: Reading, words: RequestWords) {
  const line = all[start] ?? "";
  const cells = split(line);
  const run = runs.get(split);
  const tries = run && start < run.end ? run.tries : 0;
  if (!cells || (tries >= MOST_TRIES && !isHeading(cells, words))) return undefined;
  const found = rowsFrom(all, start, split, cells.length);
  if (line.includes("|") && isForm(found.rows, words)) return found;
  if (!isLabelled(cells, words) && isTable(found.rows, words)) return found;
  runs.set(split, { end: Math.max(found.end, run?.end ?? 0), tries: tries + 1 });
  return undefined;
}

/** "Ad Soyad<tab>Ayşe Yılmaz" or "Ayşe Yılmaz; T.C.: …, sicil 1234": a form or a sentence, read line by line. */
function isLabelled(cells: readonly string[], words: RequestWords): boolean {
  if (cells.filter((cell) => saysWhatItIs(cell, words)).length >= 2) return true;
  return (
    cells.length === 2 && words.labelOf(cells[0] ?? "") !== undefined && words.labelOf(cells[1] ?? "") === undefined
  );
}

/** "Sicil: 1234", "TCKN 10000000146" */
function saysWhatItIs(cell: string, words: RequestWords): boolean {
  const [, label = ""] = /^([^:]{2,40}):\s*\S/.exec(cell) ?? /^(\D{2,30}?)[\s.]*\d/.exec(cell) ?? [];
  return label !== "" && words.labelOf(label, true) !== undefined;
}

/** "| Ad Soyad | Ayşe Yılmaz |" line by line. */
function isForm(rows: readonly (readonly string[])[], words: RequestWords): boolean {
  const labelled = rows.filter(([label = ""]) => words.labelOf(label) !== undefined).length;
  return rows.length >= 2 && rows.every((row) => row.length === 2) && labelled * 2 > rows.length;
}

function rowsFrom(all: readonly string[], start: number, split: Split, width: number) {
  const rows: string[][] = [];
  const places: number[] = [];
  let end = start;
  for (let at = start; at < all.length; at += 1) {
    const line = all[at] ?? "";
    // Mail programs put an empty line between the rows, Markdown a ruler under the heading.
    if (line.trim() === "" || RULER.test(line)) {
      if (line.trim() === "" && (all[at - 1] ?? "").trim() === "") break;
      continue;
    }
    const cells = split(line);
    if (!cells || Math.abs(cells.length - width) > Math.max(1, width / 2)) break;
    rows.push(cells);
    places.push(at);
    end = at + 1;
  }
  return { rows, places, end };
}

function isTable(rows: readonly (readonly string[])[], words: RequestWords): boolean {
  const [first = []] = rows;
  if (isHeading(first, words)) return rows.length >= 2;
  // One line of values without a heading is read as a sentence is.
  if (rows.length < 2) return false;
  const withNumber = rows.filter((row) => row.some((cell) => isNumberCell(cell)));
  return withNumber.length >= 1 && withNumber.length * 2 > rows.length;
}

function isHeading(cells: readonly string[], words: RequestWords): boolean {
  return cells.filter((cell) => !/\d{4}/.test(cell) && words.labelOf(cell) !== undefined).length >= 2;
}

/** A cell that is a personal number and nothing else. */
function isNumberCell(cell: string): boolean {
  const [span] = findPersonalData(cell.slice(0, 60));
  return span !== undefined && cell.length - (span.end - span.start) <= 4;
}
