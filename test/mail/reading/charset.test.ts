import { decodeText } from "../../../src/mail/reading/charset.ts";
import { decodeHeader } from "../../../src/mail/reading/encoded-words.ts";

const TEXT = "Şifre değişikliği: ığdır, İZMİR, çölü, güneş";
/** windows-1254, the one Turkish charset older mailers know. */
const TURKISH = Buffer.from(
  TEXT.replace(/[ĞğİıŞş]/g, (letter) => ({ Ğ: "Ð", ğ: "ð", İ: "Ý", ı: "ý", Ş: "Þ", ş: "þ" })[letter] ?? letter),
  "latin1",
);
const UTF8 = Buffer.from(TEXT);

test.each([
  "",
  "utf-8",
  "UTF8",
  "us-ascii",
  "iso-8859-1",
  "latin1",
  "windows-1252",
  "iso-8859-9",
  "windows-1254",
  "x-bilinmeyen",
  "unknown-8bit",
  "iso-8859-3",
  "iso-8859-2",
  "windows-1250",
  "latin2",
])("windows-1254 bytes labelled %j are Turkish", (label) => {
  expect(decodeText(TURKISH, label).text).toBe(TEXT);
});

test.each([
  "",
  "utf-8",
  "us-ascii",
  "iso-8859-1",
  "windows-1252",
  "iso-8859-9",
  "windows-1254",
  "x-bilinmeyen",
  "iso-8859-3",
  "koi8-r",
  "windows-1250",
  "cp857",
  "x-mac-turkish",
])("UTF-8 bytes labelled %j are Turkish", (label) => {
  expect(decodeText(UTF8, label).text).toBe(TEXT);
});

test.each(["windows-1250", "iso-8859-2"])("what neighbours write stays what it is when it is labelled %s", (label) => {
  const letters = new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, code) => code));
  for (const text of [
    "Zażółć gęślą jaźń, Łódź; proszę o pilną odpowiedź.",
    "Dobrý den, příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Starý nový hrad",
    "Poštovani, Đorđe Đukić i Anđela: račun za čišćenje.",
    "Größe, Äpfel, Müller",
    "Árvíztűrő tükörfúrógép",
    "Bună ziua, vă rog să îmi trimiteţi şi actele.",
    "Peter Ţurcan, Îndrumar",
  ]) {
    const bytes = Buffer.from(Array.from(text.normalize("NFC"), (letter) => letters.indexOf(letter)));
    expect(bytes.includes(0xff) && text).toBe(false);
    expect(decodeText(bytes, label)).toEqual({ text });
  }
});

test("Turkish of DOS and of old Macs is read by its label", () => {
  expect(decodeText(Buffer.from("9e69667265206465a769 9f696b8d".replace(" ", ""), "hex"), "cp857").text).toBe(
    "Şifre değişikı",
  );
  expect(decodeText(Buffer.from([0x98, 0xa6, 0xa7, 0x8d, 0x9e, 0x9f, 0x80, 0x94, 0x81]), "IBM857").text).toBe(
    "İĞğıŞşÇöü",
  );
  expect(decodeText(Buffer.from([0xdc, 0xda, 0xdb, 0xdd, 0xde, 0xdf, 0x82, 0x9a, 0x9f]), "x-mac-turkish").text).toBe(
    "İĞğıŞşÇöü",
  );
});

/** Letters of one-byte charsets for 0x80 to 0x9f, where latin-1 has none. */
const HIGH = {
  "windows-1252": "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ",
  "windows-1254": "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008d\u008e\u008f\u0090‘’“”•–—˜™š›œ\u009d\u009eŸ",
  "latin-1": "",
};

/** Bytes of UTF-8 taken for letters of a one-byte charset, as a gateway does that knows no UTF-8. */
function misread(text: string, charset: keyof typeof HIGH = "windows-1252"): string {
  const bytes = Buffer.from(text).toString("latin1");
  return bytes.replace(/[\u0080-\u009f]/g, (letter) => HIGH[charset][letter.charCodeAt(0) - 0x80] ?? letter);
}

test("UTF-8 that was made UTF-8 once more, or twice, is undone in texts and headers", () => {
  const text = `${TEXT} – “Sayın Müdürüm”, 8 € … ÖĞÇÜ`;
  for (const charset of ["windows-1252", "windows-1254", "latin-1"] as const) {
    const hurt = misread(text, charset);
    expect(decodeText(Buffer.from(hurt), "utf-8")).toEqual({ text, repaired: "utf-8" });
    expect(decodeText(Buffer.from(misread(hurt, charset)), "iso-8859-9").text).toBe(text);
    expect(decodeHeader(`=?utf-8?B?${Buffer.from(hurt).toString("base64")}?=`)).toBe(text);
  }
  expect(decodeText(Buffer.from(misread("Müdür")), "").text).toBe("Müdür");
});

test.each([
  "İletilerimde ü yerine Ã¼, ı yerine Ä± çıkıyor; şu an böyle görünüyor.",
  "SÃO PAULO, MANHÃ, Ångström, Äquator, Å, Â°",
  "„Ä“ und »Ä« sind Buchstaben, Größe 20 Å±1",
  "KÂĞIT, HÂLÂ »x«, kâr–zarar",
  "naïve café – “quoted” … €",
])("%j shows such letters and means them", (text) => {
  expect(decodeText(Buffer.from(text), "utf-8")).toEqual({ text });
});

test("other languages stay what they are", () => {
  expect(decodeText(Buffer.from("Gr\u00fc\u00dfe, \u00e9t\u00e9", "latin1"), "iso-8859-1").text).toBe("Grüße, été");
  expect(decodeText(Buffer.from([0xc3, 0xf0, 0xe8]), "windows-1251").text).toBe("Гри");
  expect(decodeText(Buffer.from("1b2442467c4b5c1b2842", "hex"), "iso-2022-jp").text).toBe("日本");
});

test("raw bytes in a header are in the charset of the mail's own text, where they can be", () => {
  const raw = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]).toString("latin1");
  expect(decodeHeader(raw, "windows-1251")).toBe("Привет");
  expect(decodeHeader(raw)).toBe("Ïğèâåò");
  expect(decodeHeader("\u00deifre de\u00f0i\u00feti", "iso-8859-1")).toBe("Şifre değişti");
  expect(decodeHeader("\u00deifre", "utf-8")).toBe("Şifre");
  expect(decodeHeader("\u00deifre", "euc-kr")).toBe("Şifre");
});

test("a label of many bytes a letter is believed, unless the bytes contradict it", () => {
  expect(decodeText(UTF8, "iso-2022-jp")).toEqual({ text: TEXT, repaired: "utf-8" });
  expect(decodeText(UTF8, "utf-16le").text).toBe(TEXT);
  expect(decodeText(Buffer.from(TEXT, "utf16le"), "utf-16").text).toBe(TEXT);
  expect(decodeText(Buffer.from("+AV4-ifre +- de+AR8-i+AV8-ti"), "utf-7").text).toBe("Şifre + değişti");
});

test("a text cut inside a letter, or mixed of two charsets, loses nothing else", () => {
  expect(decodeText(UTF8.subarray(0, -1)).text).toMatch(/^Şifre değişikliği: ığdır, İZMİR, çölü, güne/);
  expect(decodeText(Buffer.concat([UTF8, Buffer.from(" "), TURKISH])).text).toBe(`${TEXT} ${TEXT}`);
});

test.each([
  ["=?windows-1254?B?3mlmcmU=?=", "Şifre"],
  ["=?iso-8859-1?Q?=DEifre_de=F0i=FEikli=F0i?=", "Şifre değişikliği"],
  ["=?utf-8?Q?=DEifre?=", "Şifre"],
  ["=?iso-8859-9?B?xZ5pZnJl?=", "Şifre"],
  ["=?utf-8?B?xZ5pZnJlIGRlxJ8=?=\r\n =?utf-8?B?acWfaWtsacSfaQ==?=", "Şifre değişikliği"],
  ["=?utf-8?B?xZ5pZnJlIGRlxA==?= =?utf-8?B?n2nFn2lrbGnEn2k=?=", "Şifre değişikliği"],
  [Buffer.from("Şifre").toString("latin1"), "Şifre"],
  ["\u00deifre de\u00f0i\u00feti", "Şifre değişti"],
  ["=?utf-8?B?a29udQ0KQmNjOiB4QHk=?=", "konu Bcc: x@y"],
  ["duz metin =?yarim", "duz metin =?yarim"],
  ["=?utf-8?B?xZ5pZnJlIGRlxJ9p", "Şifre deği"],
  ["=?utf-8?Q?=C5=9Eifre_de=C4=9Fi", "Şifre deği"],
  ["=?utf-8?B?xZ5pZnJlIGRlxA==?=\r\n =?utf-8?Q?=9Fi=C5=9Fti?=", "Şifre değişti"],
  ["=?utf-8?B?xZ5pZnJ?= =?utf-8?B?lIGRlxJ9pxZ90aQ==?=", "Şifre değişti"],
  ["=?utf-8?Q?=C5=9Eifre de=C4=9Fi=C5=9Fti?=", "Şifre değişti"],
  ["=?iso-8859-9?Q?\u00deifre?= \u00deube", "Şifre Şube"],
  ["=?utf-8?q?=C5=9E?==?windows-1254?q?ube=FD?=", "Şubeı"],
  ["=?utf-7?Q?+AV4-ifre?=", "Şifre"],
  ["=?iso-2022-jp?B?GyRCRnxLXBsoQg==?= =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本日本"],
])("the header %j reads %j", (raw, text) => {
  expect(decodeHeader(raw)).toBe(text);
});
