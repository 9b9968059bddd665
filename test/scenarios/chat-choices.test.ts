import { talkTo, withChatHouse } from "../chat/support/chat-house.ts";
import { numberIn } from "../chat/support/talks.ts";

const house = withChatHouse();
const url = () => house.url;

/** Somebody who asked what has several answers. */
async function asked(question = "ücret ne kadar") {
  const say = talkTo(url);
  const clarified = await say(question);
  expect(clarified).toMatchObject({ outcome: "clarify" });
  return say;
}

describe("choices on offer", () => {
  test.each([
    ["1", ["monthly-fee"]],
    ["2.", ["certificate-fee"]],
    ["2 numara", ["certificate-fee"]],
    ["ikinci seçeneği açıklar mısınız", ["certificate-fee"]],
    ["aylık olan", ["monthly-fee"]],
    ["ikisi de", ["monthly-fee", "certificate-fee", "certificate-payer"]],
    ["HEPSİNİ YAZ", ["monthly-fee", "certificate-fee", "certificate-payer"]],
    ["sertifika değil", ["monthly-fee"]],
    ["1 ve 3", ["monthly-fee", "certificate-payer"]],
    ["ilk ikisi", ["monthly-fee", "certificate-fee"]],
  ])("“%s” picks", async (text, entries) => {
    expect(await (await asked())(text)).toMatchObject({ outcome: "answer", entries });
  });

  test.each([
    "hangisi bilmiyorum",
    "birincisi mi ikincisi mi bilmiyorum",
    "fark etmez",
    "ne kadar işte",
    "ÜCRET NE KADAR DİYORUM",
    "kim ödüyor peki",
  ])("who says “%s” is told everything, not asked again", async (text) => {
    const told = await (await asked())(text);
    expect(told.outcome).toBe("answer");
    expect(told.text).toContain("4 TL");
    expect(told.text).toContain("76,70 TL");
  });

  test("stay where they are after one was picked", async () => {
    const say = await asked();
    expect((await say("2")).entries).toEqual(["certificate-fee"]);
    expect((await say("1")).entries).toEqual(["monthly-fee"]);
    expect((await say("ikisi de")).entries).toHaveLength(3);
  });

  test.each(["hiçbiri", "hayır", "bunların hiçbiri değil"])(
    "“%s” takes them back and offers a person",
    async (text) => {
      const say = await asked();
      const left = await say(text);
      expect(left.text).toContain("başka sözcüklerle");
      expect(left.choices).toEqual(["Destek talebi aç"]);
      expect(numberIn((await say("evet")).text)).not.toBe("");
    },
  );

  test.each(["evet", "7"])("“%s” does not say which: they are asked for again, numbered", async (text) => {
    const say = await asked();
    const again = await say(text);
    expect(again.outcome).toBe("clarify");
    expect(again.text).toContain("2. Sertifika bedeli ne kadar?");
    expect(again.choices).toHaveLength(3);
    expect((await say("2")).entries).toEqual(["certificate-fee"]);
  });

  test("what follows a pick goes on from what was picked", async () => {
    const say = await asked();
    await say("2");
    expect((await say("süresi?")).entries).toEqual(["certificate-validity"]);
    const opened = numberIn((await say("destek talebi aç")).text);
    const ticket = await house.office.store.tickets.byNumber(opened);
    expect(ticket?.subject).toBe("Sertifika bedeli ne kadar? süresi?");
  });

  test("another question is answered in their place, and takes them off the table", async () => {
    const say = await asked();
    expect((await say("başvuru nasıl yapılır")).entries).toEqual(["apply"]);
    expect((await say("2")).text).toContain("liste yok");
  });
});

test.each(["1", "ikincisi", "ikisi de"])("“%s” from nowhere is told that there is nothing to choose", async (text) => {
  const told = await talkTo(url)(text);
  expect(told).toMatchObject({ outcome: "smalltalk" });
  expect(told.text).toContain("liste yok");
});

test("a question that gets the very same answer is told that there is no more", async () => {
  const say = talkTo(url);
  await say("Sertifikayı kurum mu ödüyor?");
  const again = await say("neden");
  expect(again.text).toContain("bilgi notunda yazanların tamamı");
  expect(again.choices).toContain("Destek talebi aç");
});

describe("the language of the conversation", () => {
  test("is kept through a word of another", async () => {
    const say = talkTo(url);
    await say("Sertifika ücreti ne kadar?");
    expect((await say("ok thanks")).text).toContain("Rica ederim");
    const english = talkTo(url);
    await english("How much is the certificate fee?");
    expect((await english("teşekkürler")).text).toContain("You are welcome");
    expect((await english("Peki bunu kim ödüyor?")).text).toContain("kurum");
  });

  test("“form” is no English", async () => {
    expect((await talkTo(url)("form")).text).toContain("Hangi formu");
  });
});
