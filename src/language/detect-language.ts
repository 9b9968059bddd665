import { fold } from "./fold.ts";

const ENGLISH = new Set(
  (
    "the is are do does did how what where when which who whom why can could should would will my your our i we you it its " +
    "to for of on in at with from and or not if a an have has get need want please thanks thank hello hi there this that " +
    "be been much many long am me us about after change signature certificate request application phone number " +
    "fee monthly cost price status line card form page renew expire office call center centre pay paid years days working hours"
  ).split(" "),
);
const TURKISH = new Set(
  (
    "ve bir bu su ne kim nasil nerede nereye nereden kac mi mu icin ile de da var yok ben biz siz hangi imza ucret " +
    "ucreti sertifika basvuru talep evrak hat numara telefon lutfen merhaba selam nedir kadar tl lira misiniz miyim " +
    "peki yenileme suresi sure durum basvurum talebim formu formlar aylik bedel fiyat kurum operator tamam hayir evet"
  ).split(" "),
);

/**
 * Turkish or English? The commoner small words decide, and Turkish letters count with them. In: any text.
 * Out: undefined when nothing tells ("ok", "7").
 */
export function detectLanguage(text: string): "tr" | "en" | undefined {
  let english = 0;
  let turkish = text
    .normalize("NFC")
    .split(/\s+/)
    .filter((word) => /[çğışöüÇĞİŞÖÜ]/.test(word)).length;
  for (const word of fold(text).split(/[^a-z]+/)) {
    if (ENGLISH.has(word)) english += 1;
    if (TURKISH.has(word)) turkish += 1;
  }
  if (english === turkish) return undefined;
  return english > turkish ? "en" : "tr";
}
