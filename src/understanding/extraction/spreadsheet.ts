import { unzipSync } from "fflate";
import { unescapedXml } from "../../core/xml-text.ts";
import type { Table } from "./text-tables.ts";
import { titleOf } from "./title-of-file.ts";

/** How much of a workbook is read. */
export const SPREADSHEET_LIMITS = {
  bytes: 10_000_000,
  unpackedBytes: 24_000_000,
  sheets: 20,
  rows: 5_000,
  columns: 60,
  /** Characters of one cell: what is longer names nobody. */
  cell: 1_000,
} as const;

/** A file that is not read, with a reason for people. */
export class UnreadableSheetError extends Error {
  override readonly name = "UnreadableSheetError";
}

interface Row {
  readonly number: number;
  readonly cells: string[];
}

export interface Workbook {
  readonly tables: readonly Table[];
  readonly remarks: readonly string[];
}

const PARTS = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i;
/** Tags and texts one after the other; "<" never lies inside of a match, so a broken file costs no more than its length. */
const XML = /<(\/?)(?:[\w-]+:)?([\w-]+)([^<>]*?)(\/?)>|[^<]+/g;

/**
 * Reads the sheets of an .xlsx file (ECMA-376 part 1, §18). Formulas are never looked at, only the values kept beside them; hidden
 * sheets are left out. In: the file's bytes and name. Out: one table a sheet.
 * Throws UnreadableSheetError for what is no workbook, is encrypted, or would unpack to more than is reasonable.
 */
export function readWorkbook(bytes: Uint8Array, fileName: string): Workbook {
  const parts = unpack(bytes);
  const text = (name: string) => {
    const part = parts.get(name);
    return part ? new TextDecoder().decode(part) : "";
  };
  const strings = readSharedStrings(text("xl/sharedStrings.xml"));
  const remarks: string[] = [];
  const tables = listSheets(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels")).flatMap(
    ({ name, path }): Table[] => {
      const { rows, isCut } = readSheet(text(path), strings);
      if (isCut) remarks.push(`${fileName} (${name}): ilk ${SPREADSHEET_LIMITS.rows} satır okundu.`);
      const place = (row: number, column: number) => `${fileName}!${columnName(column)}${rows[row]?.number ?? row + 1}`;
      return rows.length > 0
        ? [{ rows: rows.map(({ cells }) => cells), source: "attachment", headings: [titleOf(fileName), name], place }]
        : [];
    },
  );
  return { tables, remarks };
}

function unpack(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!PARTS.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > SPREADSHEET_LIMITS.unpackedBytes) throw new UnreadableSheetError("açıldığında çok büyük");
        return true;
      },
    });
    if (!files["xl/workbook.xml"]) throw new UnreadableSheetError("Excel çalışma kitabı değil");
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof UnreadableSheetError) throw error;
    throw new UnreadableSheetError("bozuk ya da parolalı");
  }
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:[\\w-]+:)?${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : unescapedXml(found);
}

function listSheets(workbook: string, relations: string) {
  const targets = new Map<string, string>();
  for (const [, , name, attributes = ""] of relations.matchAll(XML)) {
    if (name !== "Relationship") continue;
    const target = attribute(attributes, "Target") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    targets.set(attribute(attributes, "Id") ?? "", path);
  }
  const sheets: { name: string; path: string }[] = [];
  for (const [, , name, attributes = ""] of workbook.matchAll(XML)) {
    if (name !== "sheet" || (attribute(attributes, "state") ?? "visible") !== "visible") continue;
    const id = /(?:^|\s)[\w-]+:id\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? "";
    sheets.push({ name: attribute(attributes, "name") ?? "", path: targets.get(id) ?? "" });
  }
  return sheets.slice(0, SPREADSHEET_LIMITS.sheets);
}

/** Texts of the workbook by their index; readings in another script (rPh) are no part of them. */
function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = "";
  let isText = false;
  let isReading = false;
  for (const [piece, slash, name] of xml.matchAll(XML)) {
    if (name === "si") {
      if (slash) strings.push(current);
      current = "";
    } else if (name === "rPh") isReading = slash === "";
    else if (name === "t") isText = slash === "" && !isReading;
    else if (name === undefined && isText) current += unescapedXml(piece);
  }
  return strings;
}

interface Cell {
  readonly column: number;
  readonly type: string | undefined;
  value: string;
}

/** A sheet while being read. */
interface OpenSheet {
  readonly rows: Row[];
  cells: string[];
  number: number;
  cell: Cell | undefined;
  isValue: boolean;
  /** "A2:A4": cells shown as one. */
  readonly merged: string[];
}

function readSheet(
  xml: string,
  strings: readonly string[],
): { readonly rows: readonly Row[]; readonly isCut: boolean } {
  const sheet: OpenSheet = { rows: [], cells: [], number: 0, cell: undefined, isValue: false, merged: [] };
  for (const [piece, slash = "", name, attributes = "", empty = ""] of xml.matchAll(XML)) {
    if (sheet.rows.length >= SPREADSHEET_LIMITS.rows) return { rows: sheet.rows, isCut: true };
    if (name !== undefined) takeTag(sheet, { name, attributes, isEnd: slash !== "", isEmpty: empty !== "" }, strings);
    else if (sheet.isValue && sheet.cell) sheet.cell.value += unescapedXml(piece);
  }
  fillMerged(sheet);
  return { rows: sheet.rows, isCut: false };
}

/** What is written once for several rows holds in each of them; a title over several columns stays where it is. */
function fillMerged({ rows, merged }: OpenSheet): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  let filled = 0;
  for (const [, letters = "", first, last] of merged.flatMap((ref) => [
    ...ref.matchAll(/^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/g),
  ])) {
    const column = columnIndex(letters);
    const text = byNumber.get(Number(first))?.cells[column];
    if (!text || column >= SPREADSHEET_LIMITS.columns) continue;
    for (let number = Number(first) + 1; number <= Number(last) && filled < SPREADSHEET_LIMITS.rows; number += 1) {
      filled += 1;
      const cells = byNumber.get(number)?.cells;
      if (cells && (cells[column] ?? "") === "") setCell(cells, column, text);
    }
  }
}

function setCell(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push("");
  cells[column] = text;
}

interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
}

function takeTag(sheet: OpenSheet, { name, attributes, isEnd, isEmpty }: Tag, strings: readonly string[]): void {
  if (name === "v" || name === "t") sheet.isValue = !isEnd && !isEmpty;
  else if (name === "c") takeCell(sheet, strings, isEnd ? undefined : attributes, isEmpty);
  else if (name === "row") takeRow(sheet, isEnd ? undefined : attributes);
  else if (name === "mergeCell" && sheet.merged.length < SPREADSHEET_LIMITS.rows)
    sheet.merged.push(attribute(attributes, "ref") ?? "");
}

/** The end of a cell, and with `attributes` the beginning of the next. */
function takeCell(
  sheet: OpenSheet,
  strings: readonly string[],
  attributes: string | undefined,
  isEmpty: boolean,
): void {
  if (sheet.cell) put(sheet.cells, sheet.cell, strings);
  const next = attributes === undefined ? undefined : cellOf(attributes, sheet.cells.length);
  if (next && isEmpty) put(sheet.cells, next, strings);
  sheet.cell = isEmpty ? undefined : next;
}

/** The end of a row, or with `attributes` its beginning. */
function takeRow(sheet: OpenSheet, attributes: string | undefined): void {
  const { cells, number } = sheet;
  if (attributes === undefined && cells.some((text) => text !== "")) sheet.rows.push({ number, cells });
  if (attributes !== undefined) sheet.number = Number(attribute(attributes, "r")) || number + 1;
  sheet.cells = [];
}

function cellOf(attributes: string, next: number): Cell {
  const letters = /^[A-Z]{1,3}/.exec(attribute(attributes, "r") ?? "")?.[0];
  return { column: letters ? columnIndex(letters) : next, type: attribute(attributes, "t"), value: "" };
}

function put(cells: string[], cell: Cell, strings: readonly string[]): void {
  if (cell.column >= SPREADSHEET_LIMITS.columns) return;
  setCell(cells, cell.column, textOf(cell, strings).slice(0, SPREADSHEET_LIMITS.cell).replace(/\s+/g, " ").trim());
}

function textOf({ type, value }: Cell, strings: readonly string[]): string {
  if (type === "s") return strings[Number(value)] ?? "";
  return type === "e" ? "" : plainNumber(value);
}

/** "1.0000000146E10" is how a spreadsheet keeps 10000000146. */
function plainNumber(value: string): string {
  return /^-?\d+(?:\.\d+)?E[+-]?\d+$/i.test(value) ? String(Number(value)) : value;
}

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
