import { fold } from "../../language/fold.ts";
import { MAIL_HEADER_WORDS } from "../../language/mail-header-words.ts";
import type { Address } from "./mail-in-hand.ts";

/** Lines longer than this are nobody's quote mark, and are not looked into. */
const LONGEST_MARK = 400;
/** Header names mail programs write above what they quote, folded: Turkish, English, German, French. */
const SENDER = `(?:${MAIL_HEADER_WORDS.from}|${MAIL_HEADER_WORDS.fromAbroad})\\s*\\*?\\s*:`;
const FROM = new RegExp(`^[>\\s*_]*${SENDER}\\s*\\S`);
const FROM_ANYWHERE = new RegExp(SENDER);
const FIELD = new RegExp(`^[>\\s*_]*(?:${Object.values(MAIL_HEADER_WORDS).join("|")})\\s*\\*?\\s*:`);
const ORIGINAL =
  /^[>\s]*[-_=*]{2,}\s*(?:ozgun|orijinal|original|asil|onceki|ursprungliche|message d)\s?(?:ileti|mesaj|e-?posta|message|nachricht|'origine|appointment)?\s*[-_=*]{2,}/;
const FORWARDED =
  /^[>\s]*(?:[-_=*]{2,}\s*(?:iletilen|iletilmis|yonlendirilen|yonlendirilmis|forwarded|weitergeleitete)\s+(?:ileti|mesaj|e-?posta|message|by|nachricht)|ileti baslangici\s*:|iletilmis ileti basl|begin forwarded message)/;
/** How the line above a quotation ends: "… şunu yazdı:", "… wrote ----"; Germanic verbs stand before the name. */
const WROTE =
  /(?:(?:yazdi|yazmis|wrote|a ecrit|escribio|ha scritto|escreveu|kirjoitti|napisal(?:\(a\)|a)?|irta|написал[аи]?)\s*(?:\([^()]{0,80}\))?\s*(?::|-{3,})|\b(?:schrieb|schreef|skrev)\b.{0,150}:)\s*$/;
/** Without a colon, or without a verb, a date and an address must stand in places where no sentence has them. */
const BARE =
  /^(?:on .{0,300}<[^<>\s@]+@[^<>\s@]+> wrote|\d{1,2}[./]\d{1,2}[./]\d{4},? \d{1,2}:\d\d,? .{0,200}<[^<>\s@]+@[^<>\s@]+>:)$/;
/** As Yandex writes it: date and address alone; only quoted lines after it tell it from a list of addresses. */
const WROTE_IN_SHORT = /^\D*\d.*<[^<>\s@]+@[^<>\s@]+>\s*:\s*$/;
/** A time of day or an address: "19.11.2026 tarihinde bize yazı yazdı:" is a sentence. */
const DATED = /\d{1,2}:\d\d|<[^<>\s@]+@[^<>\s@]+>|^ on .*\b(?:19|20)\d\d\b/;
/** What begins a signature (RFC 3676 §4.3), and what a mailing list adds. */
const SIGNATURE = /^--$/;
const LIST_FOOTER = /^_{10,}$/;
const PHONE =
  /^(?:iphone|ipad|android|samsung|huawei|xiaomi|galaxy|outlook|yahoo|windows)?.{0,60}(?:'?u?m?dan gonderildi|ile gonderildi|icin outlook.{0,10}(?:edinin|alin)|^sent from my|^get outlook for|uzerinden gonderildi)/;

/** What somebody says who writes his answers into the old text below, where a program marks no line as quoted. */
const ANSWERS_BELOW =
  /(?:cevap|yanit|aciklama)\p{L}{0,12}(?: \S+){0,4} (?:asagida|altta|arada|aralar|satir|icinde|kirmizi|mavi|yesil|renkli)|kirmiziyla|kirmizi (?:ile|renk)|mavi (?:ile|renk)|satir aralar|asagida (?:isaretle|yanitla|cevapla|doldur)|(?:answers?|replies|comments?)(?: \S+){0,4} (?:below|inline|in red)/u;
/** Letters within which that is said. */
const SHORT = 400;

interface Line {
  readonly text: string;
  /** Folded; "" when too long to be a mark. */
  readonly folded: string;
}

/**
 * What is new in an answer. Cut are: an "original message" line, a block of mail headers, or a "… wrote:" line, with all that
 * follows; quote marks at the end. Kept whole are: answers written between quoted lines or said to be below, everything from a forward
 * mark on, the signature below a quotation, and a text that would be empty. In: text with LF line ends. Linear in its length.
 */
export function withoutQuotes(text: string, { isForward }: { readonly isForward: boolean }): string {
  const lines = linesOf(text);
  const start = lines.findIndex((line, index) => isForwardMark(line) || startsHistory(lines, index));
  const mark = lines[start];
  if (isForward || (mark && isForwardMark(mark))) return text;
  const end = withoutTrailingQuotes(lines, start < 0 ? startOfAfterword(lines) : start);
  if (end === lines.length || hasAnswersBetween(lines, end)) return text;
  const kept = textOf(lines.slice(0, withoutTail(lines, end)));
  if (kept === "" || (kept.length < SHORT && ANSWERS_BELOW.test(fold(kept)))) return text;
  const below = firstOwn(lines, end);
  const isSigned = SIGNATURE.test(lines[below]?.folded ?? "");
  return isSigned ? `${kept}\n\n${textOf(lines.slice(below))}` : kept;
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .join("\n")
    .trim();
}

/** Who wrote the mail that is forwarded in a text: the sender in the header block after a forward mark or at its head. */
export function forwardedAuthor(text: string): Address | undefined {
  const lines = linesOf(text.slice(0, 100_000));
  const mark = lines.findIndex(isForwardMark);
  if (mark < 0) return undefined;
  for (const { text: line, folded } of lines.slice(mark, mark + 10)) {
    if (!FROM_ANYWHERE.test(folded)) continue;
    const [, name = "", address] =
      /:\s*"?([^"<>:]{0,200}?)"?\s*<?([^\s<>"@]{1,64}@[^\s<>"@,;]{1,255})>?/.exec(line) ?? [];
    if (address) return { address: fold(address), ...(name.trim() && { name: name.trim() }) };
  }
  return undefined;
}

function linesOf(text: string): Line[] {
  return text.split("\n").map((line) => ({ text: line, folded: line.length > LONGEST_MARK ? "" : fold(line).trim() }));
}

function isForwardMark({ folded }: Line): boolean {
  return FORWARDED.test(folded);
}

function startsHistory(lines: readonly Line[], index: number): boolean {
  const { folded = "" } = lines[index] ?? {};
  if (folded === "") return false;
  return ORIGINAL.test(folded) || startsHeaderBlock(lines, index) || startsAttribution(lines, index);
}

/** A sender line, and at least three header lines within six. */
function startsHeaderBlock(lines: readonly Line[], index: number): boolean {
  if (!FROM.test(lines[index]?.folded ?? "")) return false;
  return lines.slice(index, index + 6).filter(({ folded }) => FIELD.test(folded)).length >= 3;
}

/** "… tarihinde şunu yazdı:", in up to three lines, dated or addressed, or with quoted lines after it. */
function startsAttribution(lines: readonly Line[], index: number): boolean {
  let joined = "";
  for (let at = index; at < Math.min(index + 3, lines.length); at++) {
    const line = lines[at]?.folded ?? "";
    if (line === "" || line.startsWith(">")) return false;
    joined = `${joined} ${line}`;
    if (BARE.test(line)) return true;
    if (WROTE_IN_SHORT.test(line) && isQuoted(nextWritten(lines, at + 1))) return true;
    if (!WROTE.test(line)) continue;
    // A mark over several lines begins with a name, an address or a date, not with a sentence that ended before.
    return DATED.test(joined) || isQuoted(nextWritten(lines, at + 1));
  }
  return false;
}

function nextWritten(lines: readonly Line[], from: number): Line | undefined {
  return lines.slice(from, from + 4).find(({ text }) => text.trim() !== "");
}

function isQuoted(line: Line | undefined): boolean {
  return line?.text.trimStart().startsWith(">") ?? false;
}

/** Whether somebody answered between the lines he quotes: quoted, then own words, at or after this place. */
function hasAnswersBetween(lines: readonly Line[], from: number): boolean {
  const own = lines[firstOwn(lines, from)];
  return own !== undefined && !SIGNATURE.test(own.folded) && !LIST_FOOTER.test(own.folded);
}

/** The first line of one's own after the first quoted one at or after this place; -1 for none. */
function firstOwn(lines: readonly Line[], from: number): number {
  const quoted = nextQuoted(lines, from);
  if (quoted < 0) return -1;
  return lines.findIndex(
    (line, index) => index > quoted && line.text.trim() !== "" && !isQuoted(line) && !PHONE.test(line.folded),
  );
}

function nextQuoted(lines: readonly Line[], from: number): number {
  return lines.findIndex((line, index) => index >= from && isQuoted(line));
}

/** Where the signature or footer right below a quotation begins; the end of the text when there is none. */
function startOfAfterword(lines: readonly Line[]): number {
  const start = lines.findLastIndex(({ folded }) => SIGNATURE.test(folded) || LIST_FOOTER.test(folded));
  const above = lines.slice(0, Math.max(0, start)).findLast(({ text }) => text.trim() !== "");
  return isQuoted(above) ? start : lines.length;
}

function withoutTrailingQuotes(lines: readonly Line[], from: number): number {
  let end = from;
  while (end > 0 && (isQuoted(lines[end - 1]) || lines[end - 1]?.text.trim() === "")) end--;
  return lines.slice(end, from).some(isQuoted) ? end : from;
}

/** Rules and "sent from my phone" lines above the quotation go with it. */
function withoutTail(lines: readonly Line[], from: number): number {
  let end = from;
  for (; end > 0; end--) {
    const { text = "", folded = "" } = lines[end - 1] ?? {};
    if (text.trim() !== "" && !/^[\s_*=-]{3,}$/.test(text) && !PHONE.test(folded)) break;
  }
  return end;
}
