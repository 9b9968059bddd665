import { randomBytes } from "node:crypto";

/** A raw mail with stand-ins where its large files were. */
export interface LeanMail {
  readonly raw: Buffer;
  /** Decoded sizes of the files, in bytes, by what stands in for each: the decoded stand-in as hex. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** Bytes of a decoded stand-in; nobody can foresee one, and so nobody can forge it. */
export const STAND_IN_BYTES = 18;
/** Encoded files up to this size are parsed as they are, in bytes. */
const SMALL = 16 * 1024;
const LONGEST_HEAD = 16 * 1024;
const LONGEST_LINE = 1_000;
/** Places looked at in one mail; an honest one has two for every file. */
const MOST_PLACES = 500;
/**
 * Files nobody reads here. Text, messages, signatures, invitations, evidence of registered mail, winmail.dat and what is called a mail
 * are.
 */
const UNREAD = /^content-type:\s*(?:application|image|audio|video|font)\/(?!xml|.*(?:pkcs7|tnef|calendar|\+xml))/im;
const OPENED = /winmail|\.(?:xml|eml)\b/i;
const ENCODED = /^content-transfer-encoding:[ \t]*base64[ \t]*\r?$/im;

/**
 * Puts stand-ins for the large base64 files of a mail, whose content nobody reads on its way: what a parser pays, it pays for
 * every line of them. A guess, and a cheap one: a part's head is taken for one without knowing the mail's structure. So each
 * stand-in must come back as the beginning of a file; where one does not, the guess was wrong, and the mail is to be parsed as
 * it is. In: raw bytes. Out: undefined when there is nothing to leave out.
 */
export function leaveFilesOut(raw: Buffer): LeanMail | undefined {
  const pieces: Buffer[] = [];
  const sizes = new Map<string, number>();
  let done = 0;
  let places = 0;
  for (let at = next(raw, 0); at >= 0 && places < MOST_PLACES; at = next(raw, Math.max(at + 1, done))) {
    places += 1;
    const file = fileAt(raw, at, done);
    if (!file) continue;
    const standIn = randomBytes(STAND_IN_BYTES);
    sizes.set(standIn.toString("hex"), file.size);
    pieces.push(raw.subarray(done, file.start), Buffer.from(`${standIn.toString("base64")}\r\n`));
    done = file.end;
  }
  return pieces.length > 0 ? { raw: Buffer.concat([...pieces, raw.subarray(done)]), sizes } : undefined;
}

/** The next place where an encoding may be named, "base64" or "Base64". */
function next(raw: Buffer, from: number): number {
  return raw.length - from > SMALL ? raw.indexOf("ase64", from, "latin1") : -1;
}

interface EncodedFile {
  readonly start: number;
  readonly end: number;
  /** Decoded, in bytes. */
  readonly size: number;
}

/** The encoded content under the head that stands around a place; the head begins no earlier than `from`. */
function fileAt(raw: Buffer, place: number, from: number): EncodedFile | undefined {
  const above = raw.toString("latin1", Math.max(from, place - LONGEST_HEAD), place);
  const below = raw.toString("latin1", place, place + LONGEST_HEAD);
  const gap = /\n\r?\n/.exec(below);
  const head = above.slice(Math.max(0, above.lastIndexOf("\n--"))) + below.slice(0, gap?.index);
  const isOne = gap && !/\n\r?\n/.test(head) && ENCODED.test(head) && UNREAD.test(head) && !OPENED.test(head);
  if (!isOne) return undefined;
  const start = place + gap.index + gap[0].length;
  // Every boundary begins like this, and no line of base64 does. It may follow the head at once: then the file is empty.
  const boundary = raw.indexOf("\n--", start - 1, "latin1");
  const end = boundary < 0 ? raw.length : boundary;
  const size = end - start > SMALL ? decodedSize(raw.subarray(start, end)) : undefined;
  return size === undefined ? undefined : { start, end, size };
}

/** Decoded size of base64 in lines of one length, as every program writes it; undefined when they are not. */
function decodedSize(encoded: Buffer): number | undefined {
  const line = encoded.indexOf("\n", 0, "latin1") + 1;
  if (line === 0 || line > LONGEST_LINE) return undefined;
  const lines = Math.floor(encoded.length / line);
  for (let end = line; end <= lines * line; end += line) if (encoded[end - 1] !== 0x0a) return undefined;
  const gap = encoded[line - 2] === 0x0d ? 2 : 1;
  const last = encoded.toString("latin1", (lines - 1) * line).replace(/\s+/g, "");
  const letters = (lines - 1) * (line - gap) + last.replace(/=+$/, "").length;
  return Math.floor((letters * 3) / 4);
}
