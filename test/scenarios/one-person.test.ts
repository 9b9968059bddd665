import { randomUUID } from "node:crypto";
import { createTranscripts } from "../../src/chat/web/transcript.ts";
import { erasePerson } from "../../src/requests/erase-person.ts";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { linkRequester, unlinkRequester } from "../../src/tickets/link-identities.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { withChannel } from "../chat/support/channel.ts";
import { message, post, withChatHouse } from "../chat/support/chat-house.ts";
import { among, numberIn, personInTeams } from "../chat/support/talks.ts";

const house = withChatHouse();
const agent = { id: "staff-1", name: "Zeynep Kaya" };
const actor = { kind: "staff", ...agent } as const;
const teams = withChannel();

/** Somebody in Teams, with the key of their chat. */
function inTeams(name?: string) {
  const { account, own, say } = personInTeams(house, teams, name === undefined ? {} : { name });
  return { account, conversation: `msteams|${own}`, say };
}

const matter = "Telefonuma gelen imza isteği her sabah ekranda donuyor, ne yapacağımı bilmiyorum";

async function byMail(email: string, subject: string, name = "Ayşe Yılmaz"): Promise<string> {
  const { ticket } = await openTicket(house.office, {
    subject,
    category: "general",
    priority: "normal",
    channel: "mail",
    requester: { email, name },
    message: { channel: "mail", from: { kind: "requester", email, name }, text: subject },
    actor: { kind: "requester", name },
  });
  return ticket.number;
}

const link = (ticket: string, other: string) => linkRequester(house.office, { ticket, other, actor });
const answer = async (ticket: string, text: string) => {
  const { version = 0 } = (await house.office.store.tickets.byNumber(ticket)) ?? {};
  return replyToRequester(house.office, { ticket, version, agent, text });
};

/** Carries what the outbox holds for chats; gives what kinds lay there. */
async function carryToChat(): Promise<string[]> {
  const { outbox } = house.office.store;
  const items = await outbox.claim("t", ["chat.message", "chat.copy", "chat.status"], 100, 60_000);
  for (const item of items) await outbox.settle(item, await house.door.deliver(item));
  return items.map(({ effect }) => effect.kind);
}

test("an address that somebody types into the chat opens nobody's tickets", async () => {
  const number = await byMail("hedef@kurum.example", "Gizli konu");
  const thief = inTeams("Yabancı");
  await thief.say("kayıt açmak istiyorum");
  await thief.say(`${matter}; adresim hedef@kurum.example`);
  expect(await thief.say("başvurum ne durumda?")).not.toContain(number);
  expect(await thief.say(`${number} ne durumda?`)).toContain("size ait bir kayıt bulamadım");
});

test("once staff say so, the chat shows the person's mail tickets, and takes additions to them", async () => {
  const mailed = await byMail("ayse1@kurum.example", "Sertifika bedeli");
  const ayse = inTeams();
  await ayse.say("kayıt açmak istiyorum");
  const chatted = numberIn(await ayse.say(matter));
  expect(await ayse.say("başvurum ne durumda?")).not.toContain(mailed);

  expect(await link(mailed, chatted)).toBe(true);
  expect(await link(chatted, "AYSE1@kurum.example")).toBe(false);
  const status = await ayse.say("başvurum ne durumda?");
  expect(status).toContain(mailed);
  expect(status).toContain(chatted);
  await ayse.say(`${mailed}: Dekontu da ekliyorum`);
  const thread = await house.office.store.messages.ofTicket(mailed);
  expect(thread.at(-1)).toMatchObject({ direction: "in", channel: "teams", text: "Dekontu da ekliyorum" });
  const events = await house.office.store.events.ofTicket(mailed);
  expect(events.find(({ type }) => type === "person.linked")).toMatchObject({ actor, detail: expect.any(String) });
  expect(JSON.stringify(events)).not.toContain("ayse1@");
});

test("who only takes part in somebody's thread does not see that ticket in the chat", async () => {
  const mailed = await byMail("ayse5@kurum.example", "Kendi konusu");
  const ayse = inTeams();
  await ayse.say("kayıt açmak istiyorum");
  await link(mailed, numberIn(await ayse.say(matter)));
  const { ticket } = await openTicket(house.office, {
    subject: "Amirinin konusu",
    category: "general",
    priority: "normal",
    channel: "mail",
    requester: { email: "amir@kurum.example" },
    participants: ["amir@kurum.example", "ayse5@kurum.example"],
    message: { channel: "mail", from: { kind: "requester" }, text: "Merhaba" },
    actor: { kind: "requester" },
  });
  expect(await ayse.say("başvurum ne durumda?")).not.toContain(ticket.number);
  expect(await ayse.say(`${ticket.number}: ekliyorum`)).toContain("size ait bir kayıt bulamadım");
});

test("in a group, where others read along, mail tickets are not shown", async () => {
  const mailed = await byMail("ayse2@kurum.example", "Kişisel konu");
  const ayse = inTeams();
  await ayse.say("kayıt açmak istiyorum");
  await link(mailed, numberIn(await ayse.say(matter)));
  const group = { id: `19:${randomUUID()}@thread.v2`, isGroup: true, conversationType: "groupChat", name: "Ekip" };
  expect(await ayse.say("başvurum ne durumda?", { conversation: group })).not.toContain(mailed);
});

test("an answer to a mail ticket goes by mail and is told in the linked chat; so is a change of status", async () => {
  const mailed = await byMail("ayse3@kurum.example", "Fatura");
  const ayse = inTeams();
  await ayse.say("kayıt açmak istiyorum");
  await link(mailed, numberIn(await ayse.say(matter)));
  teams.received.length = 0;

  const { message: sent } = await answer(mailed, "Faturanız düzeltildi.");
  expect(sent).toMatchObject({ channel: "mail", to: ["ayse3@kurum.example"] });
  await carryToChat();
  expect(teams.received.map(({ text }) => text)).toEqual([
    `${mailed} numaralı talebinize yanıt (Zeynep Kaya); e-posta adresinize de gönderiliyor:\n\nFaturanız düzeltildi.`,
  ]);
  const { version = 0 } = (await house.office.store.tickets.byNumber(mailed)) ?? {};
  await changeTicket(house.office, { ticket: mailed, version, actor, changes: { status: "solved" } });
  await carryToChat();
  expect(teams.received.at(-1)?.text).toContain("çözüldü");
});

test("somebody known by the chat in the browser hears there of their mail ticket", async () => {
  const { store } = house.office;
  const mailed = await byMail("tarayici@kurum.example", "Tarayıcıdan");
  const reference = { channelId: "web", conversation: { id: "w-1" } };
  await store.conversations.remember("web|w-1", { reference, language: "tr" }, { alone: true });
  const { ticket } = await openTicket(house.office, {
    subject: "Tarayıcıdan gelen",
    category: "general",
    priority: "normal",
    channel: "web",
    requester: { conversationId: "web|w-1" },
    message: { channel: "web", from: { kind: "requester" }, text: "Merhaba" },
    actor: { kind: "requester" },
  });
  await link(mailed, ticket.number);
  await answer(mailed, "Tarayıcıya da gelen yanıt");
  await carryToChat();
  const kept = await createTranscripts(store.chatStates, () => new Date()).read("w-1", 0);
  expect(JSON.stringify(kept)).toContain("Tarayıcıya da gelen yanıt");

  const by = { id: "y", name: "Yönetici", role: "admin" } as const;
  await erasePerson(house.office, { who: "tarayici@kurum.example", by });
  expect(await createTranscripts(store.chatStates, () => new Date()).read("w-1", 0)).toEqual([]);
  expect(await store.conversations.isPersonal("web|w-1")).toBe(false);
});

test("without a link, and with a chat that is gone, mail alone carries the answer", async () => {
  const alone = await byMail("yalniz@kurum.example", "Yalnız");
  await answer(alone, "Merhaba");
  await carryToChat();
  expect(teams.received).toEqual([]);

  const gone = await byMail("giden@kurum.example", "Giden");
  const ayse = inTeams();
  await ayse.say("kayıt açmak istiyorum");
  await link(gone, numberIn(await ayse.say(matter)));
  teams.answer = { status: 403, body: { error: { code: "BotNotInConversationRoster" } } };
  await answer(gone, "Birinci");
  await carryToChat();
  teams.answer = { status: 200 };
  teams.received.length = 0;
  await answer(gone, "İkinci");
  expect(await carryToChat()).toContain("chat.copy");
  expect(teams.received).toEqual([]);
});

test("a chat ticket's answer falls back to the linked address, not to one that was typed", async () => {
  await byMail("dogru@kurum.example", "Doğru adres");
  const ayse = inTeams();
  await ayse.say("kayıt açmak istiyorum");
  const chatted = numberIn(await ayse.say(`${matter}; mailim eski@kurum.example`));
  expect((await house.office.store.tickets.byNumber(chatted))?.requester.email).toBe("eski@kurum.example");
  await link(chatted, "dogru@kurum.example");
  expect((await answer(chatted, "Yanıt")).message.to).toEqual(["dogru@kurum.example"]);
});

test("links join whole people, can be taken back, and end at once", async () => {
  const first = await byMail("is@kurum.example", "İş adresi");
  const second = await byMail("ev@ornek.example", "Ev adresi");
  const ayse = inTeams();
  await ayse.say("kayıt açmak istiyorum");
  const chatted = numberIn(await ayse.say(matter));
  await link(first, chatted);
  await link(second, "is@kurum.example");
  const status = await ayse.say("başvurum ne durumda?");
  for (const number of [first, second, chatted]) expect(status).toContain(number);

  await unlinkRequester(house.office, { ticket: chatted, identity: `teams:${ayse.account}`, actor });
  expect(await ayse.say("başvurum ne durumda?")).not.toContain(first);
  expect(await house.office.store.identities.ofPerson(["mail:is@kurum.example"])).toHaveLength(2);
  await unlinkRequester(house.office, { ticket: first, identity: "mail:ev@ornek.example", actor });
  expect(await house.office.store.identities.ofPerson(["mail:is@kurum.example"])).toEqual([]);
  const again = unlinkRequester(house.office, { ticket: first, identity: "mail:ev@ornek.example", actor });
  await expect(again).rejects.toMatchObject({ code: "notFound" });
});

test.each([
  ["nobody's ticket", "MI-2026-999999", "notFound"],
  ["no address", "ayse", "notFound"],
  ["the same address", "kendi@kurum.example", "badRequest"],
])("%s is refused", async (_what, other, code) => {
  const number = await byMail("kendi@kurum.example", "Kendi");
  await expect(link(number, other)).rejects.toMatchObject({ code });
});

test("a conversation that others read is nobody's", async () => {
  const conversation = among("groupChat", "grup-1");
  const group = { channelId: "emulator", serviceUrl: teams.serviceUrl, conversation };
  await post(house.url, message("kayıt açmak istiyorum", group));
  await post(house.url, message(matter, group));
  const chatted = numberIn(teams.received.at(-1)?.text ?? "");
  const refused = link(chatted, "ayse9@kurum.example");
  await expect(refused).rejects.toMatchObject({ code: "badRequest", details: { field: "conversation" } });
});

test("two colleagues who link at the same moment make one person", async () => {
  const numbers = await Promise.all(["a", "b", "c"].map((one) => byMail(`${one}@yaris.example`, one)));
  const tries = [
    link(numbers[0]!, "b@yaris.example"),
    link(numbers[2]!, "b@yaris.example"),
    link(numbers[0]!, "c@yaris.example"),
  ];
  const settled = await Promise.allSettled(tries);
  for (const one of settled) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
  for (const [index, number] of numbers.entries()) {
    await link(number, `${"abc"[(index + 1) % 3]}@yaris.example`);
  }
  expect(await house.office.store.identities.ofPerson(["mail:a@yaris.example"])).toHaveLength(3);
});

test("erasing a person erases what they are known by elsewhere too, and nothing of others", async () => {
  const mailed = await byMail("sil@kurum.example", "Silinecek");
  const other = await byMail("sil2@ornek.example", "Öteki adresi");
  const kept = await byMail("kalan@kurum.example", "Kalan", "Kalan Kişi");
  const ayse = inTeams();
  await ayse.say("kayıt açmak istiyorum");
  const chatted = numberIn(await ayse.say(matter));
  await link(mailed, chatted);
  await link(mailed, "sil2@ornek.example");
  await house.office.store.questions.flush();

  const by = { id: "y", name: "Yönetici", role: "admin" } as const;
  const report = await erasePerson(house.office, { who: "sil@kurum.example", by });
  expect([...report.tickets].sort()).toEqual([mailed, other, chatted].sort());
  expect(report.erased).toMatchObject({ tickets: 3, conversations: 1, identities: 3 });
  expect(await house.office.store.conversations.ofAccount(ayse.account)).toBeUndefined();
  expect(await house.office.store.identities.ofPerson(["mail:sil@kurum.example"])).toEqual([]);
  for (const number of report.tickets) {
    expect(await house.office.store.tickets.byNumber(number)).toMatchObject({ requester: {}, subject: "[silindi]" });
    expect(JSON.stringify(await house.office.store.events.ofTicket(number))).not.toContain("Ayşe");
  }
  expect((await house.office.store.tickets.byNumber(kept))?.requester.name).toBe("Kalan Kişi");
});
