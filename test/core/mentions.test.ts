import { mentionsIn, noteParts } from "../../src/core/mentions.ts";

const MEMBERS = [
  { id: "1", name: "Ali" },
  { id: "2", name: "Ali Demir" },
  { id: "3", name: "Gülşen Işık" },
];

test("of two names the longer one is meant, and each colleague is named once", () => {
  expect(mentionsIn("@Ali Demir ve @Gülşen Işık, @Ali Demir'e sorun.", MEMBERS)).toEqual(["2", "3"]);
  expect(mentionsIn("(@Ali)", MEMBERS)).toEqual(["1"]);
});

test("an address, a longer word and a stranger name nobody", () => {
  expect(mentionsIn("posta@Ali @Aliye @Veli", MEMBERS)).toEqual([]);
});

test("the parts of a note give it back whole", () => {
  const text = "Bakın: @Gülşen Işık, @Ali @Veli.";
  const parts = noteParts(text, MEMBERS);
  expect(parts.map((part) => part.text).join("")).toBe(text);
  expect(parts.flatMap(({ member }) => member?.id ?? [])).toEqual(["3", "1"]);
});
