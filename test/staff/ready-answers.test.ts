import { openKnowledge } from "../../src/live-knowledge.ts";
import { fillPlaces, unknownPlaces } from "../../src/staff/ready-answers/placeholders.ts";
import { type Client, ticketFrom, withDesk } from "./desk.ts";

const desk = withDesk();
const real = openKnowledge("knowledge");
const realDesk = withDesk({ understander: real.understander, categories: real.categories });

const occasion = {
  ticket: { number: "MI-2026-000007", subject: "Ücret", requester: { name: "Ali Demir" } },
  agent: "Ayşe Yılmaz",
  now: new Date("2026-11-23T07:00:00Z"),
};

test.each([
  ["tr", "Sayın {{ad}}, {{ bilet }} hakkında.", "Sayın Ali Demir, MI-2026-000007 hakkında."],
  ["tr", "{{görevli}} · {{GOREVLI}} · {{Görevli}}", "Ayşe Yılmaz · Ayşe Yılmaz · Ayşe Yılmaz"],
  ["tr", "{{konu}} ({{tarih}})", "Ücret (23 Kasım 2026)"],
  [
    "en",
    "Dear {{name}}, {{ticket}}, {{date}}. {{agent}}",
    "Dear Ali Demir, MI-2026-000007, 23 November 2026. Ayşe Yılmaz",
  ],
  ["tr", "{{bilinmeyen}} ve {tek}", "{{bilinmeyen}} ve {tek}"],
] as const)("places are filled in (%s): %s", (language, text, expected) => {
  expect(fillPlaces(text, language, occasion)).toBe(expected);
});

test("a requester without a name is addressed all the same, and unknown places are found", () => {
  const nameless = { ...occasion, ticket: { ...occasion.ticket, requester: { email: "a@b.example" } } };
  expect(fillPlaces("Sayın {{ad}},", "tr", nameless)).toBe("Sayın ilgili,");
  expect(fillPlaces("Dear {{name}},", "en", nameless)).toBe("Dear Sir or Madam,");
  expect(unknownPlaces("{{ad}} {{tckn}} {{ bilet }} {{}}")).toEqual(["{{tckn}}", "{{}}"]);
});

const write = async (client: Client, fields: Record<string, string>, path = "/console/answers/new") => {
  await client.get("/console/answers/new");
  return client.post(path, { version: "0", "text.tr": "", "text.en": "", ...fields });
};
const named = async (client: Client, name: string) => {
  const { text } = await client.get("/console/answers");
  return text.match(new RegExp(`/console/answers/([0-9a-f]{24})"><strong>${name}`))?.[1] ?? "";
};

test("an answer in both languages is offered for a ticket, filled in, in the requester's language first", async () => {
  const agent = await desk.agent("agent", "Yazan Görevli");
  const saved = await write(agent, {
    name: "Ücret iadesi",
    "text.tr": "Sayın {{ad}}, {{bilet}} işleme alındı. {{görevli}}",
    "text.en": "Dear {{name}}, {{ticket}} is being dealt with. {{agent}}",
  });
  expect(saved.headers.get("location")).toBe("/console/answers?done=saved");
  const turkish = (await ticketFrom(desk.office, { text: "Merhaba, faturam için ne kadar ücret var?" })).ticket.number;
  const english = (await ticketFrom(desk.office, { text: "Hello, what is the monthly fee for this?" })).ticket.number;

  const offered = async (number: string, q = "") =>
    [
      ...(await agent.get(`/console/tickets/${number}/answers?q=${q}`)).text.matchAll(
        /data-answer-text[^>]*>([^<]*)</g,
      ),
    ].map(([, text]) => text);
  expect((await offered(turkish))[0]).toBe(`Sayın Ali Demir, ${turkish} işleme alındı. Yazan Görevli`);
  expect(await offered(english, "ucret%20iade")).toEqual([
    `Dear Ali Demir, ${english} is being dealt with. Yazan Görevli`,
    `Sayın Ali Demir, ${english} işleme alındı. Yazan Görevli`,
  ]);
  // Knowledge stands beside it, in the language of the question too.
  expect(await offered(english)).toContain("4 TL a month.");
  expect((await agent.get(`/console/tickets/${turkish}/ready-answers`)).text).toContain('data-name="Ücret iadesi"');
});

test("one's own answers are one's own; what is shared is everybody's to use and the leads' to change", async () => {
  const [owner, other, lead] = [await desk.agent(), await desk.agent(), await desk.agent("lead", "Yazan Şef")];
  await write(owner, { name: "Gizli not", "text.tr": "Yalnız benim." });
  const own = await named(owner, "Gizli not");
  const { ticket } = await ticketFrom(desk.office);
  expect((await other.get(`/console/tickets/${ticket.number}/ready-answers`)).text).not.toContain("Gizli not");
  expect((await other.get(`/console/answers/${own}`)).status).toBe(404);
  expect((await write(owner, { name: "Ortak", "text.tr": "Herkese.", shared: "yes" })).status).toBe(403);

  await write(lead, { name: "Ortak kapanış", "text.tr": "İyi çalışmalar.", shared: "yes" });
  const shared = await named(lead, "Ortak kapanış");
  expect((await other.get(`/console/tickets/${ticket.number}/ready-answers`)).text).toContain("İyi çalışmalar.");
  expect((await other.get("/console/answers")).text).toContain("Ortak kapanış");
  expect((await other.get(`/console/answers/${shared}`)).status).toBe(403);
  await other.get("/console/answers/new");
  expect((await other.post(`/console/answers/${shared}/delete`, { version: "1" })).status).toBe(403);
  const { items } = await desk.office.store.events.list({ type: "shared.kept", limit: 1 });
  expect(items[0]).toMatchObject({ shelf: "readyAnswers", name: "Ortak kapanış", actor: { name: "Yazan Şef" } });
  const viewer = await desk.agent("viewer");
  expect((await viewer.get("/console/answers")).status).toBe(403);
});

test("a fault is told at its field, and what was typed stays", async () => {
  const agent = await desk.agent();
  const wrong = await write(agent, { name: "Kimlik", "text.tr": "Kimlik no: {{tckn}}" });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("Metinde bilinmeyen bir yer var");
  expect(wrong.text).toContain("Kimlik no: {{tckn}}</textarea>");
  expect((await write(agent, { name: "Boş" })).text).toContain("En az bir dilde metin yazın");
  expect((await write(agent, { name: " ", "text.tr": "Metin" })).text).toContain("1 ile 60 harf arasında");
  expect(await named(agent, "Kimlik")).toBe("");
});

test("the second of two who edit a shared answer is told, and loses nothing", async () => {
  const [first, second] = [await desk.agent("lead"), await desk.agent("lead")];
  await write(first, { name: "İkili", "text.tr": "İlk hâli", shared: "yes" });
  const id = await named(first, "İkili");
  const change = (client: Client, version: string, text: string) =>
    client.post(`/console/answers/${id}`, { version, name: "İkili", "text.tr": text, "text.en": "", shared: "yes" });
  await second.get(`/console/answers/${id}`);
  await change(first, "1", "Birincinin hâli");
  const told = await change(second, "1", "İkincinin hâli");
  expect(told.status).toBe(409);
  expect(told.text).toContain("Birincinin hâli</p>");
  expect(told.text).toContain("İkincinin hâli</textarea>");
  expect(told.text).toContain('name="version" value="2"');
  await change(second, "2", "İkincinin hâli");
  expect((await desk.office.store.shelf.byId("readyAnswers", id))?.texts.tr).toBe("İkincinin hâli");
  await second.post(`/console/answers/${id}/delete`, { version: "3" });
  expect(await desk.office.store.shelf.byId("readyAnswers", id)).toBeUndefined();
});

test("the product's own knowledge is offered with what it was understood to be asked first, and why", async () => {
  const agent = await realDesk.agent();
  const { ticket } = await ticketFrom(realDesk.office, {
    subject: "Sertifika süresi",
    text: "Sertifika kaç yıl geçerli?",
  });
  const { status, text } = await agent.get(`/console/tickets/${ticket.number}/answers`);
  expect(status).toBe(200);
  expect(text.indexOf("Önerilen")).toBeGreaterThan(0);
  expect(text.indexOf("Önerilen")).toBeLessThan(text.indexOf("</li>"));
  expect(text).toMatch(/Son iletide sorulana uyuyor \(eminlik %\d+\)/);
});
