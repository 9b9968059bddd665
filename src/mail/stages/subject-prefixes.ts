import { fold } from "../../language/fold.ts";

/** Folded reply and forward marks of mail programs: Turkish first, then the others that reach a Turkish office. */
const PREFIX =
  /^(?:ynt|yan|yanit|cvp|cevap|ilt|ilet|iletilen|fw|fwd|re|aw|wg|tr|rv|res|enc|sv|vs|antw|doorst)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?:\s?/;
const NUMBER =
  /[[(]?\s?(?<![\p{L}\p{N}])M[Iİiı]\s?[-‐-―/ ]?\s?20\d\d(?:\s?[-‐-―/ ]\s?\d{1,9}|\d{6})(?!\d)\s?[\])]?:?/giu;

/** A subject without reply prefixes and ticket numbers, in any number and order. In and out: one line. */
export function withoutPrefixes(subject: string): string {
  let left = subject.replace(NUMBER, " ").replace(/\s+/g, " ").trim();
  for (let cut = prefixLength(left); cut > 0; cut = prefixLength(left)) left = left.slice(cut).trim();
  return left;
}

/** Whether the subject begins with a mark of an answer or a forward, a ticket number before it apart. */
export function hasPrefix(subject: string): boolean {
  return prefixLength(subject.replace(NUMBER, " ").trim()) > 0;
}

/** Whether the subject begins with a forward mark ("İLT:", "FW:"). */
export function isForward(subject: string): boolean {
  return /^(?:(?:ynt|yan|yanit|re|aw)\s?:\s?)*(?:ilt|ilet|iletilen|fw|fwd|wg|tr|rv|enc)\s?:/.test(
    fold(subject.slice(0, 100)),
  );
}

/** Length of the prefix in the subject as written; folding may change the length of what it folds. */
function prefixLength(subject: string): number {
  const colon = subject.slice(0, 20).indexOf(":");
  if (colon < 0) return 0;
  return PREFIX.test(`${fold(subject.slice(0, colon + 1))} `) ? colon + 1 : 0;
}
