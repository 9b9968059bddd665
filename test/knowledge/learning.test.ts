import { resolve } from "node:path";
import { confirmQuestion } from "../../src/knowledge/confirm-question.ts";
import { draftEntry } from "../../src/knowledge/draft-entry.ts";
import { publishEntry } from "../../src/knowledge/publish-entry.ts";
import { createLearner } from "../../src/understanding/learn-aside.ts";
import { eventually } from "../mail/support/eventually.ts";
import { AGENT, anotherProcess, withKnowledge, ZAMBAK } from "./desk-support.ts";

const knowledge = withKnowledge();
const today = "2026-11-23";
const learner = createLearner(resolve("test/support/run-typescript.cjs"), [
  resolve("src/understanding/learn-worker.ts"),
]);

test("what staff publish and confirm teaches the classifier of a running process", async () => {
  const draft = { ...ZAMBAK, patterns: [] };
  const { version } = await draftEntry(knowledge.desk, { draft, agent: AGENT });
  await publishEntry(knowledge.desk, { entry: ZAMBAK.id, version, agent: AGENT });
  for (const text of ["çiçekli kağıdı kime imzalatıyoruz", "çiçekli kağıt kimde", "çiçek resimli kağıdı kim yazıyor"]) {
    await confirmQuestion(knowledge.desk, { text, entry: ZAMBAK.id, agent: AGENT });
  }
  const { folder, office } = knowledge;
  const other = await anotherProcess(office, { folder, lookEveryMs: 200, learner, learnAfterMs: 10 });
  const answer = () =>
    other.live.understander().understand("su cicekli kagit kime imzalatilacakti", { today }).clauses[0]?.entry;
  try {
    expect(answer()).not.toBe(ZAMBAK.id);
    expect(await eventually(answer, (entry) => entry === ZAMBAK.id, 100_000)).toBe(ZAMBAK.id);
  } finally {
    await other.close();
  }
});
