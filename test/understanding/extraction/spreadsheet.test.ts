import { strToU8, zipSync } from "fflate";
import { workbook } from "../../../src/requests/sheet-files.ts";
import { readCsv } from "../../../src/understanding/extraction/csv.ts";
import { createRequestExtractor } from "../../../src/understanding/extraction/extract-requests.ts";
import { readWorkbook, SPREADSHEET_LIMITS } from "../../../src/understanding/extraction/spreadsheet.ts";
import { type MadeUpPerson, madeUpPerson } from "../../support/made-up-people.ts";

const extractor = createRequestExtractor("knowledge");
const people = Array.from({ length: 12 }, (_, serial) => madeUpPerson(serial + 900));
const HEAD = ["S.No", "Adı", "Soyadı", "T.C. Kimlik No", "Cep Telefonu", "Operatör", "E-Posta"];
const rowOf = (p: MadeUpPerson, at: number) => [
  String(at + 1),
  ...p.name.split(" "),
  p.nationalId,
  p.spoken,
  "Turkcell",
  p.email,
];
const attached = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  read: async () => Buffer.from(bytes),
});
const read = (...files: ReturnType<typeof attached>[]) =>
  extractor.extract({
    subject: "Mobil imza talepleri",
    text: "Liste ektedir.\n\nSaygılarımla,\nHale Sorumlu",
    sender: { email: "lead@ornek.example", name: "Hale Sorumlu" },
    attachments: files,
  });

/** A workbook the way Excel writes it: shared strings, numbers as numbers, a formula with its kept value, a hidden sheet. */
function excelFile(sheet: string, strings: readonly string[] = [], more: Record<string, Uint8Array> = {}): Uint8Array {
  const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="Liste &amp; Ek" sheetId="1" r:id="rId7"/><x:sheet name="Gizli" sheetId="2" state="hidden" r:id="rId8"/></x:sheets></x:workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships><Relationship Id="rId7" Target="worksheets/sheet3.xml"/><Relationship Id="rId8" Target="/xl/worksheets/hidden.xml"/></Relationships>`,
    ),
    "xl/sharedStrings.xml": strToU8(
      `<sst ${ns}>${strings.map((text) => `<si><r><t>${text.slice(0, 2)}</t></r><r><t xml:space="preserve">${text.slice(2)}</t></r><rPh><t>yanlış</t></rPh></si>`).join("")}</sst>`,
    ),
    "xl/worksheets/sheet3.xml": strToU8(`<worksheet ${ns}><sheetData>${sheet}</sheetData></worksheet>`),
    "xl/worksheets/hidden.xml": strToU8(
      `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    ),
    ...more,
  });
}

test("a list of twelve in a workbook gives twelve entries, each value with its cell", async () => {
  const bytes = workbook("Sayfa1", [
    ["2026 yılı mobil imza talep listesi"],
    HEAD,
    ...people.map(rowOf),
    ["", "Toplam", "12"],
  ]);
  const { people: found, remarks } = await read(attached("liste.xlsx", bytes));
  expect(remarks).toEqual([]);
  expect(found.map(({ fields }) => fields.nationalId?.value)).toEqual(people.map(({ nationalId }) => nationalId));
  expect(found[2]).toMatchObject({
    kind: "newApplication",
    fields: {
      name: { value: people[2]!.name },
      phone: { value: people[2]!.phone, source: { kind: "attachment", place: "liste.xlsx!E5" } },
      email: { value: people[2]!.email },
      operator: { value: "turkcell" },
      projectLead: { value: "Hale Sorumlu", source: { kind: "sender" } },
    },
  });
  expect(found[2]?.passage).toContain("T.C. Kimlik No");
});

test("a workbook as Excel writes it: shared strings, numbers, scientific notation, kept formula values, no hidden sheet", () => {
  const bytes = excelFile(
    `<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row><row r="5"><c r="B5" t="s"><v>2</v></c><c r="C5"/><c r="D5"><v>1.0000000146E10</v></c><c r="E5"><f>CMD("x")</f><v>5321234567</v></c><c r="F5" t="e"><v>#REF!</v></c><c r="G5" t="inlineStr"><is><t>a &lt;b&gt; &#252;</t></is></c></row>`,
    ["Ad Soyad", "TC No", "Ayşe Yılmaz"],
  );
  const { tables } = readWorkbook(bytes, "a.xlsx");
  expect(tables.map(({ rows }) => rows)).toEqual([
    [
      ["", "Ad Soyad", "", "TC No"],
      ["", "Ayşe Yılmaz", "", "10000000146", "5321234567", "", "a <b> ü"],
    ],
  ]);
  expect(tables[0]?.place(1, 3)).toBe("a.xlsx!D5");
  expect(tables[0]?.place(1, 27)).toBe("a.xlsx!AB5");
});

test("a zip bomb, a broken and an encrypted file are refused with a reason, and nothing else is lost", async () => {
  const zeros = new Uint8Array(SPREADSHEET_LIMITS.unpackedBytes + 1);
  const bomb = excelFile("", [], { "xl/worksheets/sheet9.xml": zeros });
  expect(bomb.length).toBeLessThan(200_000);
  const { people: found, remarks } = await read(
    attached("bomba.xlsx", bomb),
    attached("bozuk.xlsx", new Uint8Array([80, 75, 3, 4, 1, 2, 3])),
    attached("metin.xlsx", strToU8("merhaba")),
    attached("eski.xls", new Uint8Array(10)),
    { ...attached("dev.xlsx", new Uint8Array(1)), size: SPREADSHEET_LIMITS.bytes + 1 },
    attached("resim.png", new Uint8Array(10)),
    attached("iyi.csv", strToU8(`Ad Soyad;TC\n${people[0]!.name};${people[0]!.nationalId}`)),
  );
  expect(found.map(({ fields }) => fields.nationalId?.value)).toEqual([people[0]!.nationalId]);
  expect(remarks).toEqual([
    "bomba.xlsx okunamadı: açıldığında çok büyük.",
    "bozuk.xlsx okunamadı: bozuk ya da parolalı.",
    "metin.xlsx okunamadı: bozuk ya da parolalı.",
    "eski.xls okunamadı: eski .xls biçimi; .xlsx ya da .csv olarak istenmeli.",
    "dev.xlsx okunamadı: 10 MB'tan büyük.",
  ]);
});

/** The same archive, its central directory saying that every file unpacks to ten bytes (APPNOTE 4.3.12, offset 24). */
function lying(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 1))
    bytes.writeUInt32LE(10, at + 24);
  return bytes;
}

test("a zip that lies about its sizes is unpacked no further than it says", () => {
  const sheet = `<row r="1"><c r="A1"><v>${"1".repeat(1_000_000)}</v></c></row>`;
  expect(readWorkbook(excelFile(sheet), "a.xlsx").tables).toHaveLength(1);
  expect(readWorkbook(lying(excelFile(sheet)), "a.xlsx").tables).toEqual([]);
});

test("a cell far out and a sheet of very many rows cost no more than what is kept", () => {
  const far = readWorkbook(
    excelFile(`<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>2</v></c></row>`),
    "a.xlsx",
  );
  expect(far.tables[0]?.rows).toEqual([["2"]]);
  const rows = Array.from(
    { length: SPREADSHEET_LIMITS.rows + 50 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
  );
  const long = readWorkbook(excelFile(rows.join("")), "b.xlsx");
  expect(long.tables[0]?.rows).toHaveLength(SPREADSHEET_LIMITS.rows);
  expect(long.remarks).toEqual(["b.xlsx (Liste & Ek): ilk 5000 satır okundu."]);
});

test("a text of a megabyte that every cell repeats costs no more than what is kept of it", async () => {
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(60)}</row>`;
  const bytes = excelFile(row.repeat(5_000), ["y".repeat(1_000_000)]);
  const [table] = readWorkbook(bytes, "a.xlsx").tables;
  expect(table?.rows[0]?.[0]).toHaveLength(SPREADSHEET_LIMITS.cell);
  expect(readCsv(Buffer.from("z".repeat(1_000_000)), "a.csv").rows[0]?.[0]).toHaveLength(SPREADSHEET_LIMITS.cell);
});

test.each(["<c", "<row>", '<c r="A1">', "<v>", "&amp;", "<", '<row r="1', "<t>"])(
  "four megabytes of %j in a sheet are read without a stall",
  (piece) => {
    const sheet = piece.repeat(Math.floor(4_000_000 / piece.length));
    expect(readWorkbook(excelFile(sheet), "a.xlsx").tables.length).toBeLessThanOrEqual(1);
  },
);

test.each([
  ["semicolons and UTF-8", strToU8('\ufeffAd Soyad;TC\r\n"Işık; Şule";"1 ""2"""\r\n')],
  [
    "windows-1254",
    Buffer.from(
      'Ad Soyad;TC\nI\xfe\xfdk; \xdeule;"1 ""2"""\n'.replace("I\xfe\xfdk; \xdeule", '"I\xfe\xfdk; \xdeule"'),
      "latin1",
    ),
  ],
  ["UTF-16", Buffer.from('\ufeffAd Soyad\tTC\n"Işık; Şule"\t"1 ""2"""', "utf16le")],
])("a list in %s is read", (name, bytes) => {
  const [head, row] = readCsv(bytes, "a.csv").rows;
  expect(head).toEqual(["Ad Soyad", "TC"]);
  expect(row?.[1]).toBe('1 "2"');
  expect(row?.[0]).toBe(name === "windows-1254" ? "Işık; Şule" : "Işık; Şule");
});

test("ten megabytes of a pasted table and of prose are read in bounded time, up to the people one mail may have", async () => {
  const line = (p: MadeUpPerson) => `${p.name}\t${p.nationalId}\t${p.spoken}\tTurkcell\n`;
  const table = Array.from({ length: 12_000 }, (_, serial) => line(madeUpPerson(serial))).join("");
  const big = await extractor.extract({ subject: "mobil imza", text: table.repeat(20) });
  expect(big.people).toHaveLength(500);
  expect(big.remarks).toEqual([
    "Uzun metnin yalnız ilk 128 KB'ı kişi bilgisi için okundu.",
    expect.stringMatching(/^\d+ kişiden ilk 500 kişi okundu\.$/),
  ]);
});

test.each([
  "Ayşe ",
  "Ad Soyad: ",
  "a, b; c | d\t",
  "TC 1000000014 ",
  "\n\n",
  "x",
  "Çorum İl Emniyet ",
  "a@",
  ": ",
  "<table>",
  "1 ",
  "İ",
  "A, B\n",
  "Ayşe Yılmaz\n",
  "- Ayşe Yılmaz\n",
  "Ayşe Yılmaz adlı ",
  "sicil 123 ",
  "0532 123 45 67\n",
  "Kimden: a@b.c\nKonu: x\n",
  "<td rowspan=9999 colspan=9999>",
])("half a megabyte of %j is read without a stall", async (piece) => {
  const text = piece.repeat(Math.ceil(524_288 / piece.length));
  expect((await extractor.extract({ subject: "imza", text, html: text })).remarks.length).toBeLessThanOrEqual(1);
});
