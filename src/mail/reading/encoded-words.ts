import { asciiLower } from "../../language/turkish-case.ts";
import { decodeText } from "./charset.ts";
import { oneLine } from "./tame.ts";
import { decodeTransfer } from "./transfer-encoding.ts";

/** "=?charset*language?B or Q?text?=" (RFC 2047 §2, RFC 2231 §5), spaces inside borne as some mailers leave them. */
const ENCODED_WORD = /=\?([\w.:-]{1,60})(?:\*[\w-]*)?\?([bq])\?([^?\r\n]{0,5000}?)\?=/gi;

/**
 * A header as people read it: encoded words decoded, raw 8-bit bytes repaired, one line, no control characters.
 * In: the header's bytes as latin-1 text. Never throws.
 */
export function decodeHeader(raw: string): string {
  return oneLine(decodeWords(raw));
}

/** Decodes encoded words and raw bytes and leaves the structure (quotes, commas, brackets) as it is. */
export function decodeWords(raw: string): string {
  if (!raw.includes("=?")) return decodeText(Buffer.from(raw, "latin1")).text;
  const runs: { bytes: Buffer[]; charset: string }[] = [];
  const add = (bytes: Buffer, charset: string) => {
    const last = runs.at(-1);
    // Neighbouring words of one charset are joined before decoding: mailers split them inside a letter.
    if (last && last.charset === charset) last.bytes.push(bytes);
    else runs.push({ bytes: [bytes], charset });
  };
  let end = 0;
  let afterWord = false;
  for (const match of raw.matchAll(ENCODED_WORD)) {
    const [word, charset = "", encoding = "", text = ""] = match;
    const between = raw.slice(end, match.index);
    // White space between two encoded words is not part of the text (RFC 2047 §6.2).
    if (between !== "" && !(afterWord && /^\s*$/.test(between))) add(Buffer.from(between, "latin1"), "");
    add(wordBytes(encoding, text), asciiLower(charset));
    end = match.index + word.length;
    afterWord = true;
  }
  if (end < raw.length) add(Buffer.from(raw.slice(end), "latin1"), "");
  return runs.map(({ bytes, charset }) => decodeText(Buffer.concat(bytes), charset).text).join("");
}

function wordBytes(encoding: string, text: string): Buffer {
  const bytes = Buffer.from(/q/i.test(encoding) ? text.replace(/_/g, " ") : text, "latin1");
  return decodeTransfer(bytes, /q/i.test(encoding) ? "quoted-printable" : "base64");
}
