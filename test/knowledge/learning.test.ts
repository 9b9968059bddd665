import { resolve } from "node:path";
import { confirmQuestion } from "../../src/knowledge/confirm-question.ts";
import { draftEntry } from "../../src/knowledge/draft-entry.ts";
import { publishEntry } from "../../src/knowledge/publish-entry.ts";
import { createLearner } from "../../src/understanding/learn-aside.ts";
import { eventually } from "../support/eventually.ts";
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
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const waiting: typeof learner = (lessons) => begun.then(() => learner(lessons));
  const other = await anotherProcess(office, { folder, lookEveryMs: 200, learner: waiting, learnAfterMs: 10 });
  const answer = () =>
    other.live.understander().understand("su cicekli kagit kime imzalatilacakti", { today }).clauses[0]?.entry;
  try {
    expect(answer()).not.toBe(ZAMBAK.id);
    begin();
    expect(await eventually(answer, (entry) => entry === ZAMBAK.id, 100_000)).toBe(ZAMBAK.id);
  } finally {
    await other.close();
  }
});

test("what is published while the classifier learns is in force when it has learned", async () => {
  const { folder, office } = knowledge;
  let finish = (): void => undefined;
  const learning = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let begun = 0;
  const slow: typeof learner = async (lessons) => {
    begun += 1;
    await learning;
    return learner(lessons);
  };
  const other = await anotherProcess(office, { folder, lookEveryMs: 100, learner: slow, learnAfterMs: 10 });
  try {
    await eventually(
      () => begun,
      (count) => count > 0,
    );
    const record = await office.store.knowledge.byId(ZAMBAK.id);
    const draft = { ...ZAMBAK, answer: { tr: "Zambak formu kaldırıldı.", en: "There is no zambak form any more." } };
    const { version } = await draftEntry(knowledge.desk, { draft, agent: AGENT, version: record?.version ?? 0 });
    await publishEntry(knowledge.desk, { entry: ZAMBAK.id, version, agent: AGENT });
    const answer = () => other.live.understander().entries.get(ZAMBAK.id)?.answer.tr;
    await eventually(answer, (text) => text === draft.answer.tr);
    finish();
    const before = other.live.understander().version;
    await eventually(
      () => other.live.understander().version,
      (version_) => version_ !== before,
      100_000,
    );
    expect(answer()).toBe(draft.answer.tr);
  } finally {
    await other.close();
  }
});
