import type { TicketChannel } from "../../src/core/ticket.ts";
import { queryTerms, searchTerms } from "../../src/language/search-terms.ts";
import { erasePerson, findPersonToErase } from "../../src/requests/erase-person.ts";
import { moveRequest } from "../../src/requests/move-request.ts";
import { takeRequests } from "../../src/requests/take-requests.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { connect } from "../../src/store/connect.ts";
import { createErasure } from "../../src/store/erasure/erasure.ts";
import { createModels } from "../../src/store/models.ts";
import { createPersonalTerms } from "../../src/store/personal-terms.ts";
import { createStoredRequests } from "../../src/store/stored-requests.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { mergeTickets } from "../../src/tickets/merge-tickets.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { splitTicket } from "../../src/tickets/split-ticket.ts";
import { createRequestExtractor } from "../../src/understanding/extraction/extract-requests.ts";
import { madeUpPerson } from "../support/made-up-people.ts";
import { NOW, OFFICE_ADDRESS, withOffice } from "../support/office.ts";

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
  const half = { ...office, store };
  await expect(erasePerson(half, { who: email, by: admin })).rejects.toThrow("the power went");
  const [event] = (await office.store.events.list({ limit: 1, type: "person.erasing" })).items;
  expect(event).toMatchObject({ actor: { name: "Yönetici" }, subject: "y•••@kurum.example" });
});

test("a project lead goes, and the entries they sent for others stay with what is those people's", async () => {
  const other = madeUpPerson(921);
  const lead = { email: "sorumlu@kurum.example", name: "Hale Sorumlu" };
  const text = `${form("Listede Duran", other.spoken, other.email)}\nT.C. kimlik no: ${other.nationalId}\nProje sorumlusu: Hale Sorumlu'nun listesi, ${lead.email}`;
  const number = await written(lead, text);
  const [before] = (await office.store.requests.list({ ticket: number, limit: 9 })).items;
  expect(before?.fields.projectLead?.value).toContain("Hale Sorumlu");
  const own = await written(lead, "Mobil imzamı yenilemek istiyorum, hattım Turkcell.");

  const { subject, counts } = await findPersonToErase(office, { who: lead.email, by: admin });
  const theirs = (await fieldsOf(own)).length;
  expect(subject.ofOthers.map(({ name }) => name)).toEqual(["Listede Duran"]);
  expect(counts.requests).toBe(theirs);
  const report = await erasePerson(office, { who: lead.email, by: admin });
  expect(report.entriesKept).toEqual([before?.number]);
  expect(report.erased).toEqual(counts);

  const [kept] = (await office.store.requests.list({ ticket: number, limit: 9 })).items;
  expect(kept?.fields).toMatchObject({ name: { value: "Listede Duran" }, email: { value: other.email } });
  expect(kept?.fields.projectLead).toBeUndefined();
  expect(kept?.passage).toContain("Listede Duran");
  expect(kept?.passage).toContain("[silindi]");
  expect(JSON.stringify(kept)).not.toMatch(/Hale|sorumlu@kurum/i);
  expect(await office.store.requests.unmasked(kept!.number, "phone")).toBe(other.phone);
  expect(await office.store.requests.unmasked(kept!.number, "nationalId")).toBe(other.nationalId);
  expect((await office.store.transact((t) => t.unmaskedRequest(kept!.number)))?.passage).toBeUndefined();
  expect((await office.store.requests.list({ q: other.nationalId, limit: 9 })).items).toHaveLength(1);
  // The work on it goes on.
  const moved = { number: kept!.number, version: kept!.version, to: "underReview", by: admin } as const;
  expect((await moveRequest(office, moved)).state).toBe("underReview");
  expect((await ticket(number)).requester).toEqual({});

  const again = await findPersonToErase(office, { who: other.nationalId, by: admin });
  expect(again.subject.entries.map((one) => one.number)).toEqual([kept?.number]);
});

test("whoever only has their name in a longer one, or their address in a longer one, loses nothing", async () => {
  const { store } = office;
  const lead = { email: "ali@kurum.example", name: "Ali Veli" };
  const number = await written(lead, `Mobil imza talebi\nAd Soyad: Mehmet Ali Veli\nOperatör: Turkcell`);
  const address = await written(lead, form("Ayşe Uzak", madeUpPerson(923).spoken, "mehmet.ali@kurum.example"));
  const filter = {
    view: "all",
    assignee: "",
    category: "",
    priority: "",
    sort: "",
    q: "mehmet.ali@kurum.example",
  } as const;
  const view = { id: store.newId(), owner: "a", name: "Onunkiler", shared: false, filter, order: 1, version: 0 };
  await store.transact((transaction) => transaction.keep("savedViews", view));
  const report = await erasePerson(office, { who: lead.email, by: admin });
  expect(await fieldsOf(number)).toEqual(["Mehmet Ali Veli"]);
  const [entry] = (await store.requests.list({ ticket: address, limit: 9 })).items;
  expect(entry?.fields.email?.value).toBe("mehmet.ali@kurum.example");
  expect(report.erased.savedViews).toBe(0);
});

test("what was sent to them and merged into a ticket of somebody else has their address no more", async () => {
  const email = "birlesen@kurum.example";
  const merged = await written({ email, name: "Birleşen Kişi" });
  const answer = { ticket: merged, version: 1, text: "Merhaba", agent: { id: staff.id, name: staff.name } };
  const { version } = (await replyToRequester(office, answer)).ticket;
  const other = await written({ email: "kalan@kurum.example", name: "Kalan Kişi" });
  await mergeTickets(office, { ticket: merged, version, into: other, actor: staff });
  await erasePerson(office, { who: email, by: admin });
  const left = await office.store.messages.ofTicket(other);
  expect(left.map(({ text }) => text)).toContain("Merhaba");
  expect(JSON.stringify(left)).not.toContain(email);
});

test("tickets of others that were merged into theirs are told before, and what is split off again stays", async () => {
  const email = "bosalan@kurum.example";
  const into = await written({ email, name: "Boşalan Kişi" });
  const other = await written({ email: "araya.giren@kurum.example", name: "Araya Giren" }, "Bu benim yazım");
  const { version } = await mergeTickets(office, { ticket: other, version: 1, into, actor: staff });
  const found = await findPersonToErase(office, { who: email, by: admin });
  expect(found.subject.mergedIn).toEqual([other]);
  const thread = await office.store.messages.ofTicket(into);
  const messages = thread.filter(({ from }) => from.email === "araya.giren@kurum.example").map(({ id }) => id);
  const split = await splitTicket(office, { ticket: into, version, messages, subject: "Ayrılan", actor: staff });
  await erasePerson(office, { who: email, by: admin });
  const [kept] = await office.store.messages.ofTicket(split.number);
  expect(kept).toMatchObject({ text: "Bu benim yazım", from: { email: "araya.giren@kurum.example" } });
  expect((await ticket(split.number)).requester.email).toBe("araya.giren@kurum.example");
});

test("an entry under another spelling of their name goes too, once whoever erases said that it is theirs", async () => {
  const { spoken, email } = madeUpPerson(922);
  const lead = { email: "baska.yazilan@kurum.example", name: "H. Yazılan" };
  const number = await written(lead, form("Hülya Yazılan", spoken, email));
  const wish = { who: lead.email, called: ["Hülya Yazılan"], by: admin };
  expect((await findPersonToErase(office, wish)).subject.ofOthers).toEqual([]);
  expect((await erasePerson(office, wish)).entriesKept).toEqual([]);
  expect(await fieldsOf(number)).toEqual([undefined]);
});

test("the office's own address and a working member's are refused, by whatever they are asked for, and nobody is offered them", async () => {
  const member = {
    id: office.store.newId(),
    email: "gorevli@kurum.example",
    name: "Zeynep Kaya",
    role: "agent",
  } as const;
  await office.store.staff.add({ ...member, active: true, createdAt: NOW });
  const number = await written({ email: member.email, name: member.name });
  const refused = (why: string) => ({ code: "conflict", details: { why } });
  for (const work of [findPersonToErase, erasePerson]) {
    const asked = (who: string) => work(office, { who, by: admin });
    await expect(asked(OFFICE_ADDRESS.toUpperCase())).rejects.toMatchObject(refused("ownAddress"));
    await expect(asked("Gorevli@Kurum.example")).rejects.toMatchObject(refused("staffMember"));
    await expect(asked(number)).rejects.toMatchObject(refused("staffMember"));
  }
  expect((await ticket(number)).requester.name).toBe(member.name);
  // Once they work there no more they are a person like every other.
  await office.store.staff.update(member.id, { active: false });
  expect((await erasePerson(office, { who: number, by: admin })).tickets).toEqual([number]);
});

test("a message that comes in between, after the others were emptied and before its ticket is, goes with them", async () => {
  const email = "o.sirada@kurum.example";
  const number = await written({ email, name: "O Sırada" });
  const connection = await connect(office.uri);
  const cipher = createCipher(Buffer.alloc(32));
  const from = { kind: "requester", email, name: "O Sırada" } as const;
  const message = { channel: "mail", from, text: "O sırada yazdı" } as const;
  let came = false;
  const erasure = createErasure(connection, createModels(connection), {
    terms: { keysOf: () => [] },
    mailsFrom: async () => [],
    storedRequests: createStoredRequests(cipher, createPersonalTerms(cipher, searchTerms, queryTerms)),
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
