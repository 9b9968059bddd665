import { draftEntry } from "../../src/knowledge/draft-entry.ts";
import { madeUpQuestion } from "../support/made-up-question.ts";
import { AGENT, ZAMBAK } from "./desk-support.ts";
import { withLiveDesk } from "./live-desk.ts";

jest.setTimeout(120_000);

const { desk, live } = withLiveDesk();

const fields = (id: string, change: Record<string, string> = {}) => ({
  id,
  kind: "fact",
  "title.tr": "Lale formu nedir?",
  "title.en": "What is the lale form?",
  category: "documents",
  "questions.tr": "Lale formunu kim verir?\r\nLale formu nereden alınır?",
  "answer.tr": "Lale formu\r\nburadadır.",
  "answer.en": "Here.",
  source: "Deneme",
  ...change,
});

test("a viewer reads and writes nothing; an agent drafts and cannot publish", async () => {
  const viewer = await desk.agent("viewer");
  const page = await viewer.get("/console/knowledge/contact");
  expect(page.status).toBe(200);
  expect(page.text).not.toContain("<textarea");
  expect((await viewer.post("/console/knowledge/new", fields("lale"))).status).toBe(403);
  expect((await viewer.post("/console/gaps/dismiss", { wording: "lale" })).status).toBe(403);

  const agent = await desk.agent("agent");
  const saved = await agent.post("/console/knowledge/new", fields("lale-1"));
  expect(saved.headers.get("location")).toBe("/console/knowledge/lale-1?done=saved");
  const record = await desk.office.store.knowledge.byId("lale-1");
  expect(record?.draft).toMatchObject({
    questions: { tr: ["Lale formunu kim verir?", "Lale formu nereden alınır?"] },
    answer: { tr: "Lale formu\nburadadır." },
  });
  expect((await agent.post("/console/knowledge/lale-1/publish", { version: "1" })).status).toBe(403);
  expect((await agent.post("/console/knowledge/lale-1/withdraw", { version: "1", reason: "x" })).status).toBe(403);
});

test("who saves past another is told, and every word typed stands in the form", async () => {
  const agent = await desk.agent("agent");
  await agent.post("/console/knowledge/new", fields("lale-2", { "questions.tr": "Nergis formunu kim verir?" }));
  const first = { ...fields("lale-2", { "questions.tr": "Nergis formunu kim alır?" }), version: "1" };
  expect((await agent.post("/console/knowledge/lale-2", first)).status).toBe(303);
  const second = await agent.post("/console/knowledge/lale-2", { ...first, "answer.tr": "İkincinin <yanıtı>" });
  expect(second.status).toBe(409);
  expect(second.text).toContain("Siz yazarken bu girdi değişti");
  expect(second.text).toContain("İkincinin &lt;yanıtı&gt;</textarea>");
  expect(second.text).toContain('name="version" value="2"');
  const taken = await agent.post("/console/knowledge/new", fields("lale-2"));
  expect(taken.status).toBe(400);
  expect(taken.text).toContain("Bu kayıt zaten var");
});

test("what is wrong in the form is told in the reader's language, and in no other", async () => {
  const agent = await desk.agent("agent");
  const wrong = fields("Lale 5", { "answer.en": "", "questions.tr": "", validFrom: "yarın", "title.tr": " " });
  const turkish = [
    "yalnızca küçük harf, rakam ve tire",
    "boş olamaz",
    "en az bir soru gerekli",
    "YYYY-AA-GG biçiminde",
  ];
  const english = ["lower-case letters, digits", "must not be empty", "at least one question", "must be YYYY-MM-DD"];
  const named = fields("lale-6", { category: "yok", related: "hic-yok", "answer.tr": "{{uydurma}}" });
  const namedIn = {
    tr: ["kategorisi yok", "adlı girdi yok", "facts.yaml içinde yok"],
    en: ["no category", "no entry named", "is not in facts.yaml"],
  };
  for (const [language, told, untold] of [
    ["tr", turkish, english],
    ["en", english, turkish],
  ] as const) {
    agent.cookies.set("language", language);
    const { status, text } = await agent.post("/console/knowledge/new", wrong);
    expect(status).toBe(400);
    for (const words of told) expect(text).toContain(words);
    for (const words of untold) expect(text).not.toContain(words);
    const second = (await agent.post("/console/knowledge/new", named)).text;
    for (const words of namedIn[language]) expect(second).toContain(words);
    for (const words of namedIn[language === "tr" ? "en" : "tr"]) expect(second).not.toContain(words);
  }
});

test("a failing gate is shown with its question; only a reason gets past it, and the history keeps it", async () => {
  const lead = await desk.agent("lead");
  const text = "irtibat bilgileriniz acaba nedir";
  const next = "/console/knowledge/contact";
  await lead.post("/console/gaps/confirm", { text, entry: "contact", next });
  expect((await lead.get(next)).text).toContain(text);
  await draftEntry(live().desk, {
    draft: { ...ZAMBAK, id: "hirsiz", kind: "unknown", questions: { tr: [text], en: [] } },
    agent: AGENT,
  });
  const refused = await lead.post("/console/knowledge/hirsiz/publish", { version: "1" });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("Denetim geçmedi");
  expect(refused.text).toContain(text);
  const forced = await lead.post("/console/knowledge/hirsiz/publish", { version: "1", reason: "Şefin kararı" });
  expect(forced.headers.get("location")).toBe("/console/knowledge/hirsiz?done=published");
  expect((await lead.get("/console/knowledge/hirsiz/history")).text).toContain("Şefin kararı");
  const withdrawn = await lead.post("/console/knowledge/hirsiz/withdraw", { version: "2", reason: "Bitti" });
  expect(withdrawn.headers.get("location")).toBe("/console/knowledge/hirsiz?done=withdrawn");
  expect((await lead.get("/console/knowledge?state=withdrawn")).text).toContain("hirsiz");
  const led = (await desk.office.store.knowledge.list()).flatMap(({ published }) => published?.related ?? [])[0];
  const kept = await lead.post(`/console/knowledge/${led}/withdraw`, { version: "1", reason: "Deneme" });
  expect(kept.status).toBe(409);
  expect(kept.text).toContain("Önce şu girdilerin ilişkilerinden çıkarın");
});

test("why the bot answered so is told in words: no names of patterns, no ids, no English in Turkish", async () => {
  const agent = await desk.agent("agent");
  const tried = await agent.get(
    `/console/questions/try?text=${encodeURIComponent("mobil imza aylık ücreti ne kadar")}`,
  );
  const steps = [...tried.text.matchAll(/<ol class="steps">(.*?)<\/ol>/gs)].map(([, list = ""]) => list).join();
  expect(steps).toContain("aradığı sözcükler: ");
  expect(steps).toMatch(/“Aylık mobil imza[^”]*” \(puan [\d,]+; benzerlik %\d+/);
  expect(steps).not.toMatch(/@\w|monthly-fee|likeness|\bclassifier\b/);

  const id = desk.office.store.newId();
  const why = [
    { step: "scope", detail: "monthly-fee: operator=other" },
    { step: "scope", detail: "monthly-fee: asked=who+when" },
    { step: "wish", detail: 'status: "@howMuch|yok !paket_yeni" (0.83)' },
    { step: "classifier", detail: "monthly-fee 0.61, thanks 0.20 (both)" },
    { step: "number", detail: "ticketNumber" },
    { step: "candidate", detail: "of another shape" },
  ];
  await desk.office.store.questions.add(madeUpQuestion(id, "x", new Date(), { why }));
  const page = (await agent.get(`/console/questions/${id}`)).text;
  for (const words of [
    "(sorulan operatör: başka bir operatör)",
    "(sorulan: kim, ne zaman)",
    "Talep durumu (aradığı sözcükler: ne kadar ya da yok, şunlar olmadan: paket yeni; olasılık %83)",
    "Öğrendiklerine göre",
    "%61, Teşekkür %20 (sözcükler de aynısını söylüyor)",
    "bilet numarası yazılmış",
    "of another shape",
  ])
    expect(page).toContain(words);
});

test("what people asked never becomes markup", async () => {
  const agent = await desk.agent("agent");
  const evil = `<script>alert(1)</script>"><img src=x onerror=alert(2)>`;
  const id = desk.office.store.newId();
  await desk.office.store.questions.add(
    madeUpQuestion(id, evil, new Date(), {
      why: [{ step: evil, detail: evil }],
      feedback: "notHelpful",
      feedbackText: evil,
    }),
  );
  const paths = [
    "/console/gaps",
    "/console/questions",
    `/console/questions/${id}`,
    `/console/questions/try?text=${encodeURIComponent(evil)}`,
    `/console/knowledge?q=${encodeURIComponent(evil)}`,
    `/console/knowledge/new?question=${encodeURIComponent(evil)}`,
  ];
  for (const path of paths) {
    const page = await agent.get(path);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script>alert|<img src=x/);
  }
  const preview = await agent.post("/console/knowledge/preview", fields("x", { "answer.tr": `**${evil}**` }));
  expect(preview.text).not.toMatch(/<script>alert|<img src=x/);
  expect((await agent.get("/console/knowledge/yok-boyle")).status).toBe(404);
  expect((await agent.get("/console/questions/yok")).status).toBe(404);
});
