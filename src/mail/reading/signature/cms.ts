import { contentOf, derOf, type Element, firstOf, inside, oidOf, TAG, timeOf, wholeOf } from "./ber.ts";
import { type Algorithm, algorithmOf } from "./signature-scheme.ts";

/** What a CMS SignedData (RFC 5652 §5) carries, read without checking it. */
export interface SignedData {
  /** The signed bytes; absent when the signature is detached. */
  readonly content?: Buffer;
  readonly contentType: string;
  /** Certificates in it, DER, the signers' among them. */
  readonly certificates: readonly Buffer[];
  readonly signers: readonly SignerInfo[];
  /** Its bytes end before it does. */
  readonly isCut: boolean;
}

/** One signer (RFC 5652 §5.3). */
export interface SignerInfo {
  /** Which certificate is the signer's: by issuer (DER) and serial number, or by key identifier. */
  readonly certificate: { readonly issuer: Buffer; readonly serial: Buffer } | { readonly keyId: Buffer };
  readonly digest: Algorithm;
  readonly scheme: Algorithm;
  readonly signature: Buffer;
  readonly attributes?: SignedAttributes;
}

/** What the signer signed in place of the content, the content's digest among it. */
export interface SignedAttributes {
  /** As they were signed: as a SET OF. */
  readonly bytes: Buffer;
  readonly contentType?: string;
  readonly digest?: Buffer;
  readonly signedAt?: Date;
}

const SIGNED_DATA = "1.2.840.113549.1.7.2";
const ATTRIBUTE = {
  contentType: "1.2.840.113549.1.9.3",
  digest: "1.2.840.113549.1.9.4",
  signedAt: "1.2.840.113549.1.9.5",
} as const;
const MOST_CERTIFICATES = 20;
const MOST_SIGNERS = 5;
const MOST_ATTRIBUTES = 50;
/** Streaming signers write pieces of kilobytes; more pieces than this are no honest mail's. */
const MOST_PIECES = 200_000;
const MOST_LEVELS = 4;

/** Reads a SignedData; undefined when the bytes are none. A walk over BER: no ASN.1 library and no key is needed. */
export function readSignedData(bytes: Buffer): SignedData | undefined {
  const contentInfo = firstOf(bytes);
  if (contentInfo?.tag !== TAG.sequence) return undefined;
  const [type, wrapped] = inside(bytes, contentInfo, 2);
  if (oidOf(bytes, type) !== SIGNED_DATA) return undefined;
  const [signedData] = inside(bytes, wrapped, 1);
  if (signedData?.tag !== TAG.sequence) return undefined;
  const [, , encapsulated, ...rest] = inside(bytes, signedData, 6);
  const [contentType, explicit] = inside(bytes, encapsulated, 2);
  const content = explicit?.tag === TAG.context ? octets(bytes, explicit) : undefined;
  const certificates = rest.find(({ tag }) => tag === TAG.context);
  const signers = rest.find(({ tag }) => tag === TAG.set);
  return {
    ...(content && { content }),
    contentType: oidOf(bytes, contentType),
    certificates: inside(bytes, certificates, MOST_CERTIFICATES)
      .filter(({ tag }) => tag === TAG.sequence)
      .map((one) => wholeOf(bytes, one)),
    signers: inside(bytes, signers, MOST_SIGNERS).flatMap((one) => readSigner(bytes, one) ?? []),
    isCut: contentInfo.isCut || signedData.isCut,
  };
}

/** The octets inside an element: of one string, or of the pieces streaming signers write. */
function octets(bytes: Buffer, element: Element): Buffer | undefined {
  const pieces: Buffer[] = [];
  const isWhole = collect(bytes, element, pieces, 0);
  return isWhole && pieces.length > 0 ? (pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)) : undefined;
}

/** Out: false when there is something else among the pieces, or too many of them. */
function collect(bytes: Buffer, element: Element, pieces: Buffer[], level: number): boolean {
  if (element.tag === TAG.octets) return pieces.push(contentOf(bytes, element)) <= MOST_PIECES;
  if (level > MOST_LEVELS || (element.tag !== TAG.context && element.tag !== TAG.octetsInPieces)) return false;
  return inside(bytes, element, MOST_PIECES).every((piece) => collect(bytes, piece, pieces, level + 1));
}

function readSigner(bytes: Buffer, signer: Element): SignerInfo | undefined {
  const [, id, digest, ...rest] = inside(bytes, signer, 7);
  const certificate = id && readIdentifier(bytes, id);
  const attributes = rest[0]?.tag === TAG.context ? rest.shift() : undefined;
  const [scheme, signature] = rest;
  if (!certificate || !digest || !scheme || signature?.tag !== TAG.octets || signature.isCut) return undefined;
  return {
    certificate,
    digest: algorithmOf(bytes, digest),
    scheme: algorithmOf(bytes, scheme),
    signature: contentOf(bytes, signature),
    ...(attributes && { attributes: readAttributes(bytes, attributes) }),
  };
}

function readIdentifier(bytes: Buffer, id: Element): SignerInfo["certificate"] | undefined {
  // [0] IMPLICIT SubjectKeyIdentifier
  if (id.tag === 0x80) return { keyId: contentOf(bytes, id) };
  const [issuer, serial] = inside(bytes, id, 2);
  if (issuer?.tag !== TAG.sequence || serial?.tag !== TAG.integer) return undefined;
  return { issuer: wholeOf(bytes, issuer), serial: contentOf(bytes, serial) };
}

/** Signed is their DER with the tag of a SET and a definite length, however they are written here (RFC 5652 §5.4). */
function readAttributes(bytes: Buffer, attributes: Element): SignedAttributes {
  const values = new Map(
    inside(bytes, attributes, MOST_ATTRIBUTES).map((attribute) => {
      const [type, set] = inside(bytes, attribute, 2);
      return [oidOf(bytes, type), inside(bytes, set, 1)[0]] as const;
    }),
  );
  const digest = values.get(ATTRIBUTE.digest);
  const contentType = oidOf(bytes, values.get(ATTRIBUTE.contentType));
  const signedAt = timeOf(bytes, values.get(ATTRIBUTE.signedAt));
  return {
    bytes: derOf(TAG.set, contentOf(bytes, attributes)),
    ...(contentType && { contentType }),
    ...(digest?.tag === TAG.octets && { digest: contentOf(bytes, digest) }),
    ...(signedAt && { signedAt }),
  };
}

const ENVELOPED_DATA = ["1.2.840.113549.1.7.3", "1.2.840.113549.1.9.16.1.23"];

/** Whether the bytes are an encrypted message (EnvelopedData, AuthEnvelopedData). */
export function isEnveloped(bytes: Buffer): boolean {
  const contentInfo = firstOf(bytes);
  return ENVELOPED_DATA.includes(oidOf(bytes, inside(bytes, contentInfo, 1)[0]));
}
