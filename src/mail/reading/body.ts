import { htmlToText, isTooDeep, sanitise, stripTags, wordsOf } from "./html.ts";
import type { ParsedMime } from "./parse-mime.ts";
import { plainText } from "./tame.ts";

export interface Body {
  readonly text: string;
  readonly html?: string;
  readonly remarks: readonly string[];
}

/** A plain text that says less than this share of what the HTML says is a stub ("your mail program cannot show …"). */
const STUB_SHARE = 0.4;
const STUB_LETTERS = 200;
/** A shorter stub is told by its words: hardly any of them stands in the HTML. In characters. */
const SHORT = 300;
const SAME_WORDS = 0.25;

/** What the person wrote: as plain text, and sanitised HTML beside it when there was HTML. At most `most` characters each. */
export function readBody({ text: said, html: raw }: Pick<ParsedMime, "text" | "html">, most: number): Body {
  const remarks: string[] = [];
  const isCut = said.length > most || (raw?.length ?? 0) > most;
  if (isCut) remarks.push("Metin çok uzun olduğu için kısaltıldı; tamamı özgün e-postadadır.");
  const plain = plainText(said.slice(0, most)).normalize("NFC").trim();
  const html = raw?.slice(0, most);
  if (!html) return { text: plain, remarks };
  if (isTooDeep(html)) {
    remarks.push("HTML olağan dışı derin iç içe; yalnız metni alındı.");
    return { text: plain || wordsOf(html).normalize("NFC"), remarks };
  }
  const safe = sanitise(html);
  // Cut out of its tags the HTML says no less than when it is laid out, and that costs a tenth.
  const tagless = stripTags(safe);
  const isEnough = plain !== "" && !isStub(plain, tagless) && !saysOther(plain, tagless);
  if (isEnough) return { text: plain, ...(safe && { html: safe }), remarks };
  const words = htmlToText(safe).normalize("NFC");
  return { text: bestOf(plain, words), ...(safe && { html: safe }), remarks };
}

function bestOf(plain: string, words: string): string {
  if (plain === "" || isStub(plain, words)) return words;
  return saysOther(plain, words) ? `${plain}\n\n${words}` : plain;
}

/** Whether a short plain text says something else than the HTML, and less. */
function saysOther(plain: string, words: string): boolean {
  if (plain.length > SHORT || letters(words) <= letters(plain)) return false;
  const said = wordsIn(plain);
  const shown = new Set(wordsIn(words));
  return said.length > 0 && said.filter((word) => shown.has(word)).length < said.length * SAME_WORDS;
}

/** Words that mean something by themselves. */
function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length >= 4);
}

function isStub(plain: string, words: string): boolean {
  const said = letters(plain);
  // Most texts say as much as their HTML has characters, and need no second count.
  if (said >= words.length * STUB_SHARE) return false;
  const shown = letters(words);
  return said < shown * STUB_SHARE && shown - said > STUB_LETTERS;
}

/** Letters and digits, addresses of links apart. */
function letters(text: string): number {
  return text.replace(/https?:\S+/g, "").replace(/[^\p{L}\p{N}]+/gu, "").length;
}
