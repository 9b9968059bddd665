import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readClassifier, writeClassifier } from "../../src/understanding/classifier-file.ts";
import { basisOf } from "../../src/understanding/learn.ts";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import { trainClassifier } from "../../src/understanding/train-classifier.ts";
import { buildUnderstanding } from "../../src/understanding/understand.ts";

const knowledge = loadKnowledge("knowledge");
const TODAY = "2026-01-15";

test("the classifier in the folder learned from what the folder says (else: npm run cli -- knowledge train)", () => {
  expect(knowledge.trained?.basis).toBe(basisOf(knowledge));
  expect(statSync("knowledge/classifier.bin").size).toBeLessThan(4_500_000);
});

test("training is deterministic, and its file gives back what was learned", () => {
  const names = ["bedel", "kaç", "kim", "ücret"];
  const nothing = { numbers: [], weights: [] };
  const features = (...words: string[]) => ({
    letters: { numbers: words.map((word) => names.indexOf(word)), weights: words.map(() => 1) },
    words: nothing,
    signs: nothing,
    context: nothing,
  });
  const texts = [
    ...["bedel", "ücret"].map((word) => ({ label: "fee", features: features("kaç", word) })),
    ...["ücret", "bedel"].map((word) => ({ label: "payer", features: features("kim", word) })),
  ];
  const train = () => writeClassifier(trainClassifier(texts, names), "one");
  const file = train();
  expect(train().equals(file)).toBe(true);
  const { basis, weights } = readClassifier(file);
  expect(basis).toBe("one");
  expect(weights.labels).toEqual(["fee", "payer"]);
  expect([...weights.rows.keys()].sort()).toEqual(["bedel", "kaç", "kim", "ücret"]);
  const base = (weights.rows.get("kim") ?? 0) * 2;
  expect(weights.weights[base + 1]).toBeGreaterThan(weights.weights[base] ?? 0);
  expect(() => readClassifier(file.subarray(0, file.length - 1))).toThrow("unexpected end of file");
});

describe("in a folder of its own", () => {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  beforeEach(() => cpSync("knowledge", folder, { recursive: true }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("slips in examples are named with file and line", () => {
    const [first = ""] = readFileSync("knowledge/examples/official.tsv", "utf8").split("\n");
    const text = first.split("\t")[2];
    const lines = [
      first,
      "no-such-entry\ttr\tbir soru",
      "@none\tde\teine Frage",
      "apply tr sekmesiz",
      `@none\ttr\t${text}`,
    ];
    writeFileSync(join(folder, "examples", "zz.tsv"), lines.join("\n"));
    expect(() => loadKnowledge(folder)).toThrow(/zz\.tsv:2 .*zz\.tsv:3 .*zz\.tsv:4 .*zz\.tsv:5 /su);
    rmSync(join(folder, "examples", "zz.tsv"));
  });

  test("a damaged classifier is a fault that says what to do, a missing one leaves signs and likeness", () => {
    const path = join(folder, "classifier.bin");
    writeFileSync(path, readFileSync(path).subarray(0, 5000));
    expect(() => loadKnowledge(folder)).toThrow(/classifier\.bin.*knowledge train/su);
    expect(loadKnowledge(folder, { learnsAnew: true }).entries.length).toBe(knowledge.entries.length);
    rmSync(path);
    const without = buildUnderstanding(loadKnowledge(folder));
    expect(without.understand("Sertifika bedelini kim ödüyor?", { today: TODAY }).clauses[0]?.entry).toBe(
      "certificate-payer",
    );
  });
});

test("every turn says what the classifier held for likely", () => {
  const understander = buildUnderstanding(knowledge);
  const [clause] = understander.understand("sertifika parasını kim veriyo bizim kurum mu", { today: TODAY }).clauses;
  expect(clause).toMatchObject({ outcome: "answer", entry: "certificate-payer" });
  expect(clause?.why).toContainEqual({
    step: "classifier",
    detail: expect.stringMatching(/^certificate-payer [01]\.\d\d\b/),
  });
});
