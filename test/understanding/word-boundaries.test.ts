import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import { buildModel } from "../../src/understanding/model.ts";

const { analyser } = buildModel(loadKnowledge("knowledge"));
const formsOf = (text: string) => analyser.read(text).map(({ form }) => form);

test.each([
  ["çağ rı mer ke zi", "cagri merkezi"],
  ["ev rak la rı ne reye", "evraklari nereye"],
  ["numa ra mı de ğiş tir sem", "numara mi degistirsem"],
])("torn words are read whole: %s", (text, meant) => {
  expect(formsOf(text).join(" ")).toBe(meant);
});

test.each([
  ["talepsayfası nerede", "talep sayfasi nerede"],
  ["projesorumlusu kim", "proje sorumlusu kim"],
  ["hattıdeğiştirincemobilimzakullanılıyormu", "hatti degistirince mobilimza kullaniliyormu"],
])("words run together are read apart: %s", (text, meant) => {
  expect(formsOf(text).join(" ")).toBe(meant);
});

test.each([
  "hangi yazılım bu",
  "bi rakam söyle",
  "da taşınır mı",
  "I take a letter",
  "muhasebeye sor",
  "sözleşmenin süresi",
])("words that stand well are left as they are: %s", (text) => {
  expect(analyser.read(text).map((token) => token.text)).toEqual(text.split(" "));
});

test("a part of a glued word knows its place in the text", () => {
  const text = "Şu talepsayfası";
  expect(analyser.read(text).map(({ start, end }) => text.slice(start, end))).toEqual(["Şu", "talep", "sayfası"]);
});
