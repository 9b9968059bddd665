import { asciiLower } from "../../language/turkish-case.ts";
import { type DecodedText, decodeText } from "./charset.ts";
import { oneLine } from "./tame.ts";

/**
 * One encoded word: charset, language (RFC 2231 §5), encoding, text. Blanks inside a quoted one are against the rules, and are
 * what some mailers leave there; so is a header that was cut before the word's end.
 */
const WORD = /=\?([\w.:-]{1,60})(?:\*[\w-]{0,20})?\?(?:b\?([^?\s]{0,5000})|q\?([^?\r\n]{0,5000}))(?:\?=|\??\s*$)/gi;
/** Words one after another, which RFC 2047 §6.2 reads as one. */
const RUN = new RegExp(`${WORD.source}(?:\\s*${WORD.source})*`, "gi");

/** Headers are decoded this far, in characters; more is a bomb. */
const LONGEST_HEADER = 64 * 1024;

/**
 * A header as people read it: encoded words decoded, wrong labels and raw 8-bit bytes repaired, one line, no control
 * characters. In: the header's bytes as latin-1 text, and the charset the mail's own text is labelled with, if any: raw 8-bit
 * bytes are most likely written in it. Never throws.
 */
export function decodeHeader(raw: string, label = ""): string {
  const textOf = (run: string) => readRun(run).map(({ decoded }) => decoded.text);
  const text = eachRun(raw.slice(0, LONGEST_HEADER), { label, rewrite: (run) => textOf(run).join("") });
  return oneLine(text).normalize("NFC");
}

/**
 * The header with true labels: raw 8-bit bytes become text, encoded words that were labelled wrongly, or cut inside a letter by
 * two encodings, are written anew. In: as for `decodeHeader`. Out: text; unchanged when nothing was wrong.
 */
export function mendHeader(raw: string, label = ""): string {
  const rewrite = (run: string) => {
    const written = readRun(run).map(({ source, isSound, decoded: { text } }) =>
      isSound ? source : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`,
    );
    return written.join(" ");
  };
  return eachRun(raw, { label, rewrite });
}

interface Rewriting {
  readonly label: string;
  readonly rewrite: (run: string) => string;
}

function eachRun(raw: string, { label, rewrite }: Rewriting): string {
  if (!raw.includes("=?")) return eightBit(raw, label);
  let text = "";
  let done = 0;
  for (const { 0: run, index } of raw.matchAll(RUN)) {
    text += eightBit(raw.slice(done, index), label) + rewrite(run);
    done = index + run.length;
  }
  return text + eightBit(raw.slice(done), label);
}

function eightBit(raw: string, label: string): string {
  if (!/[\u0080-\u00ff]/.test(raw)) return raw;
  const bytes = Buffer.from(raw, "latin1");
  const { text } = decodeText(bytes, label);
  return text.includes("\ufffd") ? decodeText(bytes).text : text;
}

/** Neighbouring words of one charset. */
interface Words {
  readonly source: string;
  readonly decoded: DecodedText;
  /** Any reader gets the same text out of them. */
  readonly isSound: boolean;
}

/** Encoded words after one another, by charset. */
function readRun(run: string): Words[] {
  const groups: { charset: string; words: RegExpMatchArray[] }[] = [];
  for (const word of run.matchAll(WORD)) {
    const charset = asciiLower(word[1] ?? "");
    const group = groups.at(-1);
    if (group?.charset === charset) group.words.push(word);
    else groups.push({ charset, words: [word] });
  }
  return groups.map(({ charset, words }) => {
    const decoded = decodeWords(words, charset);
    const source = words.map(([word]) => word).join(" ");
    const encodings = new Set(words.map(([, , base64]) => base64 === undefined));
    const isSound = !decoded.repaired && encodings.size === 1 && words.every(([word]) => /^[!-~]+\?=$/.test(word));
    return { source, decoded, isSound };
  });
}

/** Together, since mailers cut a letter in two; else each by itself, since some charsets begin anew with every word. */
function decodeWords(words: readonly RegExpMatchArray[], charset: string): DecodedText {
  const together = decodeText(bytesOf(words), charset);
  if (words.length === 1 || !together.text.includes("\ufffd")) return together;
  const text = words.map((word) => decodeText(bytesOf([word]), charset).text).join("");
  return text.includes("\ufffd") ? together : { text };
}

function bytesOf(words: readonly RegExpMatchArray[]): Buffer {
  const texts: { isBase64: boolean; text: string }[] = [];
  for (const [, , base64, quoted = ""] of words) {
    const before = texts.at(-1);
    // Base64 may be cut anywhere, too, also inside four letters.
    if (base64 !== undefined && before?.isBase64 && !before.text.endsWith("=")) before.text += base64;
    else texts.push({ isBase64: base64 !== undefined, text: base64 ?? quoted });
  }
  return Buffer.concat(texts.map(({ isBase64, text }) => (isBase64 ? Buffer.from(text, "base64") : unquoted(text))));
}

function unquoted(text: string): Buffer {
  const bytes = text
    .replace(/_/g, " ")
    .replace(/=([0-9a-f]{2})/gi, (_all, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
  return Buffer.from(bytes, "latin1");
}
