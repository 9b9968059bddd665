import { randomBytes } from "node:crypto";
import { queryTerms, searchTerms } from "../../src/language/search-terms.ts";
import { planEffects } from "../../src/notifications/plan-effects.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { connect } from "../../src/store/connect.ts";
import { createStore } from "../../src/store/store.ts";
import { eventually } from "../support/eventually.ts";
import { withoutExpiry } from "../support/no-expiry.ts";
import { type Client, ticketFrom, withDesk } from "./desk.ts";

/** An instant by the clock on the office's wall. */
const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+03:00`);
const wall = { now: at("2026-11-23 10:00") };
const desk = withDesk({}, () => wall.now);

const PAGE = "/console/settings";

/** The fields of a form of the page as a browser would send them, changed where a test says so. */
async function formOf(client: Client, change: Record<string, string | undefined> = {}) {
  const { text } = await client.get(PAGE);
  const form = text.slice(text.indexOf(`action="${PAGE}/service-levels"`)).split("</form>")[0] ?? "";
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = tag.match(/name="([^"]+)"/)?.[1] ?? "";
    if (name.startsWith("holiday.") || (tag.includes("checkbox") && !tag.includes("checked"))) continue;
    fields.append(name, tag.match(/value="([^"]*)"/)?.[1] ?? "");
  }
  for (const [name, value] of Object.entries(change)) {
    fields.delete(name);
    if (value !== undefined) fields.set(name, value);
  }
  return fields;
}
const save = async (client: Client, change: Record<string, string | undefined>) =>
  client.post(`${PAGE}/service-levels`, await formOf(client, change));
const current = () => desk.office.store.settings.current();

test("new targets count for what is opened from now on; open tickets keep what they were promised", async () => {
  const { ticket: before } = await ticketFrom(desk.office, { subject: "Önceki" });
  const lead = await desk.agent("lead", "Ayarlayan Şef");
  const saved = await save(lead, { "firstResponse.normal": "4,5", "resolution.normal": "18" });
  expect(saved.headers.get("location")).toBe(`${PAGE}?done=saved`);

  const { ticket: after } = await ticketFrom(desk.office, { subject: "Sonraki" });
  expect(after).toMatchObject({
    firstResponseDueAt: at("2026-11-23 14:30"),
    resolutionDueAt: at("2026-11-25 10:00"),
  });
  expect((await desk.office.store.tickets.byNumber(before.number))?.firstResponseDueAt).toEqual(at("2026-11-24 10:00"));
});

test("office hours, working days and holidays of the office count too", async () => {
  const lead = await desk.agent("lead");
  await save(lead, {
    "firstResponse.urgent": "2",
    opens: "09:00",
    closes: "17:00",
    eveCloses: "12:00",
    "holiday.day": "2026-11-24",
    "holiday.kind": "half",
    "holiday.name": "İdari izin",
  });
  const { calendar } = (await current()).serviceLevels;
  expect(calendar).toEqual({
    opens: 540,
    closes: 1020,
    eveCloses: 720,
    weekdays: [1, 2, 3, 4, 5],
    ownHolidays: [{ day: "2026-11-24", half: true, name: "İdari izin" }],
  });
});

test("a day of work where the calendar has a feast is kept, and what is overdue may be raised", async () => {
  const lead = await desk.agent("lead");
  const change = {
    "holiday.day": "2027-03-11",
    "holiday.kind": "works",
    "holiday.name": "Bayram bir gün önce",
    raise: "yes",
  };
  expect((await save(lead, change)).headers.get("location")).toBe(`${PAGE}?done=saved`);
  const { calendar, raisesLate } = (await current()).serviceLevels;
  expect(calendar.ownHolidays).toEqual([{ day: "2027-03-11", half: false, works: true, name: "Bayram bir gün önce" }]);
  expect(raisesLate).toBe(true);
  const { text } = await lead.get(PAGE);
  expect(text).toMatch(/<option value="works" selected/);
  expect(text).toContain("süresi geçenin önceliğini yükseltme: kapalı → açık");
  await save(lead, { raise: undefined });
  expect((await current()).serviceLevels.raisesLate).toBe(false);
});

test("every change says who, what, before and after, in the history and in the audit log", async () => {
  const lead = await desk.agent("lead", "İzlenen Şef");
  await save(lead, { warning: "35" });
  const { items } = await desk.office.store.events.list({ type: "settings.changed", limit: 1 });
  expect(items[0]).toMatchObject({
    actor: { name: "İzlenen Şef" },
    setting: "serviceLevels",
    changes: expect.arrayContaining([{ field: "warningShare", from: 0.2, to: 0.35 }]),
  });
  for (const path of [PAGE, "/console/audit?type=settings.changed"]) {
    const { text } = await lead.get(path);
    expect(text).toContain("İzlenen Şef");
    expect(text).toContain("uyarı payı: %20 → %35");
  }
  const count = async () => (await desk.office.store.events.list({ type: "settings.changed", limit: 50 })).items.length;
  const before = await count();
  expect((await save(lead, {})).headers.get("location")).toBe(`${PAGE}?done=unchanged`);
  expect(await count()).toBe(before);
});

test.each([
  ["firstResponse.high", "çok", "5 dakika ile 2000 saat arasında"],
  ["firstResponse.high", "900", "Çözüm süresi ilk yanıt süresinden kısa olamaz"],
  ["closes", "08:00", "Bitiş, başlangıçtan sonra olmalı"],
  ["eveCloses", "22:00", "mesai bitişinden geç olmayan"],
  ["weekday", undefined, "En az bir çalışma günü"],
  ["holiday.day", "2026-02-30", "Takvimde olan bir gün"],
  ["warning", "120", "0 ile 90 arasında"],
])("%s as %s is refused with the remedy, and what was typed stays", async (field, value, sentence) => {
  const lead = await desk.agent("lead");
  const before = await current();
  const answer = await save(lead, { "resolution.low": "77", [field]: value });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(sentence);
  expect(answer.text).toContain('value="77"');
  expect(await current()).toEqual(before);
});

test("a target that the working hours never reach is refused", async () => {
  const lead = await desk.agent("lead");
  const answer = await save(lead, { opens: "08:30", closes: "08:45", eveCloses: "08:45", "resolution.low": "900" });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("üç yıla sığmıyor");
});

test("the second of two who edit at once is told, sees both values, and can save theirs", async () => {
  const [first, second] = [await desk.agent("lead"), await desk.agent("admin")];
  const theirs = await formOf(second, { "firstResponse.low": "11" });
  await save(first, { "firstResponse.low": "10" });
  const told = await second.post(`${PAGE}/service-levels`, theirs);
  expect(told.status).toBe(409);
  expect(told.text).toMatch(/Düşük · ilk yanıt<\/th><td>10 sa<\/td><td><strong>11 sa/);
  const version = told.text.match(/name="version" value="(\d+)"/)?.[1] ?? "";
  theirs.set("version", version);
  await second.post(`${PAGE}/service-levels`, theirs);
  expect((await current()).serviceLevels.targets.low.firstResponse).toBe(660);
});

test("the mailbox check is off until an administrator turns it on", async () => {
  expect((await current()).mailboxCheck.on).toBe(false);
  const [admin, lead] = [await desk.agent("admin"), await desk.agent("lead")];
  const wanted = { on: "yes", everyMinutes: "30", withinMinutes: "12", version: "0" };
  await lead.get(PAGE);
  expect((await lead.post(`${PAGE}/mailbox-check`, wanted)).status).toBe(403);
  expect((await lead.get(PAGE)).text).not.toContain("mailbox-check");
  await admin.get(PAGE);
  const wrong = await admin.post(`${PAGE}/mailbox-check`, { ...wanted, withinMinutes: "40" });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("gönderme aralığından uzun olamaz");
  await admin.post(`${PAGE}/mailbox-check`, wanted);
  expect((await current()).mailboxCheck).toEqual({ on: true, everyMinutes: 30, withinMinutes: 12 });
});

test("who is neither lead nor administrator does not come in", async () => {
  const agent = await desk.agent("agent");
  expect((await agent.get(PAGE)).status).toBe(403);
  await agent.get("/console/account");
  expect((await agent.post(`${PAGE}/service-levels`, { version: "0" })).status).toBe(403);
});

test("what one process saves holds in another within seconds", async () => {
  const connection = await connect(desk.office.uri);
  const other = await createStore({
    connection,
    cipher: createCipher(randomBytes(32)),
    planEffects,
    searchTerms,
    queryTerms,
  });
  await withoutExpiry(connection);
  await other.settings.current();
  await save(await desk.agent("lead"), { "resolution.low": "123" });
  const seen = await eventually(
    async () => (await other.settings.current()).serviceLevels.targets.low.resolution,
    (minutes) => minutes === 123 * 60,
  );
  expect(seen).toBe(123 * 60);
  await connection.close();
});
