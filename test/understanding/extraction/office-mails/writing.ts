import { strToU8, zipSync } from "fflate";
import type { RequestKind } from "../../../../src/core/request.ts";
import type { RequestMaterial } from "../../../../src/understanding/extraction/types.ts";
import { type MadeUpPerson, madeUpPerson } from "../../../support/made-up-people.ts";
import type { ExpectedMail, ExpectedPerson } from "../expected-mails.ts";

export const LEAD = { email: "sevda.kurtaran@ornek.example", name: "Sevda Kurtaran" };

/** Names as they occur: several given names, two surnames, names that are words, places or callings too. */
const NAMES = [
  "Hüseyin Can Öz",
  "Fatma Nur Karadağ",
  "Ali Rıza Akın",
  "Nurdan Karataş Yıldız",
  "Muhammed Emin Şen",
  "Deniz Toprak",
  "Barış Savaş",
  "Umut Yol",
  "Gamze İnce",
  "Çiğdem Ağaoğlu",
  "Ahmet Sivaslı",
  "Mustafa Konyalı",
  "Can Er",
  "Şükrü Müdüroğlu",
  "İpek Bölük",
  "Yiğit Efe Çavuşoğlu",
  "Güven Memur",
  "Ülkü Başkan",
  "Oğuzhan Ünal",
  "Hatice Kübra Şimşek",
  "Ebru Tekin",
  "Ozan Tarih",
  "Gülizar Uçar",
  "Özgür Saygı",
  "Nazlı Ilgın",
  "Cemal Hattatoğlu",
  "Büşra İmzalı",
  "Rıdvan Taşkın",
  "Sıla Irmak",
  "Tuncay Görevli",
  "Selçuk Ordu",
  "Aylin Van",
];

type Story = (people: readonly MadeUpPerson[]) => Omit<ExpectedMail, "name">;

/** Gives every mail people of its own, counted on from a serial number. */
export function storyteller(first: number) {
  let serial = first;
  const next = (): MadeUpPerson => {
    serial += 1;
    return { ...madeUpPerson(serial), name: NAMES[serial % NAMES.length] ?? "" };
  };
  return (name: string, count: number, story: Story): ExpectedMail => ({
    name,
    ...story(Array.from({ length: count }, next)),
  });
}

export const mail = (subject: string, text: string, rest: Partial<RequestMaterial> = {}): RequestMaterial => ({
  subject,
  text,
  sender: LEAD,
  ...rest,
});
export const byThemself = ({ email, name }: MadeUpPerson, subject: string, text: string): RequestMaterial => ({
  subject,
  text,
  sender: { email, name },
});

type Extra = Omit<ExpectedPerson, "kind">;
/** Whom the lead writes of. */
export const of = (kind: RequestKind, p: MadeUpPerson, extra: Extra = {}): ExpectedPerson => ({
  kind,
  name: p.name,
  nationalId: p.nationalId,
  phone: p.phone,
  projectLead: LEAD.name,
  ...extra,
});
export const asked = (p: MadeUpPerson, extra: Extra = {}): ExpectedPerson => of("newApplication", p, extra);
/** Who writes of themselves. */
export const own = (kind: RequestKind, { name, email }: MadeUpPerson, extra: Extra = {}): ExpectedPerson => ({
  kind,
  name,
  email,
  ...extra,
});

export const wrongId = (p: MadeUpPerson) => `${p.nationalId.slice(0, 10)}${(Number(p.nationalId[10]) + 3) % 10}`;
export const file = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  read: async () => Buffer.from(bytes),
});

export const htmlTable = (rows: readonly (readonly string[])[], head = "td") =>
  `<table border="1" cellspacing="0">${rows.map((row, at) => `<tr>${row.map((cell) => (at === 0 ? `<${head}><b>${cell}</b></${head}>` : `<td>${cell}</td>`)).join("")}</tr>`).join("")}</table>`;

/** A cell of a workbook: text, a number, a number in scientific notation as it stands in the file, or a formula with its kept value. */
export type Cell =
  | string
  | number
  | undefined
  | { readonly raw: string }
  | { readonly formula: string; readonly value: string | number };
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A workbook as Excel writes it: shared strings, numbers as numbers, merged cells, several sheets. */
export function excel(...sheets: readonly Sheet[]): Uint8Array {
  const strings: string[] = [];
  const shared = (text: string) => strings.push(text) - 1;
  const letters = (column: number) => String.fromCharCode(65 + column);
  const cell = (value: Cell, place: string): string => {
    if (value === undefined || value === "") return `<c r="${place}" s="1"/>`;
    if (typeof value === "number") return `<c r="${place}" s="2"><v>${value}</v></c>`;
    if (typeof value === "string") return `<c r="${place}" t="s"><v>${shared(value)}</v></c>`;
    if ("raw" in value) return `<c r="${place}"><v>${value.raw}</v></c>`;
    const type = typeof value.value === "string" ? ' t="str"' : "";
    return `<c r="${place}"${type}><f>${escaped(value.formula)}</f><v>${escaped(String(value.value))}</v></c>`;
  };
  const sheetXml = ({ rows, merged = [] }: Sheet) => {
    const lines = rows.map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((value, column) => cell(value, `${letters(column)}${row + 1}`)).join("")}</row>`,
    );
    const merges = merged.length
      ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
      : "";
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join("")}</sheetData>${merges}</worksheet>`;
  };
  const files = Object.fromEntries(
    sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(sheetXml(sheet))]),
  );
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map(({ name, hidden }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
    ),
    "xl/sharedStrings.xml": strToU8(
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
    ),
    ...files,
  });
}

const WINDOWS: Readonly<Record<string, number>> = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe };
/** In the code page of a Turkish Windows. */
export const windows1254 = (text: string) =>
  Uint8Array.from([...text], (letter) => WINDOWS[letter] ?? letter.charCodeAt(0));
export const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
export const utf8 = (text: string) => strToU8(text);
