import { fold } from "./fold.ts";

const ENGLISH = new Set(
  (
    "the is are do does did how what where when which who whom why can could should would will my your our i we you it its " +
    "to for of on in at with from and or not if a an have has get need want please thanks thank hello hi there this that " +
    "be been much many long am me us about after change signature certificate request application phone number both neither " +
    "fee monthly cost price status line card page renew expire office call center centre pay paid years days working hours"
  ).split(" "),
);
const TURKISH = new Set(
  (
    "ve bir bu su ne kim nasil nerede nereye nereden kac mi mu icin ile de da var yok ben biz siz hangi imza ucret " +
    "ucreti sertifika basvuru talep evrak hat numara telefon lutfen merhaba selam nedir kadar tl lira misiniz miyim " +
    "peki yenileme suresi sure durum basvurum talebim formu formlar aylik bedel fiyat kurum operator tamam hayir evet"
  ).split(" "),
);

/** What it is about is called so in every language. */
const NAME = /\bmobil imza\b/g;

/** As few words as these may be borrowed ("status", "ok thanks", "tamam"): they tell little of what somebody speaks. */
const FEW_WORDS = 2;

/** The language a conversation has so far. */
export interface SpokenBefore {
  readonly language?: "tr" | "en";
  /** A whole sentence said so, not a greeting or a word. */
  readonly isLanguageSettled?: boolean;
}

/**
 * In which language to answer a message: its own; that of the conversation where it tells none, or is a word or two in a conversation
 * whose language is settled. Turkish where nothing tells.
 */
export function languageOf(text: string, { language, isLanguageSettled }: SpokenBefore): "tr" | "en" {
  if (language && isLanguageSettled && isFewWords(text)) return language;
  return detectLanguage(text) ?? language ?? "tr";
}

/** Whether a message settles the language of its conversation. */
export function settlesLanguage(text: string): boolean {
  return !isFewWords(text) && detectLanguage(text) !== undefined;
}

function isFewWords(text: string): boolean {
  return text.trim().split(/\s+/).length <= FEW_WORDS;
}

/**
 * Turkish or English? The commoner small words decide, and Turkish letters count with them. In: any text.
 * Out: undefined when nothing tells ("ok", "7").
 */
export function detectLanguage(text: string): "tr" | "en" | undefined {
  const said = fold(text).replace(NAME, " ");
  let english = 0;
  let turkish = text
    .normalize("NFC")
    .split(/\s+/)
    .filter((word) => /[çğışöüÇĞİŞÖÜ]/.test(word)).length;
  for (const word of said.split(/[^a-z]+/)) {
    if (ENGLISH.has(word)) english += 1;
    if (TURKISH.has(word)) turkish += 1;
  }
  if (english === turkish) return undefined;
  return english > turkish ? "en" : "tr";
}
