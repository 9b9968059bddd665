import { remembered } from "./remembered.ts";

/**
 * A small suffix stripper for folded Turkish (see fold.ts), our own: inflection of nouns and the commonest verb
 * endings, longest first, never below a stem that can still be told apart.
 */
const SUFFIXES: readonly string[] = [
  "larimizdan lerimizden larinizdan lerinizden larimizin lerimizin larinizin lerinizin larimizda lerimizde",
  "larindan lerinden larimiz lerimiz lariniz leriniz larinda lerinde larinin lerinin larini lerini larina lerine",
  "imizdan imizden umuzdan umuzden inizdan inizden imizin umuzun inizin unuzun imize imiza umuzu inizi unuzu",
  "larin lerin lardan lerden larda lerde lari leri lara lere larla lerle larim lerim",
  "imiz umuz iniz unuz miz muz niz nuz sinin sunun sindan sinden sunda sinda sinde sina sine sini sunu",
  "indan inden undan unden inda inde unda nda nde ndan nden daki deki taki teki ine ina una unu ini inin unun",
  "acaktir ecektir acak ecek acagi ecegi acagim ecegim iyorum uyorum iyoruz uyoruz iyorsunuz iyor uyor yorum yoruz",
  "abilir ebilir abilirim ebilirim abilir ebiliriz abiliriz meli mali memis mamis misti musti mistir mustur",
  "dim dum dik duk tim tum tik tuk diniz dunuz tiniz tunuz irse urse arsa erse irsem ursem arsam ersem",
  "dan den tan ten nin nun yla yle lar ler dir dur tir tur mis mus mak mek yor ken ip up ince arak erek",
  "im um in un si su yi yu ya ye na ne ni nu da de ta te la le ca ce li lu di du ti tu sa se ma me mi mu",
  "i u a e m n",
]
  .flatMap((line) => line.split(" "))
  .sort((a, b) => b.length - a.length);

const VOWEL = /[aeiou]/;
/** Shortest stem that is left standing. */
const SHORTEST = 4;

/**
 * The stem of one folded word. In: a word as `fold` gives it. Out: its stem, at least four letters long when the
 * word is; final b, d, g go back to p, t, k ("basligi" and "baslik" meet).
 */
export const stem = remembered((word: string): string => {
  let left = word.split("'")[0] ?? word;
  if (/\d/.test(left)) return left;
  for (let cut = shorter(left); cut !== undefined; cut = shorter(left)) left = cut;
  return harden(left);
});

function shorter(word: string): string | undefined {
  for (const suffix of SUFFIXES) {
    if (!word.endsWith(suffix)) continue;
    const rest = word.slice(0, -suffix.length);
    if (rest.length >= SHORTEST && VOWEL.test(rest)) return rest;
  }
  return undefined;
}

const HARD: Readonly<Record<string, string>> = { b: "p", d: "t", g: "k" };

function harden(word: string): string {
  const hard = HARD[word.at(-1) ?? ""];
  return word.length >= SHORTEST && hard ? word.slice(0, -1) + hard : word;
}
