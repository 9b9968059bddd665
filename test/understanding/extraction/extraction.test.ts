import { createRequestExtractor } from "../../../src/understanding/extraction/extract-requests.ts";
import { DEVELOPMENT_MAILS } from "./development-mails.ts";
import { scoreExtraction } from "./score.ts";

const extractor = createRequestExtractor("knowledge");

test.each(DEVELOPMENT_MAILS.map((mail) => [mail.name, mail] as const))("%s", async (_name, mail) => {
  expect((await scoreExtraction(extractor, [mail])).differences).toEqual([]);
});

test.each(["|a|b|c|\n", "|--|--|\n", "a;b;c\n", "ıİ", "Çorum-", "10000000146|Ali Veli\nx\n"])(
  "half a megabyte of %j is read without a stall",
  async (piece) => {
    const { people } = await extractor.extract({ subject: "Liste", text: piece.repeat(500_000 / piece.length) });
    expect(people.length).toBeLessThanOrEqual(1);
  },
);

test("a heading and its rows are found after many lines that are parted alike and are no table", async () => {
  const before = "not | ek | tarih |\n".repeat(100);
  const text = `${before}\nAd Soyad | T.C. Kimlik No | Cep\nAyşe Yılmaz | 10000000146 | 0532 123 45 67\n`;
  const { people } = await extractor.extract({ subject: "Mobil imza başvurusu", text });
  expect(people.map(({ fields }) => [fields.name?.value, fields.nationalId?.value])).toEqual([
    ["Ayşe Yılmaz", "10000000146"],
  ]);
});
