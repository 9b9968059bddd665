import type { TicketChannel } from "../../src/core/ticket.ts";
import { erasePerson, findPersonToErase } from "../../src/requests/erase-person.ts";
import { takeRequests } from "../../src/requests/take-requests.ts";
import { connect } from "../../src/store/connect.ts";
import { createErasure } from "../../src/store/erasure/erasure.ts";
import { createModels } from "../../src/store/models.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { mergeTickets } from "../../src/tickets/merge-tickets.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { createRequestExtractor } from "../../src/understanding/extraction/extract-requests.ts";
import { madeUpPerson } from "../support/made-up-people.ts";
import { NOW, withOffice } from "../support/office.ts";

const office = withOffice();
const extractor = createRequestExtractor("knowledge");
const admin = { id: "y", name: "Yönetici", role: "admin" } as const;
const staff = { kind: "staff", id: "a", name: "Zeynep Kaya" } as const;

interface Writer {
  readonly email?: string;
  readonly name: string;
  readonly aadObjectId?: string;
  readonly conversationId?: string;
}

/** A ticket of this person, with the entries their text holds. */
async function written(requester: Writer, text = "Merhaba", channel: TicketChannel = "mail") {
  const { email = "", name } = requester;
  const extraction = await extractor.extract({ subject: "Mobil imza", text, sender: { email, name } });
  const { ticket } = await openTicket(office, {
    subject: "Konu",
    category: "application",
    priority: "normal",
    channel,
    requester,
    message: { channel, from: { kind: "requester", name, ...(channel === "mail" && { email }) }, text },
    actor: { kind: "requester", name },
    alsoWrite: async (transaction, opened) => {
      const origin = `test:${opened.number}`;
      await takeRequests(office, transaction, { ticket: opened, origin, extraction, actor: { kind: "system" } });
    },
  });
  return ticket.number;
}
const ticket = async (number: string) => (await office.store.tickets.byNumber(number))!;
const fieldsOf = async (number: string) =>
  (await office.store.requests.list({ ticket: number, limit: 9 })).items.map(({ fields }) => fields.name?.value);
const form = (name: string, phone: string, email: string) =>
  `Mobil imza talebi\nAd Soyad: ${name}\nCep: ${phone}\nOperatör: Turkcell\nE-posta: ${email}`;

test("a text that only has the letters of the name is nobody's, however the name is inflected it is theirs", async () => {
  const { store } = office;
  await written({ email: "ali.can@kurum.example", name: "Ali Can" });
  const confirm = (id: string, text: string) => store.knowledge.confirm({ id, text, entry: "x", by: "a", at: NOW });
  await confirm("kept", "Vali Canan Hanım için mobil imza nasıl alınır?");
  await confirm("gone", "Ali Canın başvurusu ne oldu?");
  const report = await erasePerson(office, { who: "ali.can@kurum.example", by: admin });
  expect(report.erased.learnedQuestions).toBe(1);
  expect((await store.knowledge.confirmed()).map(({ id }) => id)).toEqual(["kept"]);
});

test("chat states and counters of others go by no part of a name of theirs", async () => {
  const { store } = office;
  const address = "ali@kurum.example";
  const conversationId = "web|12";
  await written({ email: address, conversationId, name: "Ali" });
  for (const key of ["web|12", "web|12|x", "transcript/web|12", "web|123", "otherweb|12"])
    await store.chatStates.write(key, { a: 1 }, 0);
  for (const key of [address, `veli-${address}`, `${address}.tr`]) await store.tallies.count(`mail:${key}`, 3_600_000);
  const report = await erasePerson(office, { who: address, by: admin });
  expect(report.erased).toMatchObject({ chatStates: 3, tallies: 1 });
  expect([...(await store.chatStates.read(["web|123", "otherweb|12"])).keys()].sort()).toEqual([
    "otherweb|12",
    "web|123",
  ]);
  expect(await store.tallies.read(`mail:veli-${address}`, 3_600_000)).toBe(1);
});

test("an address that somebody typed into a chat makes their chat nobody else's: staff are asked whether it is", async () => {
  const address = "magdur@kurum.example";
  const account = "1c5cf1a2-0000-4000-8000-00000000abcd";
  const typed = await written({ email: address, aadObjectId: account, name: "Başka Biri" }, "Merhaba", "teams");
  const own = await written({ email: address, name: "Mağdur Kişi" });
  const found = await findPersonToErase(office, { who: address, by: admin });
  expect(found.subject.tickets).toEqual([own]);
  expect(found.subject.names).toEqual(["Mağdur Kişi"]);
  expect(found.perhaps).toEqual([{ identity: `teams:${account}`, name: "Başka Biri", why: "typedAddress" }]);
  await erasePerson(office, { who: address, by: admin });
  expect((await ticket(typed)).requester.name).toBe("Başka Biri");
  const both = await findPersonToErase(office, { who: address, also: [`teams:${account}`], by: admin });
  expect(both.subject.tickets).toEqual([typed]);
});

test("a number that several people share takes nobody's entry until it is said whose", async () => {
  const [ayse, mehmet] = [madeUpPerson(901), madeUpPerson(902)];
  const phone = ayse.spoken;
  const one = await written(
    { email: "bir@kurum.example", name: "Gönderen Bir" },
    form("Ayşe Ortak", phone, ayse.email),
  );
  const two = await written(
    { email: "iki@kurum.example", name: "Gönderen İki" },
    form("Mehmet Ortak", phone, mehmet.email),
  );
  expect([await fieldsOf(one), await fieldsOf(two)]).toEqual([["Ayşe Ortak"], ["Mehmet Ortak"]]);

  const found = await findPersonToErase(office, { who: phone, by: admin });
  expect(found.subject.sharedBy).toEqual(["Ayşe Ortak", "Mehmet Ortak"]);
  expect(found.subject).toMatchObject({ entries: [], names: [] });
  const chosen = await findPersonToErase(office, { who: phone, called: ["Ayşe Ortak"], by: admin });
  expect(chosen.subject.entries.map(({ ticket: number }) => number)).toEqual([one]);
  expect(chosen.subject.names).toEqual(["Ayşe Ortak"]);
  await erasePerson(office, { who: phone, called: ["Ayşe Ortak"], by: admin });
  expect([await fieldsOf(one), await fieldsOf(two)]).toEqual([[undefined], ["Mehmet Ortak"]]);
});

test("what was written in Teams and merged into a ticket of somebody else is pointed out", async () => {
  const account = "2c5cf1a2-0000-4000-8000-00000000abcd";
  const merged = await written({ aadObjectId: account, name: "Teams Kişisi" }, "Ben Teams Kişisi", "teams");
  const other = await written({ email: "hedef@kurum.example", name: "Hedef Kişi" });
  await mergeTickets(office, { ticket: merged, version: 1, into: other, actor: staff });
  const { toLookAt } = await findPersonToErase(office, { who: account, by: admin });
  expect(toLookAt).toEqual([{ place: "ticket", id: other, name: other }]);
});

test("what is to be typed can be typed: of an entry without a name, its number", async () => {
  const { spoken } = madeUpPerson(911);
  await written(
    { email: "imzasiz@kurum.example", name: "Gönderen Üç" },
    form("Ayşe", spoken, "ayse.tek@kurum.example"),
  );
  const { confirmation, subject } = await findPersonToErase(office, { who: spoken, by: admin });
  expect(confirmation).toBe(subject.entries[0]?.number);
});

test("an erasure that is interrupted stands in the audit log", async () => {
  const email = "yarim@kurum.example";
  await written({ email, name: "Yarım Kalan" });
  const broken = { ...office.store.erasure, erase: () => Promise.reject(new Error("the power went")) };
  const store = { ...office.store, erasure: broken };
  const half = { store, clock: office.clock, newMessageId: office.newMessageId };
  await expect(erasePerson(half, { who: email, by: admin })).rejects.toThrow("the power went");
  const [event] = (await office.store.events.list({ limit: 1, type: "person.erasing" })).items;
  expect(event).toMatchObject({ actor: { name: "Yönetici" }, subject: "y•••@kurum.example" });
});

test("entries about others in the person's tickets are told of before they go", async () => {
  const [p] = [madeUpPerson(921)];
  const lead = { email: "sorumlu@kurum.example", name: "Hale Sorumlu" };
  await written(lead, form("Listede Duran", p.spoken, p.email));
  const { subject } = await findPersonToErase(office, { who: lead.email, by: admin });
  expect(subject.others).toEqual(["Listede Duran"]);
});

test("a message that comes in between, after the others were emptied and before its ticket is, goes with them", async () => {
  const email = "o.sirada@kurum.example";
  const number = await written({ email, name: "O Sırada" });
  const connection = await connect(office.uri);
  const from = { kind: "requester", email, name: "O Sırada" } as const;
  const message = { channel: "mail", from, text: "O sırada yazdı" } as const;
  let came = false;
  const erasure = createErasure(connection, createModels(connection), {
    terms: { keysOf: () => [] },
    ticketsHolding: async () => [],
    // What is asked for at just that moment.
    rebuildTerms: async () => {
      if (came) return;
      came = true;
      await addMessage(office, { ticket: number, message, actor: { kind: "requester" }, reopens: true });
    },
  });
  await erasure.erase(await erasure.subjectOf({ identities: [`mail:${email}`] }), NOW);
  await connection.close();
  expect((await office.store.messages.ofTicket(number)).map(({ text }) => text)).toEqual(["[silindi]", "[silindi]"]);
});
