import { refusalIn } from "../../src/language/refusal.ts";

test.each([
  "ticket açmanı istemiyorum",
  "destek talebi açma",
  "destek talebi açma lütfen",
  "hayır açma dedim",
  "talep açmadan sorabilir miyim",
  "TALEP AÇILMASIN",
  "insanla görüşmek istemiyorum",
  "talep açmaya gerek yok",
  "beni aramasınlar",
  "form açılmıyordu ama düzeldi, talep açmayın",
  "please do not open a ticket",
  "I don't want to talk to a human",
])("“%s” refuses", (text) => expect(refusalIn(text)).toBeDefined());

test.each([
  "destek talebi aç",
  "uygulama açılmıyor, destek talebi aç",
  "destek talebi açın, uygulama açılmıyor",
  "talep açamıyorum",
  "talep açma ekranı nerede",
  "bot istemiyorum insan istiyorum",
  "insan istiyorum bot istemiyorum",
  "kimse beni aramadı yetkiliyle görüşmek istiyorum",
  "belgeye gerek yok dediler, kayıt açın",
  "görüşecek kimse yok mu",
  "I do not understand, open a ticket",
])("“%s” refuses nothing", (text) => expect(refusalIn(text)).toBeUndefined());

test("what follows a refusal is kept apart", () => {
  expect(refusalIn("destek talebi açma, sadece sertifika bedeli ne kadar")?.rest).toBe(
    ", sadece sertifika bedeli ne kadar",
  );
});
