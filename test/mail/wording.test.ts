import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readMailWording, WordingError } from "../../src/mail/wording.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wording-"));
  await cp(resolve("knowledge", "mail"), join(folder, "mail"), { recursive: true });
  await cp(resolve("knowledge", "facts.yaml"), join(folder, "facts.yaml"));
});
afterEach(() => rm(folder, { recursive: true }));

const change = async (name: string, edit: (text: string) => string) => {
  const file = join(folder, "mail", `${name}.md`);
  await writeFile(file, edit(await readFile(file, "utf8")));
};

test("every mail is worded in Turkish and English, with values and facts filled in", () => {
  const wording = readMailWording(folder);
  const values = { number: "MI-2026-000001", subject: "Ücret" };
  expect(wording.say("acknowledgement", "tr", values)).toContain("MI-2026-000001 numarasıyla kaydedildi");
  expect(wording.say("acknowledgement", "en", values)).toContain("recorded under the number MI-2026-000001");
  const signature = wording.say("signature", "tr", {});
  expect(signature).toContain("(312) 397 84 13");
  expect(signature).not.toMatch(/[{}#]/);
});

test("a value is never read as a placeholder itself", () => {
  const said = readMailWording(folder).say("acknowledgement", "tr", {
    number: "1",
    subject: "{{number}} {{officePhone}} $& $1",
  });
  expect(said).toContain("Konu: {{number}} {{officePhone}} $& $1");
});

test.each([
  [
    "a placeholder nobody fills",
    (text: string) => text.replace("{{number}}", "{{numara}}"),
    /acknowledgement\.md:8: \{\{numara\}\}/,
  ],
  ["a language left out", (text: string) => text.replace("# en", "## en"), /acknowledgement\.md: "# en"/],
  ["an empty section", (text: string) => text.slice(0, text.indexOf("# en") + 4), /acknowledgement\.md:\d+: "# en"/],
])("an editor's slip is named with file and line: %s", async (_what, edit, message) => {
  await change("acknowledgement", edit);
  expect(() => readMailWording(folder)).toThrow(message);
  expect(() => readMailWording(folder)).toThrow(WordingError);
});

test("a file removed is named", async () => {
  await rm(join(folder, "mail", "signature.md"));
  expect(() => readMailWording(folder)).toThrow(/signature\.md/);
});
