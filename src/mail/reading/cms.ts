/** What a CMS SignedData (RFC 5652 §5) carries, read without checking it. */
export interface SignedContent {
  /** The signed bytes; absent when the signature is detached. */
  readonly content?: Buffer;
  /** Common names of the certificates in it, the signer's among them. */
  readonly names: readonly string[];
}

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

const SEQUENCE = 0x30;
const OID = 0x06;
const OCTETS = 0x04;
const OCTETS_IN_PIECES = 0x24;
const EXPLICIT_0 = 0xa0;
const SIGNED_DATA = Buffer.from("2a864886f70d010702", "hex");
/** id-at-commonName as it stands in a certificate: OID 2.5.4.3. */
const COMMON_NAME = Buffer.from("0603550403", "hex");
const MOST_LEVELS = 16;

/**
 * Content and names of a SignedData; undefined when the bytes are none. A walk over BER (X.690), definite and indefinite
 * lengths: the few fields on the way to the content need no ASN.1 library and no key.
 */
export function unwrapSigned(bytes: Buffer): SignedContent | undefined {
  const [contentInfo] = elements(bytes, 0, bytes.length, 1);
  if (contentInfo?.tag !== SEQUENCE) return undefined;
  const [type, wrapped] = elements(bytes, contentInfo.start, contentInfo.end, 2);
  if (type?.tag !== OID || !bytes.subarray(type.start, type.end).equals(SIGNED_DATA) || !wrapped) return undefined;
  const [signedData] = elements(bytes, wrapped.start, wrapped.end, 1);
  if (signedData?.tag !== SEQUENCE) return undefined;
  const fields = elements(bytes, signedData.start, signedData.end, 6);
  const encapsulated = fields[2];
  if (!encapsulated) return { names: [] };
  const [, explicit] = elements(bytes, encapsulated.start, encapsulated.end, 2);
  const content = explicit?.tag === EXPLICIT_0 ? octets(bytes, explicit, 0) : undefined;
  const certificates = fields.slice(3).find((field) => field.tag === EXPLICIT_0);
  return {
    ...(content && { content }),
    names: certificates ? commonNames(bytes.subarray(certificates.start, certificates.end)) : [],
  };
}

/** The octets inside an element: of one string, or of the pieces streaming signers write. */
function octets(bytes: Buffer, element: Element, level: number): Buffer | undefined {
  if (element.tag === OCTETS) return bytes.subarray(element.start, element.end);
  if (level > MOST_LEVELS || (element.tag !== EXPLICIT_0 && element.tag !== OCTETS_IN_PIECES)) return undefined;
  const pieces = elements(bytes, element.start, element.end, Number.POSITIVE_INFINITY).flatMap(
    (piece) => octets(bytes, piece, level + 1) ?? [],
  );
  return pieces.length > 0 ? Buffer.concat(pieces) : undefined;
}

/** The elements in a range, at most so many; stops where the bytes make no sense. */
function elements(bytes: Buffer, start: number, end: number, most: number, level = 0): Element[] {
  const found: Element[] = [];
  let at = start;
  while (at < end && found.length < most) {
    const element = elementAt(bytes, at, end, level);
    if (!element || (element.tag === 0 && element.start === element.end)) break;
    found.push(element);
    at = element.next;
  }
  return found;
}

function elementAt(bytes: Buffer, at: number, end: number, level: number): (Element & { next: number }) | undefined {
  const tag = bytes[at] ?? 0;
  const first = bytes[at + 1];
  // Tags of more than one byte do not occur on the way.
  if (first === undefined || (tag & 0x1f) === 0x1f || level > MOST_LEVELS) return undefined;
  if (first === 0x80) return indefinite(bytes, tag, at + 2, end, level);
  const lengthBytes = first & 0x80 ? first & 0x7f : 0;
  if (lengthBytes > 4 || at + 2 + lengthBytes > end) return undefined;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  // A cut message still shows what is there.
  const stop = Math.min(end, start + length);
  return { tag, start, end: stop, next: stop };
}

/** An element without a stated length ends at two zero bytes after its last child (X.690 §8.1.3.6). */
function indefinite(bytes: Buffer, tag: number, start: number, end: number, level: number) {
  let at = start;
  while (at < end) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return { tag, start, end: at, next: at + 2 };
    const child = elementAt(bytes, at, end, level + 1);
    if (!child) break;
    at = child.next;
  }
  return { tag, start, end: at, next: end };
}

function commonNames(certificates: Buffer): string[] {
  const names = new Set<string>();
  for (let at = certificates.indexOf(COMMON_NAME); at >= 0 && names.size < 10; ) {
    const value = elementAt(certificates, at + COMMON_NAME.length, certificates.length, 0);
    // 1E is a BMPString (UTF-16), everything else used for names reads as UTF-8.
    if (value?.tag === 0x1e) {
      names.add(Buffer.from(certificates.subarray(value.start, value.end)).swap16().toString("utf16le"));
    } else if (value) names.add(certificates.toString("utf8", value.start, value.end));
    at = certificates.indexOf(COMMON_NAME, at + COMMON_NAME.length);
  }
  return [...names].filter((name) => name.length <= 200);
}
