import { PASSWORD, ticketFrom, withDesk } from "./desk.ts";

const desk = withDesk();
const idOf = async (email: string) => (await desk.office.store.staff.byEmail(email))?.id ?? "";

test("an administrator adds a member, whose password is shown once and works", async () => {
  const admin = await desk.agent("admin", "Asıl Yönetici");
  await admin.get("/console/people");
  const added = await admin.post("/console/people", {
    name: "Yeni Görevli",
    email: "Yeni@E-Imza.example",
    role: "agent",
  });
  const password = added.text.match(/<strong class="mono">([a-z2-9-]+)<\/strong>/)?.[1] ?? "";
  expect((await admin.get("/console/people")).text).not.toContain(password);
  expect(await desk.client().signIn("yeni@e-imza.example", password)).toBe(303);
  expect(
    (await admin.post("/console/people", { name: "İkiz", email: "yeni@e-imza.example", role: "agent" })).status,
  ).toBe(409);
});

test("closing an account ends its sessions at once, and nobody closes their own", async () => {
  const admin = await desk.agent("admin", "Kapatan Yönetici");
  const other = await desk.agent("agent", "Giden Görevli");
  await admin.get("/console/people");
  const id = (await desk.office.store.staff.list()).find(({ name }) => name === "Giden Görevli")?.id ?? "";
  await admin.post(`/console/people/${id}/close`, {});
  expect((await other.get("/console/tickets")).status).toBe(303);
  const self = (await desk.office.store.staff.list()).find(({ name }) => name === "Kapatan Yönetici")?.id ?? "";
  expect((await admin.post(`/console/people/${self}/close`, {})).status).toBe(409);
});

test("a role is changed, a password is given anew, and both stand in the audit log", async () => {
  const admin = await desk.agent("admin", "Denetlenen Yönetici");
  await admin.get("/console/people");
  await admin.post("/console/people", { name: "Değişen", email: "degisen@e-imza.example", role: "viewer" });
  const id = await idOf("degisen@e-imza.example");
  await admin.post(`/console/people/${id}/role`, { role: "lead" });
  const given = await admin.post(`/console/people/${id}/password`, {});
  const password = given.text.match(/<strong class="mono">([a-z2-9-]+)<\/strong>/)?.[1] ?? "";
  const lead = desk.client();
  expect(await lead.signIn("degisen@e-imza.example", password)).toBe(303);
  const log = await lead.get("/console/audit?type=staff.changed");
  expect(log.text).toContain("<strong>Değişen</strong> role: lead");
  expect((await lead.get("/console/audit?type=staff.signedIn")).text).not.toContain(`>${id}<`);
  expect(log.text).toContain("Denetlenen Yönetici");
  expect((await lead.get("/console/people")).status).toBe(403);
});

test("a token opens the API till it is revoked", async () => {
  const admin = await desk.agent("admin");
  await ticketFrom(desk.office);
  await admin.get("/console/people");
  const made = await admin.post("/console/people/tokens", { name: "Rapor robotu", role: "viewer" });
  const token = made.text.match(/<strong class="mono">(mi_[\w-]+)<\/strong>/)?.[1] ?? "";
  const ask = () => fetch(`${desk.url}/api/v1/tickets`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  const hash = (await desk.office.store.staff.tokens())[0]?.hash;
  await admin.post(`/console/people/tokens/${hash}/revoke`, {});
  expect((await ask()).status).toBe(401);
});

test("whose password was never set cannot come in with an empty one", async () => {
  await desk.office.store.staff.add({
    id: desk.office.store.newId(),
    email: "bos@e-imza.example",
    name: "Boş",
    role: "admin",
    active: true,
    createdAt: new Date(),
  });
  expect(await desk.client().signIn("bos@e-imza.example", "")).toBe(401);
  expect(await desk.client().signIn("bos@e-imza.example", PASSWORD)).toBe(401);
});

test("members stand in the order of the Turkish alphabet", async () => {
  const admin = await desk.agent("admin", "Zehra Sıralayan");
  for (const name of ["Şule Sıralı", "İlknur Sıralı", "Çağrı Sıralı"]) await desk.agent("viewer", name);
  const page = (await admin.get("/console/people")).text;
  const order = ["Çağrı Sıralı", "İlknur Sıralı", "Şule Sıralı", "Zehra Sıralayan"].map((name) =>
    page.lastIndexOf(`<strong>${name}`),
  );
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("who cannot be added stays in the form, with what is wrong at the address and what to do", async () => {
  const admin = await desk.agent("admin", "Ekleyen Yönetici");
  await admin.get("/console/people");
  const taken = { name: "İlknur Şığırtmaç", email: "ikinci@e-imza.example", role: "lead" };
  await admin.post("/console/people", taken);
  const again = await admin.post("/console/people", taken);
  expect(again.status).toBe(409);
  expect(again.text).toContain('name="name" value="İlknur Şığırtmaç"');
  expect(again.text).toMatch(
    /value="ikinci@e-imza.example"[^>]* aria-invalid="true" aria-describedby="new-email-wrong"/,
  );
  expect(again.text).toMatch(/value="lead" required checked/);
  expect(again.text).toContain("kapalıysa açın");
  const noAddress = await admin.post("/console/people", { ...taken, email: "ikinci@" });
  expect([noAddress.status, noAddress.text.includes("Bu bir e-posta adresi değil")]).toEqual([400, true]);
});
