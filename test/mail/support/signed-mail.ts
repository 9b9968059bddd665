import { constants, createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { derOf } from "../../../src/mail/reading/signature/ber.ts";

/** Makes keys, certificates and signed mails, so that tests need no program beside Node. */

type Der = Buffer;
const sequence = (...parts: Der[]): Der => derOf(0x30, Buffer.concat(parts));
const set = (...parts: Der[]): Der => derOf(0x31, Buffer.concat(parts));
const explicit = (number: number, ...parts: Der[]): Der => derOf(0xa0 + number, Buffer.concat(parts));
const integer = (value: number | Buffer): Der => derOf(0x02, typeof value === "number" ? Buffer.from([value]) : value);
const octets = (content: Buffer): Der => derOf(0x04, content);
const bits = (content: Buffer): Der => derOf(0x03, Buffer.concat([Buffer.from([0]), content]));
const utf8 = (text: string): Der => derOf(0x0c, Buffer.from(text));
const time = (date: Date): Der => derOf(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]|\.\d+/g, "")}`));
const NULL = derOf(0x05, Buffer.alloc(0));
const TRUE = derOf(0x01, Buffer.from([0xff]));

function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
    return digits;
  });
  return derOf(0x06, Buffer.from(bytes));
}

export type Hash = "sha1" | "sha256" | "sha384" | "sha512";
export type Kind = "rsa" | "pss" | "ec";

const HASH_OIDS: Record<Hash, string> = {
  sha1: "1.3.14.3.2.26",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
};
const RSA_OIDS: Record<Hash, string> = {
  sha1: "1.2.840.113549.1.1.5",
  sha256: "1.2.840.113549.1.1.11",
  sha384: "1.2.840.113549.1.1.12",
  sha512: "1.2.840.113549.1.1.13",
};
const EC_OIDS: Record<Hash, string> = {
  sha1: "1.2.840.10045.4.1",
  sha256: "1.2.840.10045.4.3.2",
  sha384: "1.2.840.10045.4.3.3",
  sha512: "1.2.840.10045.4.3.4",
};
const SALT = 32;

function algorithm(kind: Kind, hash: Hash): Der {
  if (kind === "ec") return sequence(oid(EC_OIDS[hash]));
  if (kind === "rsa") return sequence(oid(RSA_OIDS[hash]), NULL);
  const digest = sequence(oid(HASH_OIDS[hash]), NULL);
  const mask = sequence(oid("1.2.840.113549.1.1.8"), digest);
  const parameters = sequence(explicit(0, digest), explicit(1, mask), explicit(2, integer(SALT)));
  return sequence(oid("1.2.840.113549.1.1.10"), parameters);
}

function signWith(key: KeyObject, kind: Kind, hash: Hash, data: Buffer): Buffer {
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT };
  return sign(hash, data, kind === "pss" ? { key, ...pss } : key);
}

/** Somebody with a key and a certificate. */
export interface Identity {
  readonly kind: Kind;
  readonly key: KeyObject;
  readonly certificate: Buffer;
  readonly name: Der;
  readonly issuerName: Der;
  readonly serial: Der;
  readonly pem: string;
}

export interface IdentityWish {
  readonly name: string;
  readonly email?: string;
  /** Who signs the certificate; absent: it signs itself. */
  readonly issuer?: Identity;
  readonly kind?: Kind;
  readonly hash?: Hash;
  readonly isAuthority?: boolean;
  readonly pathLength?: number;
  readonly from?: string;
  readonly to?: string;
  readonly use?: string;
  /** A critical extension nobody knows. */
  readonly isStrange?: boolean;
}

const keys = new Map<string, { publicKey: KeyObject; privateKey: KeyObject }>();

/** Keys are dear to make: one pair a kind and name. */
function keyPair(kind: Kind, name: string) {
  const known = keys.get(`${kind} ${name}`);
  const made =
    known ??
    (kind === "ec"
      ? generateKeyPairSync("ec", { namedCurve: "P-256" })
      : generateKeyPairSync("rsa", { modulusLength: 2048 }));
  keys.set(`${kind} ${name}`, made);
  return made;
}

const extension = (id: string, isCritical: boolean, value: Der): Der =>
  sequence(oid(id), ...(isCritical ? [TRUE] : []), octets(value));

export function makeIdentity(wish: IdentityWish): Identity {
  const { kind = "ec", hash = "sha256", isAuthority = false, from = "2026-01-01", to = "2029-01-01" } = wish;
  const { publicKey, privateKey } = keyPair(kind, wish.name);
  const name = sequence(
    set(sequence(oid("2.5.4.10"), utf8("Deneme Kurumu"))),
    set(sequence(oid("2.5.4.3"), utf8(wish.name))),
  );
  const serial = integer(Buffer.concat([Buffer.from([0x01]), randomBytes(7)]));
  const constraints = [
    ...(isAuthority ? [TRUE] : []),
    ...(wish.pathLength === undefined ? [] : [integer(wish.pathLength)]),
  ];
  const extensions = [
    extension("2.5.29.19", true, sequence(...constraints)),
    ...(wish.email ? [extension("2.5.29.17", false, sequence(derOf(0x81, Buffer.from(wish.email))))] : []),
    ...(wish.use ? [extension("2.5.29.37", false, sequence(oid(wish.use)))] : []),
    ...(wish.isStrange ? [extension("2.5.29.30", true, sequence())] : []),
  ];
  const signer = wish.issuer ?? { kind, key: privateKey, name };
  const body = sequence(
    explicit(0, integer(2)),
    serial,
    algorithm(signer.kind, hash),
    signer.name,
    sequence(time(new Date(from)), time(new Date(to))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    explicit(3, sequence(...extensions)),
  );
  const certificate = sequence(body, algorithm(signer.kind, hash), bits(signWith(signer.key, signer.kind, hash, body)));
  const pem = `-----BEGIN CERTIFICATE-----\n${lines(certificate)}\n-----END CERTIFICATE-----`;
  return { kind, key: privateKey, certificate, name, issuerName: signer.name, serial, pem };
}

export interface SignatureWish {
  readonly by: readonly Identity[];
  readonly hash?: Hash;
  readonly form?: "detached" | "opaque";
  readonly signedAt?: string;
  readonly hasAttributes?: boolean;
  /** Certificates sent along, beside the signers'. */
  readonly along?: readonly Identity[];
  readonly hasCertificates?: boolean;
  readonly from?: string;
}

const DATA = "1.2.840.113549.1.7.1";
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const attribute = (type: string, value: Der): Der => sequence(oid(type), set(value));

/** The SignedData over a content. */
export function signatureOver(content: Buffer, wish: SignatureWish): Buffer {
  const { by, hash = "sha256", along = [], hasAttributes = true, hasCertificates = true } = wish;
  const digest = sequence(oid(HASH_OIDS[hash]));
  const infos = by.map(({ kind, key, issuerName, serial }) => {
    const attributes = Buffer.concat(
      [
        attribute("1.2.840.113549.1.9.3", oid(DATA)),
        attribute("1.2.840.113549.1.9.5", time(new Date(wish.signedAt ?? "2026-11-23T06:00:00Z"))),
        attribute("1.2.840.113549.1.9.4", octets(createHash(hash).update(content).digest())),
      ].sort(Buffer.compare),
    );
    const signed = hasAttributes ? derOf(0x31, attributes) : content;
    return sequence(
      integer(1),
      sequence(issuerName, serial),
      digest,
      ...(hasAttributes ? [derOf(0xa0, attributes)] : []),
      algorithm(kind, hash),
      octets(signWith(key, kind, hash, signed)),
    );
  });
  const certificates = [...by, ...along].map(({ certificate }) => certificate);
  const wrapped = wish.form === "opaque" ? [explicit(0, octets(content))] : [];
  return sequence(
    oid(SIGNED_DATA),
    explicit(
      0,
      sequence(
        integer(1),
        set(digest),
        sequence(oid(DATA), ...wrapped),
        ...(hasCertificates ? [explicit(0, ...certificates)] : []),
        set(...infos),
      ),
    ),
  );
}

export const TEXT = "İmzalı talep: hattım değişti, ödeme 4 TL.";
export const CONTENT = Buffer.from(`Content-Type: text/plain; charset=utf-8\r\n\r\n${TEXT}\r\n`);
export const SENDER = "elif.kara@valilik.example";

/** A signed mail. */
export function signedMail(wish: SignatureWish, content = CONTENT): Buffer {
  const signature = lines(signatureOver(content, wish));
  const type =
    wish.form === "opaque"
      ? "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64"
      : 'multipart/signed; protocol="application/pkcs7-signature"; boundary=imza';
  const head = `From: Elif Kara <${wish.from ?? SENDER}>\r\nTo: e-imza@kurum.example\r\nSubject: =?utf-8?Q?=C4=B0mzal=C4=B1?=\r\nMessage-ID: <${randomBytes(8).toString("hex")}@valilik.example>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`;
  if (wish.form === "opaque") return Buffer.from(`${head}${signature}\r\n`);
  const part =
    "Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=smime.p7s";
  return Buffer.concat([
    Buffer.from(`${head}--imza\r\n`),
    content,
    Buffer.from(`\r\n--imza\r\n${part}\r\n\r\n${signature}\r\n--imza--\r\n`),
  ]);
}

function lines(bytes: Buffer): string {
  return bytes.toString("base64").replace(/.{64}/g, "$&\r\n").trim();
}
