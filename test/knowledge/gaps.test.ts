import type { AskedQuestion } from "../../src/core/chat.ts";
import { confirmQuestion } from "../../src/knowledge/confirm-question.ts";
import { draftEntry } from "../../src/knowledge/draft-entry.ts";
import { dismissQuestions, findGaps } from "../../src/knowledge/find-gaps.ts";
import { groupByLikeness } from "../../src/knowledge/group-questions.ts";
import { helpfulnessByEntry } from "../../src/knowledge/helpfulness.ts";
import { publishEntry } from "../../src/knowledge/publish-entry.ts";
import { madeUpQuestion } from "../support/made-up-question.ts";
import { NOW } from "../support/office.ts";
import { AGENT, withKnowledge, ZAMBAK } from "./desk-support.ts";

const knowledge = withKnowledge();
const MINUTE = 60_000;

const minutesAgo = (minutes: number) => ({ askedAt: new Date(NOW.getTime() - minutes * MINUTE) });

async function ask(text: string, change: Partial<AskedQuestion> = {}): Promise<void> {
  const { store } = knowledge.office;
  const { askedAt } = minutesAgo(60);
  await store.questions.add(
    madeUpQuestion(store.newId(), text, askedAt, { confidence: 0.1, conversation: store.newId(), ...change }),
  );
}

test("wordings of one matter fall together whatever their letters and endings, and other matters stay apart", async () => {
  const texts = [
    "Zambak formu nerede?",
    "zambak formunu nereden alırım",
    "ZAMBAK FORMUNU NERDEN ALICAM",
    "Lojman başvurusu nasıl yapılır?",
    "lojman basvurusu yapmak istiyorum",
    "Kantin saat kaçta açılıyor?",
  ];
  const groups = await groupByLikeness(texts, (text) => text);
  expect(groups).toEqual([texts.slice(0, 3), texts.slice(3, 5), texts.slice(5)]);
  expect(await groupByLikeness(texts, (text) => text)).toEqual(groups);
});

test("unanswered, abandoned and badly rated questions are gaps; answered, taken up and out of date ones are not", async () => {
  await ask("Zambak formunu nereden alırım?");
  await ask("zambak formunu nerden alicam");
  await ask("zambak formu", { outcome: "clarify", entries: [] });
  await ask("Kızılay binası nerede", {
    outcome: "clarify",
    conversation: "taken",
    askedAt: new Date(NOW.getTime() - 90 * MINUTE),
  });
  await ask("Mobil imza ücreti", {
    outcome: "answer",
    entries: ["monthly-fee"],
    conversation: "taken",
    askedAt: new Date(NOW.getTime() - 89 * MINUTE),
  });
  await ask("Aylık ücreti kim ödüyor?", { outcome: "answer", entries: ["monthly-fee"], feedback: "notHelpful" });
  await ask("Faturasız hatta ne kadar?", { outcome: "unknown", entries: ["prepaid"] });
  await ask("Çok eski bir lale sorusu", { askedAt: new Date("2026-06-01T00:00:00Z") });

  const gaps = await findGaps(knowledge.desk);

  expect(gaps.map(({ text, count, reasons }) => [text, count, reasons])).toEqual([
    ["Zambak formunu nereden alırım?", 3, ["unanswered", "abandoned"]],
    ["Aylık ücreti kim ödüyor?", 1, ["notHelpful"]],
  ]);
  expect(gaps[1]?.entries).toEqual(["monthly-fee"]);
  expect((await helpfulnessByEntry(knowledge.office)).get("monthly-fee")).toEqual({
    asked: 2,
    helpful: 0,
    notHelpful: 1,
  });
});

test("a gap closes when its question is answered, confirmed, or dismissed with what is like it", async () => {
  await confirmQuestion(knowledge.desk, { text: "Aylık ücreti kim ödüyor?", entry: "monthly-fee", agent: AGENT });
  expect((await findGaps(knowledge.desk)).map(({ text }) => text)).toEqual(["Zambak formunu nereden alırım?"]);

  await ask("Lojman ne zaman çıkar");
  await dismissQuestions(knowledge.desk, { texts: ["Lojman ne zaman çıkar"], agent: AGENT });
  await ask("lojmanım ne zaman çıkar acaba");
  expect((await findGaps(knowledge.desk)).map(({ text }) => text)).toEqual(["Zambak formunu nereden alırım?"]);

  const { version } = await draftEntry(knowledge.desk, {
    draft: { ...ZAMBAK, questions: { tr: ["Zambak formunu nereden alırım?"], en: [] } },
    agent: AGENT,
  });
  await publishEntry(knowledge.desk, { entry: ZAMBAK.id, version, agent: AGENT });
  expect(await findGaps(knowledge.desk)).toEqual([]);
});

test("a question without an answer is found however many were answered since, and a choice by what came right after it", async () => {
  for (let minute = 1; minute <= 30; minute++) {
    await ask("Mobil imza ücreti", { outcome: "answer", entries: ["monthly-fee"], ...minutesAgo(minute) });
  }
  await ask("Menekşe izni nasıl alınır?");
  const choice = { outcome: "clarify", conversation: "long" } as const;
  await ask("Sümbül belgesi", { ...choice, ...minutesAgo(80) });
  await ask("Sümbül belgesi yok mu", { conversation: "long", ...minutesAgo(79) });
  await ask("Mobil imza ücreti", {
    outcome: "answer",
    entries: ["monthly-fee"],
    conversation: "long",
    ...minutesAgo(78),
  });

  const gaps = await findGaps(knowledge.desk);

  expect(gaps.map(({ text, count }) => [text, count])).toEqual([
    ["Sümbül belgesi", 2],
    ["Menekşe izni nasıl alınır?", 1],
  ]);
  expect(gaps[0]?.reasons).toEqual(["abandoned", "unanswered"]);
  // Those that were answered are not even read.
  const newest = await knowledge.office.store.questions.missed(minutesAgo(100).askedAt, 1);
  expect(newest.map(({ text }) => text)).toEqual(["Menekşe izni nasıl alınır?"]);
});
