import { forwardedAuthor, withoutQuotes } from "../../../src/mail/reading/quotes.ts";

const NEW = "Eksik belgeyi ekledim.\nSaygılar";
const cut = (text: string, isForward = false) => withoutQuotes(text, { isForward });

test.each([
  [
    "Gmail, Turkish",
    "E-İmza Bürosu <e-imza@kurum.example>, 19 Kas 2026 Per, 14:05 tarihinde şunu yazdı:\n\n> Merhaba\n> Belge eksik",
  ],
  [
    "Gmail, wrapped over two lines",
    "Uzun Adlı Bir Büronun E-Posta Hesabı <e-imza@kurum.example>,\n19 Kas 2026 Per, 14:05 tarihinde şunu yazdı:\n\n> Belge eksik",
  ],
  ["Gmail, English", "On Thu, Nov 19, 2026 at 2:05 PM E-İmza <e-imza@kurum.example> wrote:\n\n> Belge eksik"],
  ["Apple Mail", "E-İmza <e-imza@kurum.example> şunları yazdı (19 Kas 2026 14:05):\n\n> Belge eksik"],
  [
    "iPhone",
    "iPhone’umdan gönderildi\n\nE-İmza <e-imza@kurum.example> şunları yazdı (19 Kas 2026 14:05):\n\n> Belge eksik",
  ],
  [
    "Outlook for Mac, without quote marks",
    '"E-İmza" <e-imza@kurum.example>, 19/11/2026 14:05 tarihinde şunu yazdı:\n\n    Belge eksik',
  ],
  [
    "Outlook, Gönderildi",
    "________________________________\nKimden: E-İmza <e-imza@kurum.example>\nGönderildi: 19 Kasım 2026 Perşembe 14:05\nKime: elif@valilik.example\nBilgi: amir@valilik.example\nKonu: Belge\n\nBelge eksik",
  ],
  [
    "Outlook, Tarih",
    "Kimden: E-İmza <e-imza@kurum.example>\nTarih: 19 Kasım 2026 Perşembe 14:05\nKime: elif@valilik.example\nKonu: Belge\n\nBelge eksik",
  ],
  [
    "Outlook, Gönderilme, bold marks",
    "*Kimden:* E-İmza [mailto:e-imza@kurum.example]\n*Gönderilme:* 19 Kasım 2026\n*Kime:* elif\n*Konu:* Belge\n\nBelge eksik",
  ],
  [
    "Outlook, English",
    "From: E-İmza <e-imza@kurum.example>\nSent: Thursday, November 19, 2026 2:05 PM\nTo: elif\nSubject: Belge\n\nBelge eksik",
  ],
  ["Özgün İleti", "-----Özgün İleti-----\nBelge eksik"],
  ["Orijinal Mesaj", "----- Orijinal Mesaj -----\nBelge eksik"],
  ["Original Message", "-------- Original Message --------\nBelge eksik"],
  [
    "Yahoo",
    "19 Kasım 2026 Perşembe 14:05:30 GMT+3 tarihinde E-İmza <e-imza@kurum.example> şunu yazdı:\n\n> Belge eksik",
  ],
  ["Thunderbird", "19.11.2026 14:05 tarihinde E-İmza yazdı:\n> Belge eksik"],
  ["Yandex", '19.11.2026, 14:05, "E-İmza" <e-imza@kurum.example>:\n> Belge eksik'],
  ["quote marks alone", "> Belge eksik\n> Ekleyin"],
  ["Yandex", '19.11.2026, 14:05, "E-İmza" <e-imza@kurum.example>:\nBelge eksik'],
  ["Zoho", "---- E-İmza <e-imza@kurum.example> Per, 19 Kas 2026 14:05:00 +0300 tarihinde yazdı ----\nBelge eksik"],
  ["Zoho, English", "---- On Thu, 19 Nov 2026 14:05:00 +0300 E-İmza <e-imza@kurum.example> wrote ----\nBelge eksik"],
  [
    "a program that saves the colon",
    "On Wed, 14 Nov 2026 08:14:43 +0300 E-İmza <e-imza@kurum.example> wrote\n\nBelge eksik",
  ],
  ["German", 'Am 19.11.2026 14:05 schrieb "E-İmza" <e-imza@kurum.example>:\n\nBelge eksik'],
  ["one that says no time", "On Nov 19, 2026 you wrote:\n\nBelge eksik"],
  ["a mailing list", "> Belge eksik\n_______________________________________\nListe\nhttps://liste.example"],
])("what %s quotes is cut", (_name, quote) => {
  expect(cut(`${NEW}\n\n${quote}`)).toBe(NEW);
});

test.each([
  ["a date and an address that head a list", '19.11.2026 için "Elif" <elif@valilik.example>:\nyeni başvuru'],
  ["answers between quoted lines", "Cevaplarım aşağıda.\n\n> Hattınız nedir?\nTurkcell\n> İl?\nIğdır"],
  [
    "answers below an attribution",
    "E-İmza <e@k.example>, 19 Kas 2026 14:05 tarihinde şunu yazdı:\n> Hattınız nedir?\nTurkcell",
  ],
  [
    "a forward by Gmail",
    "Bilginize\n\n---------- Forwarded message ---------\nGönderen: Cem <cem@i.example>\nDate: 19 Kas 2026\nSubject: Kart\nTo: <e@v.example>\n\nKartım kırıldı",
  ],
  [
    "a forward by Thunderbird",
    "Bilginize\n-------- İletilen İleti --------\nKonu: Kart\nTarih: bugün\nKimden: Cem <cem@i.example>\nKime: e@v.example\n\nKartım kırıldı",
  ],
  [
    "a forward by Apple Mail",
    "> İleti başlangıcı:\n>\n> Kimden: Cem <cem@i.example>\n> Konu: Kart\n> Tarih: 26 Ekim 2026\n> Kime: e@v.example\n>\n> Kartım kırıldı",
  ],
  ["a sentence that only sounds like one", "Ahmet Bey bana şunu yazdı:\nhattınız kapanacak.\nDoğru mu?"],
  ["a form with a line of its own", "Kimden: Elif Kara\nHat: Turkcell"],
  ["nothing but a quote", "> Belge eksik"],
  ["a story with a date", "Merhaba,\n\n19.11.2026 tarihinde müdürlük bize yazdı:\nYeni hat alınız.\nAldık."],
])("%s is kept whole", (_name, text) => {
  expect(cut(text)).toBe(text);
});

test.each([
  "Cevaplar kırmızıyla aşağıda.",
  "Yanıtlarımı aşağıda bulabilirsiniz.",
  "Satır aralarına yazdım.",
  "My answers are below.",
])("answers written into old text that nothing marks as quoted are kept, when they are announced: %j", (announced) => {
  const text = `${announced}\n\nKimden: E-İmza <e@k.example>\nTarih: 19 Kasım 2026\nKime: elif@v.example\nKonu: Kart\n\nOperatör?\nTurkcell`;
  expect(cut(text)).toBe(text);
});

test("the signature below a quotation stays", () => {
  const signature = "-- \nElif Kara\n0532 123 45 67";
  expect(cut(`${NEW}\n\n> Belge eksik\n\n${signature}`)).toBe(`${NEW}\n\n${signature}`);
});

test("a header block is a quote in an answer, and the matter itself in a forward", () => {
  const text = `Bilginize\n\nKimden: Cem <cem@i.example>\nTarih: 19 Kasım 2026\nKime: elif@v.example\nKonu: Kart\n\nKartım kırıldı`;
  expect(cut(text)).toBe("Bilginize");
  expect(cut(text, true)).toBe(text);
});

test.each([
  [
    "---------- Forwarded message ---------\nGönderen: Cem Er <Cem@I.example>\nDate: x",
    { address: "cem@i.example", name: "Cem Er" },
  ],
  ["-------- İletilen İleti --------\nKonu: Kart\nKimden: \tcem@i.example", { address: "cem@i.example" }],
  ["> İleti başlangıcı:\n>\n> Kimden: Cem Er <cem@i.example>", { address: "cem@i.example", name: "Cem Er" }],
  ["Kimden: Cem <cem@i.example>\nTarih: x", undefined],
])("the author of %j is found", (text, author) => {
  expect(forwardedAuthor(text)).toEqual(author);
});

/** Each of these hangs for minutes what works in the square of the length; the test's own time limit would end it. */
test.each([
  ["newlines", (n: number) => "\n".repeat(n)],
  ["dates", (n: number) => "3 Oca 2026 tarihinde ".repeat(n / 20)],
  ["date lines", (n: number) => "3 Oca 2026 tarihinde şunu\n".repeat(n / 25)],
  ["quote marks", (n: number) => "> x\n".repeat(n / 4)],
  ["attributions", (n: number) => "A <a@b.c>, 1 Oca 2026 şunu yazdı:\n> x\n".repeat(n / 38)],
  ["one line", (n: number) => "x".repeat(n)],
  ["spaces", (n: number) => " ".repeat(n)],
  ["header lines", (n: number) => "Kimden: a\n".repeat(n / 10)],
])("a megabyte of %s is worked through", (_name, of) => {
  const text = of(1_000_000);
  expect(text).toContain(cut(text).slice(0, 1000));
  expect(forwardedAuthor(text)).toBeUndefined();
});

test.each([
  ["numbers and brackets", "1<"],
  ["addresses that do not end", "1<a@"],
  ["one address of many ats", "1@"],
])("a text made of %s costs no more than its length", (_name, unit) => {
  const line = unit.repeat(Math.floor(398 / unit.length));
  const text = Array.from({ length: 10_000 }, () => line).join("\n");
  const before = process.cpuUsage();
  expect(cut(text)).toBe(text);
  // Looked at again from every place, such a text takes ten seconds.
  expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
});
