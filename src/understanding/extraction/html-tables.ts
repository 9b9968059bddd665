import { asciiLower } from "../../language/turkish-case.ts";
import type { Table } from "./text-tables.ts";

const PIECE = /<(\/?)(table|tr|td|th|br|p|div|li)\b[^<>]*>|<[^<>]*>|[^<]+|</gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const MOST_PIECES = 200_000;

interface OpenTable {
  readonly rows: string[][];
  cell: string | undefined;
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
  const close = () => {
    const table = open.pop();
    if (!table) return;
    endCell(table);
    const outer = open.at(-1);
    if (outer) outer.hasInner = true;
    const rows = table.rows.filter((row) => row.some((cell) => cell !== ""));
    const place = (row: number) => `tablo satırı ${row + 1}`;
    if (!table.hasInner && rows.length > 0) tables.push({ rows, source: "table", place });
  };
  for (const [piece, slash, name] of html.matchAll(PIECE)) {
    pieces += 1;
    if (pieces > MOST_PIECES) break;
    const tag = name && asciiLower(name);
    const table = open.at(-1);
    if (tag !== "table") {
      if (table) readPiece(table, piece, tag, slash === "/");
    } else if (slash) close();
    else open.push({ rows: [], cell: undefined, hasInner: false });
  }
  while (open.length > 0) close();
  return tables;
}

function endCell(table: OpenTable): void {
  if (table.cell === undefined) return;
  table.rows.at(-1)?.push(table.cell.replace(/\s+/g, " ").trim());
  table.cell = undefined;
}

/** Takes one tag or text of a table; cells and rows whose end tags are missing end where the next begin. */
function readPiece(table: OpenTable, piece: string, tag: string | undefined, isEnd: boolean): void {
  if (tag === "tr") {
    endCell(table);
    if (!isEnd) table.rows.push([]);
  } else if (tag === "td" || tag === "th") {
    endCell(table);
    if (table.rows.length === 0) table.rows.push([]);
    if (!isEnd) table.cell = "";
  } else if (table.cell !== undefined) table.cell += textOf(piece, tag);
}

function textOf(piece: string, tag: string | undefined): string {
  if (tag !== undefined) return " ";
  if (piece.startsWith("<") && piece.length > 1) return "";
  return piece.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (entity, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    return ENTITIES[name as string] ?? entity;
  });
}
