import libmime from "libmime";
import { asciiLower } from "../../language/turkish-case.ts";
import { decodeText } from "./charset.ts";
import { oneLine } from "./tame.ts";

/** Encoded words one after another (RFC 2047 §6.2 reads them as one), and one of them. */
const RUN = /=\?[\w.:*-]{1,60}\?[bq]\?[^?\s]{0,5000}\?=(?:\s+=\?[\w.:*-]{1,60}\?[bq]\?[^?\s]{0,5000}\?=)*/gi;
const WORD = /=\?([\w.:-]{1,60})(\*[\w-]*)?\?([bq])\?([^?\s]{0,5000})\?=/gi;

/** Headers are decoded this far, in characters; more is a bomb. */
const LONGEST_HEADER = 64 * 1024;

/**
 * A header as people read it: encoded words decoded, wrong labels and raw 8-bit bytes repaired, one line, no control
 * characters. In: the header's bytes as latin-1 text. Never throws.
 */
export function decodeHeader(raw: string): string {
  const mended = mendHeader(raw.slice(0, LONGEST_HEADER));
  return oneLine(mended.includes("=?") ? libmime.decodeWords(mended) : mended).normalize("NFC");
}

/**
 * The header with true labels: raw 8-bit bytes become text, encoded words say the charset their bytes are in.
 * In: the header's bytes as latin-1 text. Out: text; unchanged when nothing was wrong.
 */
export function mendHeader(raw: string): string {
  const text = /[\u0080-\u00ff]/.test(raw) ? decodeText(Buffer.from(raw, "latin1")).text : raw;
  return text.includes("=?") ? text.replace(RUN, mendRun) : text;
}

/** Words of one charset are judged together: mailers cut them inside a letter. */
function mendRun(run: string): string {
  const bytes = new Map<string, Buffer[]>();
  for (const [, charset = "", , encoding = "", text = ""] of run.matchAll(WORD)) {
    const key = asciiLower(charset);
    const words = bytes.get(key) ?? [];
    words.push(wordBytes(encoding, text));
    bytes.set(key, words);
  }
  const repairs = new Map(
    [...bytes].map(([charset, words]) => [charset, decodeText(Buffer.concat(words), charset).repaired]),
  );
  return run.replace(WORD, (word, charset: string, language: string | undefined, encoding: string, text: string) => {
    const repaired = repairs.get(asciiLower(charset));
    return repaired ? `=?${repaired}${language ?? ""}?${encoding}?${text}?=` : word;
  });
}

function wordBytes(encoding: string, text: string): Buffer {
  if (/b/i.test(encoding)) return Buffer.from(text, "base64");
  const hex = /=([0-9a-f]{2})/gi;
  return Buffer.from(
    text.replace(hex, (_all, pair: string) => String.fromCharCode(Number.parseInt(pair, 16))),
    "latin1",
  );
}
