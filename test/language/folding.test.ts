import { fold, isSameText } from "../../src/language/fold.ts";
import { searchTerms } from "../../src/language/search-terms.ts";
import { stem } from "../../src/language/stem.ts";
import { asciiLower, lower } from "../../src/language/turkish-case.ts";

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

test("a search finds a word in any of its forms", () => {
  const indexed = new Set(searchTerms("SIM kartım değişti, mobil imzam çalışmıyor"));
  for (const term of ["kart", "degisti", "imza"]) expect(searchTerms(term).some((t) => indexed.has(t))).toBe(true);
});
