import { AppError } from "../../src/core/errors.ts";
import { stateOf } from "../../src/core/knowledge-record.ts";
import { confirmQuestion } from "../../src/knowledge/confirm-question.ts";
import { discardDraft, draftEntry, draftWithQuestion } from "../../src/knowledge/draft-entry.ts";
import { previewPublish, publishEntry } from "../../src/knowledge/publish-entry.ts";
import { withdrawEntry } from "../../src/knowledge/withdraw-entry.ts";
import { eventually } from "../support/eventually.ts";
import { madeUpQuestion } from "../support/made-up-question.ts";
import { NOW } from "../support/office.ts";
import { AGENT, anotherProcess, withKnowledge, ZAMBAK } from "./desk-support.ts";

const knowledge = withKnowledge();
const today = "2026-11-23";

async function failure(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

const entryOf = (text: string) => knowledge.live.understander().understand(text, { today }).clauses[0]?.entry;

test("the files make the first knowledge: every entry published, at one revision", async () => {
  const records = await knowledge.office.store.knowledge.all();
  expect(records.length).toBeGreaterThan(5);
  expect(records.every((record) => stateOf(record) === "published" && !record.isStaffs)).toBe(true);
  expect(records.every(({ history }) => history.length === 1 && history[0]?.kind === "file")).toBe(true);
  expect(await knowledge.office.store.knowledge.revision()).toBe(1);
  expect(entryOf("Turkcell mobil imza ücreti nedir?")).toBe("monthly-fee");
});

test("a draft is answered by nobody; published, it is answered here at once and in another process within seconds", async () => {
  const other = await anotherProcess(knowledge.office, { folder: knowledge.folder, lookEveryMs: 200 });
  try {
    const drafted = await draftEntry(knowledge.desk, { draft: ZAMBAK, agent: AGENT });
    expect(stateOf(drafted)).toBe("draft");
    expect(entryOf("zambak formunu kim doldurur")).not.toBe(ZAMBAK.id);

    const preview = await previewPublish(knowledge.desk, ZAMBAK.id);
    expect(preview.gate.failures).toEqual([]);
    expect(preview.gate.checked.own).toBeGreaterThan(50);
    const published = await publishEntry(knowledge.desk, { entry: ZAMBAK.id, version: drafted.version, agent: AGENT });

    expect(published).toMatchObject({ published: { version: 1 }, isStaffs: true });
    expect(entryOf("zambak formunu kim doldurur")).toBe(ZAMBAK.id);
    expect(knowledge.live.understander().entries.get(ZAMBAK.id)?.answer.tr).toContain("e-İçişleri Yazılım");
    await eventually(
      () => other.live.understander().understand("zambak formunu kim doldurur", { today }).clauses[0]?.entry,
      (entry) => entry === ZAMBAK.id,
    );
    expect(other.live.understander().version).toBe(knowledge.live.understander().version);
    const { items } = await knowledge.office.store.events.list({ limit: 5, type: "knowledge.published" });
    expect(items[0]).toMatchObject({ entry: ZAMBAK.id, actor: { kind: "staff", name: AGENT.name } });
  } finally {
    await other.close();
  }
});

test("faults come back field by field, and nothing is kept", async () => {
  const error = await failure(
    draftEntry(knowledge.desk, {
      draft: {
        ...ZAMBAK,
        id: "yanlis",
        category: "yok-boyle",
        related: ["hic-yok"],
        validFrom: "2026-12-01",
        validUntil: "2026-11-01",
        questions: { tr: ["Turkcell mobil imza ücreti nedir?"], en: [] },
        answer: { tr: "{{uydurma}} kadar.", en: "So much." },
      },
      agent: AGENT,
    }),
  );
  expect(error.code).toBe("badRequest");
  const { faults } = error.details as { faults: { field: string; message: string }[] };
  expect(faults.map(({ field }) => field).sort()).toEqual([
    "answer.tr",
    "category",
    "questions.tr.0",
    "related.0",
    "valid-until",
  ]);
  const empty = await failure(
    draftEntry(knowledge.desk, {
      draft: { ...ZAMBAK, id: "Boş Ad", questions: { tr: [], en: [] }, answer: { tr: " ", en: "x" } },
      agent: AGENT,
    }),
  );
  const fields = (empty.details as { faults: { field: string }[] }).faults.map(({ field }) => field);
  expect(fields).toEqual(["id", "questions.tr", "answer.tr"]);
  expect(await knowledge.office.store.knowledge.byId("yanlis")).toBeUndefined();
});

test("the second of two editors is told, and a taken id is refused", async () => {
  const record = await draftWithQuestion(knowledge.desk, {
    entry: "contact",
    question: "Zambak işini kime danışırım?",
    language: "tr",
    agent: AGENT,
  });
  const draft = record.draft;
  if (!draft) throw new Error("no draft");
  await draftEntry(knowledge.desk, { draft, version: record.version, agent: AGENT });
  expect((await failure(draftEntry(knowledge.desk, { draft, version: record.version, agent: AGENT }))).code).toBe(
    "stale",
  );
  expect((await failure(draftEntry(knowledge.desk, { draft, agent: AGENT }))).code).toBe("conflict");
  const left = await discardDraft(knowledge.desk, { entry: "contact", version: record.version + 1 });
  expect(stateOf(left)).toBe("published");
});

test("the gate stops a draft that takes another entry's confirmed question; a reason overrides it and is kept", async () => {
  const text = "hattımın parasını kim ödeyecek her ay";
  const right = entryOf(text);
  expect(right).toBeDefined();
  await confirmQuestion(knowledge.desk, { text, entry: right ?? "", agent: AGENT });
  const { store } = knowledge.office;
  await store.questions.add(madeUpQuestion(store.newId(), text, NOW));
  const draft = { ...ZAMBAK, id: "hirsiz", title: { tr: "Hırsız", en: "Thief" } };
  const { version } = await draftEntry(knowledge.desk, {
    draft: {
      ...draft,
      kind: "unknown",
      patterns: [`${text.split(" ").join(" ")}`],
      questions: { tr: [`${text}?`, "Aylık ücreti kim ödüyor acaba?"], en: [] },
    },
    agent: AGENT,
  });

  const error = await failure(publishEntry(knowledge.desk, { entry: "hirsiz", version, agent: AGENT }));

  expect(error.code).toBe("conflict");
  const { gate } = error.details as { gate: Awaited<ReturnType<typeof previewPublish>>["gate"] };
  expect(gate.failures).toContainEqual(expect.objectContaining({ text, entry: right, source: "confirmed" }));
  expect(gate.changes).toContainEqual(
    expect.objectContaining({ text, after: expect.objectContaining({ kind: "unknown" }) }),
  );
  expect(gate.nearDuplicates[0]).toMatchObject({ entry: "hirsiz", other: "monthly-fee" });
  expect(entryOf(text)).toBe(right);

  const forced = await publishEntry(knowledge.desk, {
    entry: "hirsiz",
    version,
    agent: AGENT,
    reason: "Şefin kararı",
  });
  expect(forced.history.at(-1)).toMatchObject({ kind: "published", by: AGENT.name, reason: "Şefin kararı" });
  const gone = await withdrawEntry(knowledge.desk, {
    entry: "hirsiz",
    version: forced.version,
    agent: AGENT,
    reason: "Deneme bitti",
  });
  expect(stateOf(gone)).toBe("withdrawn");
  expect(entryOf(text)).toBe(right);
});

test("the id of a draft that was thrown away is free again", async () => {
  const draft = { ...ZAMBAK, id: "vazgecilen", questions: { tr: ["Vazgeçilen soru nedir?"], en: [] } };
  const first = await draftEntry(knowledge.desk, { draft, agent: AGENT });
  await discardDraft(knowledge.desk, { entry: first.id, version: first.version });
  const again = await draftEntry(knowledge.desk, { draft, agent: AGENT });
  expect(stateOf(again)).toBe("draft");
  await discardDraft(knowledge.desk, { entry: again.id, version: again.version });
});

test("an entry others lead to cannot be withdrawn", async () => {
  const records = await knowledge.office.store.knowledge.list();
  const led = records.flatMap(({ published }) => published?.related ?? [])[0] ?? "";
  const record = await knowledge.office.store.knowledge.byId(led);
  const error = await failure(
    withdrawEntry(knowledge.desk, { entry: led, version: record?.version ?? 0, agent: AGENT, reason: "Deneme" }),
  );
  expect(error).toMatchObject({ code: "conflict", details: { relatedFrom: expect.any(Array) } });
});

test("two published at once: the gate holds for what really stands, so one of them is told to look again", async () => {
  const one = await draftEntry(knowledge.desk, {
    draft: { ...ZAMBAK, id: "ikiz-bir", questions: { tr: ["Lale formu nerede?"], en: [] } },
    agent: AGENT,
  });
  const two = await draftEntry(knowledge.desk, {
    draft: { ...ZAMBAK, id: "ikiz-iki", questions: { tr: ["Sümbül formu nerede?"], en: [] } },
    agent: AGENT,
  });
  const results = await Promise.allSettled([
    publishEntry(knowledge.desk, { entry: one.id, version: one.version, agent: AGENT }),
    publishEntry(knowledge.desk, { entry: two.id, version: two.version, agent: AGENT }),
  ]);
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(refused.map(({ code }) => code)).toEqual(["stale"]);
});
