import { type Word, words } from "../src/language/tokens.ts";
import { asciiLower } from "../src/language/turkish-case.ts";
import type { Turn } from "./turn.ts";

/** How a writer names an address as theirs: "adresim", "mailimiz", "e-postama". Folded. */
const MINE =
  /^(?:(?:adres|mail|posta|eposta|email)(?:im(?:iz)?|m|miz|ma|mdan|mi|imi|ime|imden|imize|imizden|imdir|mdir))$/;
/** "my e-mail is …"; "my colleague …" is another's. */
const MINE_IN_ENGLISH =
  /\b(?:(?:my|our) (?:e ?mail|mail)(?: address)?|(?:reach|contact|e ?mail|mail|write(?: to)?|answer) (?:me|us) (?:at|on|under|via|by))\b/;
/** "bana ayse@… adresinden ulaşın". */
const TO_ME = /^(?:bana|bize)$/;
const AT_ADDRESS = /^(?:adres(?:ine|inden)|uzerinden|den|dan|e|a|ten|tan)$/;
/** How many words may stand between "mailim" and the address. */
const REACH = 4;

/**
 * The mail address the writer gives as their own ("mailim ayse@…", "ayse@… adresime yazın"); whoever is merely named gets no part in
 * the ticket, and the office's addresses are nobody's own. In lower case.
 */
export function ownAddress(turn: Turn, text: string): string | undefined {
  const said = words(text);
  const own = said.findIndex((word, at) => isAddress(text, word) && isMine(said, at));
  const address = addressOf(said[own]?.text ?? "");
  return own < 0 || isOfOffice(turn, address) ? undefined : address;
}

/** Whether a word is a whole address; of "ayşe@…" a word holds but the end. */
export function isAddress(text: string, { text: word, start }: Word): boolean {
  return word.includes("@") && !/\p{L}$/u.test(text.normalize("NFC").slice(0, start));
}

/** The address a word is: in lower case, without the point that ends its sentence. */
export function addressOf(word: string): string {
  return asciiLower(word).replace(/[.-]+$/, "");
}

type Said = ReturnType<typeof words>;

/** Said of this address: no other one stands between it and the words that claim it. */
function isMine(said: Said, at: number): boolean {
  const before = said.slice(Math.max(0, at - REACH), at);
  const after = said.slice(at + 1, at + 2);
  const near = before.slice(before.findLastIndex(({ text }) => text.includes("@")) + 1);
  const forms = [...near, ...after].map(({ form }) => form);
  const isToMe = near.some(({ form }) => TO_ME.test(form)) && after.some(({ form }) => AT_ADDRESS.test(form));
  return isToMe || forms.some((form) => MINE.test(form)) || MINE_IN_ENGLISH.test(forms.join(" "));
}

/** Whether an address is the office's, which nobody who writes has. In lower case. */
export function isOfOffice({ contact, office, understander }: Turn, address: string): boolean {
  const own = [contact.mail, ...office.ownAddresses].map(asciiLower);
  if (own.includes(address)) return true;
  return [...understander.entries.values()].some(({ answer }) => asciiLower(answer.tr).includes(address));
}
