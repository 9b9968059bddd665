/** One element of BER (X.690): its tag byte, where it begins, where its content begins and ends. */
export interface Element {
  readonly tag: number;
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** Where the next one begins. */
  readonly next: number;
  /** Its bytes end before it does. */
  readonly isCut: boolean;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  octetsInPieces: 0x24,
  /** Context-specific and constructed: [0], [1] … */
  context: 0xa0,
} as const;

const MOST_LEVELS = 16;
/** Elements counted through on the way to one that is asked for; bytes that hold more are made to cost time. */
const MOST_ELEMENTS = 500_000;

interface Budget {
  left: number;
}

/** The element the bytes begin with; undefined when they make no sense. */
export function firstOf(bytes: Buffer): Element | undefined {
  return elements(bytes, 0, bytes.length, 1)[0];
}

/**
 * The elements in a range, at most so many; stops where the bytes make no sense. Definite and indefinite lengths are read;
 * one that is cut is there as far as it goes, and says so.
 */
function elements(bytes: Buffer, start: number, end: number, most: number): Element[] {
  const found: Element[] = [];
  const budget = { left: MOST_ELEMENTS };
  let at = start;
  while (at < end && found.length < most) {
    const element = elementAt({ bytes, end, budget }, at, 0);
    if (!element || (element.tag === 0 && element.start === element.end)) break;
    found.push(element);
    at = element.next;
  }
  return found;
}

/** The elements inside one, at most so many; none when it is absent. */
export function inside(bytes: Buffer, element: Element | undefined, most: number): Element[] {
  return element ? elements(bytes, element.start, element.end, most) : [];
}

/** The content of an element. */
export function contentOf(bytes: Buffer, { start, end }: Element): Buffer {
  return bytes.subarray(start, end);
}

/** An element with its tag and length. */
export function wholeOf(bytes: Buffer, { at, next }: Element): Buffer {
  return bytes.subarray(at, next);
}

/** An element in its one distinguished form (DER). */
export function derOf(tag: number, content: Buffer): Buffer {
  const length = content.length;
  const digits = length < 0x80 ? [] : [24, 16, 8, 0].map((shift) => (length >>> shift) & 0xff);
  while (digits.length > 1 && digits[0] === 0) digits.shift();
  return Buffer.concat([
    Buffer.from(digits.length > 0 ? [tag, 0x80 | digits.length, ...digits] : [tag, length]),
    content,
  ]);
}

/** An object identifier in dots; "" when the element is none or longer than any in use. */
export function oidOf(bytes: Buffer, element: Element | undefined): string {
  if (element?.tag !== TAG.oid || element.end - element.start > 30) return "";
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of contentOf(bytes, element)) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...rest] = arcs;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join(".");
}

/** A small integer; undefined when it is none, negative or large. */
export function numberOf(bytes: Buffer, element: Element | undefined): number | undefined {
  if (element?.tag !== TAG.integer) return undefined;
  const length = element.end - element.start;
  if (length < 1 || length > 4) return undefined;
  const value = bytes.readIntBE(element.start, length);
  return value < 0 ? undefined : value;
}

/** An instant (UTCTime or GeneralizedTime, as X.509 restricts them); undefined when it is none. */
export function timeOf(bytes: Buffer, element: Element | undefined): Date | undefined {
  if (element?.tag !== TAG.utcTime && element?.tag !== TAG.generalizedTime) return undefined;
  const said = contentOf(bytes, element).toString("latin1", 0, 20);
  const [, year = "", month, day, hour, minute, second] = TIME[element.tag].exec(said) ?? [];
  if (year === "") return undefined;
  const century = element.tag === TAG.generalizedTime ? "" : Number(year) < 50 ? "20" : "19";
  const date = new Date(`${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const TIME = {
  [TAG.utcTime]: /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/,
  [TAG.generalizedTime]: /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/,
};

interface Range {
  readonly bytes: Buffer;
  readonly end: number;
  readonly budget: Budget;
}

function elementAt(range: Range, at: number, level: number): Element | undefined {
  const { bytes, end, budget } = range;
  const tag = bytes[at] ?? 0;
  const first = bytes[at + 1];
  budget.left -= 1;
  // Tags of more than one byte do not occur on the way.
  if (first === undefined || at + 2 > end || (tag & 0x1f) === 0x1f || level > MOST_LEVELS) return undefined;
  if (first === 0x80) return indefinite(range, at, level);
  const lengthBytes = first & 0x80 ? first & 0x7f : 0;
  if (lengthBytes > 4 || at + 2 + lengthBytes > end) return undefined;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  const stop = Math.min(end, start + length);
  return { tag, at, start, end: stop, next: stop, isCut: start + length > end };
}

/** An element without a stated length ends at two zero bytes after its last child (X.690 §8.1.3.6). */
function indefinite(range: Range, begin: number, level: number): Element {
  const { bytes, end, budget } = range;
  const tag = bytes[begin] ?? 0;
  const start = begin + 2;
  let at = start;
  while (at < end && budget.left > 0) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return { tag, at: begin, start, end: at, next: at + 2, isCut: false };
    const child = elementAt(range, at, level + 1);
    if (!child) break;
    at = child.next;
  }
  return { tag, at: begin, start, end: at, next: end, isCut: true };
}
