import { essence } from "./fold.ts";

/** Case endings that are written onto a name without the apostrophe ("Ahmet Kayanın"), folded. */
const ENDING = "(?:n?[iu]n|[yn]?[aeiu]|n?[dt][ae]n?|y?l[ae])?";

/**
 * Finds names and addresses as whole words, however they are written and with a case ending. In: at least one of them has letters or
 * digits, or nothing is ever found. Out: whether a text has one of them.
 */
export function createNameFinder(names: readonly string[]): (text: string) => boolean {
  // What is left of a name has letters, digits and single blanks only.
  const wanted = names.map(essence).filter((name) => name !== "");
  if (wanted.length === 0) return () => false;
  const any = new RegExp(`(?:^| )(?:${wanted.join("|")})${ENDING}(?: |$)`, "u");
  return (text) => any.test(essence(text));
}
