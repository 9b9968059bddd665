import { strToU8, zipSync } from "fflate";
import type { RequestKind } from "../../../src/core/request.ts";
import type { RequestMaterial } from "../../../src/understanding/extraction/types.ts";
import { type MadeUpPerson, madeUpPerson } from "../../support/made-up-people.ts";
import type { ExpectedMail, ExpectedPerson } from "./expected-mails.ts";

const LEAD = { email: "lead@ornek.example", name: "Hale Sorumlu" };
const [A, B, C, D] = [81, 82, 83, 84].map(madeUpPerson) as [MadeUpPerson, MadeUpPerson, MadeUpPerson, MadeUpPerson];
type Told = Omit<Partial<ExpectedPerson>, "name">;

function person(who: MadeUpPerson, told: Told = {}): ExpectedPerson {
  const { name, nationalId, phone } = who;
  return { kind: "newApplication", name, nationalId, phone, ...told, projectLead: LEAD.name };
}

function about(name: string, mail: Partial<RequestMaterial>, people: readonly ExpectedPerson[]): ExpectedMail {
  return { name, mail: { subject: "Mobil imza başvurusu", text: "", sender: LEAD, ...mail }, people };
}

/** A person in a line, and as a row of a table. */
const line = ({ name, nationalId, spoken }: MadeUpPerson) => `${name} ${nationalId} ${spoken}`;
const cells = ({ name, nationalId, spoken }: MadeUpPerson) => [name, nationalId, spoken];
const COLUMNS = ["Ad Soyad", "T.C. Kimlik No", "Cep"];
const table = (...people: readonly MadeUpPerson[]) =>
  [COLUMNS, ...people.map(cells)].map((row) => row.join("\t")).join("\n");
const html = (...people: readonly MadeUpPerson[]) =>
  `<table>${[COLUMNS, ...people.map(cells)].map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const plain = (markup: string) => markup.replace(/<\/(?:p|h3|td|tr|table)>/g, "\n").replace(/<[^>]*>/g, "");

type Sheet = readonly [name: string, rows: readonly (readonly string[])[]];

/** A workbook of several sheets. */
function workbook(...sheets: readonly Sheet[]): Buffer {
  const xml = (rows: Sheet[1]) =>
    `<worksheet><sheetData>${rows.map((row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`).join("")}</sheetData></worksheet>`;
  const named = sheets.map(([name], at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join("");
  const related = sheets.map((_, at) => `<Relationship Id="r${at + 1}" Target="worksheets/s${at + 1}.xml"/>`).join("");
  return Buffer.from(
    zipSync({
      "xl/workbook.xml": strToU8(`<workbook><sheets>${named}</sheets></workbook>`),
      "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${related}</Relationships>`),
      ...Object.fromEntries(sheets.map(([, rows], at) => [`xl/worksheets/s${at + 1}.xml`, strToU8(xml(rows))])),
    }),
  );
}
const attached = (name: string, file: Buffer) => ({ name, size: file.length, read: async () => file });

const LINE_CHANGE: { readonly kind: RequestKind } = { kind: "lineChange" };

/** Tables and lists under headings that say what is common to those below. */
export const GROUP_MAILS: readonly ExpectedMail[] = [
  about(
    "operators above two tables",
    { text: `Turkcell kullananlar:\n\n${table(A, B)}\n\nVodafone kullananlar:\n\n${table(C, D)}` },
    [
      person(A, { operator: "turkcell" }),
      person(B, { operator: "turkcell" }),
      person(C, { operator: "vodafone" }),
      person(D, { operator: "vodafone" }),
    ],
  ),
  about(
    "an operator above one table, and nothing above the rest",
    { text: `Turkcell kullananlar:\n${table(A)}\n\nDiğerleri:\n${table(B)}` },
    [person(A, { operator: "turkcell" }), person(B)],
  ),
  about(
    "kinds of line above two lists, without a colon",
    { text: `Faturalı hatlar\n${line(A)}\n${line(B)}\n\nKurumsal hatlar\n${line(C)}\n${line(D)}` },
    [
      person(A, { lineType: "postpaid" }),
      person(B, { lineType: "postpaid" }),
      person(C, { lineType: "corporate" }),
      person(D, { lineType: "corporate" }),
    ],
  ),
  about(
    "headings that follow upon the lines of the last group",
    {
      text: `Turkcell kullananlar\n${line(A)}\nVodafone kullananlar\n${line(B)}`,
    },
    [person(A, { operator: "turkcell" }), person(B, { operator: "vodafone" })],
  ),
  about(
    "operator and kind of line in one heading",
    {
      text: `1) Turkcell faturalı hatlar (2 kişi):\n- ${line(A)}\n- ${line(B)}\n\n2) Türk Telekom kontörlü hatlar (1 kişi):\n- ${line(C)}`,
    },
    [
      person(A, { operator: "turkcell", lineType: "postpaid" }),
      person(B, { operator: "turkcell", lineType: "postpaid" }),
      person(C, { operator: "turkTelekom", lineType: "prepaid" }),
    ],
  ),
  about("provinces above two lists", { text: `Ankara\n${line(A)}\n${line(B)}\n\nÇorum\n${line(C)}` }, [
    person(A, { province: "Ankara" }),
    person(B, { province: "Ankara" }),
    person(C, { province: "Çorum" }),
  ]),
  about(
    "offices above two tables",
    {
      text: `Polatlı Kaymakamlığı\n${table(A)}\n\nBafra İlçe Emniyet Müdürlüğü\n${table(B)}`,
    },
    [
      person(A, { unit: "Polatlı Kaymakamlığı", province: "Ankara" }),
      person(B, { unit: "Bafra İlçe Emniyet Müdürlüğü", province: "Samsun" }),
    ],
  ),
  about(
    "kinds of matter above two lists",
    {
      text: `Yeni başvurular:\n${line(A)}\n${line(B)}\n\nHat değişikliği:\n${line(C)}`,
    },
    [person(A), person(B), person(C, LINE_CHANGE)],
  ),
  about(
    "kinds of matter above two tables",
    {
      subject: "Mobil imza",
      text: `Hat değişikliği\n${table(A)}\n\nYeni başvurular\n${table(B)}`,
    },
    [person(A, LINE_CHANGE), person(B)],
  ),
  about(
    "a kind of matter, and operators within it",
    {
      text: `YENİ BAŞVURULAR\n\nTurkcell:\n${line(A)}\n\nVodafone:\n${line(B)}\n\nHAT DEĞİŞİKLİĞİ\n\nTurkcell:\n${line(C)}`,
    },
    [
      person(A, { operator: "turkcell" }),
      person(B, { operator: "vodafone" }),
      person(C, { ...LINE_CHANGE, operator: "turkcell" }),
    ],
  ),
  about(
    "what is said of one goes before the heading",
    {
      text: `Turkcell kullananlar:\n${line(A)}\n${line(B)} Vodafone\n\nTürk Telekom kullananlar:\n${line(C)}`,
    },
    [person(A, { operator: "turkcell" }), person(B, { operator: "vodafone" }), person(C, { operator: "turkTelekom" })],
  ),
  about(
    "a heading of two operators says nothing",
    {
      text: `Turkcell ve Vodafone kullananlar:\n${line(A)}\n\nTurkcell olmayanlar:\n${line(B)}`,
    },
    [person(A), person(B)],
  ),
  about(
    "the letterhead of a letter, and who reads it, are nobody's office",
    {
      text: `NEVŞEHİR VALİLİĞİ\n\nBİLGİ İŞLEM DAİRESİ BAŞKANLIĞINA\n\n${line(A)}\n${line(B)}`,
    },
    [person(A, { province: "Nevşehir" }), person(B, { province: "Nevşehir" })],
  ),
  ...[
    `<h3>Turkcell kullananlar</h3>${html(A)}<h3>Vodafone kullananlar</h3>${html(B)}`,
    `<p>Mobil imza için listelerimiz:</p><p><b>Turkcell</b></p>${html(A)}<p><b>Vodafone:</b></p>${html(B)}`,
  ].map((markup, at) =>
    about(`operators above two HTML tables (${at + 1})`, { html: markup, text: plain(markup) }, [
      person(A, { operator: "turkcell" }),
      person(B, { operator: "vodafone" }),
    ]),
  ),
  (() => {
    const markup = `<p>Hat değişikliği:</p>${html(A)}<p>Yeni başvurular:</p>${html(B)}`;
    return about("kinds of matter above two HTML tables", { html: markup, text: plain(markup) }, [
      person(A, LINE_CHANGE),
      person(B),
    ]);
  })(),
  (() => {
    const rows = [["Turkcell", "", ""], COLUMNS, cells(A), ["Vodafone", "", ""], cells(B), ["Diğer", "", ""], cells(C)];
    const markup = `<table>${rows.map((row) => `<tr>${row[1] === "" ? `<td colspan=3>${row[0]}</td>` : row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
    return about("titles within an HTML table", { html: markup, text: plain(markup) }, [
      person(A, { operator: "turkcell" }),
      person(B, { operator: "vodafone" }),
      person(C),
    ]);
  })(),
  about(
    "names of sheets",
    {
      text: "Liste ektedir.",
      attachments: [
        attached(
          "liste.xlsx",
          workbook(["Yeni Başvurular", [COLUMNS, cells(A)]], ["Hat Değişikliği", [COLUMNS, cells(B)]]),
        ),
      ],
    },
    [person(A), person(B, LINE_CHANGE)],
  ),
  about(
    "provinces as names of sheets",
    {
      text: "Liste ektedir.",
      attachments: [attached("liste.xlsx", workbook(["Ankara", [COLUMNS, cells(A)]], ["Çorum", [COLUMNS, cells(B)]]))],
    },
    [person(A, { province: "Ankara" }), person(B, { province: "Çorum" })],
  ),
  about(
    "title rows of a sheet",
    {
      text: "Liste ektedir.",
      attachments: [
        attached(
          "liste.xlsx",
          workbook([
            "Sayfa1",
            [
              ["NEVŞEHİR VALİLİĞİ"],
              ["Faturalı hatlar"],
              COLUMNS,
              cells(A),
              cells(B),
              ["Kurumsal hatlar"],
              COLUMNS,
              cells(C),
              ["Toplam: 3"],
            ],
          ]),
        ),
      ],
    },
    [person(A, { lineType: "postpaid" }), person(B, { lineType: "postpaid" }), person(C, { lineType: "corporate" })],
  ),
  about(
    "names of files",
    {
      text: "Listeler ektedir.",
      attachments: [
        attached("turkcell_listesi.xlsx", workbook(["Sayfa1", [COLUMNS, cells(A)]])),
        attached("vodafone_listesi.csv", Buffer.from([COLUMNS, cells(B)].map((row) => row.join(";")).join("\n"))),
      ],
    },
    [person(A, { operator: "turkcell" }), person(B, { operator: "vodafone" })],
  ),
];
