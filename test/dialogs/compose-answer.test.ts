import { composeAnswer } from "../../dialogs/compose-answer.ts";
import { textsOf } from "../../dialogs/texts/texts-of.ts";
import { openKnowledge } from "../../src/live-knowledge.ts";

const knowledge = openKnowledge("knowledge");
const understander = knowledge.understander();
const compose = (text: string) => {
  const understanding = understander.understand(text, { today: "2026-11-23" });
  const texts = textsOf(understanding.language);
  return composeAnswer({ understanding, entries: understander.entries, texts, contact: knowledge.contact() });
};

test("an answer stands with its source, once", () => {
  const { text, outcome, entries, citations } = compose("Sertifika bedeli ne kadar?");
  expect(outcome).toBe("answer");
  expect(entries).toEqual(["certificate-fee"]);
  expect(text).toContain("76,70 TL");
  expect(text.match(/Kaynak:/g)).toHaveLength(1);
  expect(citations).toMatchObject([{ title: "Mobil İmza Bilgi Notu (Taşra)" }]);
});

test("a page named in the answer becomes a link of its card", () => {
  const { card } = compose("Mobil imza başvuru sayfasının adresi nedir?");
  expect(card).toMatchObject({
    kind: "answer",
    links: [{ url: "https://www.e-icisleri.gov.tr/MobilImza/BIDMobilImzaTalep.aspx" }],
  });
});

test("two questions are answered in order under one source", () => {
  const { text, outcome, entries } = compose("Turkcell faturalıda aylık ücret ne kadar ve sertifika kaç yıl geçerli?");
  expect(outcome).toBe("answer");
  expect(entries).toEqual(["monthly-fee", "certificate-validity"]);
  expect(text.indexOf("4 TL")).toBeLessThan(text.indexOf("3 (üç) yıl"));
  expect(text.match(/Kaynak:/g)).toHaveLength(1);
});

test("what is not known is said plainly, with the ways to a person and the offer of a ticket", () => {
  const { text, outcome, suggestions } = compose("Mobil imza yurt dışında çalışır mı?");
  expect(outcome).toBe("unknown");
  expect(text).toContain("bilgi notunda yer almıyor");
  expect(text).toContain(knowledge.contact().mail);
  expect(text).not.toContain("Kaynak:");
  expect(suggestions).toContainEqual({ title: "Destek talebi aç", value: "Destek talebi aç" });
});

test("what is not known is said with near facts to choose from and the way to a person", () => {
  const understanding = understander.understand("Mobil imza yurt dışında çalışır mı?", { today: "2026-11-23" });
  const [clause] = understanding.clauses;
  const choices = [{ entry: "line-change", text: "Numaram değişirse mobil imza çalışır mı?" }];
  const { text, outcome, suggestions } = composeAnswer({
    understanding: { ...understanding, clauses: [{ ...clause!, outcome: "clarify", choices }] },
    entries: understander.entries,
    texts: textsOf("tr"),
    contact: knowledge.contact(),
  });
  expect(outcome).toBe("clarify");
  expect(text).toMatch(/yer almıyor[\s\S]*Belki bunlardan birini soruyorsunuz:[\s\S]*- Numaram değişirse/u);
  expect(suggestions?.map(({ value }) => value)).toEqual([choices[0]?.text, "Destek talebi aç"]);
});

test("an ambiguous question is asked back with choices", () => {
  const { outcome, suggestions, text } = compose("Ücreti ne kadar?");
  expect(outcome).toBe("clarify");
  expect(text).toContain("hangi");
  expect(suggestions?.length).toBeGreaterThanOrEqual(2);
});

test("English is answered in English", () => {
  const { text, outcome } = compose("How much is the certificate fee?");
  expect(outcome).toBe("answer");
  expect(text).toContain("76,70 TL");
  expect(text).toContain("Source: ");
});
