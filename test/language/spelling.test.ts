import { SpellingCorrector } from "../../src/language/spelling.ts";
import { StemTable } from "../../src/language/stem-table.ts";

const WORDS = ["basvuru", "sertifika", "fatura", "operator"];
const corrector = new SpellingCorrector(new Map(WORDS.map((word) => [word, 1])), () => 0);

test.each([
  ["basvruu", "basvuru"],
  ["srtfk", "sertifika"],
  ["operatoor", "operator"],
])("%s is %s", (form, word) => {
  expect(corrector.correct(form)).toBe(word);
});

/** Milliseconds of work on what stands in one mail. */
function cost(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

test("a word without end, as encoded files leave them in mails, costs no more than ordinary words of as many letters", () => {
  const stems = new StemTable();
  for (const word of WORDS) stems.add(word);
  const look = (word: string) => [corrector.correct(word), stems.stemsOf(word)];
  const long = "abcdefgh".repeat(125);
  const ordinary = Array.from({ length: 125 }, (_, index) => `sertfk${index}`);
  const many = cost(() => ordinary.map(look));
  expect(cost(() => look(long))).toBeLessThan(many + 5);
  expect(look(long)).toEqual([undefined, []]);
});
