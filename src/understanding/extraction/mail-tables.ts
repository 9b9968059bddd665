import { htmlTables } from "./html-tables.ts";
import { joinedEssence } from "./joined-essence.ts";
import type { Table } from "./text-tables.ts";
import type { RequestMaterial } from "./types.ts";

/** Characters of HTML that are looked through. */
const LONGEST_HTML = 512 * 1024;

/** Tables of the mail itself: one whose rows stand only in the quoted part is history. */
export function tablesOfHtml({ html, text, fullText }: RequestMaterial): Table[] {
  if (!html) return [];
  const fresh = compact(text);
  const whole = compact(fullText ?? text);
  return htmlTables(html.slice(0, LONGEST_HTML)).flatMap((table): Table[] => {
    const rows = table.rows.filter((row) => {
      const cells = row.map(compact).filter((cell) => cell.length >= 3);
      return cells.every((cell) => fresh.includes(cell)) || !cells.every((cell) => whole.includes(cell));
    });
    return rows.length > 0 ? [{ ...table, rows }] : [];
  });
}

function compact(text: string): string {
  return joinedEssence(text).replaceAll(" ", "");
}

/** The text without the lines that only repeat what a table holds. */
export function withoutRows(text: string, tables: readonly Table[]): string {
  if (tables.length === 0) return text;
  const said = new Set<string>();
  for (const { rows } of tables) {
    for (const row of rows) for (const piece of [...row, row.join(" ")]) said.add(compact(piece));
  }
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() === "" || !said.has(compact(line)))
    .join("\n");
}
