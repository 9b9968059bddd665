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
])("UTF-8 bytes labelled %j are Turkish", (label) => {
  expect(decodeText(UTF8, label).text).toBe(TEXT);
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
