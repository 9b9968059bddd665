import { strFromU8, unzipSync } from "fflate";
import type { Agent } from "../../src/requests/agent.ts";
import { applyRetention } from "../../src/requests/apply-retention.ts";
import { erasePerson } from "../../src/requests/erase-person.ts";
import { exportRequests } from "../../src/requests/export-requests.ts";
import { requestCells } from "../../src/requests/request-sheet.ts";
import { csvLine, workbook } from "../../src/requests/sheet-files.ts";
import { takeRequests } from "../../src/requests/take-requests.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { createRequestExtractor } from "../../src/understanding/extraction/extract-requests.ts";
import { readWorkbook } from "../../src/understanding/extraction/spreadsheet.ts";
import { madeUpPerson } from "../support/made-up-people.ts";
import { NOW, withOffice } from "../support/office.ts";

let now = NOW;
const office = withOffice(() => now);
const extractor = createRequestExtractor("knowledge");
const lead: Agent = { id: "l", name: "Leyla Önder", role: "lead" };
const admin: Agent = { id: "y", name: "Yönetici", role: "admin" };
const agent: Agent = { id: "a", name: "Zeynep", role: "agent" };
let uid = 0;

/** A mail of this sender through ledger, ticket and entries, as the mail door files it. */
async function receive(sender: { email: string; name: string }, text: string, category = "application") {
  uid += 1;
  const place = { account: "a", mailbox: "INBOX", uidValidity: "1" };
  await office.store.mails.see([{ ...place, uid, internalDate: now, size: text.length }]);
  const [row] = await office.store.mails.withoutRaw(place, 1);
  const from = `${sender.name} <${sender.email}>`;
  await office.store.mails.keep(row!.id, Buffer.from(text), { contentKey: `k${uid}`, from, subject: "Konu" });
  const extraction = await extractor.extract({ subject: "Mobil imza", text, sender });
  const { ticket } = await openTicket(office, {
    subject: `Mobil imza ${sender.name}`,
    category,
    priority: "normal",
    channel: "mail",
    requester: { ...sender, conversationId: `conversation-of-${sender.email}` },
    actor: { kind: "requester", name: sender.name },
    message: {
      channel: "mail",
      from: { kind: "requester", ...sender },
      text,
      mail: row!.id,
      contentKey: `k${uid}`,
      attachments: [{ index: 0, name: "form.pdf", type: "application/pdf", size: 1, inline: false }],
    },
    alsoWrite: async (transaction, opened) => {
      const taken = { ticket: opened, origin: `mail:${row!.id}`, extraction, actor: { kind: "system" } as const };
      await takeRequests(office, transaction, taken);
      const outcome = { kind: "ticket", ticket: opened.number, reason: "", decisions: [], at: now } as const;
      await transaction.finishMail(row!.id, outcome);
    },
  });
  return { ticket: ticket.number, mail: row!.id };
}

const form = (serial: number, name = madeUpPerson(serial).name) => {
  const p = madeUpPerson(serial);
  return `Mobil imza talebi\nAd Soyad: ${name}\nTC: ${p.nationalId}\nCep: ${p.spoken}\nOperatör: Turkcell\nE-posta: ${p.email}`;
};

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"\r\n`],
  ["+905321234567", "'+905321234567\r\n"],
  ["-1", "'-1\r\n"],
  ["@SUM(A1)", "'@SUM(A1)\r\n"],
  [" =1+1", "' =1+1\r\n"],
  ["\t=1", "'\t=1\r\n"],
  ["＝1+1", "'＝1+1\r\n"],
  ["Ayşe; Yılmaz", '"Ayşe; Yılmaz"\r\n'],
  ["Ayşe", "Ayşe\r\n"],
])("the cell %j is written as %j", (cell, line) => {
  expect(csvLine([cell])).toBe(line);
});

test("in a workbook a text is a text, whatever it begins with, and never a formula", () => {
  const cells = ['=HYPERLINK("http://x")', "+1", "@SUM(A1)", "<f>1+1</f>", "\u0001Ayşe & Ali"];
  const bytes = workbook("Talepler", [cells]);
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!);
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet.match(/t="inlineStr"/g)).toHaveLength(cells.length);
  expect(readWorkbook(bytes, "talepler.xlsx").tables[0]?.rows[0]).toEqual([...cells.slice(0, 4), "Ayşe & Ali"]);
});

test("a day is a date in a workbook, and as it always was in a CSV file", () => {
  const rows = [["Açılış"], [{ day: "2026-11-23" }], [{ day: "2028-02-29" }], [""]];
  const bytes = workbook("Talepler", rows);
  const files = unzipSync(bytes);
  const sheet = strFromU8(files["xl/worksheets/sheet1.xml"]!);
  expect([...sheet.matchAll(/<c s="1"><v>(\d+)<\/v>/g)].map(([, serial]) => serial)).toEqual(["46349", "46812"]);
  expect(strFromU8(files["xl/styles.xml"]!)).toContain('formatCode="dd\\.mm\\.yyyy"');
  expect(rows.map(csvLine).join("")).toBe("Açılış\r\n2026-11-23\r\n2028-02-29\r\n\r\n");
});

test("the export has every entry, masked, or in the clear for those who may; and is written down", async () => {
  const p = madeUpPerson(801);
  await receive({ email: "lead1@ornek.example", name: "Hale Sorumlu" }, form(801));
  await expect(exportRequests(office, { format: "csv", by: agent })).rejects.toMatchObject({ code: "notAllowed" });
  const masked = await exportRequests(office, { format: "csv", by: lead });
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(masked.bytes);
  expect(text.startsWith("\ufeffBaşvuru no;")).toBe(true);
  expect(text).toContain(p.name);
  expect(text).not.toContain(p.nationalId);
  expect(text).toMatch(/;\d\d•{7}\d\d;/);

  const open = await exportRequests(office, { format: "xlsx", by: lead, unmasked: true });
  const { tables } = readWorkbook(open.bytes, "talepler.xlsx");
  const rows = tables[0]!.rows;
  const row = rows.find((cells) => cells.includes(p.name))!;
  const cell = (heading: string) => row[rows[0]!.indexOf(heading)];
  expect(cell("T.C. kimlik no")).toBe(p.nationalId);
  expect(cell("Cep telefonu")).toBe(p.spoken);
  expect(cell("Operatör")).toBe("Turkcell");
  const { items } = await office.store.events.list({ limit: 10, type: "personalData.exported" });
  expect(items.map((event) => "detail" in event && event.detail)).toEqual([
    "1 talep, xlsx, açık",
    "1 talep, csv, maskeli",
  ]);
});

test("a province that only follows from its district is marked beside it in both exports, until somebody confirms it", async () => {
  const text = `${form(841)}\nGörev yeri: Polatlı Kaymakamlığı`;
  const { ticket } = await receive({ email: "ilce@ornek.example", name: "İlçe Sorumlusu" }, text);
  const entry = (await office.store.requests.ofTicket(ticket))[0]!;
  expect(entry.fields.province).toMatchObject({ value: "Ankara", source: { isConcluded: true } });
  const told = async (format: "csv" | "xlsx") => {
    const { bytes } = await exportRequests(office, { format, by: lead });
    const [heads = [], ...rows] =
      format === "xlsx"
        ? readWorkbook(bytes, "talepler.xlsx").tables[0]!.rows
        : new TextDecoder()
            .decode(bytes)
            .split("\r\n")
            .map((line) => line.split(";"));
    const row = rows.find((cells) => cells.includes(entry.number)) ?? [];
    return [row[heads.indexOf("İl")], row[heads.indexOf("İlin dayanağı")]];
  };
  expect(await told("csv")).toEqual(["Ankara", "ilçesine göre"]);
  expect(await told("xlsx")).toEqual(["Ankara", "ilçesine göre"]);
  expect(
    requestCells(
      { ...entry, fields: { ...entry.fields, province: { ...entry.fields.province!, confirmedBy: "Zeynep" } } },
      {},
    ),
  ).not.toContain("ilçesine göre");
});

test("erasing a person leaves nothing of them in tickets, entries, mails and chat, and nothing of others goes", async () => {
  const mine = { email: "silinecek@ornek.example", name: "Silinecek Kişi" };
  const other = { email: "kalan@ornek.example", name: "Kalan Kişi" };
  const erased = await receive(mine, form(811, mine.name));
  const kept = await receive(other, form(812));
  const named = madeUpPerson(813);
  const listed = await receive(other, form(813).replace(named.email, mine.email));
  await office.store.chatStates.write(`channel/conversations/conversation-of-${mine.email}/`, { a: 1 }, 0);
  await office.store.conversations.remember(`conversation-of-${mine.email}`, {}, { name: mine.name });

  await expect(erasePerson(office, { who: mine.email, by: lead })).rejects.toMatchObject({ code: "notAllowed" });
  const report = await erasePerson(office, { who: mine.email.replace("silinecek", "SILINECEK"), by: admin });
  expect(report).toMatchObject({
    tickets: [erased.ticket],
    erased: { tickets: 1, messages: 1, requests: 2, mails: 1, conversations: 1, chatStates: 1 },
    toLookAt: [{ place: "ticket", id: listed.ticket, name: listed.ticket }],
  });

  const ticket = (await office.store.tickets.byNumber(erased.ticket))!;
  expect(ticket).toMatchObject({ subject: "[silindi]", requester: {}, participants: [] });
  const [message] = await office.store.messages.ofTicket(erased.ticket);
  expect(message).toMatchObject({ text: "[silindi]", attachments: [], contentKey: expect.any(String) });
  expect(await office.store.messages.original(message!.id)).toEqual({ text: "[silindi]" });
  expect(await office.store.mails.raw(erased.mail)).toBeUndefined();
  expect(await office.store.mails.byId(erased.mail)).toMatchObject({
    erasedAt: now,
    outcome: { ticket: erased.ticket },
  });
  const [entry] = (await office.store.requests.list({ limit: 5, ticket: erased.ticket })).items;
  expect(entry).toMatchObject({ fields: {} });
  expect(await office.store.requests.unmasked(entry!.number, "phone")).toBeUndefined();
  expect((await office.store.tickets.list({ limit: 5, q: madeUpPerson(811).nationalId })).items).toEqual([]);
  expect((await office.store.chatStates.read([`channel/conversations/conversation-of-${mine.email}/`])).size).toBe(0);
  const events = await office.store.events.ofTicket(erased.ticket);
  expect(JSON.stringify(events)).not.toContain("Silinecek");

  expect(await office.store.mails.raw(kept.mail)).toBeDefined();
  expect((await office.store.tickets.byNumber(kept.ticket))?.requester.name).toBe(other.name);
  expect((await office.store.requests.list({ limit: 5, ticket: listed.ticket })).items[0]?.fields).toEqual({});
  const again = await erasePerson(office, { who: mine.email, by: admin });
  expect(again).toMatchObject({ tickets: [], toLookAt: [] });
  const { items } = await office.store.events.list({ limit: 5, type: "person.erased" });
  expect(items.map((event) => "subject" in event && event.subject)).toEqual([
    "s•••@ornek.example",
    "s•••@ornek.example",
  ]);
});

test("retention erases raw mails of finished tickets when their time is over, per category", async () => {
  const sender = { email: "eski@ornek.example", name: "Eski Kişi" };
  const solved = await receive(sender, form(821));
  const short = await receive(sender, form(822), "fees");
  const working = await receive(sender, form(823));
  const actor = { kind: "system" } as const;
  for (const { ticket } of [solved, short]) {
    await changeTicket(office, { ticket, version: 1, actor, changes: { status: "solved" } });
  }
  const kept = async () =>
    Promise.all([solved, short, working].map(async ({ mail }) => (await office.store.mails.raw(mail)) !== undefined));

  now = new Date(NOW.getTime() + 40 * 86_400_000);
  expect(await applyRetention(office, { days: 0 })).toBe(0);
  expect(await applyRetention(office, { days: 90, daysOfCategory: { fees: 30 } })).toBe(1);
  expect(await kept()).toEqual([true, false, true]);
  now = new Date(NOW.getTime() + 100 * 86_400_000);
  await applyRetention(office, { days: 90, daysOfCategory: { fees: 30 } });
  expect(await kept()).toEqual([false, false, true]);
  expect(await applyRetention(office, { days: 90 })).toBe(0);
  now = NOW;
});
