import { fold, isSameText } from "../../src/language/fold.ts";
import { queryTerms, searchTerms } from "../../src/language/search-terms.ts";
import { stem } from "../../src/language/stem.ts";
import { asciiLower, lower } from "../../src/language/turkish-case.ts";
import { inTurkishOrder } from "../../src/language/turkish-order.ts";

test.each([
  ["İPTAL", "iptal"],
  ["ISI", "ısı"],
  ["ŞİKÂYET", "şikâyet"],
  ["I\u0307ptal", "iptal"],
])("lower(%s) is %s", (text, expected) => {
  expect(lower(text)).toBe(expected);
});

test("asciiLower touches A–Z alone", () => {
  expect(asciiLower("AUTO-SUBMITTED: İŞ LIST")).toBe("auto-submitted: İŞ list");
});

test.each(["ŞEFLİĞİ", "şefliği", "sefligi", "şefliği".normalize("NFD"), "SEFLIGI", "Şefliğı"])(
  "fold(%s) is sefligi",
  (text) => {
    expect(fold(text)).toBe("sefligi");
  },
);

test("the same text is recognised whatever its case, marks and spacing", () => {
  expect(isSameText("Sertifika ücreti?", "SERTİFİKA  UCRETI")).toBe(true);
  expect(isSameText("Sertifika ücreti", "Sertifika süresi")).toBe(false);
});

test.each([
  ["sertifikalarimizin", "sertifikasi"],
  ["basvurularin", "basvurumuz"],
  ["sefligine", "seflik"],
  ["formlarini", "formdan"],
])("%s and %s share a stem", (a, b) => {
  expect(stem(a)).toBe(stem(b));
});

function finds(query: string, text: string): boolean {
  const indexed = new Set(searchTerms(text));
  return queryTerms(query).every((alternatives) => alternatives.some((term) => indexed.has(term)));
}

test.each([
  ["kart", "SIM kartım değişti"],
  ["değişti", "SIM kartım değişmedi"],
  ["imza", "mobil imzam çalışmıyor"],
  ["gerektiğini", "ne gerek"],
  ["başladığı", "işe başladık"],
  ["güncellenmes", "kaydın güncellenmesini"],
  ["güncellenmesini", "kaydın güncellenmesi"],
])("a search for %s finds it in any of its forms: %s", (query, text) => {
  expect(finds(query, text)).toBe(true);
});

test("a word of a text is one term, and a long one two", () => {
  expect(searchTerms("Müdürlüğümüzdeki SIM kartımı")).toEqual(["mudurluk", "mudurlugumuz", "sim", "kart"]);
});

test("names stand in the order of the Turkish alphabet", () => {
  const names = ["Yönetici", "İlknur", "Çağrı", "Işıl", "Zeki", "Bülent", "Şule", "Cem", "Özge"];
  expect(names.sort(inTurkishOrder)).toEqual([
    "Bülent",
    "Cem",
    "Çağrı",
    "Işıl",
    "İlknur",
    "Özge",
    "Şule",
    "Yönetici",
    "Zeki",
  ]);
});
