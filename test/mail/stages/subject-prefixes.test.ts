import { isForward, withoutPrefixes } from "../../../src/mail/stages/subject-prefixes.ts";

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
])("%j is about %j", (subject, about) => {
  expect(withoutPrefixes(subject)).toBe(about);
});

test("a forward is told from an answer", () => {
  expect(["İLT: x", "ilt: x", "FW: x", "Fwd: x", "YNT: İLT: x"].map(isForward)).toEqual([true, true, true, true, true]);
  expect(["YNT: x", "RE: x", "x", "İlt bölgesi"].map(isForward)).toEqual([false, false, false, false]);
});
