import { formsOf, words } from "../src/language/tokens.ts";
import type { Choice } from "../src/understanding/types.ts";
import type { ConversationMemory } from "./memory.ts";
import { atPlace, isPlace } from "./places.ts";
import { saysOnly } from "./says-only.ts";
import type { Turn } from "./turn.ts";

/** What somebody says to the choices on offer, other than picking one of them. */
export type Choosing =
  /** Some or all of them are wanted, or it is all the same: they are to be told. */
  | { readonly kind: "tell"; readonly choices: readonly Choice[]; readonly isUnsure: boolean }
  /** None of them is meant. */
  | { readonly kind: "none" }
  /** A yes, or a number that is none of theirs: it does not say which. */
  | { readonly kind: "which"; readonly choices: readonly Choice[] };

/** A kind of word that makes the message, and the words that may stand around it. Folded. */
interface Saying {
  readonly said: RegExp;
  readonly around: RegExp;
}

const ALL: Saying = {
  said: /^(?:ikisi\w*|ikisini|hepsi\w*|tumu\w*|tamam(?:i|ini)|ucu|ucunu|her|butun|both|all|everything)$/,
  around:
    /^(?:de|da|olur|olsun|lutfen|iki|uc|birden|bunlar\w*|soyle\w*|anlat\w*|yaz\w*|ver\w*|acikla\w*|goster\w*|istiyor\w*|ogren\w*|merak|ediyorum|evet|tabi\w*|of|them|the|two|three|please|yes|tell|me|show)$/,
};
const UNSURE: Saying = {
  said: /^(?:bilmi?yor\w*|bilm(?:em|iyom)|hangisi\w*|farketm\w*|emin|etmez|either|any|dunno|sure|know|which)$/,
  around:
    /^(?:m[iu]|birinci\w*|ikinci\w*|ucuncu\w*|fark|ki|ben|degilim|acaba|ya|hic|valla\w*|i|do|don|t|not|m|am|one|it|of|them|is|doesn|matter)$/,
};
const NONE: Saying = {
  said: /^(?:hicbiri\w*|hicbir|neither|none)$/,
  around: /^(?:degil|bunlar\w*|onlar\w*|of|them|these|tane\w*|yok|hayir|no)$/,
};
const NOT = /^(?:degil|not)$/;
const NOT_WANTED = /^(?:degil|not|olan\w*|o|bu|the|one|hayir|yok|no|onu|bunu)$/;
const MOST_WORDS = 6;
const NUMBER = /^\s*\d{1,2}\s*[.)]?\s*$/;

/** What a message says to the choices on offer; undefined when it picks one or says something else. */
export function readChoosing(turn: Turn): Choosing | undefined {
  const { text, memory, understanding } = turn;
  const offered = memory.offered ?? [];
  const forms = formsOf(text);
  if (offered.length === 0 || forms.length === 0 || forms.length > MOST_WORDS) return undefined;
  if (isAnswered(turn, offered)) return undefined;
  const places = placesIn(forms, offered);
  if (places) return { kind: "tell", choices: places, isUnsure: false };
  if (says(forms, NONE)) return { kind: "none" };
  if (says(forms, ALL)) return { kind: "tell", choices: offered, isUnsure: false };
  if (NUMBER.test(text)) return { kind: "which", choices: offered };
  const left = leftOf(forms, offered);
  if (left) return { kind: "tell", choices: left, isUnsure: false };
  if (!isAsked(memory)) return undefined;
  if (says(forms, UNSURE)) return { kind: "tell", choices: offered, isUnsure: true };
  if (understanding.intent === "no") return { kind: "none" };
  return understanding.intent === "yes" ? confirmed(offered) : undefined;
}

/** A yes to one choice takes it; to several it does not say which. */
function confirmed(offered: readonly Choice[]): Choosing {
  return offered.length === 1
    ? { kind: "tell", choices: offered, isUnsure: false }
    : { kind: "which", choices: offered };
}

/** Whether the bot's last word was to ask which one. */
export function isAsked({ exchanges }: ConversationMemory): boolean {
  return exchanges.at(-1)?.outcome === "clarify";
}

/** Taken for one of the choices by its number or its words. */
function isAnswered({ understanding: { why, clauses } }: Turn, offered: readonly Choice[]): boolean {
  const isPicked = [...why, ...clauses.flatMap((clause) => clause.why)].some(({ step }) => step === "exact");
  return isPicked && clauses.some(({ entry }) => offered.some((choice) => choice.entry === entry));
}

function says(forms: readonly string[], { said, around }: Saying): boolean {
  return forms.some((form) => said.test(form)) && saysOnly(forms, [said, around]);
}

const FIGURES = new Map([
  ["1", 0],
  ["bir", 0],
  ["2", 1],
  ["iki", 1],
  ["3", 2],
  ["uc", 2],
]);
const AND = /^(?:ve|ile|and|hem|de|da|bir de|lutfen|please)$/;

/** "1 ve 3", "ilk ikisi": several of them by their places. */
function placesIn(forms: readonly string[], offered: readonly Choice[]): readonly Choice[] | undefined {
  if (/^(?:ilk|first) (?:iki\w*|two)$/.test(forms.join(" "))) return offered.slice(0, 2);
  const said = forms.filter((form) => !AND.test(form));
  const named = said.map((form) => offered[FIGURES.get(form) ?? -1] ?? atPlace(offered, form));
  return named.length < 2 || named.includes(undefined) ? undefined : offered.filter((choice) => named.includes(choice));
}

/** As much of a word as its endings leave. */
const STEM = 5;

/** "Sertifika değil": the choices that do not speak of it. */
function leftOf(forms: readonly string[], offered: readonly Choice[]): readonly Choice[] | undefined {
  if (!NOT.test(forms.at(-1) ?? "") && forms[0] !== "not") return undefined;
  const refused = forms.filter((form) => !NOT_WANTED.test(form)).map((form) => form.slice(0, STEM));
  const speaksOf = ({ text }: Choice): boolean => words(text).some(({ form }) => refused.includes(form.slice(0, STEM)));
  const left = offered.filter((choice) => !speaksOf(choice));
  return left.length > 0 && left.length < offered.length ? left : undefined;
}

/** A place in a list, or "both", where nothing is on offer to be picked. */
export function picksFromNothing({ text, memory }: Turn): boolean {
  if (memory.offered?.length) return false;
  const forms = formsOf(text);
  return NUMBER.test(text) || (forms.length > 0 && forms.length <= 2 && (isPlaceAlone(forms) || says(forms, ALL)));
}

function isPlaceAlone(forms: readonly string[]): boolean {
  return forms.every((form) => isPlace(form) || /^(?:olan\w*|secenek\w*)$/.test(form));
}
