import mongoose from "mongoose";
import { erasePerson, findPersonToErase } from "../../src/requests/erase-person.ts";
import { connectOptions } from "../../src/store/engine.ts";
import { TREATMENTS } from "../../src/store/erasure/treatments.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { addNote } from "../../src/tickets/add-note.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { linkRequester } from "../../src/tickets/link-identities.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { NOW, withOffice } from "../support/office.ts";

const office = withOffice();
const admin = { id: "y", name: "Yönetici", role: "admin" } as const;
const actor = { kind: "staff", id: "a", name: "Zeynep Kaya" } as const;

const NAME = "Züleyha Karagözoğlu";
const ADDRESS = "zuleyha.karagozoglu@kurum.example";
const ACCOUNT = "7d5cf1a2-0000-4000-8000-00000000abcd";

/** Every document of every collection of the database, whoever made it. */
async function everything(): Promise<ReadonlyMap<string, string>> {
  const connection = await mongoose.createConnection(office.uri, connectOptions).asPromise();
  const names = (await connection.db!.listCollections().toArray()).map(({ name }) => name);
  const texts = await Promise.all(
    names.map(async (name) => {
      const rows = await connection.db!.collection(name).find({}).toArray();
      return [name, rows.map((row) => `${JSON.stringify(row)} ${rawOf(row)}`).join("\n")] as const;
    }),
  );
  await connection.close();
  return new Map(texts);
}
const rawOf = (row: Record<string, unknown>) =>
  Object.values(row)
    .map((value) => (value as { buffer?: Uint8Array } | null)?.buffer)
    .map((bytes) => (bytes instanceof Uint8Array ? Buffer.from(bytes).toString() : ""))
    .join(" ");

async function opened(
  requester: object,
  channel: "mail" | "teams",
  text: string,
  mail?: string,
  subject = `${NAME} için talep`,
) {
  const signature = { form: "detached", signers: [{ state: "intact", name: NAME, emails: [ADDRESS] }] } as const;
  const { ticket } = await openTicket(office, {
    subject,
    category: "application",
    priority: "normal",
    channel,
    requester,
    message: { channel, from: { kind: "requester", ...requester }, text, ...(mail && { mail, signature }) },
    actor: { kind: "requester", name: subject.includes(NAME) ? NAME : "Kalan Kişi" },
  });
  return ticket;
}

let uid = 0;
async function mailFrom(from: string): Promise<string> {
  uid += 1;
  const place = { account: "a", mailbox: "INBOX", uidValidity: "1" };
  await office.store.mails.see([{ ...place, uid, internalDate: NOW, size: 9 }]);
  const [row] = await office.store.mails.withoutRaw(place, 1);
  await office.store.mails.keep(row!.id, Buffer.from(`${NAME} yazdı`), { contentKey: `e${uid}`, from, subject: NAME });
  return row!.id;
}

/** Writes the person into everything that can hold them: by mail, in Teams, in a colleague's ticket, and in what staff kept. */
async function fillTheHouse() {
  const { store } = office;
  const mailed = await opened({ email: ADDRESS, name: NAME }, "mail", `Merhaba, ben ${NAME}`, await mailFrom(ADDRESS));
  const conversation = "teams|a:zuleyha";
  const chatted = await opened({ aadObjectId: ACCOUNT, conversationId: conversation, name: NAME }, "teams", "Merhaba");
  await linkRequester(office, { ticket: mailed.number, other: chatted.number, actor });
  const other = await opened(
    { email: "kalan@kurum.example", name: "Kalan Kişi" },
    "mail",
    "Merhaba",
    undefined,
    "Başkasının talebi",
  );
  const from = { kind: "participant", email: ADDRESS, name: NAME } as const;
  const message = { channel: "mail", from, text: `Ben de ${NAME}, aynı sorun bende var` } as const;
  await addMessage(office, { ticket: other.number, message, actor: { kind: "requester", name: NAME }, reopens: true });

  const reference = { user: { name: NAME, aadObjectId: ACCOUNT }, conversation: { id: "g" }, serviceUrl: "https://x" };
  await store.conversations.remember(conversation, reference, { aadObjectId: ACCOUNT, name: NAME, alone: true });
  await store.conversations.remember("teams|group", reference, { aadObjectId: ACCOUNT, name: NAME, alone: false });
  await store.chatStates.write(`${conversation}/dialogs`, { said: NAME }, 0);
  const question = { outcome: "unknown", entries: [], confidence: 0, language: "tr", channel: "teams" } as const;
  const asked = { ...question, why: [], knowledgeVersion: "1", askedAt: NOW };
  await store.questions.add({ ...asked, id: store.newId(), text: `${NAME} sordu`, conversation });
  await store.questions.flush();

  const tags = [NAME];
  const { version } = (await store.tickets.byNumber(mailed.number))!;
  await changeTicket(office, { ticket: mailed.number, version, actor, changes: { tags, subject: `${NAME} aradı` } });
  await addNote(office, {
    ticket: mailed.number,
    agent: { id: "a", name: "Zeynep Kaya" },
    text: `${NAME} telefonla sordu`,
  });
  const filter = { view: "all", assignee: "", category: "", priority: "", q: "zuleyha karagözoğlu", sort: "" } as const;
  const view = { id: store.newId(), name: "Züleyha'nınkiler", owner: "a", shared: false, version: 0, order: 1, filter };
  await store.transact(async (transaction) => {
    await transaction.keep("savedViews", view);
    const changes = [{ field: "filter.q", from: null, to: NAME }];
    await transaction.append({ type: "shared.kept", at: NOW, actor, shelf: "savedViews", name: NAME, changes });
  });
  await store.knowledge.confirm({ id: store.newId(), text: `${NAME} nereye başvurur?`, entry: "x", by: "a", at: NOW });
  await store.tallies.count(`autoReply:${ADDRESS}`, 60_000);
  const notice = {
    id: "n1",
    staff: "a",
    topic: "ticketMessage",
    event: "e",
    ticket: mailed.number,
    batch: "b",
  } as const;
  await store.notices.add([{ ...notice, ways: ["mail"], leavesAt: NOW, createdAt: NOW }]);
  return { mailed, chatted, other };
}

test("a person known by mail and in Teams is erased from every collection of the database, and nobody else", async () => {
  const { mailed, chatted, other } = await fillTheHouse();
  const holding = [...(await everything())].filter(([, text]) => text.includes(NAME) || text.includes(ADDRESS));
  expect(holding.map(([name]) => name).sort()).toEqual(
    [
      "confirmedQuestions",
      "conversations",
      "events",
      "identities",
      "mails",
      "messages",
      "questions",
      "tallies",
      "tickets",
    ].sort(),
  );

  const found = await findPersonToErase(office, { who: chatted.number, by: admin });
  const { counts } = found;
  expect(counts).toMatchObject({ tickets: 2, messages: 4, mails: 1, conversations: 1, chatStates: 1, questions: 1 });
  expect(counts).toMatchObject({ savedViews: 1, learnedQuestions: 1, tallies: 1, notices: 1, identities: 2 });
  expect([...found.subject.tickets].sort()).toEqual([mailed.number, chatted.number].sort());
  expect(found.toLookAt).toEqual([{ place: "ticket", id: other.number, name: other.number }]);

  const report = await erasePerson(office, { who: chatted.number, by: admin });
  expect(report.erased).toEqual(counts);
  for (const [collection, text] of await everything()) {
    for (const trace of [NAME, ADDRESS, ACCOUNT, "Züleyha", "zuleyha"]) {
      expect({ collection, trace, found: text.includes(trace) }).toEqual({ collection, trace, found: false });
    }
  }
  expect((await office.store.tickets.byNumber(other.number))?.requester.name).toBe("Kalan Kişi");
  expect((await office.store.messages.ofTicket(other.number)).map(({ text }) => text)).toEqual([
    "Merhaba",
    "[silindi]",
  ]);
  expect(await office.store.conversations.reference("teams|group")).toMatchObject({ serviceUrl: "https://x" });
});

test("every collection says how erasure treats it", async () => {
  await office.store.ping();
  const made = [...(await everything()).keys()].filter((name) => !name.startsWith("rawMails."));
  for (const name of made) expect(Object.keys(TREATMENTS)).toContain(name);
  for (const treatment of Object.values(TREATMENTS)) {
    if ("keeps" in treatment) expect(treatment.keeps.length).toBeGreaterThan(20);
  }
});
