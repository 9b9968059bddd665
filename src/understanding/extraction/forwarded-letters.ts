import { fold } from "../../language/fold.ts";
import { MAIL_HEADER_WORDS } from "../../language/mail-header-words.ts";
import { asciiLower } from "../../language/turkish-case.ts";
import { REPLY_MARKS } from "./reply-marks.ts";
import type { RequestMaterial } from "./types.ts";

/** What one person wrote, alone or forwarded beneath the mail of another. */
export interface Letter {
  readonly sender?: NonNullable<RequestMaterial["sender"]>;
  readonly subject?: string;
  readonly text: string;
}

/** Letters of one mail that are read. */
const MOST_LETTERS = 20;
const HEADER_LINES = 7;
const LONGEST_HEADER = 400;
const header = (words: string) => new RegExp(`^[>\\s*]*(?:${words})\\s*\\*?\\s*:`);
const FROM = header(MAIL_HEADER_WORDS.from);
const HEADER = header(`${MAIL_HEADER_WORDS.subject}|${MAIL_HEADER_WORDS.others}`);
const SUBJECT = header(MAIL_HEADER_WORDS.subject);
const MARK = /^[>\s]*(?:[-_=*]{3,}.{0,40}[-_=*]{3,}|_{5,}|ileti baslangici\s*:|begin forwarded message\s*:)\s*$/;
const SENDER = /:\s*\*?\s*"?([^"<>:[\]@]{0,200}?)"?\s*[<[(]?(?:mailto:)?([^\s<>"@[\]()]{1,64}@[^\s<>"@,;[\]()]{1,255})/;

/**
 * Parts a mail at the header blocks of those it forwards ("Kimden: … Gönderildi: … Konu: …"). In: the text. Out: the letter above
 * them, then each forwarded one with its own sender. Linear in the text.
 */
export function partLetters(text: string): readonly [Letter, ...Letter[]] {
  const lines = text.split(/\r\n|\r|\n/);
  const folded = lines.map((line) => (line.length > LONGEST_HEADER ? "" : fold(line)));
  const starts = folded.flatMap((_, at) => (startsLetter(folded, at) ? [at] : [])).slice(0, MOST_LETTERS);
  const [first = lines.length] = starts;
  const head = MARK.test(folded[first - 1] ?? "") ? first - 1 : first;
  const forwarded = starts.map((start, at) => {
    const block = folded.slice(start, start + HEADER_LINES);
    // A long list of readers runs on in a line of its own.
    const ends = block.findIndex(
      (line, index) => index > 0 && !HEADER.test(line) && !HEADER.test(block[index + 1] ?? ""),
    );
    const length = ends < 0 ? block.length : ends;
    const [, name = "", email] = SENDER.exec(lines[start] ?? "") ?? [];
    const title = block.findIndex((line) => SUBJECT.test(line));
    // It answered its reader, not this office.
    const subject = title < 0 ? undefined : lines[start + title]?.replace(/^[^:]*:\s*/, "").replace(REPLY_MARKS, "");
    const body = lines.slice(start + length, starts[at + 1]).map((line) => (MARK.test(fold(line)) ? "" : line));
    const sender = { ...(email && { email: asciiLower(email) }), ...(name.trim() && { name: name.trim() }) };
    return { sender, ...(subject && { subject }), text: body.join("\n") };
  });
  return [{ text: lines.slice(0, head).join("\n") }, ...forwarded];
}

/** A sender with an address, and another header line below. */
function startsLetter(folded: readonly string[], at: number): boolean {
  const line = folded[at] ?? "";
  if (!FROM.test(line) || !SENDER.test(line)) return false;
  return folded.slice(at + 1, at + HEADER_LINES).some((next) => HEADER.test(next));
}
