import { given, spelt, surname, upper } from "../../../support/spelling.ts";
import type { ExpectedMail } from "../expected-mails.ts";
import { asked, excel, file, LEAD, mail, of, storyteller, utf8, utf16, windows1254, wrongId } from "./writing.ts";

const story = storyteller(5_300);
const withFile = (...attachments: ReturnType<typeof file>[]) =>
  mail("Mobil imza talep listesi", "Merhaba,\n\nTalep listemiz ektedir.\n\nSevda Kurtaran\nCep: 0505 444 33 22", {
    attachments,
  });
const bare = (phone: string) => Number(phone.slice(3));

/** Lists in attached workbooks and text files. */
export const FILE_MAILS: readonly ExpectedMail[] = [
  story("numbers kept as numbers, phone without its zero", 12, (people) => ({
    mail: withFile(
      file(
        "liste.xlsx",
        excel({
          name: "Sayfa1",
          rows: [
            ["SIRA", "ADI SOYADI", "TC KİMLİK NO", "CEP", "OPERATÖR"],
            ...people.map((p, at) => [at + 1, upper(p.name), Number(p.nationalId), bare(p.phone), "TURKCELL"]),
          ],
        }),
      ),
    ),
    people: people.map((p) => asked(p, { name: upper(p.name), operator: "turkcell" })),
  })),
  story("id in scientific notation", 3, (people) => ({
    mail: withFile(
      file(
        "Kitap1.xlsx",
        excel({
          name: "Sayfa1",
          rows: [
            ["Ad Soyad", "T.C. No", "GSM"],
            ...people.map((p) => [
              p.name,
              { raw: `${p.nationalId[0]}.${p.nationalId.slice(1)}E+10` },
              { raw: `${p.phone[3]}.${p.phone.slice(4)}E+9` },
            ]),
          ],
        }),
      ),
    ),
    people: people.map((p) => asked(p)),
  })),
  story("title rows, merged cells, total and signature below", 4, (people) => ({
    mail: withFile(
      file(
        "mobil_imza_talep.xlsx",
        excel({
          name: "Talep",
          rows: [
            ["T.C."],
            ["NEVŞEHİR VALİLİĞİ"],
            ["MOBİL İMZA TALEP LİSTESİ", undefined, undefined, undefined, undefined, "Tarih:", { raw: "46331" }],
            [],
            ["S.N.", "ADI VE SOYADI", "UNVANI", "T.C. KİMLİK NO", "CEP TELEFONU", "GSM OPERATÖRÜ", "HAT TÜRÜ"],
            ...people.map((p, at) => [
              at + 1,
              p.name,
              at % 2 ? "VHKİ" : "Şef",
              Number(p.nationalId),
              p.spoken,
              "Vodafone",
              at % 2 ? "Faturalı" : "Faturasız",
            ]),
            ["TOPLAM", undefined, undefined, { formula: "COUNTA(B6:B9)", value: 4 }],
            [],
            [undefined, undefined, undefined, undefined, "Sevda KURTARAN"],
            [undefined, undefined, undefined, undefined, "Proje Sorumlusu"],
          ],
          merged: ["A1:G1", "A2:G2", "A3:E3"],
        }),
      ),
    ),
    people: people.map((p, at) => asked(p, { operator: "vodafone", lineType: at % 2 ? "postpaid" : "prepaid" })),
  })),
  story("two sheets, one hidden and one of help", 4, (people) => {
    const head = ["Adı", "Soyadı", "TC", "Telefon"];
    const rowsOf = (some: readonly (typeof people)[number][]) =>
      some.map((p) => [given(p), surname(p), p.nationalId, spelt(p, "0### ### ## ##")]);
    return {
      mail: withFile(
        file(
          "talepler.xlsx",
          excel(
            { name: "Merkez", rows: [head, ...rowsOf(people.slice(0, 2))] },
            { name: "İlçeler", rows: [head, ...rowsOf(people.slice(2, 3))] },
            {
              name: "Açıklama",
              rows: [
                ["Listeyi doldururken T.C. kimlik numarasını 11 hane giriniz."],
                ["Operatörler:", "Turkcell", "Vodafone", "Türk Telekom"],
              ],
            },
            { name: "Eski", rows: [head, ...rowsOf(people.slice(3))], hidden: true },
          ),
        ),
      ),
      people: people.slice(0, 3).map((p) => asked(p)),
    };
  }),
  story("formulas join the name and look up the operator", 3, (people) => ({
    mail: withFile(
      file(
        "personel.xlsx",
        excel({
          name: "P",
          rows: [
            ["Personel Adı Soyadı", "Kimlik No", "Cep Telefonu", "Operatörü", "Doğum Tarihi"],
            ...people.map((p, at) => [
              { formula: `A${at}&" "&B${at}`, value: p.name },
              { formula: `VALUE(X${at})`, value: Number(p.nationalId) },
              p.spoken,
              { formula: "VLOOKUP(1,2,3)", value: "Türk Telekom" },
              { raw: "29221" },
            ]),
          ],
        }),
      ),
    ),
    people: people.map((p) => asked(p, { operator: "turkTelekom" })),
  })),
  story("two header rows, the upper one merged", 2, (people) => ({
    mail: withFile(
      file(
        "liste.xlsx",
        excel({
          name: "S",
          rows: [
            ["Sıra", "Personel Bilgileri", undefined, undefined, "İletişim", undefined],
            [undefined, "Adı Soyadı", "TC Kimlik No", "Sicil No", "Cep Telefonu", "E-posta"],
            ...people.map((p, at) => [at + 1, p.name, p.nationalId, Number(p.registryNumber), bare(p.phone), p.email]),
          ],
          merged: ["B1:D1", "E1:F1", "A1:A2"],
        }),
      ),
    ),
    people: people.map((p) => asked(p, { registryNumber: p.registryNumber, email: p.email })),
  })),
  story("unit merged over its rows", 3, (people) => ({
    mail: withFile(
      file(
        "birim.xlsx",
        excel({
          name: "S",
          rows: [
            ["Birimi", "Adı Soyadı", "TC", "Cep"],
            ...people.map((p, at) => [
              at ? undefined : "Çankırı İl Tarım ve Orman Müdürlüğü",
              p.name,
              p.nationalId,
              p.spoken,
            ]),
          ],
          merged: ["A2:A4"],
        }),
      ),
    ),
    people: people.map((p) => asked(p, { unit: "Çankırı İl Tarım ve Orman Müdürlüğü", province: "Çankırı" })),
  })),
  story("semicolons in windows-1254", 3, (people) => ({
    mail: withFile(
      file(
        "personel.csv",
        windows1254(
          `Adı Soyadı;T.C. Kimlik No;Cep Telefonu;İli\r\n${people.map((p) => `${p.name};${p.nationalId};${p.spoken};Muğla`).join("\r\n")}\r\n`,
        ),
      ),
    ),
    people: people.map((p) => asked(p, { province: "Muğla" })),
  })),
  story("commas and quotes in UTF-8", 3, (people) => ({
    mail: withFile(
      file(
        "list.csv",
        utf8(
          `"Soyadı, Adı","TCKN","Telefon","Birim"\n${people.map((p) => `"${upper(surname(p))}, ${given(p)}","${p.nationalId}","${p.spoken}","Bartın Valiliği, Yazı İşleri"`).join("\n")}`,
        ),
      ),
    ),
    people: people.map((p) =>
      asked(p, { name: `${given(p)} ${upper(surname(p))}`, unit: "Bartın Valiliği, Yazı İşleri", province: "Bartın" }),
    ),
  })),
  story("tabs in UTF-16, a text file", 2, (people) => ({
    mail: withFile(
      file(
        "talep.txt",
        utf16(
          `Sicil No\tAd Soyad\tKimlik No\tGSM No\tOperatör\r\n${people.map((p) => `${p.registryNumber}\t${p.name}\t${p.nationalId}\t${spelt(p, "##########")}\tVodafone`).join("\r\n")}`,
        ),
      ),
    ),
    people: people.map((p) => asked(p, { registryNumber: p.registryNumber, operator: "vodafone" })),
  })),
  story("a csv of an id in scientific notation is asked again", 1, ([p]) => ({
    mail: withFile(file("liste.csv", utf8(`Ad Soyad;TC;Telefon\n${p!.name};1,00E+10;${p!.spoken}`))),
    people: [asked(p!, { nationalId: "1,00E+10" })],
  })),
  story("a list of twelve, two ids wrong", 12, (people) => {
    const id = (p: (typeof people)[number], at: number) => (at === 4 || at === 9 ? wrongId(p) : p.nationalId);
    return {
      mail: withFile(
        file(
          "12 kişi.xlsx",
          excel({
            name: "Sayfa1",
            rows: [
              ["No", "İsim Soyisim", "TC Kimlik No", "Cep No", "Operatör"],
              ...people.map((p, at) => [at + 1, p.name, Number(id(p, at)), p.spoken, "Turkcell"]),
            ],
          }),
        ),
      ),
      people: people.map((p, at) => asked(p, { nationalId: id(p, at), operator: "turkcell" })),
    };
  }),
  story("a form in a workbook, labels in the first column", 1, ([p]) => ({
    mail: withFile(
      file(
        "Başvuru Formu.xlsx",
        excel({
          name: "Form",
          rows: [
            ["MOBİL İMZA BAŞVURU FORMU"],
            ["Adı", given(p!)],
            ["Soyadı", surname(p!)],
            ["T.C. Kimlik No", Number(p!.nationalId)],
            ["Sicil No", Number(p!.registryNumber)],
            ["Görev Yeri", "Karaman Valiliği"],
            ["Cep Telefonu", bare(p!.phone)],
            ["Operatör", "Turkcell"],
            ["E-posta", p!.email],
          ],
          merged: ["A1:B1"],
        }),
      ),
    ),
    people: [
      asked(p!, {
        registryNumber: p!.registryNumber,
        unit: "Karaman Valiliği",
        province: "Karaman",
        operator: "turkcell",
        email: p!.email,
      }),
    ],
  })),
  story("line changes in a workbook", 2, (people) => ({
    mail: {
      ...mail("Hat değişiklikleri", "Hat değişikliği yapan personelimizin listesi ektedir.", {
        attachments: [
          file(
            "hat.xlsx",
            excel({
              name: "S",
              rows: [
                ["Adı Soyadı", "T.C.", "Eski Telefon No", "Yeni Telefon No", "Yeni Operatör"],
                ...people.map((p, at) => [p.name, Number(p.nationalId), 5061112230 + at, bare(p.phone), "Vodafone"]),
              ],
            }),
          ),
        ],
      }),
    },
    people: people.map((p) => of("lineChange", p, { operator: "vodafone" })),
  })),
  story("the project lead and the line type are columns", 2, (people) => ({
    mail: withFile(
      file(
        "il.xlsx",
        excel({
          name: "S",
          rows: [
            ["İL", "PROJE SORUMLUSU", "PERSONEL AD SOYAD", "TC NO", "TELEFON", "FATURALI/FATURASIZ", "MAİL ADRESİ"],
            ...people.map((p, at) => [
              at ? "AĞRI" : "KARS",
              "Ufuk Tanyeri",
              p.name,
              p.nationalId,
              p.spoken,
              at ? "Faturasız" : "Faturalı",
              p.email,
            ]),
          ],
        }),
      ),
    ),
    people: people.map((p, at) =>
      asked(p, {
        province: at ? "Ağrı" : "Kars",
        projectLead: "Ufuk Tanyeri",
        lineType: at ? "prepaid" : "postpaid",
        email: p.email,
      }),
    ),
  })),
  story("the same people in the mail and in the file are one entry each", 2, (people) => ({
    mail: mail(
      "mobil imza",
      `${people.map((p) => `${p.name} - ${p.nationalId}`).join("\n")}\n\nCep telefonları ekteki listededir.`,
      {
        attachments: [
          file("telefonlar.csv", utf8(`TC;Telefon\n${people.map((p) => `${p.nationalId};${p.spoken}`).join("\n")}`)),
        ],
      },
    ),
    people: people.map((p) => asked(p)),
  })),
  story("no header at all", 3, (people) => ({
    mail: withFile(
      file(
        "a.xlsx",
        excel({ name: "S", rows: people.map((p) => [p.name, Number(p.nationalId), p.spoken, "Turkcell", p.email]) }),
      ),
    ),
    people: people.map((p) => asked(p, { operator: "turkcell", email: p.email })),
  })),
  story("a person's own list row with the lead's own row", 2, ([p, q]) => ({
    mail: withFile(
      file(
        "l.xlsx",
        excel({
          name: "S",
          rows: [
            ["Adı Soyadı", "TC Kimlik", "Gsm", "Mail"],
            [LEAD.name, q!.nationalId, q!.spoken, LEAD.email],
            [p!.name, p!.nationalId, p!.spoken, p!.email],
          ],
        }),
      ),
    ),
    people: [
      {
        kind: "newApplication",
        name: LEAD.name,
        nationalId: q!.nationalId,
        phone: q!.phone,
        email: LEAD.email,
      },
      asked(p!, { email: p!.email }),
    ],
  })),
];
