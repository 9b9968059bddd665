import { mergeTickets } from "../../src/tickets/merge-tickets.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { OFFICE_ADDRESS } from "../support/office.ts";
import { signInBy, story, toNextPage, violations, withBrowser } from "./browser.ts";
import { listFrom, PASSWORD, ticketFrom, withDesk } from "./desk.ts";

const desk = withDesk();
const browser = withBrowser();
const PAGE = "/console/erasure";

test("an administrator sees what would go, types the address to confirm, and reads once what was erased and what stays", async () => {
  const { ticket } = await ticketFrom(desk.office, { email: "silinecek@valilik.example", name: "Silinecek Kişi" });
  const { ticket: other } = await ticketFrom(desk.office, { email: "kalan@valilik.example", name: "Kalan Kişi" });
  const admin = await desk.agent("admin", "Silen Yönetici");
  await admin.get(PAGE);
  const who = " Silinecek@Valilik.example";

  const shown = await admin.post(`${PAGE}/find`, { who });
  expect(shown.status).toBe(200);
  expect(shown.text).toContain(ticket.number);
  expect(shown.text).toContain("Silinecek Kişi");
  expect(shown.text).toMatch(/<dt>Yazışma<\/dt><dd>1<\/dd>/);
  expect(shown.text).toMatch(/aynen yazın: <strong[^>]*>silinecek@valilik.example/);

  const mistyped = await admin.post(PAGE, { who, again: "silinecek@valilik" });
  expect(mistyped.status).toBe(400);
  expect(mistyped.text).toContain("Hiçbir şey silinmedi");
  expect((await desk.office.store.tickets.byNumber(ticket.number))?.requester.name).toBe("Silinecek Kişi");

  const { status, text } = await admin.post(PAGE, { who, again: "silinecek@valilik.example" });
  expect(status).toBe(200);
  expect(text).toContain(ticket.number);
  expect(text).not.toContain(other.number);
  expect(text).toMatch(/<dt>Yazışma<\/dt><dd>1<\/dd>/);
  expect(text).toContain("denetim kaydı");
  expect(JSON.stringify(await desk.office.store.tickets.byNumber(ticket.number))).not.toContain("Silinecek");
  expect((await desk.office.store.tickets.byNumber(other.number))?.requester.name).toBe("Kalan Kişi");
  const [event] = (await desk.office.store.events.list({ limit: 1, type: "person.erased" })).items;
  expect(event).toMatchObject({ actor: { name: "Silen Yönetici" }, subject: "s•••@valilik.example" });
  expect((await admin.get(`/console/tickets/${ticket.number}`)).text).toContain("kişisel verileri silindi");
});

test("somebody who only writes in Teams is found from their ticket's page, and erased by their name", async () => {
  const account = "0c6b2a5e-0000-4000-8000-0123456789ab";
  const { ticket } = await openTicket(desk.office, {
    subject: "Teams'ten",
    category: "fees",
    priority: "normal",
    channel: "teams",
    requester: { aadObjectId: account, name: "Teams Kişisi" },
    message: { channel: "teams", from: { kind: "requester", name: "Teams Kişisi" }, text: "Merhaba" },
    actor: { kind: "requester", name: "Teams Kişisi" },
  });
  const admin = await desk.agent("admin");
  const side = (await admin.get(`/console/tickets/${ticket.number}`)).text;
  expect(side).toContain(`${PAGE}?ticket=${ticket.number}`);
  const agent = await desk.agent("agent");
  expect((await agent.get(`/console/tickets/${ticket.number}`)).text).not.toContain(PAGE);

  const shown = await admin.get(`${PAGE}?ticket=${ticket.number}`);
  expect(shown.text).toMatch(/aynen yazın: <strong[^>]*>Teams Kişisi/);
  await admin.post(PAGE, { who: ticket.number, again: "teams kişisi" });
  expect(await desk.office.store.tickets.byNumber(ticket.number)).toMatchObject({ requester: {} });
  expect((await admin.get(`${PAGE}?ticket=${ticket.number}`)).status).toBe(404);
});

test("a ticket of somebody else that was merged into theirs is named before it goes with it", async () => {
  const { ticket: into } = await ticketFrom(desk.office, { email: "alan@valilik.example", name: "Alan Kişi" });
  const { ticket: merged } = await ticketFrom(desk.office, { email: "giren@valilik.example", name: "Giren Kişi" });
  const actor = { kind: "staff", id: "a", name: "Zeynep Kaya" } as const;
  await mergeTickets(desk.office, { ticket: merged.number, version: merged.version, into: into.number, actor });
  const admin = await desk.agent("admin");
  await admin.get(PAGE);
  const { text } = await admin.post(`${PAGE}/find`, { who: "alan@valilik.example" });
  expect(text).toMatch(new RegExp(`Birleştirilen biletler: <a[^>]*href="/console/tickets/${merged.number}"`));
});

test("a number leads to entries about the person and, once somebody says so, to tickets that hold it", async () => {
  const text = "Kimlik numaram 10000000146, formum gelmedi.";
  const { ticket } = await ticketFrom(desk.office, { email: "numara@valilik.example", name: "Numara Sahibi", text });
  const admin = await desk.agent("admin");
  await admin.get(PAGE);
  const who = "10000000146";
  const shown = await admin.post(`${PAGE}/find`, { who });
  expect(shown.text).toContain('name="also" value="mail:numara@valilik.example"');
  expect(shown.text).not.toContain("aynen yazın");
  expect(shown.text).toContain(`Bilet: <a href="/console/tickets/${ticket.number}"`);

  const both = await admin.post(`${PAGE}/find`, { who, also: "mail:numara@valilik.example" });
  expect(both.text).toMatch(/aynen yazın: <strong[^>]*>numara@valilik.example/);
  await admin.post(PAGE, { who, also: "mail:numara@valilik.example", again: "numara@valilik.example" });
  expect(await desk.office.store.tickets.byNumber(ticket.number)).toMatchObject({ subject: "[silindi]" });
  const [event] = (await desk.office.store.events.list({ limit: 1, type: "person.erased" })).items;
  expect(JSON.stringify(event)).not.toContain(who);
});

test("of several people with one telephone, only the one who is chosen goes; others in a ticket are warned of", async () => {
  const phone = "0532 111 22 99";
  const entryOf = (name: string) =>
    listFrom(desk.office, `Mobil imza talebi\nAd Soyad: ${name}\nCep: ${phone}\nOperatör: Turkcell`);
  const { ticket } = await entryOf("Ayşe Ortak");
  const { ticket: another } = await entryOf("Mehmet Ortak");
  const admin = await desk.agent("admin");
  await admin.get(PAGE);
  const shown = await admin.post(`${PAGE}/find`, { who: phone });
  expect(shown.text).toContain('name="called" value="Ayşe Ortak"');
  expect(shown.text).not.toContain("aynen yazın");
  const chosen = await admin.post(`${PAGE}/find`, { who: phone, called: "Ayşe Ortak" });
  expect(chosen.text).toMatch(/aynen yazın: <strong[^>]*>Ayşe Ortak/);
  expect(chosen.text).toContain('<input type="hidden" name="called" value="Ayşe Ortak">');
  await admin.post(PAGE, { who: phone, called: "Ayşe Ortak", again: "ayşe ortak" });
  const nameIn = async ({ number }: { number: string }) =>
    (await desk.office.store.requests.list({ ticket: number, limit: 9 })).items[0]?.fields.name?.value;
  expect([await nameIn(ticket), await nameIn(another)]).toEqual([undefined, "Mehmet Ortak"]);

  const lead = await admin.post(`${PAGE}/find`, { who: another.number });
  expect(lead.text).toContain("Bu biletlerdeki başkalarının başvuruları kalır");
  expect(lead.text).toContain('name="called" value="Mehmet Ortak"');
  const email = another.requester.email ?? "";
  const report = await admin.post(PAGE, { who: another.number, again: email });
  expect(report.text).toMatch(/Kalan başvurular \(başkalarının\)[\s\S]*TL-2026-/);
  expect(await nameIn(another)).toBe("Mehmet Ortak");
});

test("an entry that stays behind its sender says so, offers no question to nobody, and is worked on", async () => {
  const list =
    "Aşağıdaki personel için mobil imza başvurusu yapılacaktır:\n\nAd Soyad: Listede Kalan\nCep Telefonu: 0533 765 43 21\n";
  const { requests, ticket } = await listFrom(desk.office, list);
  const admin = await desk.agent("admin");
  const path = `/console/requests/${requests[0]?.number}`;
  expect((await admin.get(path)).text).toContain("Eksikleri gönderene sor");
  await admin.get(PAGE);
  await admin.post(PAGE, { who: ticket.number, again: ticket.requester.email ?? "" });
  const { text } = await admin.get(path);
  expect(text).toContain("Listede Kalan");
  expect(text).toContain("gönderenin kişisel verileri silindi");
  expect(text).not.toContain("Eksikleri gönderene sor");
  const entry = (await desk.office.store.requests.byNumber(requests[0]?.number ?? ""))!;
  const asked = await admin.post(`${path}/ask`, { version: String(entry.version) });
  expect([asked.status, asked.text.includes("Soru sorulmadı")]).toEqual([409, true]);
  expect((await desk.office.store.requests.byNumber(entry.number))?.state).toBe("received");
  expect((await admin.post(`${path}/move`, { version: String(entry.version), to: "underReview" })).status).toBe(303);
});

test("the office's own address and a colleague's are refused with what to do instead, and nothing is offered to confirm", async () => {
  const admin = await desk.agent("admin");
  await admin.get(PAGE);
  for (const [who, why] of [
    [OFFICE_ADDRESS, "büronun kendi adresi"],
    ["gorevli1@e-imza.example", "hesabını Görevliler sayfasında kapatın"],
  ] as const) {
    for (const place of [`${PAGE}/find`, PAGE]) {
      const refused = await admin.post(place, { who, again: who });
      expect(refused.status).toBe(409);
      expect(refused.text).toContain(why);
      expect(refused.text).toContain(`value="${who}"`);
      expect(refused.text).not.toContain("aynen yazın");
    }
  }
});

test("what nobody can be found by, and who has nothing here, are told so", async () => {
  const admin = await desk.agent("admin");
  await admin.get(PAGE);
  const unclear = await admin.post(`${PAGE}/find`, { who: "Ayşe" });
  expect(unclear.status).toBe(400);
  expect(unclear.text).toContain('value="Ayşe"');
  expect(unclear.text).toContain("Bununla kimse aranamıyor");
  expect((await admin.post(`${PAGE}/find`, { who: "MI-2026-999999" })).status).toBe(404);
  expect((await admin.post(`${PAGE}/find`, { who: "yok@valilik.example" })).text).toContain("kayıt bulunmadı");
});

test("a lead may not erase", async () => {
  const lead = await desk.agent("lead");
  expect((await lead.get(PAGE)).status).toBe(403);
  await lead.get("/console/account");
  const wish = { who: "kalan@valilik.example", again: "kalan@valilik.example" };
  expect((await lead.post(`${PAGE}/find`, wish)).status).toBe(403);
  expect((await lead.post(PAGE, wish)).status).toBe(403);
});

story.each([
  ["on the office screen", {}],
  ["on a phone in the dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" as const }],
])("from a ticket's page by keyboard to the report, axe finds nothing to mend (%s)", async (where, options) => {
  const email = `${where.length}@valilik.example`;
  const { ticket } = await ticketFrom(desk.office, { email, name: "Adım Adım" });
  await desk.agent("admin");
  const admin = (await desk.office.store.staff.list()).filter(({ role }) => role === "admin").at(-1);
  const page = await browser.open(options);
  await signInBy(page, desk.url, admin?.email ?? "", PASSWORD);
  await page.goto(`${desk.url}/console/tickets/${ticket.number}`);
  await toNextPage(page, () => page.getByRole("link", { name: "Bu kişinin verilerini sil" }).press("Enter"));
  await page.getByRole("heading", { name: "Silinecekler" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Onaylamak için aynen yazın").fill("başkası");
  await toNextPage(page, () => page.keyboard.press("Enter"));
  await page.getByText("Hiçbir şey silinmedi").waitFor();
  await page.locator("#erase-again:focus").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Onaylamak için aynen yazın").fill(email);
  await toNextPage(page, () => page.keyboard.press("Enter"));
  await page.getByText("Bu rapor yalnızca şimdi gösterilir").waitFor();
  expect(await violations(page)).toEqual([]);
});
