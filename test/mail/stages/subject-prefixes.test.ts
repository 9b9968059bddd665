import { hasPrefix, isForward, withoutGateway, withoutPrefixes } from "../../../src/mail/stages/subject-prefixes.ts";

test.each([
  ["YNT: Ynt: RE: FWd: İLT: Mobil imza [MI-2026-000123]", "Mobil imza"],
  ["Yanıt: Cvp: Mobil imza", "Mobil imza"],
  ["ilt: Ilt: İlt: mobil imza", "mobil imza"],
  ["RE[2]: AW: WG: Mobil imza", "Mobil imza"],
  ["[MI-2026-000123] Mobil imza", "Mobil imza"],
  ["YNT: MI 2026 123: Mobil imza", "Mobil imza"],
  ["MI2026000123 Mobil imza", "Mobil imza"],
  ["Re: ", ""],
  ["Talep: yeni hat", "Talep: yeni hat"],
  ["Ret: başvurum reddedildi", "Ret: başvurum reddedildi"],
  ["İlk başvuru: acil", "İlk başvuru: acil"],
  ["TR: Türkiye", "Türkiye"],
  ["[DIŞ] YNT: Mobil imza", "Mobil imza"],
  ["YNT: [DIŞ E-POSTA] RE: [MI-2026-000123] [DIŞ] Mobil imza", "Mobil imza"],
  ["[Harici] İLT: [EXTERNAL EMAIL] FW: Mobil imza", "Mobil imza"],
  ["[EXT]: [SPAM?] Mobil imza", "Mobil imza"],
  ["[Olası SPAM] Mobil imza", "Mobil imza"],
  ["[dış eposta]Mobil imza", "Mobil imza"],
  ["[Harici disk] bozuldu", "[Harici disk] bozuldu"],
  ["[Diş] Tedavi raporu", "[Diş] Tedavi raporu"],
  ["[DİŞ] Tedavi raporu", "[DİŞ] Tedavi raporu"],
  ["[Acil] Mobil imza [DIŞ]", "[Acil] Mobil imza [DIŞ]"],
  ["[DIŞ İLİŞKİLER] Mobil imza", "[DIŞ İLİŞKİLER] Mobil imza"],
  ["YNT: [Ek-1] Mobil imza", "[Ek-1] Mobil imza"],
])("%j is about %j", (subject, about) => {
  expect(withoutPrefixes(subject)).toBe(about);
});

test("a forward is told from an answer", () => {
  expect(["İLT: x", "ilt: x", "FW: x", "Fwd: x", "YNT: İLT: x"].map(isForward)).toEqual([true, true, true, true, true]);
  expect(["YNT: x", "RE: x", "x", "İlt bölgesi"].map(isForward)).toEqual([false, false, false, false]);
});

test("a gateway's mark makes no answer or forward of a subject, and hides none", () => {
  expect(["[DIŞ] YNT: x", "[SPAM?] [MI-2026-000123] RE: x", "[EXT] FW: x"].map(hasPrefix)).toEqual([true, true, true]);
  expect(["[DIŞ] x", "[EXTERNAL]", "[Acil] RE: x"].map(hasPrefix)).toEqual([false, false, false]);
  expect(["[DIŞ] İLT: x", "YNT: [HARİCİ] FW: x", "[EXT] x"].map(isForward)).toEqual([true, true, false]);
  expect(withoutGateway("[DIŞ] YNT: [EXT] Otomatik yanıt: [Ek] x")).toBe("YNT: Otomatik yanıt: [Ek] x");
});
