import { essence } from "../src/language/fold.ts";
import { en } from "./texts/en.ts";
import { type Texts, tr } from "./texts/tr.ts";

/** Sentences that are one fixed text, not a function of something. */
type FixedText = { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts];

/**
 * Whether the person sent one of our own suggestions, in either language, whatever the case and marks
 * ("YARARLI OLDU", "yararli oldu"). botbuilder's own matching knows no Turkish letters.
 */
export function isSuggestion(text: string, key: FixedText): boolean {
  return isOurs(text, tr[key]) || isOurs(text, en[key]);
}

/** Whether the text is our button "MI-… numaralı talebe ekle" for this ticket. */
export function isAddition(text: string, number: string): boolean {
  const written = essence(text);
  return written === essence(tr.addTo(number)) || written === essence(en.addTo(number));
}

const ours = new Map<string, string>();
let lastWritten = { text: "", essence: "" };

/** Asked of the same message for one fixed text after the other: the message and each of our texts are folded once. */
function isOurs(text: string, own: string): boolean {
  if (lastWritten.text !== text) lastWritten = { text, essence: essence(text) };
  let folded = ours.get(own);
  if (folded === undefined) {
    folded = essence(own);
    ours.set(own, folded);
  }
  return lastWritten.essence === folded;
}
