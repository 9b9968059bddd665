import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import { changeTicket } from "../../src/tickets/change-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { withChannel } from "../chat/support/channel.ts";
import { message, post, said, talkTo, withChatHouse } from "../chat/support/chat-house.ts";
import { addedTo, among, lastComplaint, numberIn, personal } from "../chat/support/talks.ts";

const house = withChatHouse();
const agent = { id: "staff-1", name: "Zeynep Kaya" };
const channel = withChannel();

const url = () => house.url;
const ticketOf = async (number: string) => {
  const ticket = await house.office.store.tickets.byNumber(number);
  if (!ticket) throw new Error(`There is no ticket ${number}.`);
  return ticket;
};

test("a question without an answer becomes a ticket with one tap, the conversation in it", async () => {
  const say = talkTo(url);
  await say("Sertifika bedeli ne kadar?");
  const unknown = await say("Mobil imza yurt dışında çalışır mı?");
  expect(unknown.outcome).toBe("unknown");
  const opened = await say(unknown.choices[0] ?? "");
  expect(opened.outcome).toBe("handoff");
  const ticket = await ticketOf(numberIn(opened.text));
  expect(ticket).toMatchObject({
    subject: "Mobil imza yurt dışında çalışır mı?",
    status: "new",
    channel: "teams",
    requester: { name: "Ayşe Yılmaz" },
  });
  const [first] = await house.office.store.messages.ofTicket(ticket.number);
  expect(first?.text).toContain("Soru: Sertifika bedeli ne kadar?");
  expect(first?.text).toContain("76,70 TL");
});

test("only the matter is asked for when nothing was asked before", async () => {
  const say = talkTo(url);
  const asked = await say("insanla görüşmek istiyorum");
  expect(asked).toMatchObject({ outcome: "handoff" });
  expect(asked.text).toContain("Konu nedir?");
  const opened = await say("Telefonuma gelen imza isteği ekranda donuyor");
  const ticket = await ticketOf(numberIn(opened.text));
  expect(ticket.subject).toBe("Telefonuma gelen imza isteği ekranda donuyor");
});

test("a plain yes takes up the offer, a plain no leaves it", async () => {
  const yes = talkTo(url);
  await yes("Vodafone'da aylık ücret ne kadar?");
  expect(numberIn((await yes("EVET")).text)).not.toBe("");
  const no = talkTo(url);
  await no("Vodafone'da aylık ücret ne kadar?");
  const left = await no("hayır");
  expect(left.outcome).toBe("smalltalk");
  expect(numberIn(left.text)).toBe("");
});

test("the ticket can be given up while its matter is asked for", async () => {
  const say = talkTo(url);
  await say("kayıt açmak istiyorum");
  expect((await say("VAZGEÇ")).text).toContain("destek talebi açmadım");
  expect((await say("Sertifika bedeli ne kadar?")).outcome).toBe("answer");
});

describe("what is written when the matter is asked for becomes the ticket's matter", () => {
  test.each([
    ["Sertifika bedeli ne kadar?", "Sertifika bedeli"],
    ["başvurum 3 haftadır sonuçlanmadı hala bekliyorum", "Taleplerim ne durumda?"],
  ])("even “%s”, with what is known beside it", async (matter, beside) => {
    const say = talkTo(url);
    await say("destek talebi aç");
    const opened = await say(matter);
    expect((await ticketOf(numberIn(opened.text))).subject).toBe(matter);
    expect(opened.choices.some((choice) => choice.startsWith(beside))).toBe(true);
    const answered = await say(opened.choices[1] ?? "");
    expect(["answer", "status"]).toContain(answered.outcome);
  });

  test("the call itself may say it", async () => {
    const opened = await talkTo(url)("sim kartım değişti destek talebi aç");
    expect((await ticketOf(numberIn(opened.text))).subject).toBe("sim kartım değişti destek talebi aç");
  });
});

describe("what is said with the call for a person reaches the person", () => {
  const bodyOf = async (number: string) => (await house.office.store.messages.ofTicket(number))[0]?.text ?? "";
  const call = "görevliyle görüşmek istiyorum numaram 0532 123 45 67 saat 17'ye kadar ulaşabilirsiniz";

  test("after a question, the ticket is about the question and holds phone and hour", async () => {
    const say = talkTo(url);
    await say("Mobil imza yurt dışında çalışır mı?");
    await say(call);
    const number = numberIn((await say("evet")).text);
    expect((await ticketOf(number)).subject).toBe("Mobil imza yurt dışında çalışır mı?");
    // As on every screen: what may be shown of a phone is a logged act of its own.
    expect(await bodyOf(number)).toContain(call.replace("123 45", "••• ••"));
  });

  test("without a question, the answer to “Konu nedir?” joins it", async () => {
    const say = talkTo(url);
    expect((await say("birisi beni arasın 0532 123 45 67")).text).toContain("Konu nedir?");
    const number = numberIn((await say("Ahmet Yılmaz, sim kartım değişti")).text);
    expect(await bodyOf(number)).toContain("birisi beni arasın 0532 ••• •• 67");
  });

  test("a call that tells its matter is offered, not opened, and a yes opens it", async () => {
    const say = talkTo(url);
    const offered = await say("sim kartım değişti görevliyle görüşmek istiyorum");
    expect(numberIn(offered.text)).toBe("");
    const number = numberIn((await say("evet")).text);
    expect((await ticketOf(number)).subject).toContain("sim kartım değişti");
  });

  test("a question that only goes on from another is named with it", async () => {
    const say = talkTo(url);
    await say("Sertifika bedeli ne kadar?");
    await say("kim öder");
    expect((await ticketOf(numberIn((await say("destek talebi aç")).text))).subject).toBe(
      "Sertifika bedeli ne kadar? kim öder",
    );
  });
});

test("not helpful is kept with the question and offers a person", async () => {
  const say = talkTo(url);
  await say("Sertifika bedeli ne kadar?");
  const sorry = await say("YARARLI OLMADI");
  expect(sorry.outcome).toBe("handoff");
  expect(sorry.choices).toContain("Destek talebi aç");
  expect(await lastComplaint(house)).toMatchObject({
    text: "Sertifika bedeli ne kadar?",
    entries: ["certificate-fee"],
  });
  const opened = await ticketOf(numberIn((await say("evet")).text));
  expect(opened.subject).toBe("Sertifika bedeli ne kadar?");
});

describe("status", () => {
  test("finds the tickets of one account in every conversation, and in no other account's", async () => {
    const aadObjectId = randomUUID();
    const from = { id: "29:ayse", name: "Ayşe Yılmaz", aadObjectId };
    const earlier = talkTo(url, { from });
    await earlier("Mobil imza yurt dışında çalışır mı?");
    const number = numberIn((await earlier("destek talebi aç")).text);
    expect((await talkTo(url, { from })("Taleplerim ne durumda?")).text).toContain(number);
    const foreign = { ...from, aadObjectId: randomUUID() };
    expect((await talkTo(url, { from: foreign })("Taleplerim ne durumda?")).text).not.toContain(number);
  });

  test("shows the person's own tickets, and never another's", async () => {
    const mine = talkTo(url);
    await mine("Mobil imza yurt dışında çalışır mı?");
    const number = numberIn((await mine("destek talebi aç")).text);
    const own = await mine("başvurum ne durumda?");
    expect(own.outcome).toBe("status");
    expect(own.text).toContain(number);
    expect(own.text).toContain("Durum: alındı");

    const other = talkTo(url, { from: { id: "mehmet", name: "Mehmet" } });
    const foreign = await other(`${number} ne durumda?`);
    expect(foreign.outcome).toBe("status");
    expect(foreign.text).toContain("size ait bir kayıt bulamadım");
    expect(foreign.text).not.toContain("yurt dışında");
    expect((await other("MI-2026-999999 ne durumda?")).text).toBe(foreign.text.replace(number, "MI-2026-999999"));
    expect((await other("başvurum ne durumda?")).text).not.toContain(number);
  });

  test("in a group, a colleague's ticket is not shown", async () => {
    const conversation = among("groupChat");
    const ayse = talkTo(url, { conversation, from: { id: "ayse", name: "Ayşe", aadObjectId: "aad-ayse" } });
    const can = talkTo(url, { conversation, from: { id: "can", name: "Can", aadObjectId: "aad-can" } });
    await ayse("Mobil imza yurt dışında çalışır mı?");
    const number = numberIn((await ayse("destek talebi aç")).text);
    expect((await ayse("talebim ne durumda")).text).toContain(number);
    expect((await can("talebim ne durumda")).text).not.toContain(number);
    expect((await can(`${number}: benimki de`)).text).toContain("bulamadım");
  });

  test("in a group, what the person opened elsewhere is not told", async () => {
    const from = { id: "29:ayse", name: "Ayşe", aadObjectId: randomUUID() };
    const alone = talkTo(url, { from });
    await alone("Mobil imza yurt dışında çalışır mı?");
    const number = numberIn((await alone("destek talebi aç")).text);
    const conversation = among("groupChat");
    const inGroup = talkTo(url, { conversation, from });
    for (const text of ["talebim ne durumda", `${number} ne durumda?`, `${number}: ekim`]) {
      const told = await inGroup(text);
      expect(told.text).not.toContain("yurt dışında");
      expect(told.text).toContain("özel sohbetten yazın");
    }
    expect((await alone("talebim ne durumda")).text).toContain(number);
  });

  test("in a group, who has no directory account still sees and extends what they opened there", async () => {
    const conversation = among("groupChat");
    const ayse = talkTo(url, { conversation, from: { id: "ayse", name: "Ayşe" } });
    const can = talkTo(url, { conversation, from: { id: "can", name: "Can" } });
    await ayse("Mobil imza yurt dışında çalışır mı?");
    const number = numberIn((await ayse("destek talebi aç")).text);
    expect((await ayse("talebim ne durumda")).text).toContain(number);
    expect((await ayse(`${number}: Almanya için`)).text).toContain("eklendi");
    expect((await can("talebim ne durumda")).text).not.toContain(number);
    expect((await can(`${number}: benimki de`)).text).toContain("bulamadım");
  });
});

test("the person adds to the ticket, reopens it, and a closed one goes on in a new one", async () => {
  const say = talkTo(url);
  await say("Mobil imza yurt dışında çalışır mı?");
  const number = numberIn((await say("destek talebi aç")).text);
  expect((await say(`${number}: Almanya için soruyorum`)).text).toContain("eklendi");
  expect((await say(`${number} numaralı talebe ekle`)).text).toContain("ne eklemek istersiniz");
  await say("Gidiş tarihim 3 Aralık");

  const change = async (status: "solved" | "closed") => {
    const { version } = await ticketOf(number);
    await changeTicket(house.office, {
      ticket: number,
      version,
      actor: { kind: "staff", ...agent },
      changes: { status },
    });
  };
  await change("solved");
  expect((await say(`${number}: sorun sürüyor`)).text).toContain("yeniden açıldı");
  expect((await ticketOf(number)).status).toBe("open");
  const texts = (await house.office.store.messages.ofTicket(number)).map(({ text }) => text);
  expect(texts.slice(1)).toEqual(["Almanya için soruyorum", "Gidiş tarihim 3 Aralık", "sorun sürüyor"]);

  await change("closed");
  const next = numberIn((await say(`${number}: yine oldu`)).text.replace(number, ""));
  expect((await ticketOf(next)).links).toEqual([{ number, kind: "continues" }]);
});

describe("what the office does is told in the same chat", () => {
  async function ticketInChannel(): Promise<{ number: string; conversation: Activity["conversation"] }> {
    const conversation = personal();
    const send = (text: string) => post(house.url, message(text, { conversation, serviceUrl: channel.serviceUrl }));
    await send("Mobil imza yurt dışında çalışır mı?");
    await send("destek talebi aç");
    const number = numberIn(said(channel.received.at(-1)).text);
    channel.received.length = 0;
    return { number, conversation };
  }
  /** Carries out what waits for the chat in the outbox, as the deliverer does. */
  async function deliverAll() {
    const items = await house.office.store.outbox.claim("test", ["chat.message", "chat.status"], 50, 60_000);
    const results = [];
    for (const item of items) {
      const result = await house.door.deliver(item);
      await house.office.store.outbox.settle(item, result);
      results.push(result);
    }
    return results;
  }
  const answerTicket = async (number: string, text: string) => {
    const { version } = await ticketOf(number);
    await replyToRequester(house.office, { ticket: number, version, agent, text });
  };

  test("an answer and a change of status arrive", async () => {
    const { number, conversation } = await ticketInChannel();
    await answerTicket(number, "Yurt dışı için Kamu SM ile görüştük.");
    expect(await deliverAll()).toContainEqual({ kind: "sent" });
    expect(channel.received).toHaveLength(1);
    expect(channel.received[0]?.conversation?.id).toBe(conversation.id);
    expect(said(channel.received[0]).text).toContain("Zeynep Kaya");
    expect(said(channel.received[0]).text).toContain("Yurt dışı için Kamu SM ile görüştük.");

    const { version } = await ticketOf(number);
    const actor = { kind: "staff", ...agent } as const;
    await changeTicket(house.office, { ticket: number, version, actor, changes: { status: "solved" } });
    await deliverAll();
    expect(said(channel.received[1]).text).toContain(`${number} numaralı talebinizin durumu: çözüldü`);
  });

  test("a channel that is away is tried again", async () => {
    const { number } = await ticketInChannel();
    await answerTicket(number, "Yanıt");
    channel.answer = { status: 500, body: { error: { code: "ServiceError" } } };
    expect(await deliverAll()).toContainEqual({ kind: "retry", reason: "The channel answered 500 ServiceError" });
  });

  test("a person who removed the bot is not tried again, until they write", async () => {
    const { number, conversation } = await ticketInChannel();
    await answerTicket(number, "Yanıt");
    channel.answer = { status: 403, body: { error: { code: "BotNotInConversationRoster" } } };
    expect(await deliverAll()).toContainEqual({
      kind: "failed",
      reason: "The channel answered 403 BotNotInConversationRoster",
    });
    const key = `emulator|${conversation.id}`;
    expect(await house.office.store.conversations.reference(key)).toBeUndefined();
    channel.answer = { status: 200 };
    await post(house.url, message("merhaba", { conversation, serviceUrl: channel.serviceUrl }));
    expect(await house.office.store.conversations.reference(key)).toBeDefined();
  });
});

describe("a ticket is opened only when the person wants it", () => {
  const asked = async () => {
    const say = talkTo(url);
    expect((await say("Vodafone'da aylık ücret ne kadar?")).choices).toContain("Destek talebi aç");
    return say;
  };

  test.each(["tamam", "peki", "olur", "OK", "tamam anladım"])("“%s” after an answer opens nothing", async (text) => {
    const read = await (await asked())(text);
    expect(numberIn(read.text)).toBe("");
    expect(read.outcome).toBe("smalltalk");
  });

  test.each(["evet", "evet aç", "aç", "lütfen aç", "açabilirsiniz", "tamam aç", "olsun aç"])(
    "“%s” takes up the offer",
    async (text) => {
      expect(numberIn((await (await asked())(text)).text)).not.toBe("");
    },
  );

  test("after “tamam” the offer still stands", async () => {
    const say = await asked();
    expect((await say("tamam")).choices).toEqual(["Destek talebi aç"]);
    expect(numberIn((await say("evet")).text)).not.toBe("");
    expect((await say("tamam")).text).toContain("Peki.");
  });

  test.each([
    "ticket açmanı istemiyorum",
    "destek talebi açma",
    "hayır açma dedim",
    "talep açmadan sorabilir miyim",
    "insanla görüşmek istemiyorum",
  ])("“%s” is read as the refusal it is", async (text) => {
    const say = await asked();
    expect((await say(text)).text).toContain("destek talebi açmadım");
    expect((await say("Sertifika bedeli ne kadar?")).outcome).toBe("answer");
    expect(numberIn((await talkTo(url)(text)).text)).toBe("");
  });

  test.each(["gerek kalmadı", "kapat talebi", "vazgeçtim", "vazgeçtim gerek yok", "destek talebi açma"])(
    "“%s” leaves the question for the matter",
    async (text) => {
      const say = talkTo(url);
      await say("kayıt açmak istiyorum");
      expect((await say(text)).text).toContain("destek talebi açmadım");
    },
  );

  test("the same matter in the same chat stays one ticket", async () => {
    const say = await asked();
    const number = numberIn((await say("evet")).text);
    await say("Vodafone'da aylık ücret ne kadar?");
    const again = await say("evet");
    expect(again.text).toContain("Yenisini açmadım");
    expect(numberIn(again.text)).toBe(number);
    const { items } = await house.office.store.tickets.list({ limit: 50, q: "Vodafone" });
    expect(items.filter((ticket) => ticket.number >= number)).toHaveLength(1);
  });
});

describe("a message without words", () => {
  const sticker = [{ contentType: "image/png", contentUrl: "https://example.test/sticker.png" }];
  const photo = [{ contentType: "text/html", content: '<p><img alt="image" src="https://example.test/1.png"></p>' }];
  const emoji = [
    { contentType: "text/html", content: '<p><img alt="👍" itemtype="http://schema.skype.com/Emoji"></p>' },
  ];
  const open = () => {
    const conversation = personal();
    const send = (text: string, attachments: Activity["attachments"] = []) =>
      talkTo(url, { conversation, attachments })(text);
    return { conversation, send };
  };

  test.each([
    ["a sticker", sticker],
    ["a photo", photo],
  ])("%s never becomes a ticket or a message of one", async (_name, attachments) => {
    const { send } = open();
    await send("kayıt açmak istiyorum");
    const asked = await send("", attachments);
    expect(numberIn(asked.text)).toBe("");
    expect(asked.text).toContain("e-imza@icisleri.gov.tr");
    const number = numberIn((await send("Telefonuma gelen imza isteği ekranda donuyor")).text);

    await send(`${number} numaralı talebe ekle`);
    expect((await send("", attachments)).text).toContain("birkaç sözcük");
    expect(await house.office.store.messages.ofTicket(number)).toHaveLength(1);
    expect((await send("Telefonum yeni")).text).toContain("eklendi");
  });

  test.each(["👍", "😀", "?", "..."])("“%s” is invited to ask", async (text) => {
    const invited = await open().send(text, emoji);
    expect(invited).toMatchObject({ outcome: "smalltalk" });
    expect(invited.text).toContain("Sorunuzu yazabilirsiniz");
    expect(invited.text).not.toContain("çıkartma");
  });

  test("what came with a question is said not to be read", async () => {
    const answered = await open().send("Sertifika bedeli ne kadar?", sticker);
    expect(answered.outcome).toBe("answer");
    expect(answered.text).toContain("76,70 TL");
    expect(answered.text).toContain("e-postayla gönderin");
  });
});

describe("the requester's mail address", () => {
  const requesterAfter = async (matter: string) => {
    const say = talkTo(url);
    await say("kayıt açmak istiyorum");
    return ticketOf(numberIn((await say(matter)).text));
  };

  test.each([
    "Telefonumdaki uygulama donuyor, müdürüm mehmet@icisleri.gov.tr de biliyor",
    "Uygulama donuyor, e-imza@icisleri.gov.tr benim mailim değil ama oraya yazdım",
    "Uygulama donuyor, destek@kurum.test adresine yazdım yanıt alamadım",
  ])("is not taken from “%s”", async (matter) => {
    const ticket = await requesterAfter(matter);
    expect(ticket.requester.email).toBeUndefined();
    expect(ticket.participants).toEqual([]);
  });

  test.each([
    "Telefonumdaki uygulama donuyor, benim mailim Ayse@Kurum.test",
    "Telefonumdaki uygulama donuyor, e-posta adresim: ayse@kurum.test",
    "Uygulama donuyor, müdürüm ali@kurum.test biliyor, ayse@kurum.test adresime yazın",
  ])("is taken from “%s”", async (matter) => {
    const ticket = await requesterAfter(matter);
    expect(ticket.requester.email).toBe("ayse@kurum.test");
    expect(ticket.participants).toEqual(["ayse@kurum.test"]);
  });
});

describe("right after a ticket", () => {
  const opened = async () => {
    const say = talkTo(url);
    await say("kayıt açmak istiyorum");
    const number = numberIn((await say("Telefonuma gelen imza isteği ekranda donuyor")).text);
    const added = () => addedTo(house, number);
    return { say, number, added };
  };

  test.each([
    ["ek bilgi: evrakı kargoyla gönderdim", "evrakı kargoyla gönderdim"],
    ["şunu ekle: telefonum yeni", "telefonum yeni"],
    ["Şunu da ekler misiniz, telefonum yeni", "telefonum yeni"],
  ])("“%s” is added to it", async (text, kept) => {
    const { say, number, added } = await opened();
    expect((await say(text)).text).toContain(`${number} numaralı talebinize eklendi`);
    expect(await added()).toEqual([kept]);
  });

  test("a phone number is offered to be added, and added on a yes only", async () => {
    const { say, number, added } = await opened();
    expect((await say("numaram 0532 123 45 67")).text).toContain(`${number} numaralı talebinize ekleyeyim mi`);
    expect(await added()).toEqual([]);
    expect((await say("evet")).text).toContain("eklendi");
    expect(await added()).toEqual(["numaram 0532 ••• •• 67"]);
    await say("dahili değil cep 0533 123 45 67");
    expect((await say("hayır")).text).toContain("bir şey eklemedim");
    expect(await added()).toHaveLength(1);
    await say("numaram 0534 123 45 67");
    await say("saat 17'ye kadar arayın");
    expect((await added())[1]).toBe("numaram 0534 ••• •• 67\n\nsaat 17'ye kadar arayın");
  });

  test.each([
    ["hayır", "smalltalk"],
    ["vazgeçtim gerek yok", "smalltalk"],
    ["teşekkürler", "smalltalk"],
    ["Sertifika bedeli ne kadar?", "answer"],
    ["taleplerim ne durumda?", "status"],
  ])("“%s” is not added when the addition is asked for", async (text, outcome) => {
    const { say, number, added } = await opened();
    await say(`${number} numaralı talebe ekle`);
    expect((await say(text)).outcome).toBe(outcome);
    expect(await added()).toEqual([]);
  });

  test("a statement is added even where the bot knows its matter", async () => {
    const { say, number, added } = await opened();
    await say(`${number} numaralı talebe ekle`);
    await say("sim kartım değişti");
    expect(await added()).toEqual(["sim kartım değişti"]);
  });

  test("a wish to close it goes to the staff, and closes no signature", async () => {
    const { say, number, added } = await opened();
    expect((await say("talebimi kapatın")).text).toContain(`isteğinizi ${number} numaralı talebinize ekledim`);
    expect((await say("talebimi iptal edin")).text).toContain("bir görevli görecek");
    expect(await added()).toEqual(["talebimi kapatın", "talebimi iptal edin"]);
    expect((await say("mobil imza başvurumu iptal edin")).text).not.toContain(number);
  });

  test("a ticket that is the person's no more meanwhile is said to be", async () => {
    const conversation = personal();
    const say = talkTo(url, { conversation });
    await say("kayıt açmak istiyorum");
    const number = numberIn((await say("Telefonuma gelen imza isteği ekranda donuyor")).text);
    await say(`${number} numaralı talebe ekle`);
    const ticket = await ticketOf(number);
    await house.office.store.transact((transaction) =>
      transaction.updateTicket({ ...ticket, requester: { name: "Başkası" } }),
    );
    expect((await say("Telefonum yeni")).text).toContain("bulamadım");
  });
});

describe("an answer that did not help", () => {
  const rated = () => lastComplaint(house);

  test.each([
    "bu cevap yanlış",
    "yanlış cevap",
    "işime yaramadı",
    "cevap vermedin",
    "anlamadım",
    "bu sorumun cevabı değil",
    "yardımcı olmadınız",
    "not helpful",
  ])("“%s” rates it and offers a person", async (text) => {
    const say = talkTo(url);
    const question = `Sertifika bedeli ne kadar ${text.length}?`;
    expect((await say(question)).outcome).toBe("answer");
    const sorry = await say(text);
    expect(sorry.outcome).toBe("handoff");
    expect(["Destek talebi aç", "Open a support ticket"]).toEqual(expect.arrayContaining([...sorry.choices]));
    expect(sorry.choices).toHaveLength(1);
    expect(await rated()).toMatchObject({ text: question, entries: ["certificate-fee"] });
    expect(numberIn((await say("evet")).text)).not.toBe("");
  });

  test("is rated even after a thanks", async () => {
    const say = talkTo(url);
    await say("Sertifika bedeli nedir acaba?");
    expect((await say("teşekkürler")).outcome).toBe("smalltalk");
    await say("Yararlı olmadı");
    expect(await rated()).toMatchObject({ text: "Sertifika bedeli nedir acaba?" });
  });

  test.each([
    "başvurum yanlış girilmiş",
    "ne eksik",
    "bilgilerim yanlış",
    "kamu sm cevap vermedi",
    "evet doğru",
    "teşekkürler yardımcı oldunuz",
  ])("“%s” is no complaint about it", async (text) => {
    const say = talkTo(url);
    await say("Sertifika bedeli ne kadar?");
    expect((await say(text)).text).not.toContain("Yardımcı olamadığım için");
  });
});

describe("a long message", () => {
  const filler = (length: number) => "Kurumda çalışıyorum. ".repeat(Math.ceil(length / 21)).slice(0, length);

  test("is read where its question comes late", async () => {
    const answered = await talkTo(url)(`${filler(1_200)}\nSertifika bedeli ne kadar?`);
    expect(answered.entries).toContain("certificate-fee");
    expect(answered.text).not.toContain("ilk 2.000 karakter");
  });

  test("beyond what is read is said to be cut", async () => {
    const answered = await talkTo(url)(`Sertifika bedeli ne kadar?\n${filler(2_100)}`);
    expect(answered.text).toContain("ilk 2.000 karakterini okuyabildim");
  });
});
