import type { RequestKind } from "../../core/request.ts";
import { fold } from "../../language/fold.ts";
import type { RequestWords } from "./request-words.ts";
import { mayGoOn } from "./wrapped-lines.ts";

export interface FoundKind {
  readonly kind: RequestKind;
  /** Told of the writer's own matter, as a fact or a wish, not asked about. */
  readonly isOwn: boolean;
}

/** Characters of a mail that its kind is looked for in. */
const LONGEST = 20_000;
/** "değiştirirsem", "taşırsak", "değişirse": what might be, not what is. */
const SUPPOSED =
  /[aeiu]?r?s[ae](?:m|n|k|niz|lar|ler)?$|dig[iu]mde$|mas[iı]? durumunda$|(?:acag|eceg)[iı]m$|^dusun(?:d|u[mr]|m)|^diyelim$/;
/** "değiştirdim", "taşıdık", "yansıtılmış": told as done. */
const REPORTED = /\p{L}{3}(?:[dt][iu][mk]|[ln]d[iu]|m[iu]s)$|^(?:geldi|yansidi)$/u;
const QUESTION_WORD = /^m[iu](?:yd[iu]|y[iu]m|y[iu]z|s[iu]n|s[iu]n[iu]z|d[iu]r)?$/;
/** "gerekmiyor mu", "olmayacak mıydı": a question that tells. */
const OUGHT = /^(?:gerekmi(?:yor|z)|olma(?:yacak|si|mali))$/;
/** "kaç günde çıkar", "nasıl yapılıyor": asked without a question mark. */
const ASKED = /(?:[aeiu]r|[iu]yor|[ae]ca[gk]|[ae]ce[gk]|(?:bilir|meli|mali)y?i[mz])$/;
const ASKING = /^(?:nasil|kac|kacta)$/;
const VERB_FOR_PERSON = /(?:ar|er|ir|ur|abilir|ebilir)$/;
/** "nasıl başvurabilirim, yardımcı olur musunuz" asks; "mobil imza istiyorum, yardımcı olur musunuz" wants. */
const ASKING_HOW = /^(?:nasil|nere|ne|neler|hangi|kim|kac|mumkun)$/;
const ASKING_VERBS = /^(?:bil|soyle|anlat|yardim|acikla|ogren|ver|ol)/;

/** What kind of matter a text speaks of. `ofOthers`: people are named in it, so that cues about others count. */
export function findKind(text: string, words: RequestWords, ofOthers: boolean): FoundKind | undefined {
  const sentences = sentencesOf(text, words);
  const asksHow = sentences.some(
    (sentence) => sentence.isQuestion && (words.asksHow(sentence.words) || words.wantsToKnow(sentence.words)),
  );
  const isEnding = sentences.some((sentence) => isEnd(sentence, words));
  for (const { kind, first, any } of words.kinds) {
    if (isEnding && kind === "newApplication") continue;
    const told = sentences.filter((sentence) => isTold(sentence, kind));
    const own = told.some((sentence) => first(sentence.words));
    // A wish ("almak istiyorum") beside a question how it is done is a question; a report of what happened stays one.
    if (own && !(asksHow && kind === "newApplication" && !ofOthers)) return { kind, isOwn: true };
    if (ofOthers && sentences.some((sentence) => first(sentence.words) || any(sentence.words))) {
      return { kind, isOwn: false };
    }
  }
  return undefined;
}

/** "İptal edilecek: Ayşe Yılmaz, …", "Yeni başvurular": what is wanted for whoever stands behind or below it, beside others. */
const ENDED =
  /^\s*(?:[-*•]|\d{1,2}[.)-])?\s*(?:[iİ]ptal|silinecek|cancel)(?![^:\n]*(?:hat|numara|no|gsm|tarih|neden|line|number|date))[^:.,;\d\n]{0,40}(?::|$)/imu;
const BEGUN =
  /^\s*(?:[-*•]|\d{1,2}[.)-])?\s*(?:yeni (?:ba[sş]vuru|talep)|ba[sş]vuru(?:lar|su yap)|ba[sş]vuracak|new application)[^:.,;\d\n]{0,40}(?::|$)/imu;

/** The kind of a matter that the beginning of a person's line, or the line above a list, calls by its name. */
export function kindOfLabel(text: string): RequestKind | undefined {
  if (ENDED.test(text)) return "other";
  return BEGUN.test(text) ? "newApplication" : undefined;
}

/** Words of a heading that is no sentence. */
const LONGEST_HEADING = 8;

/** The kind of matter of those below a heading ("Yeni başvurular", "Hat değişikliği"); undefined when it names several. */
export function kindOfHeading(line: string, words: RequestWords): RequestKind | undefined {
  if (ENDED.test(line)) return "other";
  if (line.split(/\s+/).length > LONGEST_HEADING) return findKind(line, words, true)?.kind;
  const kinds = line.split(/\s+(?:ve|ile|veya)\s+|[/,&+]/).flatMap((part) => {
    const said = fold(part).match(/[\p{L}\p{N}]+/gu) ?? [];
    return findKind(part, words, true)?.kind ?? words.kinds.find(({ heading }) => heading(said))?.kind ?? [];
  });
  const [kind] = kinds;
  return new Set(kinds).size === 1 ? kind : undefined;
}

/** Whether a text wants something ended: that is no application, though it speaks of Mobil İmza. */
export function wantsAnEnd(text: string, words: RequestWords): boolean {
  return sentencesOf(text, words).some((sentence) => isEnd(sentence, words));
}

function isEnd({ words: said, isQuestion }: Sentence, { ends }: RequestWords): boolean {
  return !isQuestion && ends(said);
}

/** "Hattımı değiştirdim, ne yapmalıyım" tells what happened although it asks; a suggestion is always of what might be. */
function isTold({ words, isQuestion, isSupposed }: Sentence, kind: RequestKind): boolean {
  if (kind === "suggestion") return !isQuestion;
  if (isSupposed) return false;
  return !isQuestion || (kind !== "newApplication" && words.some((_, at) => isAsserted(words, at)));
}

/** Told as done, and not the very thing asked about ("yansıtılmış mı", "dahil mi yazılmış"); or asked so that it is told. */
function isAsserted(words: readonly string[], at: number): boolean {
  const [before = "", word = "", next = ""] = [words[at - 1], words[at], words[at + 1]];
  if (QUESTION_WORD.test(next)) return OUGHT.test(word);
  return REPORTED.test(word) && !QUESTION_WORD.test(before);
}

/** Whether a text speaks of things the writer calls their own ("numaram", "hattım"). */
export function tellsOfMine(text: string, words: RequestWords): boolean {
  return sentencesOf(text, words).some((sentence) => words.mine(sentence.words));
}

/** Whether a text speaks of somebody besides the writer, by name or not. */
export function tellsOfOthers(text: string, words: RequestWords): boolean {
  return sentencesOf(text, words).some((sentence) => words.others(sentence.words));
}

/** Whether the address that a text comes from is said to be another one's. */
export function tellsOfBorrowedAddress(text: string, words: RequestWords): boolean {
  return sentencesOf(text, words).some((sentence) => words.borrowed(sentence.words));
}

/** Whether something goes wrong with a signature that is in use. */
export function tellsOfTrouble(text: string, words: RequestWords): boolean {
  return sentencesOf(text, words).some((sentence) => words.troubles(sentence.words));
}

/** Whether a line says whom to call or to write to. */
export function namesAContact(line: string, words: RequestWords): boolean {
  return sentencesOf(line, words).some((sentence) => words.contacts(sentence.words));
}

/** Whether a text only asks how a matter stands that is under way. */
export function asksForStatus(text: string, words: RequestWords): boolean {
  return sentencesOf(text, words).some((sentence) => sentence.isQuestion && words.asksStatus(sentence.words));
}

/** Whether a text asks, and neither wants anything nor tells anything of the writer's own besides. */
export function onlyAsks(text: string, words: RequestWords): boolean {
  const sentences = sentencesOf(text, words);
  const told = sentences.filter(({ isQuestion }) => !isQuestion);
  return (
    told.length < sentences.length &&
    !told.some(({ words: said }) => words.mine(said) || words.kinds.some(({ first, any }) => first(said) || any(said)))
  );
}

interface Sentence {
  readonly words: readonly string[];
  readonly isQuestion: boolean;
  readonly isSupposed: boolean;
}

function sentencesOf(text: string, { wantsToKnow }: RequestWords): Sentence[] {
  return fold(unwrapped(text.slice(0, LONGEST)))
    .split(/(?<=[.!?])\s+|¶|;/)
    .flatMap((sentence) => {
      const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      const asks = sentence.trimEnd().endsWith("?") || words.some((word) => QUESTION_WORD.test(word));
      const isQuestion = (asks && !isPoliteRequest(words)) || wantsToKnow(words) || isBareQuestion(words);
      return [{ words, isQuestion, isSupposed: words.some(isSupposition) }];
    });
}

/** Lines that a mail program wrapped are joined; every other line end stays, as ¶. */
function unwrapped(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (mayGoOn(line) ? `${line} ` : `${line}¶`))
    .join("");
}

function isBareQuestion(words: readonly string[]): boolean {
  if (!ASKED.test(words.at(-1) ?? "")) return false;
  return words.some(
    (word, at) => ASKING.test(word) || (word === "ne" && /^(?:zaman|kadar)$/.test(words[at + 1] ?? "")),
  );
}

function isSupposition(word: string): boolean {
  return word.length > 5 && SUPPOSED.test(word);
}

/** "başvurumu yapar mısınız?" asks for a deed, not for an answer. */
function isPoliteRequest(words: readonly string[]): boolean {
  const at = words.findIndex((word) => /^m[iu]s[iu]n[iu]z$/.test(word));
  const verb = words[at - 1];
  if (words[at - 2]?.startsWith("yardimc") && !words.slice(0, at - 2).some((word) => ASKING_HOW.test(word)))
    return true;
  return at > 0 && verb !== undefined && VERB_FOR_PERSON.test(verb) && !ASKING_VERBS.test(verb);
}
