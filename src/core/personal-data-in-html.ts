import { findPersonalData, maskNumber, mayHoldPersonalData } from "./personal-data.ts";

const TAG = /<[^<>]*>/g;
/** Tags that do not break a number apart on the screen. */
const INLINE = /^<\/?(?:a|b|strong|i|em|u|s|span|font|small|big|sub|sup|mark|code)\b/i;
const SPACE_ENTITY = /&(?:nbsp|#160|#xa0);/gi;

/** The same HTML with every personal number masked as a reader would see it; its length does not change. */
export function maskPersonalDataInHtml(html: string): string {
  const tags = [...html.matchAll(TAG)];
  const bare = html.replace(TAG, (tag) => (INLINE.test(tag) ? "" : "\n")).replace(SPACE_ENTITY, " ");
  const texts = [
    ...(mayHoldPersonalData(bare) ? [visibleText(html, tags)] : []),
    ...tags.filter(([tag]) => mayHoldPersonalData(tag)).map((tag) => tagText(tag[0], tag.index)),
  ];
  if (texts.length === 0) return html;
  const characters = html.split("");
  for (const text of texts) maskSeen(characters, text);
  return characters.join("");
}

function tagText(tag: string, start: number): VisibleText {
  return { text: tag, places: tag.split("").map((_, index) => start + index) };
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
function visibleText(html: string, tags: readonly RegExpExecArray[]): VisibleText {
  const text: string[] = [];
  const places: number[] = [];
  const add = (character: string, place: number) => {
    text.push(character);
    places.push(place);
  };
  const addText = (from: number, to: number) => {
    const part = html.slice(from, to);
    let done = 0;
    const addPlain = (end: number) => {
      for (; done < end; done += 1) add(part[done] ?? "", from + done);
    };
    for (const entity of part.matchAll(SPACE_ENTITY)) {
      addPlain(entity.index);
      add(" ", from + entity.index);
      done = entity.index + entity[0].length;
    }
    addPlain(part.length);
  };
  let done = 0;
  for (const tag of tags) {
    addText(done, tag.index);
    if (!INLINE.test(tag[0])) add("\n", tag.index);
    done = tag.index + tag[0].length;
  }
  addText(done, html.length);
  return { text: text.join(""), places };
}
