import { essence } from "./fold.ts";
import { type Word, words } from "./tokens.ts";

/** Stems of what the desk can do for a person: open a ticket, bring somebody, let them be called. Folded, as all words here. */
const DEED = "(?:ac(?:il|tir)?|olustur(?:ul)?|gorus|konus|bagla|aktar|ara|yonlendir|ilet|kaydet|cagir)";
/** "açmayın", "açmasın", "açmadan", "açmayalım", "açmasanız da olur". A complaint ("açılmıyor", "aramadı") is no refusal. */
const FORBIDS = new RegExp(
  `^${DEED}m[ae](?:yin|yiniz|sin|sinlar|sinler|yalim|yelim|dan|den|san|sen|saniz|seniz|yabilir\\w*)$`,
);
/** "açma" forbids at the end of a sentence and before these; before a noun ("talep açma ekranı") it names a deed. */
const FORBIDS_AT_END = new RegExp(`^${DEED}m[ae]$`);
const AFTER_FORBIDDING = /^(?:dedi\w*|diyor\w*|lutfen|sakin|artik|tamam|bosver|hayir)$/;
const DECLINES = /^istem(?:iyoru[mz]|em|eyiz|edi[mk]|iyordu[mk])$/;
const NEED = /^(?:gerek|luzum|ihtiyac)/;
const LACKS = /^(?:yok|kalmadi|degil|duymuyoru[mz]|gormuyoru[mz])$/;
/** What is declined or not needed: the deed as a noun, the ticket, the person. */
const OFFERED = new RegExp(
  `^(?:${DEED}m[ae]\\w*|ticket|talep|taleb\\w*|destek|kayit|kayd\\w*|bilet\\w*|insan\\w*|yetkili\\w*|gorevli\\w*|temsilci\\w*|memur\\w*|personel\\w*|kimse\\w*)$`,
);
/** What asks for it after all: of both, the last one said counts. */
const WANTS =
  /^(?:ac|acin|aciniz|acar|acabilir\w*|acsin\w*|acalim|acilsin|olustur(?:un|ur|alim)?|bagla(?:yin|r)?|aktar(?:in|ir)?|arasin\w*|arayin\w*|istiyor\w*|ister\w*|istiyecegim|lazim|gerekiyor|gorusebilir\w*|konusabilir\w*)$/;
const IN_ENGLISH =
  /\b(?:don t|do not|dont|no need|not|without)(?: want| wish| need| like)?(?: you)?(?: to)?(?: a| an| the| any| my)?(?: support| new)? (?:open|creat|rais|ticket|talk|speak|human|person|agent|call)/;

/** How many words before the verb its object stands at the most. */
const REACH = 2;

/** A refusal of what the desk could do, and what was written after it. */
export interface Refusal {
  readonly rest: string;
}

/**
 * Reads whether a person says that nothing is to be opened and nobody to be brought ("ticket açmanı istemiyorum", "talep açmadan
 * sorabilir miyim"). Undefined when they say no such thing, or ask for it after that ("form açılmıyor, talep aç").
 */
export function refusalIn(text: string): Refusal | undefined {
  const said = words(text);
  const at = said.findLastIndex((_word, index) => refusesAt(text, said, index));
  if (at < 0) return IN_ENGLISH.test(essence(text)) ? { rest: "" } : undefined;
  if (said.findLastIndex(({ form }) => WANTS.test(form)) > at) return undefined;
  return { rest: text.slice(said[at]?.end ?? text.length).trim() };
}

function refusesAt(text: string, said: readonly Word[], at: number): boolean {
  const word = said[at];
  if (!word) return false;
  const next = said[at + 1];
  if (FORBIDS.test(word.form)) return true;
  if (FORBIDS_AT_END.test(word.form)) {
    return !next || AFTER_FORBIDDING.test(next.form) || /[.,;:!\n]/.test(text.slice(word.end, next.start));
  }
  if (DECLINES.test(word.form)) return isOffered(said, at);
  if (!LACKS.test(word.form) || /^m[iu]/.test(next?.form ?? "")) return false;
  return /m[ae]k$/.test(said[at - 1]?.form ?? "") ? isOffered(said, at) : isNeed(said, at);
}

function isNeed(said: readonly Word[], at: number): boolean {
  const need = said.slice(Math.max(0, at - REACH), at).findIndex(({ form }) => NEED.test(form));
  return need >= 0 && isOffered(said, Math.max(0, at - REACH) + need);
}

function isOffered(said: readonly Word[], at: number): boolean {
  return said.slice(Math.max(0, at - REACH), at).some(({ form }) => OFFERED.test(form));
}
