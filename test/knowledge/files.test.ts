import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bringFilesIn, type EntryText, importFiles } from "../../src/knowledge/bring-files-in.ts";
import { draftWithQuestion } from "../../src/knowledge/draft-entry.ts";
import { exportedFiles } from "../../src/knowledge/export-files.ts";
import { publishEntry } from "../../src/knowledge/publish-entry.ts";
import { entryTexts } from "../../src/live-knowledge.ts";
import { parseEntryFile } from "../../src/understanding/entry-file.ts";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import { AGENT, anotherProcess, withKnowledge } from "./desk-support.ts";

const knowledge = withKnowledge();
const { folder } = knowledge;

const files = () => entryTexts(folder, loadKnowledge(folder));
const store = () => knowledge.office.store.knowledge;

/** Changes one file as an upgrade of the product would. */
function edit(id: string, from: string, to: string): void {
  const path = join(folder, "entries", `${id}.md`);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replaceAll(from, to));
}

test("what was not changed is exported byte for byte", async () => {
  const exported = new Map(exportedFiles(await store().all()).map(({ name, text }) => [name, text]));
  const names = readdirSync(join(folder, "entries")).filter((name) => name.endsWith(".md"));
  expect([...exported.keys()].sort()).toEqual(names.sort());
  for (const name of names) expect(exported.get(name)).toBe(readFileSync(join(folder, "entries", name), "utf8"));
});

test("a start on the same files changes nothing; several first starts at once make one knowledge", async () => {
  const before = await store().revision();
  expect(await bringFilesIn(knowledge.office, files())).toBe(0);
  const added = files().map(({ entry, text }) => renamed({ entry, text }, `${entry.id}-2`));
  const all = [...files(), ...added];
  await Promise.all([1, 2, 3].map(() => bringFilesIn(knowledge.office, all)));
  const records = await store().list();
  expect(new Set(records.map(({ id }) => id)).size).toBe(all.length);
  expect(await store().revision()).toBe(before + 1);
  expect(await bringFilesIn(knowledge.office, files())).toBe(added.length);
  expect((await store().list()).filter(({ published }) => published)).toHaveLength(files().length);
});

function renamed({ entry, text }: EntryText, id: string): EntryText {
  return { entry: { ...entry, id }, text: text.replace(/^id: .*$/m, `id: ${id}`) };
}

test("an upgraded file comes in where staff never published, and stays out where they did", async () => {
  const { version } = await draftWithQuestion(knowledge.desk, {
    entry: "monthly-fee",
    question: "Leylak hattı için aylık kaç lira?",
    language: "tr",
    agent: AGENT,
  });
  await publishEntry(knowledge.desk, { entry: "monthly-fee", version, agent: AGENT });
  edit("monthly-fee", "Faturaya ne kadar ekleniyor?", "Faturaya ne kadar eklenir acaba?");
  edit("contact", "Kime sorabilirim?", "Kime sorayım, kime danışayım?");
  const other = await anotherProcess(knowledge.office, { folder });
  await other.close();

  const [fee, contact] = await Promise.all([store().byId("monthly-fee"), store().byId("contact")]);
  expect(fee?.published?.questions.tr).toContain("Leylak hattı için aylık kaç lira?");
  expect(fee?.published?.questions.tr).toContain("Faturaya ne kadar ekleniyor?");
  expect(contact?.published?.questions.tr).toContain("Kime sorayım, kime danışayım?");
  expect(contact?.history.map(({ kind, version: of }) => [kind, of])).toEqual([
    ["file", 1],
    ["file", 2],
  ]);
});

test("an entry staff changed is exported as a file that says the same, and imports as nothing new", async () => {
  const exported = exportedFiles(await store().all());
  const fee = exported.find(({ name }) => name === "monthly-fee.md");
  const read = parseEntryFile(fee?.text ?? "", "monthly-fee.md");
  expect(read.faults).toEqual([]);
  expect(read.read?.entry.questions.tr).toContain("Leylak hattı için aylık kaç lira?");
  const texts = exported.flatMap(({ name, text }) => {
    const entry = parseEntryFile(text, name).read?.entry;
    return entry ? [{ entry, text }] : [];
  });
  expect(texts).toHaveLength(exported.length);
  expect(await importFiles(knowledge.office, texts, "cli")).toEqual([]);
});

test("an import publishes what differs, and the product's own text makes an entry the product's again", async () => {
  const ids = await importFiles(knowledge.office, files(), "cli");
  expect(ids).toEqual(["monthly-fee"]);
  const fee = await store().byId("monthly-fee");
  expect(fee?.published?.questions.tr).not.toContain("Leylak hattı için aylık kaç lira?");
  expect(fee?.history.at(-1)).toMatchObject({ kind: "imported", by: "cli" });
  expect(fee?.isStaffs).toBe(false);
  const { items } = await knowledge.office.store.events.list({ limit: 1, type: "knowledge.published" });
  expect(items[0]).toMatchObject({ entry: "monthly-fee", actor: { kind: "system" } });
});
