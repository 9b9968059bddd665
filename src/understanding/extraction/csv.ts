import { SPREADSHEET_LIMITS } from "./spreadsheet.ts";
import type { Table } from "./text-tables.ts";
import { titleOf } from "./title-of-file.ts";

const SEPARATORS = [";", "\t", ",", "|"] as const;

/**
 * Reads a list exported as text (RFC 4180, and with the semicolons a Turkish Excel writes). In: the file's bytes and name.
 * Out: one table; its encoding is told by its byte order mark, else UTF-8, else windows-1254. Linear in the file.
 */
export function readCsv(bytes: Uint8Array, fileName: string): Table {
  const rows = parseCsv(decode(bytes));
  return { rows, source: "attachment", headings: [titleOf(fileName)], place: (row) => `${fileName} satır ${row + 1}` };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1254").decode(bytes);
  }
}

function parseCsv(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  /** closing: a quote inside of a quoted cell, which ends it unless another quote follows. */
  let quoted: "no" | "open" | "closing" = "no";
  const endCell = () => {
    if (row.length < SPREADSHEET_LIMITS.columns) row.push(cell.trim().slice(0, SPREADSHEET_LIMITS.cell));
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (row.some((value) => value !== "")) rows.push(row);
    row = [];
  };
  const takePlain = (piece: string) => {
    if (piece === '"' && cell.trim() === "") quoted = "open";
    else if (piece === separator) endCell();
    else if (piece === "\n" || piece === "\r") endRow();
    else cell += piece;
  };
  const take = (piece: string) => {
    if (quoted === "open") {
      if (piece === '"') quoted = "closing";
      else cell += piece;
      return;
    }
    const isDoubled = quoted === "closing" && piece === '"';
    quoted = isDoubled ? "open" : "no";
    if (isDoubled) cell += piece;
    else takePlain(piece);
  };
  for (const [piece] of text.matchAll(/[;,|\t\r\n"]|[^;,|\t\r\n"]+/g)) {
    if (rows.length >= SPREADSHEET_LIMITS.rows) return rows;
    take(piece);
  }
  endRow();
  return rows;
}

/** The separator that stands most often in the first lines. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4_000);
  const counted = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}
