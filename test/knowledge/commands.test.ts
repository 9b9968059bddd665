import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportKnowledge, importKnowledge, tuneKnowledge } from "../../src/knowledge-commands.ts";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { withOffice } from "../support/office.ts";
import { withFolder } from "./desk-support.ts";

jest.setTimeout(240_000);

const office = withOffice();
const small = withFolder();
const folder = mkdtempSync(join(tmpdir(), "bilgi-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file below a folder, by its path in it. */
function contents(root: string): Map<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(root, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(root, path), "latin1")]));
}

function edit(id: string, change: (text: string) => string): void {
  const path = join(folder, "entries", `${id}.md`);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

const bringIn = (force = false) => importKnowledge(office, { folder, force, log: quietLog });

test("what is exported and imported again is the same, byte for byte, and nothing is published by it", async () => {
  expect(await exportKnowledge(office, folder)).toMatchObject({ written: [], removed: [] });
  expect(contents(folder)).toEqual(contents("knowledge"));
  expect((await bringIn()).changed).toEqual([]);
  expect(await office.store.knowledge.revision()).toBe(1);
});

test("an edited file is published by an import and exported as it was written", async () => {
  edit("contact", (text) =>
    text.replace("questions:\n  tr:\n", "questions:\n  tr:\n    - 'Zambak işini kime sorarım?' # elle\n"),
  );
  expect((await bringIn()).changed).toEqual(["contact"]);
  const edited = contents(join(folder, "entries"));
  const other = `${folder}-2`;
  await exportKnowledge(office, other);
  expect(contents(join(other, "entries"))).toEqual(edited);
  rmSync(other, { recursive: true });
});

test("an import that would take a known question its answer publishes nothing, unless it is forced", async () => {
  const text = "irtibat bilgileriniz acaba nedir";
  await office.store.knowledge.confirm({ id: text, text, entry: "contact", by: "Ayşe", at: office.clock.now() });
  const path = join(folder, "entries", "hirsiz.md");
  const { written } = loadKnowledge(folder);
  const source = readFileSync(
    join(folder, "entries", `${written.find(({ kind }) => kind === "unknown")?.id}.md`),
    "utf8",
  );
  writeFileSync(
    path,
    source
      .replace(/^id: .*$/m, "id: hirsiz")
      .replace(/^patterns:\n(?: {2}- .*\n)*/m, 'patterns:\n  - "irtibat acaba"\n')
      .replace(/^questions:\n(?: {2}.*\n)*/m, `questions:\n  tr:\n    - "${text}"\n  en: []\n`),
  );
  const refused = await bringIn();
  expect(refused.changed).toEqual([]);
  expect(refused.gate.failures).toContainEqual(expect.objectContaining({ text, entry: "contact" }));
  expect(await office.store.knowledge.byId("hirsiz")).toBeUndefined();
  expect((await bringIn(true)).changed).toEqual(["hirsiz"]);
});

test("an entry that needs what the product does not have is refused with its place", async () => {
  const facts = join(folder, "facts.yaml");
  writeFileSync(facts, `${readFileSync(facts, "utf8")}\nnewValue: 5 TL\n`);
  edit("contact", (text) => `${text}\n{{newValue}}\n`);
  await expect(bringIn()).rejects.toThrow(/contact: answer\.en: .*newValue/);
});

test("tuning writes the thresholds it found and keeps the comments of the file", () => {
  const examples = join(small, "examples");
  for (const name of readdirSync(examples))
    if (!["field.tsv", "story.tsv"].includes(name)) rmSync(join(examples, name));
  const path = join(small, "thresholds.yaml");
  const before = readFileSync(path, "utf8").replace(/^margin: .*$/m, "margin: 0.5");
  writeFileSync(path, before);
  const { before: was, after, thresholds } = tuneKnowledge(small, () => undefined);
  expect(after.asked).toBe(was.asked);
  expect(loadKnowledge(small).thresholds).toEqual(thresholds);
  expect(readFileSync(path, "utf8").split("\n")[0]).toBe(before.split("\n")[0]);
});
