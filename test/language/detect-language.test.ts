import { detectLanguage, languageOf, settlesLanguage } from "../../src/language/detect-language.ts";

test.each([
  ["ok", undefined],
  ["form", undefined],
  ["form gelmedi", undefined],
  ["which form do I need", "en"],
  ["mobil imza ücreti", "tr"],
  ["Merhaba, what is mobil imza?", "en"],
])("“%s” is %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

describe("a word or two", () => {
  test.each([
    ["ok thanks", "tr"],
    ["status", "tr"],
    ["teşekkürler", "en"],
    ["tamam", "en"],
  ] as const)("“%s” does not turn a conversation in %s", (text, language) => {
    expect(languageOf(text, { language, isLanguageSettled: true })).toBe(language);
  });

  test("tells the language where nothing else did", () => {
    expect(languageOf("thanks", {})).toBe("en");
    expect(languageOf("ücret", { language: "en" })).toBe("tr");
    expect(settlesLanguage("hello there")).toBe(false);
  });
});

test("a sentence turns it", () => {
  expect(languageOf("who pays for the certificate", { language: "tr", isLanguageSettled: true })).toBe("en");
  expect(settlesLanguage("who pays for it")).toBe(true);
});
