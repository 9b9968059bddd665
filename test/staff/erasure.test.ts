import { ticketFrom, withDesk } from "./desk.ts";

const desk = withDesk();

test("an administrator erases a person and reads once what was erased and what stays", async () => {
  const { ticket } = await ticketFrom(desk.office, { email: "silinecek@valilik.example", name: "Silinecek Kişi" });
  const { ticket: other } = await ticketFrom(desk.office, { email: "kalan@valilik.example", name: "Kalan Kişi" });
  const admin = await desk.agent("admin", "Silen Yönetici");
  await admin.get("/console/erasure");

  const email = "Silinecek@Valilik.example";
  const { status, text } = await admin.post("/console/erasure", { email, again: email.trim() });
  expect(status).toBe(200);
  expect(text).toContain(ticket.number);
  expect(text).not.toContain(other.number);
  expect(text).toMatch(/<dt>Yazışma<\/dt><dd>1<\/dd>/);
  expect(text).toContain("denetim kaydı");
  expect(JSON.stringify(await desk.office.store.tickets.byNumber(ticket.number))).not.toContain("Silinecek");
  expect((await desk.office.store.tickets.byNumber(other.number))?.requester.name).toBe("Kalan Kişi");
  const [event] = (await desk.office.store.events.list({ limit: 1, type: "person.erased" })).items;
  expect(event).toMatchObject({ actor: { name: "Silen Yönetici" } });
});

test("two addresses that differ erase nothing, and an address nobody wrote from says so", async () => {
  const { ticket } = await ticketFrom(desk.office, { email: "duran@valilik.example", name: "Duran Kişi" });
  const admin = await desk.agent("admin");
  await admin.get("/console/erasure");
  const wrong = { email: "duran@valilik.example", again: "durna@valilik.example" };
  expect((await admin.post("/console/erasure", wrong)).status).toBe(400);
  expect((await desk.office.store.tickets.byNumber(ticket.number))?.requester.name).toBe("Duran Kişi");
  const nobody = { email: "yok@valilik.example", again: "yok@valilik.example" };
  expect((await admin.post("/console/erasure", nobody)).text).toContain("kayıt bulunmadı");
});

test("a lead may not erase", async () => {
  const lead = await desk.agent("lead");
  expect((await lead.get("/console/erasure")).status).toBe(403);
  await lead.get("/console/account");
  const email = "kalan@valilik.example";
  expect((await lead.post("/console/erasure", { email, again: email })).status).toBe(403);
});
