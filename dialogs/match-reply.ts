import { isSameText } from "../src/language/fold.ts";
import { en } from "./texts/en.ts";
import { type Texts, tr } from "./texts/tr.ts";

/** Sentences that are one fixed text, not a function of something. */
type FixedText = { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts];

/**
 * Whether the person sent one of our own suggestions, in either language, whatever the case and marks
 * ("YARARLI OLDU", "yararli oldu"). botbuilder's own matching knows no Turkish letters.
 */
export function isSuggestion(text: string, key: FixedText): boolean {
  return isSameText(text, tr[key]) || isSameText(text, en[key]);
}

/** Whether the text is our button "MI-… numaralı talebe ekle" for this ticket. */
export function isAddition(text: string, number: string): boolean {
  return isSameText(text, tr.addTo(number)) || isSameText(text, en.addTo(number));
}
