import { REQUEST_FIELDS } from "../../../src/core/request.ts";
import { createRequestExtractor } from "../../../src/understanding/extraction/extract-requests.ts";
import { DESK_MAILS } from "./desk-mails.ts";
import { DEVELOPMENT_MAILS } from "./development-mails.ts";
import { GROUP_MAILS } from "./group-mails.ts";
import { HELD_BACK_MAILS } from "./held-back-mails.ts";
import { INDEPENDENT_MAILS } from "./independent-mails.ts";
import { OFFICE_MAILS } from "./office-mails/mails.ts";
import { PLACE_MAILS } from "./place-mails.ts";
import { precision, recall, scoreExtraction } from "./score.ts";
import { STREET_MAILS } from "./street-mails.ts";
import { WHOSE_MAILS } from "./whose-mails.ts";

const extractor = createRequestExtractor("knowledge");

test.each(
  [...DEVELOPMENT_MAILS, ...PLACE_MAILS, ...GROUP_MAILS, ...WHOSE_MAILS].map((mail) => [mail.name, mail] as const),
)("%s", async (_name, mail) => {
  expect((await scoreExtraction(extractor, [mail])).differences).toEqual([]);
});

test.each([
  "|a|b|c|\n",
  "|--|--|\n",
  "a;b;c\n",
  "ıİ",
  "Çorum-",
  "10000000146|Ali Veli\nx\n",
  "Ali Veli hariç hepsi Turkcell ",
  "mobil imza için kullanacağım numara ",
  "(123456) / ",
  "Ankara\n\nÇorum\n\n",
  "Turkcell kullananlar:\n",
  "Polatlı Kaymakamlığı / ",
  "(Ali Veli\n",
  "Ali'nin hattı Turkcell, ",
  "birincisi Turkcell, ",
  "Biirmi: Teelfon: ",
  "Biirmi: x\n",
  "Çorum Valiliğinden Ali Veli ",
  "Çorum Valiliği\n",
  "10000000146 olarak yazılmış ",
  "faturalı mı, faturasız mı ",
  "I work at the Antalya ",
  "0 5 3 2 ",
  "İptal edilecek\n",
])("half a megabyte of %j is read without a stall", async (piece) => {
  const { people } = await extractor.extract({ subject: "Liste", text: piece.repeat(500_000 / piece.length) });
  expect(people.length).toBeLessThanOrEqual(1);
});

test("a heading and its rows are found after many lines that are parted alike and are no table", async () => {
  const before = "not | ek | tarih |\n".repeat(100);
  const text = `${before}\nAd Soyad | T.C. Kimlik No | Cep\nAyşe Yılmaz | 10000000146 | 0532 123 45 67\n`;
  const { people } = await extractor.extract({ subject: "Mobil imza başvurusu", text });
  expect(people.map(({ fields }) => [fields.name?.value, fields.nationalId?.value])).toEqual([
    ["Ayşe Yılmaz", "10000000146"],
  ]);
});

test.each([
  ["held-back", HELD_BACK_MAILS, 0.97],
  ["office", OFFICE_MAILS, 0.97],
  ["independent", INDEPENDENT_MAILS, 0.97],
  ["street", STREET_MAILS, 0.97],
  ["desk", DESK_MAILS, 0.97],
] as const)(
  "people and every field of the %s mails are read at least as well as they were",
  async (_name, mails, floor) => {
    const { people, kind, fields } = await scoreExtraction(extractor, mails);
    const scores = [
      ["people", people],
      ["kind", kind],
      ...REQUEST_FIELDS.map((field) => [field, fields[field]] as const),
    ] as const;
    const below = scores.filter(([, score]) => Math.min(precision(score), recall(score)) < floor);
    expect(below).toEqual([]);
  },
);
