import { findPersonalData, maskNumber } from "./personal-data.ts";

const TAG = /<[^>]*>/g;
/** Tags that do not break a number apart on the screen. */
const INLINE = /^<\/?(?:a|b|strong|i|em|u|s|span|font|small|big|sub|sup|mark|code)\b/i;
const SPACE_ENTITY = /^&(?:nbsp|#160|#xa0);/i;

/** The same HTML with every personal number masked as a reader would see it; its length does not change. */
export function maskPersonalDataInHtml(html: string): string {
  const characters = html.split("");
  maskSeen(characters, visibleText(html));
  for (const tag of html.matchAll(TAG)) {
    maskSeen(characters, { text: tag[0], places: tag[0].split("").map((_, index) => tag.index + index) });
  }
  return characters.join("");
}

/** What is seen, and where each UTF-16 unit of it stands in the HTML. */
interface VisibleText {
  readonly text: string;
  readonly places: readonly number[];
}

function maskSeen(characters: string[], { text, places }: VisibleText): void {
  for (const { kind, start, end } of findPersonalData(text)) {
    const masked = maskNumber(kind, text.slice(start, end));
    for (let index = 0; index < masked.length; index += 1) {
      const place = places[start + index];
      // An entity between the digits reads as one space; it stays as it is written.
      if (place !== undefined && text[start + index] !== masked[index]) characters[place] = masked[index] ?? "";
    }
  }
}

/** A number is found also where inline tags or &nbsp; stand between its digits; other tags part texts from each other. */
function visibleText(html: string): VisibleText {
  const text: string[] = [];
  const places: number[] = [];
  const add = (character: string, place: number) => {
    text.push(character);
    places.push(place);
  };
  const addText = (from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      const entity = html[index] === "&" ? SPACE_ENTITY.exec(html.slice(index, index + 8)) : null;
      add(entity ? " " : (html[index] ?? ""), index);
      if (entity) index += entity[0].length - 1;
    }
  };
  let done = 0;
  for (const tag of html.matchAll(TAG)) {
    addText(done, tag.index);
    if (!INLINE.test(tag[0])) add("\n", tag.index);
    done = tag.index + tag[0].length;
  }
  addText(done, html.length);
  return { text: text.join(""), places };
}
