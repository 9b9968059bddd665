import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { loadDistricts } from "../../../src/understanding/extraction/districts.ts";
import { createRequestExtractor } from "../../../src/understanding/extraction/extract-requests.ts";
import { loadRequestWords } from "../../../src/understanding/extraction/request-words.ts";

const { districts } = parse(readFileSync("knowledge/requests/districts.yaml", "utf8")) as {
  readonly districts: Readonly<Record<string, readonly (string | readonly string[])[]>>;
};

test("all 973 districts stand under the 81 provinces", () => {
  const { provinceOf } = loadRequestWords("knowledge");
  const provinces = Object.keys(districts);
  expect([provinces.length, Object.values(districts).flat().length]).toEqual([81, 973]);
  expect(provinces.filter((province) => provinceOf(province) !== province)).toEqual([]);
});

test.each([
  ["POLATLI", ["Ankara"]],
  ["Kâhta", ["Adıyaman"]],
  ["Eyüp", ["İstanbul"]],
  ["edremit", ["Balıkesir", "Van"]],
  ["Köprübaşı", ["Manisa", "Trabzon"]],
  ["Polatlı Kaymakamlığı", []],
])("%s is a district of %j", (name, provinces) => {
  expect(loadDistricts("knowledge").provincesOf(name)).toEqual(provinces);
});

test("a province that only follows from a district says where from, and is less sure than one that is said", async () => {
  const { extract } = createRequestExtractor("knowledge");
  const text =
    "Ad Soyad\tTC\tBirim\tİl\nAyşe Yılmaz\t10000000146\tPolatlı Kaymakamlığı\t\nAli Kaya\t20000000046\tNüfus\tSivas";
  const { people } = await extract({ subject: "Mobil imza", text });
  const [concluded, said] = people.map(({ fields }) => fields.province);
  expect(concluded).toMatchObject({
    value: "Ankara",
    source: { kind: "table", quote: "Polatlı Kaymakamlığı", place: "satır 2", isConcluded: true },
  });
  expect(said?.source.isConcluded).toBeUndefined();
  expect(concluded?.confidence).toBeLessThan(0.7);
  expect(said?.confidence).toBeGreaterThan(0.9);
});
