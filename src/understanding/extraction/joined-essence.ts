import { fold } from "../../language/fold.ts";
import { remembered } from "../../language/remembered.ts";

/**
 * Folded, words apart, single letters in a row joined: "T.C. Kimlik No" is "tc kimlik no". Remembered, because a cell is looked up as a
 * heading, an operator, a province … one after the other.
 */
export const joinedEssence = remembered(
  (text) =>
    fold(text)
      .replace(/[^\p{L}\p{N}#]+/gu, " ")
      .trim()
      .replace(/\b(?:[a-z] ){1,}[a-z]\b/g, (letters) => letters.replaceAll(" ", "")),
  { most: 1_000, longest: 100 },
);
