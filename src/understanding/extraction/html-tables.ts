import { asciiLower } from "../../language/turkish-case.ts";
import type { Table } from "./text-tables.ts";

const PIECE = /<(\/?)(table|tr|td|th|br|p|div|li|h[1-6])\b([^<>]*)>|<[^<>]*>|[^<]+|</gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const MOST_PIECES = 200_000;

/** Characters before a table that may say what it is of. */
const LONGEST_HEADING = 300;
/** Columns and rows one cell may span, whatever it says. */
const WIDEST = 60;

/** A cell that reaches down into the rows below it. */
interface Hanging {
  readonly text: string;
  rows: number;
}

interface OpenTable {
  readonly rows: string[][];
  /** By column; they are put into the next rows as if they stood there. */
  readonly hanging: Map<number, Hanging>;
  cell: { text: string; readonly columns: number; readonly rows: number } | undefined;
  hasInner: boolean;
}

/**
 * The tables of an HTML text, the inner ones of nested tables alone (mail programs lay pages out in tables).
 * In: HTML, as it is shown. Out: rows of cell texts. Linear in the text.
 */
export function htmlTables(html: string): Table[] {
  const tables: Table[] = [];
  /** Tables being read, the innermost last. */
  const open: OpenTable[] = [];
  let pieces = 0;
  const above = headingKeeper();
  const close = () => {
    const table = open.pop();
    if (!table) return;
    const outer = open.at(-1);
    tables.push(...finished(table, outer, above));
  };
  for (const [piece, slash, name = "", attributes = ""] of html.matchAll(PIECE)) {
    pieces += 1;
    if (pieces > MOST_PIECES) break;
    const tag = asciiLower(name);
    const table = open.at(-1);
    if (tag === "table" && slash) close();
    else if (tag === "table") open.push({ rows: [], hanging: new Map(), cell: undefined, hasInner: false });
    else if (table) readPiece(table, { piece, tag, attributes, isEnd: slash === "/" });
    else above.add(tag === "" ? textOf(piece, tag).replace(/\s+/g, " ") : "\n");
  }
  while (open.length > 0) close();
  return tables;
}

/** The table that was read, unless it only holds other tables or nothing. */
function finished(table: OpenTable, outer: OpenTable | undefined, above: { take(): string[] }): Table[] {
  endCell(table);
  if (outer) outer.hasInner = true;
  const headings = outer ? [] : above.take();
  const rows = table.rows.filter((row) => row.some((cell) => cell !== ""));
  const place = (row: number) => `tablo satırı ${row + 1}`;
  return table.hasInner || rows.length === 0 ? [] : [{ rows, source: "table", headings, place }];
}

/** Keeps what is read between tables: its last lines may say what the next one is of. */
function headingKeeper() {
  let text = "";
  return {
    add(piece: string) {
      text = (text + piece).slice(-LONGEST_HEADING);
    },
    take() {
      const lines = text.split("\n").map((line) => line.trim());
      text = "";
      return lines.filter((line) => line !== "").slice(-2);
    },
  };
}

function endCell(table: OpenTable): void {
  const { cell, hanging } = table;
  const row = table.rows.at(-1);
  if (!cell || !row) return;
  table.cell = undefined;
  fillHanging(row, hanging);
  const text = cell.text.replace(/\s+/g, " ").trim();
  if (cell.rows > 1) hanging.set(row.length, { text, rows: cell.rows - 1 });
  row.push(text, ...Array<string>(cell.columns - 1).fill(""));
}

/** Cells of the rows above that reach into this one, up to the first free column. */
function fillHanging(row: string[], hanging: Map<number, Hanging>): void {
  for (let above = hanging.get(row.length); above; above = hanging.get(row.length)) {
    above.rows -= 1;
    if (above.rows <= 0) hanging.delete(row.length);
    row.push(above.text);
  }
}

interface Piece {
  readonly piece: string;
  /** "" for text and other tags. */
  readonly tag: string;
  readonly attributes: string;
  readonly isEnd: boolean;
}

/** Takes one tag or text of a table; cells and rows whose end tags are missing end where the next begin. */
function readPiece(table: OpenTable, { piece, tag, attributes, isEnd }: Piece): void {
  if (tag === "tr") {
    endCell(table);
    const row = table.rows.at(-1);
    if (row && row.length > 0) fillHanging(row, table.hanging);
    if (!isEnd) table.rows.push([]);
  } else if (tag === "td" || tag === "th") {
    endCell(table);
    if (table.rows.length === 0) table.rows.push([]);
    if (!isEnd) table.cell = { text: "", columns: spanOf(attributes, "colspan"), rows: spanOf(attributes, "rowspan") };
  } else if (table.cell) table.cell.text += textOf(piece, tag);
}

function spanOf(attributes: string, name: "colspan" | "rowspan"): number {
  const written = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, "i").exec(attributes)?.[1];
  return Math.min(Math.max(Number(written ?? 1), 1), WIDEST);
}

function textOf(piece: string, tag: string): string {
  if (tag !== "") return " ";
  if (piece.startsWith("<") && piece.length > 1) return "";
  return piece.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (entity, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    return ENTITIES[name as string] ?? entity;
  });
}
