import { isNationalId, nationalIdFault } from "../../src/core/national-id.ts";
import { findPersonalData, MASK, maskDeep, maskEmail, maskPersonalData } from "../../src/core/personal-data.ts";
import { maskPersonalDataInHtml } from "../../src/core/personal-data-in-html.ts";
import { formatTurkishPhone, readTurkishPhone } from "../../src/core/phone.ts";
import { readRegistryNumber } from "../../src/core/registry-number.ts";

test("the checksum of a T.C. kimlik no tells a slip of any one digit", () => {
  expect(isNationalId("10000000146")).toBe(true);
  for (let place = 0; place < 11; place += 1) {
    for (let digit = 0; digit < 10; digit += 1) {
      const slipped = `${"10000000146".slice(0, place)}${digit}${"10000000146".slice(place + 1)}`;
      expect([slipped, isNationalId(slipped)]).toEqual([slipped, slipped === "10000000146"]);
    }
  }
  expect(nationalIdFault("1000000014")).toBe("length");
  expect(nationalIdFault("00000000000")).toBe("length");
  expect(nationalIdFault("10000000147")).toBe("checksum");
});

test.each([
  "0 532 123 45 67",
  "0532 123 45 67",
  "05321234567",
  "5321234567",
  "532 123 4567",
  "+90 532 123 45 67",
  "+905321234567",
  "90 532 123 45 67",
  "0090 532 123 45 67",
  "(0532) 123 45 67",
  "0(532) 123 45 67",
  "+90 (532) 123 45 67",
  "+90 0532 123 45 67",
  "(+90) 532 123 45 67",
  "0532.123.45.67",
  "0532-123-45-67",
  "0532/123 45 67",
  "0532 – 123 45 67",
  "0 (532) 1234567",
  "532 12 34 567",
  "0532 1234 567",
  "0 5 3 2 - 1 2 3 - 4 5 - 6 7",
])("the mobile number %s is read, found and masked", (written) => {
  expect(readTurkishPhone(written)).toEqual({ kind: "mobile", e164: "+905321234567" });
  const text = `Cep: ${written}, Turkcell`;
  expect(findPersonalData(text)).toMatchObject([{ kind: "phone", value: "+905321234567" }]);
  const masked = maskPersonalData(text);
  expect(masked).toHaveLength(text.length);
  expect(masked.replace(/[^\d•]/g, "")).toMatch(/532•••••67$/);
  expect(findPersonalData(masked)).toEqual([]);
});

test.each([
  ["(312) 397 84 13", "fixed"],
  ["0312 397 84 13 dahili 22", "fixed"],
  ["0850 222 33 44", "service"],
])("%s is a %s number", (written, kind) => {
  expect(readTurkishPhone(written)?.kind).toBe(kind);
});

test.each(["123", "0532 123 45 6", "0532 123 45 678", "yok", "10000000146", ""])(
  "%p is no Turkish phone",
  (written) => {
    expect(readTurkishPhone(written)).toBeUndefined();
  },
);

test("a phone is shown the way people write it", () => {
  expect(formatTurkishPhone("+905321234567")).toBe("0532 123 45 67");
});

test.each([
  ["EGM 123456", "EGM123456"],
  ["J-12345", "J12345"],
  ["123.456", "123456"],
  ["12", undefined],
  ["Ayşe", undefined],
])("sicil %s is read as %s", (written, read) => {
  expect(readRegistryNumber(written)).toBe(read);
});

test.each([
  ["TC 10000000146 için", "TC 10•••••••46 için"],
  ["T.C. Kimlik No: 100 000 001 46", "T.C. Kimlik No: 10• ••• ••• 46"],
  ["1 0 0 0 0 0 0 0 1 4 6", "1 0 • • • • • • • 4 6"],
  ["İbrahim\t10000000147\t0542 000 00 00\tVodafone", "İbrahim\t10•••••••47\t0542 ••• •• 00\tVodafone"],
  ["TCKN: 1000000014", "TCKN: 10••••••14"],
  ["KİMLİK NO : 12345678901", "KİMLİK NO : 12•••••••01"],
  ["Ayşe Yılmaz 10000000146 0532 000 00 00 Turkcell", "Ayşe Yılmaz 10•••••••46 0532 ••• •• 00 Turkcell"],
  ["Tel0532 000 00 00", "Tel0532 ••• •• 00"],
])("%s becomes %s", (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

test.each([
  "e-İmza Şefliği: (312) 397 84 13",
  "Çağrı Merkezi : (312) 422 46 33-38",
  "TR33 0006 1005 1978 6457 8413 26",
  "TR330006100519786457841326",
  "MI-2026-000123, TL-2026-000045",
  "76,70 (65 TL+KDV) TL, 8 TL yerine 4 TL",
  "16.11.2026 10:15",
  "T.C. İçişleri Bakanlığı 0312 397 84 13",
  "T.C. 20 Kasım 2026",
  "E-12345678-903.02-1234567",
  "67320a1f5321234567bcdef0",
])("%s stays as it is", (text) => {
  expect(maskPersonalData(text)).toBe(text);
});

test("in HTML a number is masked where tags and entities cut it, and inside of attributes; the length stays", () => {
  const html =
    '<p>Tel: <a href="tel:+905321234567">0532&nbsp;<b>123</b> 45 67</a></p><td>10000000146</td><td>0312 397 84 13</td>';
  const masked = maskPersonalDataInHtml(html);
  expect(masked).toBe(
    '<p>Tel: <a href="tel:+90532•••••67">0532&nbsp;<b>•••</b> •• 67</a></p><td>10•••••••46</td><td>0312 397 84 13</td>',
  );
  expect(masked).toHaveLength(html.length);
});

test("plain data is masked at every depth, dates and numbers stay", () => {
  const at = new Date(0);
  const data = { at, count: 3, changes: [{ field: "subject", to: "0532 123 45 67 hk." }] };
  expect(maskDeep(data)).toEqual({ at, count: 3, changes: [{ field: "subject", to: "0532 ••• •• 67 hk." }] });
});

test("an address is told by its first letter and its domain", () => {
  expect(maskEmail("ayse.yilmaz@ornek.example")).toBe("a•••@ornek.example");
});

test.each(["1 ", "12345 ", "0532 ", "T.C. ", "10000000146 ", "90 ( ", "TR12 ", "kimlik no "])(
  "half a million characters of %j are searched without a stall",
  (piece) => {
    const text = piece.repeat(Math.ceil(500_000 / piece.length));
    expect(maskPersonalData(text)).toHaveLength(text.length);
  },
);

test.each([
  ["a wrapped line", "Numaram 0532 765\n43 21, arayın"],
  ["double spaces", "0532  765  43  21"],
  ["a file name", "liste_10000000146_son.xlsx"],
  ["a number run into a word", "TCno10000000146"],
  ["a number run into a name", "Ali05327654321"],
  ["a zero-width space", "1000\u200b0000146"],
  ["a soft hyphen", "10000\u00ad000146"],
  ["full-width digits", "\uff11\uff10\uff10\uff10\uff10\uff10\uff10\uff10\uff11\uff14\uff16"],
  ["Arabic-Indic digits", "\u0661\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0661\u0664\u0666"],
  ["underscores", "0532_765_43_21"],
])("%s does not hide a number", (_name, text) => {
  const masked = maskPersonalData(text);
  expect(masked).toHaveLength(text.length);
  expect(masked).toContain(MASK);
  expect(findPersonalData(text).map(({ value }) => value)).toEqual([
    expect.stringMatching(/^(10000000146|\+905327654321)$/),
  ]);
});

test.each([
  "MI-2026-000123 numaralı kayıt",
  "76,70 TL (65 TL+KDV)",
  "(312) 397 84 13",
  "422 46 33-38",
  "2026-11-23 10:15",
])("%s is nobody's number", (text) => {
  expect(maskPersonalData(text)).toBe(text);
});
