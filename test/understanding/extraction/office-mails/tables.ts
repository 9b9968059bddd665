import { given, plain, spelt, surname, upper } from "../../../support/spelling.ts";
import { type ExpectedMail, without } from "../expected-mails.ts";
import { asked, htmlTable, mail, of, storyteller, wrongId } from "./writing.ts";

const story = storyteller(5_200);
const SIGNED =
  "\n\nSevda KURTARAN\nŞef\nNiğde İl Nüfus ve Vatandaşlık Müdürlüğü\nTel: 0 388 232 10 10 / 0 505 444 33 22\nsevda.kurtaran@ornek.example";
const HELLO = "<p>Merhaba, aşağıdaki personel için mobil imza talep ediyoruz.</p>";
const asText = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("\n\n")).join("\n\n\n");

/** Tables in the text of a mail and in its HTML. */
export const TABLE_MAILS: readonly ExpectedMail[] = [
  story("a table of spaces, aligned", 3, (people) => {
    const rows = [
      ["SN", "ADI SOYADI", "TC KİMLİK NO", "CEP TEL", "OPERATÖR"],
      ...people.map((p, at) => [`${at + 1}`, upper(p.name), p.nationalId, p.spoken, "TURKCELL"]),
    ];
    const lines = rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd([5, 28, 15, 18, 10][column] ?? 0))
        .join("")
        .trimEnd(),
    );
    return {
      mail: mail("Mobil imza talep listesi", `Liste aşağıdadır.\n\n${lines.join("\n")}${SIGNED}`),
      people: people.map((p) => asked(p, { name: upper(p.name), operator: "turkcell" })),
    };
  }),
  story("pipes with a rule under the header", 3, (people) => ({
    mail: mail(
      "Talep",
      `| Sicil | Ad Soyad | TCKN | Telefon | Hat Tipi |\n|---|---|---|---|---|\n${people.map((p) => `| ${p.registryNumber} | ${p.name} | ${p.nationalId} | ${spelt(p, "### ### ## ##")} | Faturalı |`).join("\n")}`,
    ),
    people: people.map((p) => asked(p, { registryNumber: p.registryNumber, lineType: "postpaid" })),
  })),
  story("commas without a header", 4, (people) => ({
    mail: mail(
      "liste",
      `Mobil imza alınacak personel (ad soyad, tc, sicil, telefon):\n${people.map((p) => `${p.name}, ${p.nationalId}, ${p.registryNumber}, ${spelt(p, "0##########")}`).join("\n")}`,
    ),
    people: people.map((p) => asked(p, { registryNumber: p.registryNumber })),
  })),
  story("tabs, surname first, no Turkish letters", 3, (people) => ({
    mail: mail(
      "mobil imza listesi",
      plain(
        `Soyadi\tAdi\tKimlik\tGsm\tIl\n${people.map((p) => `${surname(p)}\t${given(p)}\t${p.nationalId}\t${p.spoken}\tUsak`).join("\n")}`,
      ),
    ),
    people: people.map((p) => asked(p, { name: plain(p.name), province: "Uşak" })),
  })),
  story("dashes between values", 3, (people) => ({
    mail: mail(
      "Mobil İmza",
      `Mobil imza talebinde bulunan personel:\n\n${people.map((p, at) => `${at + 1}- ${upper(p.name)} - ${p.nationalId} - ${p.spoken} - TURKCELL`).join("\n")}${SIGNED}`,
    ),
    people: people.map((p) => asked(p, { name: upper(p.name), operator: "turkcell" })),
  })),
  story("each cell on a line of its own, as pasted from Outlook", 3, (people) => ({
    mail: mail(
      "mobil imza",
      `Adı Soyadı\nT.C. Kimlik No\nCep No\n\n${people.map((p) => `${p.name}\n${p.nationalId}\n${p.spoken}`).join("\n\n")}\n\nBilgilerinize`,
    ),
    people: people.map((p) => asked(p)),
  })),
  story("line changes as a text table with old and new", 2, (people) => ({
    mail: mail(
      "Numara değişikliği yapan personel",
      `Ad Soyad\tTC\tEski GSM\tYeni GSM\n${people.map((p, at) => `${p.name}\t${p.nationalId}\t0533 100 20 3${at}\t${p.spoken}`).join("\n")}`,
    ),
    people: people.map((p) => of("lineChange", p)),
  })),
  story("a column says the kind of each row", 3, ([p, q, r]) => ({
    mail: mail(
      "Mobil imza işlemleri",
      `Adı Soyadı;T.C.;Telefon;Talep Türü\n${p!.name};${p!.nationalId};${p!.spoken};Yeni başvuru\n${q!.name};${q!.nationalId};${q!.spoken};Hat değişikliği\n${r!.name};${r!.nationalId};${r!.spoken};İletişim bilgisi güncelleme`,
    ),
    people: [asked(p!), of("lineChange", q!), of("contactUpdate", r!)],
  })),
  story("HTML, official header words", 3, (people) => {
    const rows = [
      [
        "Sıra No",
        "T.C. Kimlik Numarası",
        "Adı",
        "Soyadı",
        "Kurumu / Birimi",
        "Mobil İmza Alınacak GSM Numarası",
        "GSM Operatörü",
      ],
      ...people.map((p, at) => [
        `${at + 1}`,
        p.nationalId,
        given(p),
        upper(surname(p)),
        "Sinop Defterdarlığı",
        p.spoken,
        "Türk Telekom",
      ]),
    ];
    return {
      mail: mail("Mobil imza talepleri", `Merhaba\n\n${asText(rows)}`, { html: `${HELLO}${htmlTable(rows, "th")}` }),
      people: people.map((p) =>
        asked(p, {
          name: `${given(p)} ${upper(surname(p))}`,
          unit: "Sinop Defterdarlığı",
          province: "Sinop",
          operator: "turkTelekom",
        }),
      ),
    };
  }),
  story("HTML, title row spanning above the header", 2, (people) => {
    const rows = [
      ["İsim", "Kimlik", "Tlf", "Şebeke", "Posta"],
      ...people.map((p) => [p.name, p.nationalId, spelt(p, "0### ### ## ##"), "Vodafone", p.email]),
    ];
    const table = htmlTable(rows).replace(
      "<tr>",
      '<tr><td colspan="5"><b>2026 YILI MOBİL İMZA TALEP LİSTESİ</b></td></tr><tr>',
    );
    return {
      mail: mail("talep", asText(rows), { html: HELLO + table }),
      people: people.map((p) => asked(p, { operator: "vodafone", email: p.email })),
    };
  }),
  story("HTML, one unit spanning several rows", 3, (people) => {
    const cells = people.map(
      (p, at) =>
        `<tr>${at === 0 ? '<td rowspan="3">Kırşehir Valiliği</td>' : ""}<td>${p.name}</td><td>${p.nationalId}</td><td>${p.spoken}</td></tr>`,
    );
    return {
      mail: mail("Mobil imza", "Liste aşağıda", {
        html: `${HELLO}<table><tr><th>Birim</th><th>Personelin Adı Soyadı</th><th>TC Kimlik No</th><th>Cep Telefonu</th></tr>${cells.join("")}</table>`,
      }),
      people: people.map((p) => asked(p, { unit: "Kırşehir Valiliği", province: "Kırşehir" })),
    };
  }),
  story("HTML form of two columns", 1, ([p]) => {
    const rows = [
      ["Adı Soyadı", p!.name],
      ["T.C. Kimlik No", p!.nationalId],
      ["Kurum Sicil No", p!.registryNumber],
      ["Cep Telefonu", p!.spoken],
      ["Operatör", "Turkcell"],
      ["Hat Türü", "Kurumsal"],
      ["Görev Yaptığı İl", "Şanlıurfa"],
    ];
    return {
      mail: mail("Mobil imza başvurusu", asText(rows), { html: htmlTable(rows) }),
      people: [
        asked(p!, {
          registryNumber: p!.registryNumber,
          operator: "turkcell",
          lineType: "corporate",
          province: "Şanlıurfa",
        }),
      ],
    };
  }),
  story("HTML, Word's paragraphs and spans inside cells", 2, (people) => {
    const cell = (text: string) =>
      `<td width="120" valign="top" style="border:solid windowtext 1.0pt"><p class="MsoNormal"><span lang="TR">${text}<o:p></o:p></span></p></td>`;
    const row = (cells: string[]) => `<tr style="height:15.0pt">${cells.map(cell).join("\r\n")}</tr>`;
    return {
      mail: mail("Mobil imza", "Merhaba", {
        html: `<div class="WordSection1"><p class="MsoNormal">Mobil imza isteyenler:</p><table class="MsoTableGrid">${row(["AD&nbsp;SOYAD", "T.C.&nbsp;NO", "TELEFON", "E-MAİL"])}${people.map((p) => row([upper(p.name), p.nationalId, p.spoken, `<a href="mailto:${p.email}">${p.email}</a>`])).join("")}</table></div>`,
      }),
      people: people.map((p) => asked(p, { name: upper(p.name), email: p.email })),
    };
  }),
  story("HTML, rank and name in one column, district column", 2, (people) => {
    const rows = [
      ["Rütbe Ad Soyad", "Sicil", "TC", "İlçe", "İl", "Cep"],
      ...people.map((p, at) => [
        `${at ? "Komiser" : "Polis Memuru"} ${p.name}`,
        p.registryNumber,
        p.nationalId,
        "Turhal",
        "Tokat",
        p.spoken,
      ]),
    ];
    return {
      mail: mail("Emniyet mobil imza", asText(rows), { html: HELLO + htmlTable(rows) }),
      people: people.map((p) => asked(p, { registryNumber: p.registryNumber, province: "Tokat" })),
    };
  }),
  story("HTML, a second table is a signature's", 2, (people) => {
    const rows = [["Ad Soyad", "TCKN", "GSM"], ...people.map((p) => [p.name, p.nationalId, spelt(p, "##########")])];
    return {
      mail: mail("mobil imza", asText(rows), {
        html: `${HELLO}${htmlTable(rows)}<table><tr><td><img src="cid:logo"></td><td>Sevda KURTARAN<br>Şef<br>Tel: 0388 232 10 10<br>Cep: 0505 444 33 22</td></tr></table>`,
      }),
      people: people.map((p) => asked(p)),
    };
  }),
  story("HTML, checksum of one wrong, phone of one missing", 2, ([p, q]) => {
    const rows = [
      ["Personel", "Vatandaşlık No", "Cep Telefon Numarası"],
      [p!.name, wrongId(p!), p!.spoken],
      [q!.name, q!.nationalId, "-"],
    ];
    return {
      mail: mail("Mobil imza", asText(rows), { html: HELLO + htmlTable(rows) }),
      people: [asked(p!, { nationalId: wrongId(p!) }), without(asked(q!), "phone")],
    };
  }),
  story("HTML, header in English", 2, (people) => {
    const rows = [
      ["No", "First Name", "Last Name", "ID Number", "Mobile Phone", "Operator", "E-mail Address"],
      ...people.map((p, at) => [
        `${at + 1}`,
        given(p),
        surname(p),
        p.nationalId,
        `+90 ${spelt(p, "### ### ## ##")}`,
        "Vodafone",
        p.email,
      ]),
    ];
    return {
      mail: mail("Mobile signature list", asText(rows), { html: `<p>Please find the list.</p>${htmlTable(rows)}` }),
      people: people.map((p) => asked(p, { operator: "vodafone", email: p.email })),
    };
  }),
  story("HTML, people side by side in columns", 2, ([p, q]) => {
    const rows = [
      ["Adı Soyadı", p!.name, q!.name],
      ["TC Kimlik No", p!.nationalId, q!.nationalId],
      ["Telefon", p!.spoken, q!.spoken],
      ["Operatör", "Turkcell", "Vodafone"],
    ];
    return {
      mail: mail("Mobil imza", asText(rows), { html: HELLO + htmlTable(rows) }),
      people: [asked(p!, { operator: "turkcell" }), asked(q!, { operator: "vodafone" })],
    };
  }),
  story("HTML, numbers of the same person in two phone columns", 2, (people) => {
    const rows = [
      ["Adı Soyadı", "T.C. Kimlik No", "Dahili", "İş Telefonu", "Cep Telefonu", "Açıklama"],
      ...people.map((p, at) => [p.name, p.nationalId, `41${at}2`, "0388 232 10 10", p.spoken, "Faturalı hat"]),
    ];
    return {
      mail: mail("Mobil imza", asText(rows), { html: HELLO + htmlTable(rows) }),
      people: people.map((p) => asked(p, { lineType: "postpaid" })),
    };
  }),
];
