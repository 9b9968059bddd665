import { nameParts } from "../../src/core/name-parts.ts";

const NAME = "C=TR\nO=Kamu SM\\, A.Ş.\nCN=Elif Kara + emailAddress=elif@valilik.example\nCN=E\\+K\\0Aİmza";

test.each([
  ["O", ["Kamu SM, A.Ş."]],
  ["CN", ["Elif Kara", "E+K\nİmza"]],
  ["emailAddress", ["elif@valilik.example"]],
  ["OU", []],
])("of a certificate's name, %s is read as it was written", (attribute, parts) => {
  expect(nameParts(NAME, attribute)).toEqual(parts);
});

test("a name that is empty has no parts", () => {
  expect(nameParts(undefined, "CN")).toEqual([]);
});
