import { type ArrivingMail, readRequests } from "../../src/requests/read-requests.ts";
import { workbook } from "../../src/requests/sheet-files.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { createRequestExtractor } from "../../src/understanding/extraction/extract-requests.ts";
import { madeUpPerson } from "../support/made-up-people.ts";
import { OFFICE_ADDRESS, withOffice } from "../support/office.ts";

const office = withOffice();
const { extract } = createRequestExtractor("knowledge");
const FROM = { address: "lead@ornek.example", name: "Hale Sorumlu" };
const noFile = async () => undefined;

const arriving = (text: string, rest: Partial<ArrivingMail> = {}): ArrivingMail => ({
  row: { id: office.store.newId() },
  mail: { text, from: FROM, attachments: [] },
  subject: "Mobil imza talebi",
  text,
  ...rest,
});
const message = (text: string) => ({
  channel: "mail" as const,
  from: { kind: "requester" as const, email: FROM.address, name: FROM.name },
  text,
});
const opening = (text: string) => ({
  subject: "Mobil imza",
  category: "application",
  priority: "normal" as const,
  channel: "mail" as const,
  requester: { email: FROM.address, name: FROM.name },
  actor: { kind: "requester" as const },
  message: message(text),
});

test("a list attached to a mail becomes entries in the write that opens the ticket, and its reply fills them", async () => {
  const p = madeUpPerson(950);
  const file = workbook("L", [
    ["Ad Soyad", "T.C.", "Cep", "Operatör"],
    [p.name, p.nationalId, p.spoken, "Turkcell"],
  ]);
  const attachments = [{ index: 3, name: "liste.xlsx", type: "x", size: file.length, inline: false }];
  const text = `Liste ektedir. Yanıt: ${OFFICE_ADDRESS}`;
  const mail = arriving(text, { mail: { text, from: FROM, attachments } });
  const found = await readRequests(office, extract, mail, async (index) =>
    index === 3 ? Buffer.from(file) : undefined,
  );
  expect(found?.note).toBe("1 kişi için talep bilgisi bulundu.");
  let numbers: readonly string[] = [];
  const { ticket } = await openTicket(office, {
    ...opening(text),
    alsoWrite: async (transaction, opened) => {
      numbers = (await found?.write(transaction, opened)) ?? [];
    },
  });
  const [number = ""] = numbers;
  const entry = await office.store.requests.byNumber(number);
  expect(entry).toMatchObject({ ticket: ticket.number, fields: { name: { value: p.name } } });
  expect(entry?.fields.email).toBeUndefined();

  const answer = arriving(`e-posta: ${p.email}`, { ticket });
  const filling = await readRequests(office, extract, answer, noFile);
  expect(filling?.note).toContain("yanıt olabilir");
  await addMessage(office, {
    ticket: ticket.number,
    reopens: true,
    actor: { kind: "requester" },
    message: message(answer.text),
    alsoWrite: async (transaction, changed) => {
      expect(await filling?.write(transaction, changed)).toEqual([number]);
    },
  });
  expect((await office.store.requests.byNumber(number))?.fields.email?.value).toBe(p.email);
});

test("nothing is written when the transaction that files the mail fails", async () => {
  const p = madeUpPerson(951);
  const text = `Mobil imza talebi\nAd Soyad: ${p.name}\nTC: ${p.nationalId}`;
  const found = await readRequests(office, extract, arriving(text), noFile);
  const failing = openTicket(office, {
    ...opening(text),
    alsoWrite: async (transaction, opened) => {
      await found?.write(transaction, opened);
      throw new Error("power cut");
    },
  });
  await expect(failing).rejects.toThrow("power cut");
  expect((await office.store.requests.list({ limit: 10, q: p.nationalId })).items).toEqual([]);
});

test("a question, and an answer that belongs to no ticket, bring nothing", async () => {
  expect(await readRequests(office, extract, arriving("Mobil imza ücreti ne kadar?"), noFile)).toBeUndefined();
  expect(await readRequests(office, extract, arriving("Operatör: Turkcell"), noFile)).toBeUndefined();
});

test("a file that cannot be read is told of", async () => {
  const attachments = [{ index: 0, name: "liste.xlsx", type: "x", size: 5, inline: false }];
  const mail = arriving("Liste ektedir.", { mail: { text: "Liste ektedir.", from: FROM, attachments } });
  const found = await readRequests(office, extract, mail, async () => Buffer.from("bozuk"));
  expect(found?.note).toContain("liste.xlsx okunamadı: bozuk ya da parolalı.");
});
