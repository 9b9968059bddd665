import type { Activity } from "botbuilder";
import { talkTo, withChatHouse } from "../chat/support/chat-house.ts";
import { addedTo, lastComplaint, numberIn, personal } from "../chat/support/talks.ts";

const house = withChatHouse();
const url = () => house.url;
const subjectOf = async (number: string) => (await house.office.store.tickets.byNumber(number))?.subject;
const added = (number: string) => addedTo(house, number);

/** Somebody who was asked what their ticket is about. */
async function askedForMatter() {
  const say = talkTo(url);
  expect((await say("destek talebi aç")).text).toContain("Konu nedir?");
  return say;
}

/** Somebody who has just opened a ticket. */
async function withTicket() {
  const say = await askedForMatter();
  const number = numberIn((await say("Telefonuma gelen imza isteği ekranda donuyor")).text);
  return { say, number };
}

describe("where the matter of a ticket is asked for", () => {
  test.each([
    "bilmiyorum",
    "bekle",
    "neden?",
    "form",
    "bir dakika",
    "of ya yeter artık",
    "yetkili biri",
    "kimsin sen",
    "0532 123 45 67",
  ])("“%s” is none: it is asked once more, and then a person is brought all the same", async (text) => {
    const say = await askedForMatter();
    const again = await say(text);
    expect(again.text).toContain("birkaç sözcükle");
    expect(numberIn(again.text)).toBe("");
    expect(await subjectOf(numberIn((await say("insan lazım bana")).text))).toBe("Bir görevliyle görüşmek istiyor");
  });

  test("giving up for a question gets its answer, and no ticket", async () => {
    const say = await askedForMatter();
    expect((await say("hayır vazgeçtim, sertifika ücreti ne kadar?")).entries).toEqual(["certificate-fee"]);
    expect((await say("destek talebi aç")).text).toContain("açıldı");
  });

  test("a question announced as one in between is answered, and the matter still waited for", async () => {
    const say = await askedForMatter();
    const answered = await say("bir dakika, önce şunu sorayım: sertifika kaç yıl geçerli?");
    expect(answered).toMatchObject({ outcome: "answer", entries: ["certificate-validity"] });
    expect(answered.choices).toEqual(["Vazgeç"]);
    const number = numberIn((await say("Telefonuma gelen imza isteği ekranda donuyor")).text);
    expect(await subjectOf(number)).toBe("Telefonuma gelen imza isteği ekranda donuyor");
  });
});

describe("after a ticket", () => {
  test("one of several is added to by its place in the list", async () => {
    const { say, number: older } = await withTicket();
    await say("yeni bir talep daha açmak istiyorum");
    const newer = numberIn((await say("Faturama iki kez ücret yansıdı")).text);
    expect((await say("taleplerim")).text).toMatch(new RegExp(`${newer}[^]*${older}`));
    expect((await say("ikincisine ekle: hat Turkcell")).text).toContain(`${older} numaralı`);
    expect((await say("ilk talebime ekle: kasım ayı")).text).toContain(`${newer} numaralı`);
    expect([await added(older), await added(newer)]).toEqual([["hat Turkcell"], ["kasım ayı"]]);
  });

  test("the list of one's tickets asked for under an offer is no addition", async () => {
    const { say, number } = await withTicket();
    await say("bir de telefonum samsung");
    expect((await say("taleplerim")).outcome).toBe("status");
    expect(await added(number)).toEqual([]);
  });

  test("the button tapped twice tells of it, and opens another for another matter only", async () => {
    const { say, number } = await withTicket();
    expect((await say("Destek talebi aç")).text).toContain(`${number} numaralı talebiniz zaten açık`);
    expect((await say("vazgeç")).text).toContain("açmadım");
    await say("Destek talebi aç");
    expect(numberIn((await say("Faturama iki kez ücret yansıdı")).text)).not.toBe(number);
  });

  test("what is told, not asked, is offered to be added", async () => {
    const { say, number } = await withTicket();
    const offered = await say("bir de telefonum samsung");
    expect(offered.text).toContain(`${number} numaralı talebinize ekleyeyim mi`);
    expect(offered.choices).toEqual(["Evet, ekle", "Destek talebi aç", "Vazgeç"]);
    await say("evet");
    expect(await added(number)).toEqual(["bir de telefonum samsung"]);
  });

  test("a wish to close it under the offer goes to the staff", async () => {
    const { say, number } = await withTicket();
    await say("bir de telefonum samsung");
    expect((await say("talebimi kapatın")).text).toContain("isteğinizi");
    expect(await added(number)).toEqual(["talebimi kapatın"]);
  });

  test("or becomes the matter of another one", async () => {
    const { say, number } = await withTicket();
    await say("faturama 8 TL yansıdı");
    const next = numberIn((await say("Destek talebi aç")).text);
    expect(next).not.toBe(number);
    expect(await subjectOf(next)).toBe("faturama 8 TL yansıdı");
    expect(await added(number)).toEqual([]);
  });

  test("“talebime bilgi eklemek istiyorum” asks what", async () => {
    const { say, number } = await withTicket();
    expect((await say("talebime bilgi eklemek istiyorum")).text).toContain("ne eklemek istersiniz");
    await say("hat turkcell");
    expect(await added(number)).toEqual(["hat turkcell"]);
  });

  test("who asks for a person again hears that one is coming", async () => {
    const { say, number } = await withTicket();
    expect((await say("beni ne zaman ararsınız")).text).toContain(`${number} numaralı talebiniz görevlilerde`);
  });
});

describe("anger", () => {
  test.each([
    "Bu ne biçim sistem",
    "REZALET",
    "cevap versene",
    "BUNE YA HİÇBİR İŞE YARAMIYORSUN",
    "Teşekkürler, yardımcı olamadınız",
    "😡",
  ])("“%s” is met with an apology and a person", async (text) => {
    const met = await talkTo(url)(text);
    expect(met.outcome).toBe("handoff");
    expect(met.text).toContain("üzgünüm");
    expect(met.choices).toEqual(["Destek talebi aç"]);
  });

  test("with a matter in it, the matter counts", async () => {
    expect((await talkTo(url)("rezalet, sertifika bedeli ne kadar")).entries).toEqual(["certificate-fee"]);
  });
});

describe("a rating", () => {
  const rated = () => lastComplaint(house);

  test("keeps the reason that follows it, and answers that besides", async () => {
    const say = talkTo(url);
    await say("Sertifika kaç yıl geçerli?");
    expect((await say("Yararlı olmadı")).text).toContain("Neyin eksik ya da yanlış");
    expect((await say("çünkü ben yenilemeyi sordum")).text).toContain("Açıklamanızı");
    expect(await rated()).toMatchObject({ feedback: "notHelpful", feedbackText: "çünkü ben yenilemeyi sordum" });
    expect(numberIn((await say("evet")).text)).not.toBe("");
  });

  test("in one message with its reason is kept, and the reason answered", async () => {
    const say = talkTo(url);
    await say("Sertifikanın süresi nedir?");
    const text = "işime yaramadı çünkü yenilemeyi soruyorum";
    const told = await say(text);
    expect(told.entries).toEqual(["renewal"]);
    expect(told.text).toContain("Açıklamanızı");
    expect(await rated()).toMatchObject({ text: "Sertifikanın süresi nedir?", feedbackText: text });
  });

  test("a new question after it is no reason", async () => {
    const say = talkTo(url);
    await say("Sertifika ne kadar süre geçerli?");
    await say("Yararlı olmadı");
    expect((await say("Vodafone'da ücret ne kadar?")).text).not.toContain("Açıklamanızı");
    expect((await rated())?.feedbackText).toBeUndefined();
  });

  test("by a thumb", async () => {
    const say = talkTo(url);
    await say("Sertifika bedeli kaç lira?");
    expect((await say("👎")).outcome).toBe("handoff");
    expect(await rated()).toMatchObject({ text: "Sertifika bedeli kaç lira?" });
    expect((await say("👍")).outcome).toBe("smalltalk");
  });
});

describe("a file that is spoken of and did not come", () => {
  test.each(["Formum ektedir, gereğini arz ederim", "ekteki dilekçeye istinaden hattım değişti"])(
    "“%s” is told, with the ticket to name in the mail",
    async (text) => {
      const say = await askedForMatter();
      const opened = await say(text);
      expect(opened.text).toContain(`konu satırına ${numberIn(opened.text)} yazın`);
    },
  );

  test("and one that came is, too", async () => {
    const attachments: Activity["attachments"] = [{ contentType: "application/pdf", contentUrl: "https://x.test/f" }];
    const conversation = personal();
    await talkTo(url, { conversation })("destek talebi aç");
    const opened = await talkTo(url, { conversation, attachments })("Formum ektedir, hattım değişti");
    expect(opened.text).toContain(`konu satırına ${numberIn(opened.text)} yazın`);
  });

  test("what is added is no file", async () => {
    const { say, number } = await withTicket();
    expect((await say(`${number}: ek bilgi veriyorum, hattım Turkcell`)).text).not.toContain("dosya");
  });
});

describe("numbers and addresses alone", () => {
  test("a phone offers to be called, and stands in the ticket", async () => {
    const say = talkTo(url);
    expect((await say("0532 123 45 67")).text).toContain("Size ulaşılmasını istiyorsanız");
    await say("evet");
    const number = numberIn((await say("form üç haftadır gelmedi")).text);
    const [first] = await house.office.store.messages.ofTicket(number);
    expect(first?.text).toContain("0532 ••• •• 67");
  });

  test("an identity number is not asked for", async () => {
    expect((await talkTo(url)("10000000146")).text).toContain("yazmanıza gerek yok");
  });
});

test("“tamam boşver” leaves what was talked about", async () => {
  const say = talkTo(url);
  await say("Mobil imza yurt dışında çalışır mı?");
  expect((await say("tamam boşver")).text).toContain("Peki.");
});

test.each(["tabi lütfen", "evet isterim", "kesinlikle evet"])("“%s” takes up an offer", async (yes) => {
  const say = talkTo(url);
  await say("Mobil imza yurt dışında çalışır mı?");
  expect(numberIn((await say(yes)).text)).not.toBe("");
});
