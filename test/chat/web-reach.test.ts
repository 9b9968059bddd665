import { createTranscripts } from "../../src/chat/web/transcript.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { withChatHouse } from "./support/chat-house.ts";
import { addedTo, numberIn } from "./support/talks.ts";
import { webTalk } from "./support/web-talk.ts";

const house = withChatHouse(() => ({ web: { secret: Buffer.alloc(32, 1) } }));
const { visitor } = webTalk(house);
const MATTER = "Telefonuma gelen imza isteği ekranda donuyor";

/** A visitor who has just opened a ticket. */
async function withTicket(matter = MATTER, language?: string) {
  const say = await visitor(language);
  await say(language === "en" ? "open a ticket" : "destek talebi aç");
  const opened = await say(matter);
  const number = numberIn(opened.text);
  const ticket = async () => house.office.store.tickets.byNumber(number);
  const added = () => addedTo(house, number);
  return { say, opened, number, ticket, added };
}

describe("who opens a ticket in the browser is asked, once, how else to be reached", () => {
  test("an address becomes the ticket's, and the act is in its history without it", async () => {
    const { say, opened, number, ticket } = await withTicket();
    expect(opened.text).toContain("Zorunlu değil");
    expect(opened.choices).toContain("Gerek yok");
    expect((await say("Ayse.Yilmaz@Kurum.example")).text).toContain(`(ayse.yilmaz@kurum.example) ${number}`);
    expect(await ticket()).toMatchObject({
      requester: { email: "ayse.yilmaz@kurum.example" },
      participants: ["ayse.yilmaz@kurum.example"],
    });
    const changed = (await house.office.store.events.ofTicket(number)).find(({ type }) => type === "ticket.changed");
    expect(changed).toMatchObject({ changes: [{ field: "address", to: "a•••@kurum.example" }] });
  });

  test("the office's answer goes to it by mail, and stands in the chat as well", async () => {
    const { say, number, ticket } = await withTicket();
    expect((await say("ayse.yilmaz@kurum.example")).text).toContain("e-posta adresinize de gönderilir");
    const { version = 0 } = (await ticket()) ?? {};
    const agent = { id: "staff-1", name: "Zeynep Kaya" };
    const { message } = await replyToRequester(house.office, { ticket: number, version, agent, text: "İnceledik." });
    expect(message).toMatchObject({ channel: "mail", to: ["ayse.yilmaz@kurum.example"] });
    const { outbox } = house.office.store;
    const ways = await outbox.claim("t", ["mail.message", "chat.message", "chat.copy"], 10, 60_000);
    expect(ways.map(({ effect }) => effect.kind).sort()).toEqual(["chat.copy", "mail.message"]);
    for (const item of ways) {
      if (item.effect.kind === "chat.copy") expect(await house.door.deliver(item)).toEqual({ kind: "sent" });
    }
    const { requester } = (await ticket()) ?? {};
    const transcript = await createTranscripts(house.office.store.chatStates, house.office.clock.now).read(
      requester?.conversationId?.slice("web|".length) ?? "",
      0,
    );
    expect(transcript.at(-1)?.text).toContain("İnceledik.");
  });

  test("a phone is masked, to the person and in the ticket, and what was said with it stays", async () => {
    const { say, added } = await withTicket();
    const kept = await say("cep 0532 123 45 67, öğleden sonra");
    expect(kept.text).toContain("0532 ••• •• 67");
    expect(await added()).toEqual(["İletişim bilgisi: cep 0532 ••• •• 67, öğleden sonra"]);
  });

  test("an office number will do", async () => {
    const { say, added } = await withTicket();
    expect((await say("0312 555 44 33 dahili 12")).text).toContain("Teşekkürler");
    expect(await added()).toHaveLength(1);
  });

  test("a slip is told with its remedy, and asked for a second time only", async () => {
    const { say, number, added } = await withTicket();
    expect((await say("ayşe.yılmaz@kurum.example")).text).toContain("eksik ya da hatalı");
    expect((await say("10000000146")).text).toContain("talebe eklemedim");
    expect((await say("Sertifika bedeli ne kadar?")).text).toContain("76,70 TL");
    expect(await added()).toEqual([]);
    expect((await house.office.store.tickets.byNumber(number))?.requester.email).toBeUndefined();
  });

  test.each(["Gerek yok", "hayır", "istemiyorum", "mailim yok", "telefonumu vermek istemiyorum"])(
    "“%s” leaves it, and it is not asked again",
    async (no) => {
      const { say, added } = await withTicket();
      expect((await say(no)).text).toContain("Yanıt bu sohbete gelecek");
      await say("destek talebi aç");
      expect((await say("Faturama iki kez ücret yansıdı")).text).not.toContain("Zorunlu değil");
      expect(await added()).toEqual([]);
    },
  );

  test("a yes is asked for the address itself", async () => {
    const { say, ticket } = await withTicket();
    expect((await say("tamam")).text).toContain("yazmanız yeterli");
    await say("ayse@kurum.example");
    expect((await ticket())?.requester.email).toBe("ayse@kurum.example");
  });

  test("a ticket's number is no phone", async () => {
    const { say, number, added } = await withTicket();
    expect((await say(`${number} ne durumda`)).text).toContain("Durum: alındı");
    expect(await added()).toEqual([]);
  });

  test("what is asked stands last, and a question with a number in it gives none", async () => {
    const { say, opened, added } = await withTicket(`${MATTER}, formum ektedir`);
    expect(opened.text).toMatch(/konu satırına[\s\S]*yalnızca görevliler görür\.$/);
    expect((await say("0312 397 84 13 sizin numaranız mı?")).text).not.toContain("Teşekkürler");
    expect(await added()).toEqual([]);
  });

  test("a question in its place is answered", async () => {
    const { say } = await withTicket();
    expect((await say("Sertifika bedeli ne kadar?")).text).toContain("76,70 TL");
  });

  test("what was given once goes with the next ticket", async () => {
    const { say } = await withTicket();
    await say("ayse@kurum.example");
    await say("destek talebi aç");
    const next = await say("Faturama iki kez ücret yansıdı");
    expect(next.text).not.toContain("Zorunlu değil");
    const ticket = await house.office.store.tickets.byNumber(numberIn(next.text));
    expect(ticket?.requester.email).toBe("ayse@kurum.example");
  });

  test("in English as well", async () => {
    const { say, opened, ticket } = await withTicket("My certificate stopped working yesterday", "en");
    expect(opened.text).toContain("It is optional");
    await say("john.smith@example.com");
    expect((await ticket())?.requester.email).toBe("john.smith@example.com");
  });
});

test.each([
  ["a phone", `${MATTER}, telefonum 0532 123 45 67`],
  ["an address of their own", `${MATTER}, e-posta adresim ayse@kurum.example`],
])("who gave %s with the matter is not asked", async (_what, matter) => {
  expect((await withTicket(matter)).opened.text).not.toContain("Zorunlu değil");
});

test("the office's own address is nobody's", async () => {
  const { say, ticket } = await withTicket();
  expect((await say("e-imza@icisleri.gov.tr")).text).toContain("eksik ya da hatalı");
  expect((await ticket())?.requester.email).toBeUndefined();
});
