import { gzipSync } from "node:zlib";
import { REQUEST_KINDS, REQUEST_STATES, type RequestEntry, requestNumber } from "../../src/core/request.ts";
import { REQUEST_HEADINGS, requestCells } from "../../src/requests/request-sheet.ts";
import { textsOf } from "../../src/staff/texts/texts.ts";
import { listFrom, withDesk } from "./desk.ts";

const desk = withDesk();

const LIST = `Aşağıdaki personel için mobil imza başvurusu yapılacaktır:

Ad Soyad: Ali Demir
T.C. Kimlik No: 10000000146
Cep Telefonu: 0532 123 45 67
Operatör: Turkcell
E-posta: ali.demir@icisleri.gov.tr

Ad Soyad: Fatma Şahin
T.C. Kimlik No: 20000000046
Cep Telefonu: 0533 765 43 21
`;

test("the people of one mail stand in the table, each with what is missing, numbers masked", async () => {
  const agent = await desk.agent();
  const { requests, ticket } = await listFrom(desk.office, LIST);
  expect(requests).toHaveLength(2);
  const page = await agent.get("/console/requests");
  for (const words of ["Ali Demir", "Fatma Şahin", ticket.number, "2 eksik"]) expect(page.text).toContain(words);
  expect((await agent.get(`/console/tickets/${ticket.number}`)).text).toContain(
    `/console/requests/${requests[0]?.number}`,
  );
  expect((await agent.get("/console/requests/board")).text).toContain("Kamu SM&#39;ye iletildi");
  expect((await agent.get("/console/requests?q=sahin")).text).toContain("Fatma Şahin");
  expect(page.text).not.toMatch(/10000000146|123 45 67/);
});

test("a value is confirmed, corrected and revealed, and each is written down", async () => {
  const agent = await desk.agent("agent", "Düzelten Görevli");
  const { requests } = await listFrom(desk.office, LIST);
  const one = requests.find(({ fields }) => fields.name?.value === "Ali Demir");
  const path = `/console/requests/${one?.number}`;
  await agent.get(path);

  expect((await agent.post(`${path}/confirm`, { version: "1", field: "name" })).status).toBe(303);
  expect((await agent.post(`${path}/correct`, { version: "2", field: "phone", value: "0532 123 45 99" })).status).toBe(
    303,
  );
  const refused = await agent.post(`${path}/correct`, { version: "3", field: "nationalId", value: "12345678901" });
  expect([refused.status, refused.text.includes("Değer kabul edilmedi")]).toEqual([400, true]);
  expect(refused.text).toMatch(/<details class="correct" open>.{1,1200}value="12345678901"/s);
  const late = await agent.post(`${path}/correct`, { version: "1", field: "unit", value: "Çorum Nüfus" });
  expect(late.status).toBe(409);
  expect(late.text).toContain('value="Çorum Nüfus"');
  const shown = await agent.post(`${path}/reveal`, { version: "3", field: "phone" });
  expect(shown.text).toContain("+905321234599");

  const entry = await desk.office.store.requests.byNumber(one?.number ?? "");
  expect(entry?.fields.name?.confirmedBy).toBe("Düzelten Görevli");
  const events = await desk.office.store.events.ofTicket(entry?.ticket ?? "");
  expect(events.slice(-3).map(({ type }) => type)).toEqual([
    "request.confirmed",
    "request.corrected",
    "personalData.revealed",
  ]);
});

test("a step is refused while something is missing, and the question for it is ready in the ticket's composer", async () => {
  const agent = await desk.agent();
  const { requests, ticket } = await listFrom(desk.office, LIST);
  const one = requests.find(({ fields }) => fields.name?.value === "Fatma Şahin");
  const path = `/console/requests/${one?.number}`;
  await agent.get(path);
  await agent.post(`${path}/move`, { version: "1", to: "underReview", reason: "" });
  const refused = await agent.post(`${path}/move`, { version: "2", to: "sentToKamuSm", reason: "" });
  expect([refused.status, refused.text.includes("Eksik bilgi varken")]).toEqual([409, true]);
  const unreasoned = await agent.post(`${path}/move`, { version: "2", to: "rejected", reason: "" });
  expect([unreasoned.status, unreasoned.text.includes("gerekçe yazın")]).toEqual([400, true]);

  const asked = await agent.post(`${path}/ask`, { version: "2" });

  expect(asked.text).toMatch(/<textarea[^>]*>[^<]*Fatma Şahin/);
  expect((await desk.office.store.requests.byNumber(one?.number ?? ""))?.state).toBe("needsInfo");
  expect(ticket.number).toBe(one?.ticket);
});

test("each entry stands in the column of its state, and the calendar has the active ones, whose certificate ends first at the top", async () => {
  const agent = await desk.agent();
  const { requests } = await listFrom(
    desk.office,
    LIST.replace("Ali Demir", "Önce Biten").replace("Fatma Şahin", "Sonra Biten"),
  );
  const ends = { "Önce Biten": "2027-02-01", "Sonra Biten": "2027-09-01" };
  const { transact } = desk.office.store;
  for (const { number, fields } of requests) {
    const certificateEndsAt = new Date(ends[fields.name?.value as keyof typeof ends]);
    await transact(async (transaction) => {
      const entry = (await transaction.request(number))!;
      await transaction.updateRequest({ ...entry, state: "active", certificateEndsAt });
    });
  }
  const calendar = (await agent.get("/console/requests/calendar")).text;
  const at = (name: string) => calendar.indexOf(name);
  expect(at("Önce Biten")).toBeGreaterThan(0);
  expect(at("Sonra Biten")).toBeGreaterThan(at("Önce Biten"));
  const board = (await agent.get("/console/requests/board")).text;
  const column = board.split('<section class="column" aria-label="Etkin"')[1]?.split("</section>")[0];
  expect(column).toContain("Önce Biten");
  // One that is used up leaves the calendar.
  const first = requests.find(({ fields }) => fields.name?.value === "Önce Biten");
  const { version } = (await desk.office.store.requests.byNumber(first?.number ?? ""))!;
  await agent.get(`/console/requests/${first?.number}`);
  const moved = await agent.post(`/console/requests/${first?.number}/move`, {
    version: String(version),
    to: "expired",
  });
  expect(moved.status).toBe(303);
  expect((await agent.get("/console/requests/calendar")).text).not.toContain("Önce Biten");
});

test("all people of a ticket who lack something are asked about in one question, from any of them or from the ticket", async () => {
  const agent = await desk.agent();
  const incomplete = LIST.replace("10000000146", "10000000147").replace("E-posta: ali.demir@icisleri.gov.tr", "");
  const { requests, ticket } = await listFrom(desk.office, incomplete);
  const page = await agent.get(`/console/tickets/${ticket.number}`);
  const [path = ""] = /\/console\/requests\/TL-[\d-]+\/ask/.exec(page.text) ?? [];
  expect(page.text).toContain("Eksikleri sor (2 kişi)");

  const asked = await agent.post(path, {});

  const [, question = ""] = /<textarea[^>]*>([^<]*)/.exec(asked.text) ?? [];
  expect(question).toMatch(/Ali Demir \(TL-[^)]*\):\n- T\.C\. kimlik no: 10•{7}47 hatalı.*Fatma Şahin \(TL-[^)]*\):/s);
  const states = requests.map(async ({ number }) => (await desk.office.store.requests.byNumber(number))?.state);
  expect(await Promise.all(states)).toEqual(["needsInfo", "needsInfo"]);
});

test("of a list of hundreds everybody is counted and asked, and the page leads on to all of them", async () => {
  const agent = await desk.agent();
  const { ticket } = await listFrom(desk.office, "Liste ektedir.");
  const { store, clock } = desk.office;
  const at = clock.now();
  const many = Array.from({ length: 220 }, (_, index) => ({
    id: store.newId(),
    number: requestNumber(2026, 5_000 + index),
    ticket: ticket.number,
    kind: "newApplication" as const,
    state: "received" as const,
    fields: {
      name: {
        value: `Çok Kişi ${index}`,
        source: { kind: "text" as const, quote: `Çok Kişi ${index}` },
        confidence: 1,
      },
    },
    history: [],
    createdAt: at,
    updatedAt: at,
    version: 1,
  }));
  await store.transact(async (transaction) => {
    for (const entry of many) await transaction.insertRequest(entry);
  });
  await listFrom(desk.office, LIST);

  const page = await agent.get(`/console/tickets/${ticket.number}`);

  expect(page.text).toContain("Eksikleri sor (220 kişi)");
  expect(page.text.match(/\/console\/requests\/TL-[\d-]+"/g)).toHaveLength(50);
  expect(gzipSync(page.text).length).toBeLessThan(100_000);
  const [link = "", all = ""] = /href="(\/console\/requests\?ticket=[^"]+)">([^<]+)/.exec(page.text)?.slice(1) ?? [];
  expect(all).toBe("Bu biletin 220 başvurusunun tümü");
  const list = await agent.get(link);
  expect(list.text).toContain("Yalnız şu biletin başvuruları:");
  expect(list.text).not.toContain("Ali Demir");
  const rest = [...(await theRestOf(list.text)), list.text].join("");
  expect(new Set(rest.match(/Çok Kişi \d+/g)).size).toBe(220);
  const [path = ""] = /\/console\/requests\/TL-[\d-]+\/ask/.exec(page.text) ?? [];
  const asked = await agent.post(path, {});
  const [, question = ""] = /<textarea[^>]*>([^<]*)/.exec(asked.text) ?? [];
  expect(question.match(/Çok Kişi \d+ \(TL-/g)).toHaveLength(220);

  /** The pages that follow, each by the one before. */
  async function theRestOf(text: string): Promise<string[]> {
    const [, next] = /rel="next" href="([^"]+)"/.exec(text) ?? [];
    if (!next) return [];
    const { text: more } = await agent.get(next.replaceAll("&amp;", "&"));
    return [more, ...(await theRestOf(more))];
  }
}, 120_000);

test("an operator and a kind of line are shown by their names, and taken so", async () => {
  const agent = await desk.agent();
  const { requests } = await listFrom(desk.office, LIST);
  const one = requests.find(({ fields }) => fields.name?.value === "Ali Demir");
  const path = `/console/requests/${one?.number}`;
  const page = await agent.get(path);
  expect(page.text).toContain("<strong>Turkcell</strong>");
  expect(page.text).toMatch(/Metin “Turkcell”/);
  expect(page.text).not.toContain('value="turkcell"');
  await agent.post(`${path}/correct`, { version: "1", field: "operator", value: "Türk Telekom" });
  expect((await agent.get(path)).text).toContain("<strong>Türk Telekom</strong>");
});

test("an entry that changed meanwhile is shown as it is now", async () => {
  const agent = await desk.agent();
  const { requests } = await listFrom(desk.office, LIST);
  const path = `/console/requests/${requests[0]?.number}`;
  await agent.get(path);
  await agent.post(`${path}/move`, { version: "1", to: "underReview", reason: "" });
  const late = await agent.post(`${path}/move`, { version: "1", to: "cancelled", reason: "" });
  expect([late.status, late.text.includes("Bu arada başkası değiştirdi")]).toEqual([409, true]);
});

test("the export says everything in the words of the console", async () => {
  const words = textsOf("tr").requests;
  await listFrom(desk.office, LIST);
  const entry = (await desk.office.store.requests.list({ limit: 1 })).items[0]!;
  const cell = (heading: string, change: Partial<RequestEntry>) =>
    requestCells({ ...entry, ...change }, {})[REQUEST_HEADINGS.indexOf(heading)];
  for (const state of REQUEST_STATES) expect(cell(words.stateLabel, { state })).toBe(words.state[state]);
  for (const kind of REQUEST_KINDS) expect(cell(words.kindLabel, { kind })).toBe(words.kind[kind]);
  const headings = [words.number, words.ticket, ...Object.values(words.field)];
  expect(REQUEST_HEADINGS).toEqual(expect.arrayContaining(headings));
});

test("a value that is refused stays at its field, and a step without its reason shows where the reason goes", async () => {
  const agent = await desk.agent("agent", "Yanlış Numara");
  const { number } = (await desk.office.store.requests.list({ limit: 1 })).items[0]!;
  const version = async () => String((await desk.office.store.requests.byNumber(number))?.version);
  const wrong = await agent.post(`/console/requests/${number}/correct`, {
    version: await version(),
    field: "nationalId",
    value: "12345678901",
  });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toMatch(
    /id="v-nationalId"[^>]* aria-invalid="true" aria-describedby="refused" value="12345678901"/,
  );
  expect(wrong.text).toMatch(/id="refused" role="alert"[\s\S]*sağlaması tutmuyor/);
  const unfounded = await agent.post(`/console/requests/${number}/move`, {
    version: await version(),
    to: "rejected",
    reason: "",
  });
  expect(unfounded.text).toMatch(/id="reason"[^>]* aria-invalid="true"/);
});

test("a province that only follows from a district says so wherever it stands, until somebody confirms it", async () => {
  const agent = await desk.agent();
  const { requests } = await listFrom(
    desk.office,
    "Mobil imza başvurusu\nAd Soyad: Rüya Tunca\nT.C. Kimlik No: 10000000146\nBirim: Polatlı Kaymakamlığı",
  );
  const path = `/console/requests/${requests[0]?.number}`;
  const list = () => agent.get("/console/requests?q=tunca");
  expect((await list()).text).toContain("Polatlı Kaymakamlığı, Ankara (ilçesine göre)");
  expect((await agent.get(path)).text).toContain("Metin “Polatlı Kaymakamlığı” · ilçesinden çıkarıldı");
  await agent.post(`${path}/confirm`, { version: "1", field: "province" });
  expect((await list()).text).toContain("Polatlı Kaymakamlığı, Ankara<");
});
