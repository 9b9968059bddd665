import { asksByEnding } from "../src/language/colloquial.ts";
import { words } from "../src/language/tokens.ts";

const ASKS =
  /^(?:ne|neden|niye|nasil|kac\w*|kim\w*|nere\w*|nerde\w*|hangi\w*|m[iu]|m[iu](?:y|s|d)\w*|how|what|where|when|who|why|which)$/;

/** Whether a message has the form of a question; a statement on the same matter ("sim kartım değişti") has not. */
export function isQuestion(text: string): boolean {
  return /\?\s*$/.test(text) || words(text).some(({ form }) => ASKS.test(form) || asksByEnding(form));
}
