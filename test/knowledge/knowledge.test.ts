import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatEntryFile, parseEntryFile } from "../../src/understanding/entry-file.ts";
import { KnowledgeFaultsError } from "../../src/understanding/knowledge-faults.ts";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import { buildUnderstanding } from "../../src/understanding/understand.ts";

const knowledge = loadKnowledge("knowledge");
const understander = buildUnderstanding(knowledge);

test.each(knowledge.entries.map((entry) => [entry.id, entry] as const))(
  "%s is found by each of its own questions",
  (id, entry) => {
    for (const text of [entry.title.tr, entry.title.en, ...entry.questions.tr, ...entry.questions.en]) {
      const { clauses } = understander.understand(text, { today: "2026-01-15" });
      expect([text, clauses.map((clause) => clause.entry)]).toEqual([text, [id]]);
    }
  },
);

test("every refusal says so plainly and names the way to a person", () => {
  for (const { kind, answer } of knowledge.entries) {
    if (kind !== "unknown") continue;
    expect(answer.tr).toMatch(/bilgi notunda yer almıyor/);
    expect(answer.en).toMatch(/not stated in the memo/);
    for (const text of [answer.tr, answer.en]) expect(text).toContain("e-imza@icisleri.gov.tr");
  }
});

test("no placeholder is left in an answer", () => {
  for (const { answer } of knowledge.entries) expect(`${answer.tr}${answer.en}`).not.toMatch(/\{\{|\}\}/);
});

test("numbers, addresses and phones stand once, in facts.yaml", () => {
  for (const { id, answer } of knowledge.written) {
    expect([id, `${answer.tr} ${answer.en}`]).toEqual([
      id,
      expect.not.stringMatching(/https?:|\d{3} \d{2} \d{2}|@icisleri|\d ?TL|76,70/),
    ]);
  }
});

test("an entry is written back as it was read", () => {
  for (const entry of knowledge.written) {
    expect(parseEntryFile(formatEntryFile(entry), `entries/${entry.id}.md`).read?.entry).toEqual(entry);
  }
});

describe("an editor's slips", () => {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  beforeAll(() => cpSync("knowledge", folder, { recursive: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("are all told at once, with file and line", () => {
    const change = (name: string, from: string | RegExp, to: string): void => {
      const path = join(folder, name);
      const text = readFileSync(path, "utf8");
      expect(text).toMatch(from);
      writeFileSync(path, text.replace(from, to));
    };
    change("entries/apply.md", "category: application", "category: aplication");
    change("entries/abroad.md", "kind: unknown", "kind: unknwon");
    change("entries/esim.md", "## English", "## Ingilizce");
    change("entries/about.md", /related: \[.*\]/, "related: [nowhere]");
    change("entries/website.md", "{{officeMail}}", "{{officeMial}}");
    change("entries/pin.md", "@locked", "@loked");
    change("facts.yaml", "callCentre:", "callCentre: [");
    let message = "";
    try {
      loadKnowledge(folder);
    } catch (error) {
      if (!(error instanceof KnowledgeFaultsError)) throw error;
      message = error.message;
    }
    expect(message).toMatch(/entries\/apply\.md:\d+ .*aplication/);
    expect(message).toMatch(/entries\/abroad\.md:3 kind/);
    expect(message).toMatch(/entries\/esim\.md:\d+ .*## English/);
    expect(message).toMatch(/entries\/about\.md:\d+ .*nowhere/);
    expect(message).toMatch(/entries\/pin\.md:\d+ @loked/);
    expect(message).toMatch(/facts\.yaml:\d+/);
  });
});
