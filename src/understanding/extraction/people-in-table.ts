import { isNationalId } from "../../core/national-id.ts";
import { readTurkishPhone } from "../../core/phone.ts";
import type { FieldValue, RequestField } from "../../core/request.ts";
import { confidenceOf, WRONG } from "./finding.ts";
import { believed, type GroupHeading, type Headings, headingOver, saidOfGroup, withHeading } from "./group-headings.ts";
import { findKind } from "./kind.ts";
import { looksLikeName } from "./names.ts";
import { findProvinces, provinceOfPlace } from "./places.ts";
import { EMAIL, readField } from "./read-field.ts";
import { isField, type Label, type RequestWords } from "./request-words.ts";
import type { Table } from "./text-tables.ts";
import type { Fields, FoundPerson } from "./types.ts";

/** Rows that are looked through for the heading. */
const HEADING_ROWS = 15;
const LONGEST_CELL = 500;

/** How sure a value is by how its column was known. */
const BY_HEADING = 0.97;
const BY_SHAPE = 0.85;

type Columns = readonly (Label | undefined)[];

/** One person a row. Columns are known by their heading; what a cell plainly is (checksum, phone, address) goes before it. */
export function peopleInTable(table: Table, words: RequestWords): FoundPerson[] {
  const { rows, columns, heading } = headed(turned(table, words), words);
  const people: FoundPerson[] = [];
  let known = columns;
  let headingRow = heading;
  const titles = titlesOf(rows, words);
  let groups: Headings = [];
  let isBehindPeople = false;
  rows.forEach((cells, row) => {
    const again = row <= heading ? [] : columnsOf(cells, words);
    if (row === heading) return;
    if (isHeading(again) && looksLikeHeading(cells)) {
      known = again;
      headingRow = row;
      return;
    }
    const title = titles[row];
    if (title) {
      groups = withHeading(groups, title, isBehindPeople);
      isBehindPeople = false;
    }
    if (title || row < heading) return;
    const person = personInRow({ table, cells, row, columns: known, heading: rows[headingRow] }, words);
    if (!person) return;
    isBehindPeople = true;
    people.push({ ...person, ofGroup: saidOfGroup(groups, { kind: table.source, place: table.place(row, 0) }) });
  });
  return people;
}

/** Rows of one cell that say something of those below them; the name of an office above a list is its letterhead. */
function titlesOf(rows: readonly (readonly string[])[], words: RequestWords): (GroupHeading | undefined)[] {
  let group = 0;
  const read = rows.map((cells) => {
    const [cell = "", ...others] = cells.filter((text) => text.trim() !== "");
    if (others.length > 0) group += 1;
    return { heading: others.length > 0 ? undefined : headingOver(cell, true, words), group };
  });
  return believed(read);
}

/** A form laid out as a table (labels in the first column) is turned, so that every person is a row. */
function turned(table: Table, words: RequestWords): readonly (readonly string[])[] {
  const labelled = table.rows.filter(([first = ""]) => words.labelOf(first) !== undefined).length;
  const width = Math.max(...table.rows.slice(0, HEADING_ROWS).map((row) => row.length));
  const [top = []] = table.rows;
  const isForm = labelled >= 2 && labelled * 2 > table.rows.length && table.rows.length <= 40;
  if (!isForm || isHeading(columnsOf(top, words))) return table.rows;
  return Array.from({ length: width }, (_, column) => table.rows.map((row) => row[column] ?? ""));
}

function headed(rows: readonly (readonly string[])[], words: RequestWords) {
  const heading = rows
    .slice(0, HEADING_ROWS)
    .findIndex((row) => isHeading(columnsOf(row, words)) && looksLikeHeading(row));
  return { rows, heading, columns: heading < 0 ? [] : columnsOf(rows[heading] ?? [], words) };
}

function columnsOf(row: readonly string[], words: RequestWords): Columns {
  return row.map((cell) => (cell.length > 80 ? undefined : words.labelOf(cell)));
}

function isHeading(columns: Columns): boolean {
  const labels = columns.filter((label) => label !== undefined);
  return new Set(labels).size >= 2 || (columns.length === 1 && labels[0] === "name");
}

function looksLikeHeading(cells: readonly string[]): boolean {
  return cells.every((cell) => !/\d{5}/.test(cell));
}

interface Row {
  readonly table: Table;
  readonly cells: readonly string[];
  readonly row: number;
  readonly columns: Columns;
  readonly heading: readonly string[] | undefined;
}

function personInRow(row: Row, words: RequestWords): FoundPerson | undefined {
  const { cells, columns, heading, table } = row;
  const fields: Partial<Record<RequestField, FieldValue>> = {};
  const otherPhones: string[] = [];
  const put = (field: RequestField, cell: string, column: number, sureness: number) => {
    const read = readField(words, field, cell);
    const known = fields[field];
    if (!read || (known && !(known.problem && !read.problem))) return;
    const { isConcluded, ...value } = read;
    const quote = cell.slice(0, LONGEST_CELL);
    const source = {
      kind: table.source,
      quote,
      place: table.place(row.row, column),
      ...(isConcluded && { isConcluded }),
    };
    fields[field] = { ...value, source, confidence: confidenceOf(read, sureness) };
  };

  cells.forEach((cell, column) => {
    if (cell.trim() === "") return;
    if (columns[column] === "formerPhone") otherPhones.push(...phoneOf(cell));
    for (const { field, sureness } of meaningsOf(cell, columns[column], words)) put(field, cell, column, sureness);
  });
  // A wide cell runs into the next one where columns are laid out with spaces.
  if (!fields.nationalId && (fields.name || fields.phone)) {
    const column = cells.findIndex((cell) => numberWithin(cell) !== undefined);
    const found = numberWithin(cells[column] ?? "");
    if (found) put("nationalId", found, column, BY_SHAPE);
  }
  const name = cellUnder(row, "firstName", "lastName");
  if (name) put("name", name, columns.indexOf("firstName"), BY_HEADING);
  const district = columns.indexOf("district");
  const ofDistrict =
    !fields.province || fields.province.problem ? provinceOfPlace(cells[district] ?? "", words) : undefined;
  if (ofDistrict) put("province", cells[district] ?? "", district, BY_HEADING);
  if (!isPerson(fields, columns)) return undefined;
  const kind = findKind(cellUnder(row, "kind", "note"), words, true)?.kind;
  const passage = [heading, cells].flatMap((line) => (line ? [line.join("\t")] : [])).join("\n");
  return { fields, otherPhones, passage: passage.slice(0, 4_000), ...(kind && { kind }) };
}

/** The cells under these headings, joined. */
function cellUnder({ cells, columns }: Row, ...labels: readonly Label[]): string {
  return labels
    .map((label) => (columns.includes(label) ? (cells[columns.indexOf(label)] ?? "") : ""))
    .join(" ")
    .trim();
}

function phoneOf(cell: string): string[] {
  const phone = readTurkishPhone(cell);
  return phone ? [phone.e164] : [];
}

interface Meaning {
  readonly field: RequestField;
  readonly sureness: number;
}

/** What a cell says of its person: what it plainly is, else what its heading names, else what its words look like. */
function meaningsOf(cell: string, label: Label | undefined, words: RequestWords): readonly Meaning[] {
  const shape = shapeOf(cell);
  if (shape && shape !== label && isPlain(label)) {
    // A phone under a heading of no field ("İş telefonu") is not the one asked for.
    const isAsked = label !== "formerPhone" && (label !== "other" || shape !== "phone");
    return isAsked ? [{ field: shape, sureness: BY_SHAPE }] : [];
  }
  if (label === undefined) return looksOf(cell, words);
  // "Açıklama: faturalı hat"; "Hat" is called what names the operator as well as what tells the kind of the line.
  if (label === "kind" || label === "note") return lineOf(cell, words);
  if (label === "operator" || label === "lineType") {
    const told = lineOf(cell, words);
    if (told.length > 0) return told.map(({ field }) => ({ field, sureness: BY_HEADING }));
  }
  return isField(label) ? [{ field: label, sureness: BY_HEADING }] : [];
}

/** What a cell without a heading may be, by its words. */
function looksOf(cell: string, words: RequestWords): Meaning[] {
  const line = lineOf(cell, words);
  if (line.length > 0) return line;
  if (words.provinceOf(cell) || findProvinces(cell, words).some(({ quote }) => quote === cell.trim()))
    return [{ field: "province", sureness: BY_SHAPE }];
  if (looksLikeName(cell, words)) return [{ field: "name", sureness: 0.8 }];
  if (/^\s*\d{4,8}\s*$/.test(cell)) return [{ field: "registryNumber", sureness: WRONG }];
  return cell.split(/\s+/).some((word) => words.isUnitEnd(word)) ? [{ field: "unit", sureness: 0.7 }] : [];
}

/** The operator and the kind of a line that a short cell tells. */
function lineOf(cell: string, words: RequestWords): Meaning[] {
  if (cell.length >= 40) return [];
  return [
    ...(words.operatorOf(cell) ? [{ field: "operator", sureness: BY_SHAPE } as const] : []),
    ...(words.lineTypeOf(cell) ? [{ field: "lineType", sureness: BY_SHAPE } as const] : []),
  ];
}

/** Headings that a cell's own shape may overrule: they name numbers and addresses, or nothing at all. */
function isPlain(label: Label | undefined): boolean {
  return (
    label === undefined ||
    ["nationalId", "phone", "formerPhone", "email", "other", "registryNumber", "operator"].includes(label)
  );
}

function shapeOf(cell: string): "nationalId" | "phone" | "email" | undefined {
  const text = cell.trim();
  if (text.length > 60) return undefined;
  const digits = text.replace(/[\s.-]/g, "");
  if (/^[1-9]\d{10}$/.test(digits) && (isNationalId(digits) || /^\d+$/.test(text))) return "nationalId";
  if (readTurkishPhone(text)?.kind === "mobile") return "phone";
  return EMAIL.test(text) && !/\s/.test(text) ? "email" : undefined;
}

/** The one right T.C. kimlik no that stands in a cell beside other words. */
function numberWithin(cell: string): string | undefined {
  const numbers = [...cell.slice(0, LONGEST_CELL).matchAll(/(?<![\d\p{L}-])[1-9]\d{10}(?![\d\p{L}-])/gu)].map(
    ([number]) => number,
  );
  const [only] = numbers;
  return numbers.length === 1 && only && isNationalId(only) ? only : undefined;
}

/** A title, a sum or an empty row is nobody. */
function isPerson(fields: Fields, columns: Columns): boolean {
  const isNumber = (value: FieldValue | undefined) =>
    value !== undefined && (!value.problem || /(?:\d\D{0,2}){7}/.test(value.value));
  if (isNumber(fields.nationalId) || isNumber(fields.phone)) return true;
  if (!fields.name || fields.name.problem) return false;
  const others = Object.keys(fields).length > 1;
  return others || columns.includes("name") || columns.includes("firstName");
}
