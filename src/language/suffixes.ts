/**
 * Which endings a Turkish stem may carry, on folded text (vowel harmony is gone: ı and i, u and ü are one).
 * A chain of these morphemes, checked letter by letter for what may follow a vowel or a consonant, tells an
 * inflected word ("sertifikalarımızın") from another word that merely begins alike ("simge" is no "sim").
 */
const MORPHEMES: readonly string[] = [
  "lar ler im um in un i u a e imiz umuz iniz unuz si su yi yu ya ye ni nu na ne miz muz niz nuz",
  "nin nun da de ta te dan den tan ten nda nde ndan nden la le yla yle ca ce ki li lu lik luk lig lug siz suz ci cu",
  "dir dur tir tur ydi ydu di du ti tu mis mus ymis ymus sa se ysa yse yim yum yiz yuz sin sun siniz sunuz iz uz ken yken",
  "ma me mi mu miyim muyum miyiz misin misiniz yor iyor uyor yo iyo uyo ecek acak eceg acag yecek yacak yeceg yacag",
  "cek cak ceg cag cem cam cez caz icem icam ucam icez icaz ucaz icek icak icez ir er ar ur mak mek mag meg mali meli",
  "ip up yip yup arak erek ince unca inca dik duk tik tuk dig dug tig tug an en yan yen abil ebil yabil yebil il ul",
  "is us madan meden sana sene maz mez mam mem ayim eyim alim elim it ut daki deki taki teki lari leri larin lerin dirt tirt",
  "nla nle imla umla sinda sinde sindan sinden siyla suyla lardan lerden iver rse rsa irse arsa erse ursa dur",
].flatMap((line) => line.split(" "));
const MORPHEME_SET: ReadonlySet<string> = new Set(MORPHEMES);
const LONGEST_MORPHEME = 6;
/** One letter endings that need a vowel before them (imza-m, tarife-n, git-ti-k, bekle-r, bekle-t, kapa-t). */
const AFTER_VOWEL: ReadonlySet<string> = new Set(["m", "n", "k", "r", "z", "l", "t", "y", "s"]);
const VOWELS: ReadonlySet<string> = new Set(["a", "e", "i", "o", "u"]);

/** Answers already worked out; bounded, because words come from outside. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

/** Whether `rest` can stand after a stem that ends with the letter `before`. Both folded. */
export function isEnding(rest: string, before: string): boolean {
  if (rest === "") return true;
  const key = (VOWELS.has(before) ? "v" : "c") + rest;
  const found = known.get(key);
  if (found !== undefined) return found;
  const answer = isChain(rest, before);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, answer);
  return answer;
}

function isChain(rest: string, before: string): boolean {
  const first = rest[0] ?? "";
  if (AFTER_VOWEL.has(first) && VOWELS.has(before) && isEnding(rest.slice(1), first)) return true;
  for (let length = Math.min(LONGEST_MORPHEME, rest.length); length > 0; length -= 1) {
    const morpheme = rest.slice(0, length);
    if (fits(morpheme, before) && isEnding(rest.slice(length), morpheme.at(-1) ?? "")) return true;
  }
  return false;
}

/** Two vowels never meet at a joint, save in loan stems ending in one ("cep no-u" is typed by nobody). */
function fits(morpheme: string, before: string): boolean {
  return MORPHEME_SET.has(morpheme) && !(VOWELS.has(morpheme[0] ?? "") && VOWELS.has(before));
}
