import { createNameEraser, createNameFinder } from "../../src/language/named-in.ts";

const names = ["hale.sorumlu@kurum.example", "Hale Işık"];
const erase = createNameEraser(names, "[silindi]");

test.each([
  ["Hale Işık'ın listesi", "[silindi]'ın listesi"],
  ["HALE  IŞIK: 0532", "[silindi]: 0532"],
  ["gönderen hale isik, Hale Işıktan", "gönderen [silindi], [silindi]"],
  ["Hale Işık Hale Işık", "[silindi] [silindi]"],
  ["(Hale.Sorumlu@Kurum.example)", "([silindi])"],
  ["Şule Demir\nHale Işık\nAnkara", "Şule Demir\n[silindi]\nAnkara"],
  ["Mahale Işık ve Hale Işıklar", "Mahale Işık ve Hale Işıklar"],
  ["uzak.hale.sorumlu@kurum.example", "uzak.hale.sorumlu@kurum.example"],
  ["uzak-hale.isik@kurum.example", "uzak-hale.isik@kurum.example"],
  ["hale.sorumlu@kurum.example.tr", "hale.sorumlu@kurum.example.tr"],
  ["hale.sorumlu@kurum.example.Sonra", "[silindi].Sonra"],
  ["Bilgi.Hale Işık", "Bilgi.[silindi]"],
  ["— !", "— !"],
  ["", ""],
])("the name goes out of %j and nothing else", (text, left) => {
  expect(erase(text)).toBe(left);
  expect(createNameFinder(names)(text)).toBe(text !== left);
});

test("without a name nothing goes", () => {
  expect(createNameEraser(["", "…"], "x")("metin")).toBe("metin");
});
