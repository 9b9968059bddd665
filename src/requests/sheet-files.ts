import { strToU8, zipSync } from "fflate";

/** Characters XML 1.0 does not allow. */
const CONTROL = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/** A text, or a calendar day ("2026-11-23") that a spreadsheet sorts and filters as one. */
export type Cell = string | { readonly day: string };

const textOf = (cell: Cell): string => (typeof cell === "string" ? cell : cell.day);

/**
 * One line of a CSV file (RFC 4180), cells parted by semicolons as a Turkish Excel expects them. A cell that a spreadsheet would
 * take for a formula gets an apostrophe before it (OWASP, CSV Injection), the full-width signs among them that some take for it too.
 */
export function csvLine(cells: readonly Cell[]): string {
  const quoted = cells.map(textOf).map((cell) => {
    const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(";")}\r\n`;
}

/** Tells Excel that the file is UTF-8. */
export const CSV_START = "\ufeff";

/**
 * A workbook of one sheet (ECMA-376). A text is an inline string and never a formula; a day is a date. In: heading and rows.
 * Out: the bytes of the .xlsx file.
 */
export function workbook(sheetName: string, rows: readonly (readonly Cell[])[]): Uint8Array {
  const sheet = [
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widthsXml(rows)}</cols><sheetData>`,
    ...rows.map((cells, row) => `<row r="${row + 1}">${cells.map(cellXml).join("")}</row>`),
    "</sheetData></worksheet>",
  ].join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${OFFICE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(relationships(["officeDocument", "xl/workbook.xml"])),
    "xl/workbook.xml": strToU8(
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      relationships(["worksheet", "worksheets/sheet1.xml"], ["styles", "styles.xml"]),
    ),
    "xl/styles.xml": strToU8(STYLES),
    "xl/worksheets/sheet1.xml": strToU8(sheet),
  });
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Style 0 is a plain cell, style 1 a day as it is written in Türkiye. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function relationships(...targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

/** Widths in letters; where a date does not fit, a spreadsheet shows "####". */
const NARROWEST = 8;
const WIDEST = 50;

function widthsXml(rows: readonly (readonly Cell[])[]): string {
  const widths: number[] = [];
  for (const cells of rows)
    for (const [index, cell] of cells.entries())
      widths[index] = Math.min(WIDEST, Math.max(widths[index] ?? NARROWEST, textOf(cell).length + 2));
  return widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("");
}

const DAY_MS = 24 * 60 * 60_000;
/** Day 0 of the calendar of spreadsheets, as it comes out for every day since March 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function cellXml(cell: Cell): string {
  if (typeof cell !== "string") return `<c s="1"><v>${(Date.parse(cell.day) - DAY_ZERO) / DAY_MS}</v></c>`;
  return cell === "" ? "<c/>" : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function escaped(text: string): string {
  return text
    .replace(CONTROL, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
