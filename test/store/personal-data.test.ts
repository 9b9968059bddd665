import mongoose from "mongoose";
import type { RequestEntry } from "../../src/core/request.ts";
import { connectOptions } from "../../src/store/engine.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { type NewTicket, openTicket } from "../../src/tickets/open-ticket.ts";
import { madeUpQuestion } from "../support/made-up-question.ts";
import { NOW, withOffice } from "../support/office.ts";

const office = withOffice();
const ID = "10000000146";
const PHONE = "0532 123 45 67";
const TEXT = `Ayşe Yılmaz, T.C. ${ID}, cep ${PHONE}`;

function newTicket(overrides: Partial<NewTicket> = {}): NewTicket {
  return {
    subject: `${ID} mobil imza`,
    category: "application",
    priority: "normal",
    channel: "mail",
    requester: { email: "lead@ornek.example", name: `Lead ${PHONE}` },
    actor: { kind: "requester", name: `Lead ${PHONE}` },
    message: {
      channel: "mail",
      from: { kind: "requester", email: "lead@ornek.example", name: `Lead ${PHONE}` },
      text: TEXT,
      fullText: `${TEXT}\n> eski`,
      html: `<p>Ayşe <b>${ID}</b> <a href="tel:+905321234567">0532 <i>123</i> 45 67</a></p>`,
      attachments: [{ index: 0, name: `${ID}.pdf`, type: "application/pdf", size: 1, inline: false }],
    },
    ...overrides,
  };
}

const entry = (overrides: Partial<RequestEntry> = {}): RequestEntry => {
  const number = `TL-2026-${String(Math.floor(Math.random() * 1e6)).padStart(6, "0")}`;
  const source = { kind: "text", quote: TEXT } as const;
  return {
    id: office.store.newId(),
    number,
    ticket: "MI-2026-000001",
    kind: "newApplication",
    state: "received",
    fields: {
      name: { value: "Ayşe Yılmaz", source, confidence: 1 },
      nationalId: { value: ID, source, confidence: 1 },
      phone: { value: "+905321234567", source, confidence: 1 },
      registryNumber: { value: "12345", source, confidence: 1 },
    },
    history: [{ to: "received", by: "sistem", at: NOW }],
    passage: TEXT,
    createdAt: NOW,
    updatedAt: NOW,
    version: 1,
    ...overrides,
  };
};

/** Every document of the database as text, binary fields as what they hold. */
async function everythingStored(): Promise<string> {
  const connection = await mongoose.createConnection(office.uri, connectOptions).asPromise();
  try {
    const collections = (await connection.db?.listCollections().toArray()) ?? [];
    const all = await Promise.all(
      collections.map(async ({ name }) => [name, await connection.collection(name).find({}).toArray()]),
    );
    return JSON.stringify(all, (_key, value: unknown) => {
      const binary = value as { type?: string; data?: number[] } | null;
      return binary?.type === "Buffer" && binary.data ? Buffer.from(binary.data).toString("latin1") : value;
    });
  } finally {
    await connection.close();
  }
}

test("no T.C. kimlik no and no mobile number stands in the clear in any collection", async () => {
  const { ticket } = await openTicket(office, newTicket());
  await changeTicket(office, {
    ticket: ticket.number,
    version: 1,
    actor: { kind: "staff", id: "s", name: "Zeynep" },
    changes: { subject: `${PHONE} hakkında` },
  });
  await office.store.transact(async (transaction) => {
    await transaction.insertRequest(entry());
    await transaction.addExtractionCase({
      id: office.store.newId(),
      request: "TL-2026-000001",
      ticket: ticket.number,
      field: "nationalId",
      passage: TEXT,
      wrong: "1000000014",
      right: ID,
      createdAt: NOW,
    });
  });
  await office.store.chatStates.write("a/b", { lastText: TEXT }, 0);
  const why = [{ step: "words", detail: TEXT }];
  await office.store.questions.add(madeUpQuestion(office.store.newId(), TEXT, NOW, { why }));
  const place = { account: "a", mailbox: "INBOX", uidValidity: "1", uid: 1 };
  await office.store.mails.see([{ ...place, internalDate: NOW, size: 10 }]);
  const [row] = await office.store.mails.withoutRaw(place, 1);
  await office.store.mails.keep(row!.id, Buffer.from(TEXT), { contentKey: "k", from: `${PHONE} <a@b>`, subject: TEXT });
  await office.store.mails.release(row!.id, `bad ${ID}`, 0);
  await office.store.mails.finish(row!.id, {
    kind: "quarantined",
    reason: `cannot read ${ID}`,
    decisions: [{ stage: "s", note: TEXT }],
    at: NOW,
  });

  const stored = await everythingStored();
  expect(stored).toContain("mobil imza");
  expect(stored).not.toContain(ID);
  expect(stored).not.toMatch(/532\W{0,3}123\W{0,3}45\W{0,3}67/);
  expect(await office.store.mails.raw(row!.id)).toEqual(Buffer.from(TEXT));
  expect((await office.store.chatStates.read(["a/b"])).get("a/b")).toEqual({ value: { lastText: TEXT }, version: 1 });
  for await (const correction of office.store.extractionCases.all()) {
    expect(correction).toMatchObject({ passage: TEXT, wrong: "1000000014", right: ID });
  }
});

test("a message is read masked, and its original texts come back whole", async () => {
  const { message } = await openTicket(office, newTicket());
  const shown = await office.store.messages.byId(message.id);
  expect(shown).toMatchObject({
    text: "Ayşe Yılmaz, T.C. 10•••••••46, cep 0532 ••• •• 67",
    fullText: "Ayşe Yılmaz, T.C. 10•••••••46, cep 0532 ••• •• 67\n> eski",
    html: '<p>Ayşe <b>10•••••••46</b> <a href="tel:+90532•••••67">0532 <i>•••</i> •• 67</a></p>',
  });
  expect(shown).not.toHaveProperty("sealed");
  const { text, fullText, html } = newTicket().message;
  expect(await office.store.messages.original(message.id)).toEqual({ text, fullText, html });
});

test("a ticket is found by a full number in any spelling, never by a part of it", async () => {
  const { ticket } = await openTicket(
    office,
    newTicket({ message: { ...newTicket().message, text: "GSM: 0541 765 43 21" } }),
  );
  const found = async (q: string) =>
    (await office.store.tickets.list({ limit: 50, q })).items.map(({ number }) => number);
  expect(await found("+90 (541) 765-43-21")).toEqual([ticket.number]);
  expect(await found("5417654321")).toEqual([ticket.number]);
  expect(await found("7654321")).toEqual([]);
  expect(await found("100 000 001 46")).toContain(ticket.number);
  expect(await found("10000000147")).toEqual([]);
});

test("an entry shows masks, keeps its sealed values through changes, and is found by them", async () => {
  const created = entry();
  await office.store.transact((transaction) => transaction.insertRequest(created));
  const read = await office.store.requests.byNumber(created.number);
  expect(read?.fields.nationalId?.value).toBe("10•••••••46");
  expect(read?.fields.phone?.value).toBe("+90532•••••67");
  expect(read?.fields.name?.source.quote).toBe("Ayşe Yılmaz, T.C. 10•••••••46, cep 0532 ••• •• 67");
  expect(read?.passage).toBe("Ayşe Yılmaz, T.C. 10•••••••46, cep 0532 ••• •• 67");

  const source = { kind: "staff" } as const;
  const changed = await office.store.transact(async (transaction) => {
    const loaded = (await transaction.request(created.number))!;
    const fields = { ...loaded.fields, phone: { value: "+905417654321", source, confidence: 1 } };
    return transaction.updateRequest({ ...loaded, fields });
  });
  expect(changed.fields.phone?.value).toBe("+90541•••••21");
  expect(changed.fields.nationalId?.value).toBe("10•••••••46");
  expect(await office.store.requests.unmasked(created.number, "nationalId")).toBe(ID);
  expect(await office.store.requests.unmasked(created.number, "phone")).toBe("+905417654321");

  const numbers = async (q: string) =>
    (await office.store.requests.list({ limit: 50, q })).items.map((item) => item.number);
  expect(await numbers("0541 765 43 21")).toEqual([created.number]);
  expect(await numbers("ayse yilmaz")).toContain(created.number);
  const people = await office.store.transact(async (transaction) => [
    await transaction.requestsOfPerson({ nationalId: ID }),
    await transaction.requestsOfPerson({ phones: ["+905417654321"] }),
    await transaction.requestsOfPerson({ registryNumber: "12345", name: "AYŞE YILMAZ" }),
    await transaction.requestsOfPerson({ registryNumber: "12345", name: "Ali Veli" }),
    await transaction.requestsOfPerson({}),
  ]);
  const has = people.map((found) => found.some(({ number }) => number === created.number));
  expect(has).toEqual([true, true, true, false, false]);
});

test("a number that only its field tells is masked in the passage too", async () => {
  const source = { kind: "table", quote: "İbrahim Işık 1000000014" } as const;
  const created = entry({
    fields: { nationalId: { value: "1000000014", source, confidence: 0.5, problem: "eksik" } },
    passage: "Ad\tNo\nİbrahim Işık\t100 000 0014",
  });
  await office.store.transact((transaction) => transaction.insertRequest(created));
  const read = await office.store.requests.byNumber(created.number);
  expect(read?.passage).toBe("Ad\tNo\nİbrahim Işık\t10• ••• ••14");
  expect(read?.fields.nationalId?.source.quote).toBe("İbrahim Işık 10••••••14");
});

test("an entry that another writer changed is refused, and nothing of it is written", async () => {
  const created = entry();
  await office.store.transact((transaction) => transaction.insertRequest(created));
  const old = (await office.store.requests.byNumber(created.number))!;
  await office.store.transact((transaction) => transaction.updateRequest({ ...old, flag: "ilk" }));
  const second = office.store.transact((transaction) => transaction.updateRequest({ ...old, flag: "ikinci" }));
  await expect(second).rejects.toMatchObject({ code: "stale" });
  expect((await office.store.requests.byNumber(created.number))?.flag).toBe("ilk");
});
