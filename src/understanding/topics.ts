import { isVerbLike } from "../language/colloquial.ts";
import { NAMING_WORDS, NEUTRAL_WORDS } from "../language/common-words.ts";
import type { Token } from "./analyse.ts";

const set = (names: string): ReadonlySet<string> => new Set(names.split(" ").map((name) => `@${name}`));

/** How something is asked, not what about. */
const ASKING = set("who where how when which what whether howMany howMuch");
/** Concepts too common to tell what a question is about. */
const WEAK = set(
  "self info obtain giveMoney move use sendVerb needed after system change everyone second single include approve deliver fill started expire bill similar part detail",
);
/** Concepts any question may hold besides its matter. */
const LIGHT = set("staffKind sendVerb ask self info needed signature system after everyone fieldStaff use");
/** Concepts that tell by themselves that Mobil İmza is spoken of. */
const ANCHORS = set(
  "signature certificate kamuSm eSignature office bureau callCentre projectLead securePost coverLetter contactInfo operatorName module memo sim postpaid prepaid turkcell otherOperator port fieldStaff",
);
/** Sides of a matter. */
const ASPECTS = set(
  "money howMuch currency duration year validity phone mail page address payVerb tax when late review document duty name",
);
/** Two questions that follow each other share the topic and differ in one of these. */
const SLOTS: readonly ReadonlySet<string>[] = [
  set("turkcell otherOperator"),
  set("postpaid prepaid corporateLine"),
  set("line sim number port"),
  set("monthly certificate"),
  set("office callCentre bureau projectLead kamuSm anyOperator"),
  set(
    "money howMuch currency duration year validity phone mail page address payVerb tax when late review document duty name",
  ),
];

const ASKING_WORDS = new Set("kac ne nere kim hangi nasil neden niye nicin".split(" "));

export function isAsking(token: Token): boolean {
  return token.concepts.some((concept) => ASKING.has(concept)) || token.stems.some((stem) => ASKING_WORDS.has(stem));
}

/** Whether a token names a matter of the domain. */
export function isTopic(token: Token): boolean {
  return token.concepts.some((concept) => concept === "@when" || !(ASKING.has(concept) || WEAK.has(concept)));
}

/** Whether a token carries weight for the question: neither an everyday word nor the way of asking. */
export function isContent(token: Token): boolean {
  if (token.continues || token.isAside || token.kind === "plain" || isAsking(token)) return false;
  const own = token.concepts;
  if (own.length > 0) return !own.every((concept) => LIGHT.has(concept));
  return !isVerbLike(token.form) && !token.stems.some((stem) => NEUTRAL_WORDS.has(stem));
}

/** Whether a token names something else than the words of this domain do: a stranger, or a thing of everyday life. */
export function isOtherSubject(token: Token): boolean {
  if (isVerbLike(token.form)) return false;
  if (token.kind === "foreign") return true;
  const [word = ""] = token.stems;
  return token.concepts.length === 0 && NAMING_WORDS.has(word) && !NEUTRAL_WORDS.has(word);
}

/** Whether a token names a side of a matter that is asked for like another ("süresi ile fiyatı", "telefonu ve adresi"). */
export function isAspect(token: Token): boolean {
  return token.concepts.some((concept) => ASPECTS.has(concept) || concept === "@callCentre" || concept === "@office");
}

export function isAnchor(token: Token): boolean {
  return token.concepts.some((concept) => ANCHORS.has(concept));
}

/**
 * What of an earlier question still stands under a new one: its words of the domain, without how it asked,
 * and without what the new one says differently.
 */
export function carriedOver(earlier: readonly Token[], now: readonly Token[]): Token[] {
  const said = new Set(now.flatMap(({ concepts }) => concepts));
  const replaced = SLOTS.filter((slot) => [...slot].some((concept) => said.has(concept)));
  return earlier.filter((token) => {
    const own = token.concepts;
    if (token.kind === "foreign") return true;
    if (own.length === 0 || own.every((concept) => ASKING.has(concept))) return false;
    return !replaced.some((slot) => own.some((concept) => slot.has(concept)));
  });
}
