/** What 0x80 to 0x9f are in windows-1252, and so in its Turkish sister; every other byte is its own letter in both. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTES = new Map([...HIGH].map((letter, at) => [letter, 0x80 + at]));
/** A letter that a continuation byte of UTF-8 is read as. */
const NEXT = `[\\u0080-\\u00bf${HIGH}]`;
/** UTF-8 read as if each byte were a letter: Latin letters and signs, dashes and quotation marks, "€" and "™". */
const TWICE = new RegExp(
  `[\\u00c2-\\u00c5]${NEXT}|\\u00e2(?:[\\u20ac\\u0080]${NEXT}|[\\u201a\\u0082]\\u00ac|[\\u201e\\u0084]\\u00a2)`,
  "g",
);
/** Letters that Turkish has and whose two halves no text has beside one another: "Ã¼", "Ä±", "ÅŸ". */
const TURKISH = /[çğıöşüÇĞİÖŞÜ]/g;
/** Some gateways do it again on their way. */
const MOST_TIMES = 3;

/**
 * Text that was UTF-8, taken for another charset and made UTF-8 once more, as it was written. Out: undefined when it is none, or may be
 * one that only shows such letters: where more Turkish letters are sound, whoever wrote it means what stands there.
 */
export function readEncodedTwice(text: string): string | undefined {
  let read = text;
  let tried = text;
  for (let time = 0; time < MOST_TIMES; time++) {
    const before = tried;
    tried = before.replace(TWICE, decoded);
    if (tried === before) break;
    // None of the letters in their place is a Turkish one, so that what is sound is counted apart from them.
    const sound = count(read.replace(TWICE, ""));
    if (count(tried) > 2 * sound) read = tried;
  }
  return read === text ? undefined : read;
}

function count(text: string): number {
  return text.match(TURKISH)?.length ?? 0;
}

function decoded(pair: string): string {
  const read = Buffer.from(Array.from(pair, (letter) => BYTES.get(letter) ?? letter.charCodeAt(0))).toString("utf8");
  return read.includes("\ufffd") ? pair : read;
}
