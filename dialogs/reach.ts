import { findPersonalData, maskNumber } from "../src/core/personal-data.ts";
import { formatTurkishPhone, readTurkishPhone } from "../src/core/phone.ts";
import { formsOf, words } from "../src/language/tokens.ts";
import type { Reach } from "./memory.ts";
import { addressOf, isAddress, isOfOffice, ownAddress } from "./own-address.ts";
import { isQuestion } from "./question-form.ts";
import { saysOnly } from "./says-only.ts";
import type { Turn } from "./turn.ts";

/** Where somebody was asked for an address or a phone: what a message gives, or that it tries to and is none. */
export type ReadReach = { readonly given: Reach } | { readonly mistyped: "email" | "phone" };

const ADDRESS = /^[\w.+-]+@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/;
const NUMBER = /\+?\d[\d\s().,/-]{5,}\d/;
/** Who writes more tells something else beside. */
const MOST_WORDS = 16;

/** What a message says of how to be reached; undefined when it says something else. */
export function readReach(turn: Turn): ReadReach | undefined {
  if (words(turn.text).length > MOST_WORDS || turn.understanding.entities.some(({ kind }) => kind !== "email"))
    return undefined;
  if (isQuestion(turn.text) && !isOnlyReach(turn.text)) return undefined;
  const email = anyAddress(turn, turn.text);
  const phone = phoneIn(turn.text);
  if (email || phone) return { given: { ...(email && { email }), ...(phone && { phone }) } };
  if (turn.text.includes("@")) return { mistyped: "email" };
  return NUMBER.test(turn.text) && isOnlyNumbers(turn.text) ? { mistyped: "phone" } : undefined;
}

/** What is already known of how to reach the writer: what they gave here before, or wrote with their matter, the latest first. */
export function knownReach(turn: Turn, texts: readonly string[]): Reach | undefined {
  const email = first(texts, (text) => addressIn(turn, text)) ?? turn.memory.reach?.email;
  const phone = first(texts, (text) => findPersonalData(text).find(({ kind }) => kind === "phone")?.value);
  const known = { ...turn.memory.reach, ...(email && { email }), ...(phone && { phone }) };
  return known.email || known.phone ? known : undefined;
}

function first(texts: readonly string[], read: (text: string) => string | undefined): string | undefined {
  return texts.map(read).find((value) => value !== undefined);
}

/** "0532 ••• •• 67": enough to see that it was read rightly. */
export function shownReach({ email, phone }: Reach): string {
  return [email, phone && maskNumber("phone", formatTurkishPhone(phone))].filter(Boolean).join(", ");
}

const LABELS =
  /^(?:\d.*|tel\w*|cep\w*|numara\w*|no|gsm|telefon\w*|mail\w*|e|eposta\w*|posta\w*|adres\w*|dahili|tc|t|c|tckn|kimlik\w*|hat\w*|benim|bana|beni|bu|budur|buyrun|buyurun|sabit|is|ev|my|phone|number|mobile|email|address|here|it)$/;

/** Whether a message is nothing but a phone, an identity number or an address, with words for what it is. */
export function isOnlyReach(text: string): boolean {
  const holdsAny = text.includes("@") || findPersonalData(text).length > 0 || phoneIn(text) !== undefined;
  return holdsAny && isOnlyNumbers(text);
}

/** Numbers and addresses, and what they are called; no word on a matter. */
function isOnlyNumbers(text: string): boolean {
  return words(text).every(({ text: word, form }) => word.includes("@") || LABELS.test(form));
}

/** The writer's own address in a text: claimed as such, or standing alone. */
export function addressIn(turn: Turn, text: string): string | undefined {
  return ownAddress(turn, text) ?? (isOnlyReach(text) ? anyAddress(turn, text) : undefined);
}

const DECLINES =
  /^(?:yok|yoktur|vermek|vermem|vermeyeyim|istemiyor\w*|istemem|bilmiyor\w*|gerek|don|t|have|any|one|no|i|not|know)$/;

/** "Mailim yok", "telefonumu vermek istemiyorum". */
export function declinesReach(text: string): boolean {
  const forms = formsOf(text);
  return forms.some((form) => DECLINES.test(form)) && saysOnly(forms, [DECLINES, LABELS]);
}

function anyAddress(turn: Turn, text: string): string | undefined {
  const addresses = words(text)
    .filter((word) => isAddress(text, word))
    .map(({ text }) => addressOf(text));
  return addresses.find((address) => ADDRESS.test(address) && !isOfOffice(turn, address));
}

function phoneIn(text: string): string | undefined {
  const read = readTurkishPhone(text.match(NUMBER)?.[0] ?? "");
  return read && read.kind !== "service" ? read.e164 : undefined;
}
