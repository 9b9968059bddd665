import { htmlToText, isTooDeep, sanitise, stripTags } from "./html.ts";
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
    return { text: plain || stripTags(html), remarks };
  }
  const safe = sanitise(html);
  const words = htmlToText(safe).normalize("NFC");
  const isStub = letters(plain) < letters(words) * STUB_SHARE && letters(words) - letters(plain) > STUB_LETTERS;
  return { text: plain === "" || isStub ? words : plain, ...(safe && { html: safe }), remarks };
}

/** Letters and digits, addresses of links apart. */
function letters(text: string): number {
  return text.replace(/https?:\S+/g, "").replace(/[^\p{L}\p{N}]+/gu, "").length;
}
