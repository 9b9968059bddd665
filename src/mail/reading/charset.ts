import { isAscii, isUtf8 } from "node:buffer";
import { asciiLower } from "../../language/turkish-case.ts";
import { readEncodedTwice } from "./encoded-twice.ts";
import { decodeOldTurkish } from "./old-turkish.ts";

/** Text, and what it was written in when its label was wrong, or one that other readers do not know. */
export interface DecodedText {
  readonly text: string;
  readonly repaired?: "utf-8" | "windows-1254" | "old-turkish";
}

/** One-byte charsets that Turkish mail is labelled with, rightly or by mistake; ISO-8859-9 is all in windows-1254. */
const TURKISH_LABEL = /^(?:iso-?8859-?9|windows-?1254|cp-?1254|latin-?5|l5)$/;
const WESTERN_LABEL = /^(?:iso-?8859-?1|windows-?1252|cp-?1252|latin-?1|l1)$/;
/** Central European ones are what some programs guess of Turkish bytes; they have Đ Ý Ţ where windows-1254 has Ğ İ Ş. */
const CENTRAL_LABEL = /^(?:iso-?8859-?2|windows-?1250|cp-?1250|latin-?2|l2)$/;
/** Other one-byte charsets: no text in one of them happens to be valid UTF-8. */
const ONE_BYTE_LABEL = /^(?:iso[-_]?8859|windows-?125|cp-?125|koi8|macintosh|x-mac)/;
const LATIN_9_LABEL = /^(?:iso-?8859-?15|latin-?9|l9)$/;
const UTF_7_LABEL = /^(?:unicode-1-1-)?utf-?7$/;
const NO_LABEL = /^(?:|utf-?8|(?:us-)?ascii|ansi_x3\.4-1968|unknown.*|default|8bit|7bit|binary|none|x-unknown)$/;
/** Letters of latin-1 that stand where windows-1254 has Ğ İ Ş ğ ı ş; they almost never occur in Turkish mail. */
const MISREAD = /[ÐÝÞðýþ]/;
const TURKISH = new TextDecoder("windows-1254");
const WESTERN = new TextDecoder("windows-1252");
const LATIN_9 = new TextDecoder("iso-8859-15");

/**
 * Text out of the bytes of a mail part or header. In: bytes and the charset label as written, if any. A label is believed
 * unless the bytes contradict it: valid UTF-8 is UTF-8, and what cannot be UTF-8 is windows-1254, the charset unlabelled
 * Turkish mail is written in; what was made UTF-8 twice is undone. Nothing is ever turned into U+FFFD for those labels. Out: NFC, so
 * that "s" + cedilla is "ş".
 */
export function decodeText(bytes: Buffer, label = ""): DecodedText {
  const charset = asciiLower(label.trim().replace(/["']/g, ""));
  const once = decode(bytes, charset);
  const twice = readEncodedTwice(once.text);
  const { text, repaired }: DecodedText = twice === undefined ? once : { text: twice, repaired: "utf-8" };
  return { text: text.normalize("NFC"), ...(repaired && { repaired }) };
}

function decode(bytes: Buffer, charset: string): DecodedText {
  if (NO_LABEL.test(charset)) return unlabelled(bytes);
  if (TURKISH_LABEL.test(charset)) return oneByte(bytes, TURKISH);
  if (WESTERN_LABEL.test(charset)) return oneByte(bytes, WESTERN);
  if (LATIN_9_LABEL.test(charset)) return oneByte(bytes, LATIN_9);
  if (CENTRAL_LABEL.test(charset)) return central(bytes, charset);
  if (UTF_7_LABEL.test(charset)) return { text: decodeUtf7(bytes) };
  return oldTurkish(bytes, charset) ?? labelled(bytes, charset);
}

function oldTurkish(bytes: Buffer, charset: string): DecodedText | undefined {
  const text = decodeOldTurkish(bytes, charset);
  if (text === undefined) return undefined;
  return readAsUtf8(bytes) ?? { text, repaired: "old-turkish" };
}

/** The letters of Turkish beyond ASCII, and the marks and signs that its texts have. */
const NO_OTHER = /^[\p{ASCII}ÇĞİÖŞÜçğıöşüÂÎÛâîû€‚„…‘’“”•–—™«»°§©®´·\u00a0]*$/u;

/** Turkish letters only, and such as no Czech, Pole or Romanian writes side by side: two of ğ, ı and ş, or ğ or ş with ç, ö or ü. */
function central(bytes: Buffer, charset: string): DecodedText {
  const text = TURKISH.decode(bytes);
  const kinds = [/[ğĞ]/, /[ıİ]/, /[şŞ]/].filter((letters) => letters.test(text));
  const isTurkish = kinds.length > 1 || (/[ğĞşŞ]/.test(text) && /[çöüÇÖÜ]/.test(text));
  const isBelieved = !isTurkish || !NO_OTHER.test(text) || readAsUtf8(bytes) !== undefined;
  return isBelieved ? labelled(bytes, charset) : { text, repaired: "windows-1254" };
}

/** Any other label is believed as long as the bytes can be read by it. */
function labelled(bytes: Buffer, charset: string): DecodedText {
  // Two bytes a letter, and never a zero: that is no UTF-16.
  if (/^utf-?16/.test(charset) && !bytes.includes(0)) return unlabelled(bytes);
  try {
    const text = new TextDecoder(charset).decode(bytes);
    const isOneByte = ONE_BYTE_LABEL.test(charset);
    const isUnreadable = text.includes("\ufffd");
    const asUtf8 = isOneByte || isUnreadable ? readAsUtf8(bytes) : undefined;
    if (asUtf8) return asUtf8;
    // Bytes the charset has no letter for: it is another one.
    return isOneByte && isUnreadable ? unlabelled(bytes) : { text };
  } catch {
    return unlabelled(bytes);
  }
}

/** UTF-7 (RFC 2152), which old Outlooks write: between "+" and "-" stands UTF-16 in base64; "+-" is a plus sign. */
function decodeUtf7(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/\+([A-Za-z0-9+/]*)-?/g, (_all, letters: string) => (letters === "" ? "+" : utf16(letters)));
}

function utf16(letters: string): string {
  const units = Buffer.from(letters, "base64");
  return units
    .subarray(0, units.length & ~1)
    .swap16()
    .toString("utf16le");
}

function unlabelled(bytes: Buffer): DecodedText {
  if (isUtf8(bytes)) return { text: bytes.toString("utf8").replace(/^\uFEFF/, "") };
  return { text: utf8OrTurkish(bytes), repaired: "windows-1254" };
}

function oneByte(bytes: Buffer, decoder: typeof TURKISH): DecodedText {
  const asUtf8 = readAsUtf8(bytes);
  if (asUtf8) return asUtf8;
  const text = decoder.decode(bytes);
  const isMisread = decoder !== TURKISH && MISREAD.test(text);
  return isMisread ? { text: TURKISH.decode(bytes), repaired: "windows-1254" } : { text };
}

/** Bytes that are UTF-8 whatever their label says: no other text happens to be valid, ASCII apart, which says nothing. */
function readAsUtf8(bytes: Buffer): DecodedText | undefined {
  return !isAscii(bytes) && isUtf8(bytes) ? { text: bytes.toString("utf8"), repaired: "utf-8" } : undefined;
}

/** Sequences that are valid UTF-8 are read as such, every other byte as windows-1254: mixed and cut texts lose nothing. */
function utf8OrTurkish(bytes: Buffer): string {
  let text = "";
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text += bytes.toString("utf8", start, at) + TURKISH.decode(bytes.subarray(at, at + 1));
    at++;
    start = at;
  }
  return text + bytes.toString("utf8", start);
}

/** Length in bytes of the UTF-8 sequence at this place; 0 when there is none (RFC 3629 §4, overlong and surrogates refused). */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
