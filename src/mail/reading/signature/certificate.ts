import { X509Certificate } from "node:crypto";
import { nameParts } from "../../../core/name-parts.ts";
import { asciiLower } from "../../../language/turkish-case.ts";
import { oneLine } from "../tame.ts";
import { contentOf, type Element, firstOf, inside, numberOf, oidOf, TAG, wholeOf } from "./ber.ts";
import { algorithmOf, type Scheme, schemeOf } from "./signature-scheme.ts";

/** A certificate (RFC 5280): what Node reads of it, and what Node does not. */
export interface Certificate {
  readonly x509: X509Certificate;
  /** DER of the issuer's name. */
  readonly issuer: Buffer;
  readonly serial: Buffer;
  readonly keyId?: Buffer;
  /** How its issuer signed it; absent when that is unknown here. */
  readonly scheme?: Scheme;
  /** Addresses in it, lower case. */
  readonly emails: readonly string[];
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Whether its key may sign mails. */
  readonly maySign: boolean;
  /** Intermediate certificates that may stand below it; absent when no number is set. */
  readonly pathLength?: number;
  /** It carries a critical extension that is not looked at here, so that it vouches for nothing. */
  readonly isConstrained: boolean;
}

interface Extension {
  readonly isCritical: boolean;
  readonly value: Buffer;
}

const EXTENSION = {
  keyId: "2.5.29.14",
  keyUsage: "2.5.29.15",
  alternativeName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  policies: "2.5.29.32",
  extendedKeyUsage: "2.5.29.37",
  /** Statements of qualified certificates (RFC 3739). */
  qualified: "1.3.6.1.5.5.7.1.3",
} as const;
const KNOWN: ReadonlySet<string> = new Set(Object.values(EXTENSION));
/** id-kp-emailProtection, anyExtendedKeyUsage. */
const MAIL_USES = ["1.3.6.1.5.5.7.3.4", "2.5.29.37.0"];
const LARGEST = 64 * 1024;
const MOST_EXTENSIONS = 50;
const MOST_EMAILS = 10;
const LONGEST_NAME = 200;

/** Reads a certificate; undefined when the bytes are none. */
export function readCertificate(der: Buffer): Certificate | undefined {
  if (der.length > LARGEST) return undefined;
  try {
    return read(der);
  } catch {
    // Node throws on what OpenSSL does not take for a certificate.
    return undefined;
  }
}

function read(der: Buffer): Certificate | undefined {
  const x509 = new X509Certificate(der);
  const outer = firstOf(der);
  const [body, signedWith] = inside(der, outer, 2);
  const fields = inside(der, body, 12);
  // [0] version is left out of the oldest ones.
  const [serial, , issuer] = fields[0]?.tag === TAG.context ? fields.slice(1) : fields;
  const [validFrom, validTo] = [new Date(x509.validFrom), new Date(x509.validTo)];
  if (!serial || !issuer || !signedWith || !(validFrom <= validTo)) return undefined;
  const extensions = readExtensions(der, fields);
  const keyId = extensions.get(EXTENSION.keyId);
  const scheme = schemeOf(algorithmOf(der, signedWith));
  const pathLength = pathLengthIn(extensions.get(EXTENSION.basicConstraints));
  return {
    x509,
    issuer: wholeOf(der, issuer),
    serial: contentOf(der, serial),
    ...(keyId && { keyId: keyId.value.subarray(2) }),
    ...(scheme && { scheme }),
    emails: emailsOf(x509, extensions.get(EXTENSION.alternativeName)),
    validFrom,
    validTo,
    maySign: maySign(extensions.get(EXTENSION.keyUsage)) && isForMail(x509),
    ...(pathLength !== undefined && { pathLength }),
    isConstrained: [...extensions].some(([oid, { isCritical }]) => isCritical && !KNOWN.has(oid)),
  };
}

function readExtensions(der: Buffer, fields: readonly Element[]): Map<string, Extension> {
  const explicit = fields.find(({ tag }) => tag === TAG.context + 3);
  const [list] = inside(der, explicit, 1);
  const found = inside(der, list, MOST_EXTENSIONS).map((extension) => {
    const [oid, ...rest] = inside(der, extension, 3);
    const isCritical = rest[0]?.tag === TAG.boolean && der[rest[0].start] !== 0;
    const value = rest.at(-1);
    return [oidOf(der, oid), { isCritical, value: value ? contentOf(der, value) : Buffer.alloc(0) }] as const;
  });
  return new Map(found);
}

/** Absent, or it names digitalSignature or nonRepudiation: the first two bits. */
function maySign(usage: Extension | undefined): boolean {
  if (!usage) return true;
  const bits = firstOf(usage.value);
  return bits?.tag === TAG.bits && ((usage.value[bits.start + 1] ?? 0) & 0xc0) !== 0;
}

/** What a certificate is made for is not said, or mail is among it. */
export function isForMail({ keyUsage }: X509Certificate): boolean {
  // Node's name for the extended key usage.
  const uses = keyUsage as readonly string[] | undefined;
  return !uses || uses.some((use) => MAIL_USES.includes(use));
}

function pathLengthIn(constraints: Extension | undefined): number | undefined {
  if (!constraints) return undefined;
  const sequence = firstOf(constraints.value);
  return numberOf(constraints.value, inside(constraints.value, sequence, 2)[1]);
}

/** Addresses of the alternative name ([1] rfc822Name), and of the subject, where older certificates have them. */
function emailsOf(x509: X509Certificate, alternative: Extension | undefined): string[] {
  const value = alternative?.value ?? Buffer.alloc(0);
  const names = firstOf(value);
  const said = inside(value, names, 100)
    .filter(({ tag }) => tag === 0x81)
    .map((name) => contentOf(value, name).toString("latin1"));
  const addresses = [...said, ...nameParts(x509.subject, "emailAddress")].map((address) => asciiLower(address.trim()));
  return [...new Set(addresses.filter((address) => /^[^\s<>@]{1,64}@[^\s<>@]{1,190}$/.test(address)))].slice(
    0,
    MOST_EMAILS,
  );
}

/** Whose it is, as it says: the common name, or the organisation where there is none. */
export function subjectName({ x509 }: Certificate): string | undefined {
  return named([...nameParts(x509.subject, "CN"), ...nameParts(x509.subject, "O")].slice(0, 1));
}

/** Who issued it: common name and organisation. */
export function issuerName({ x509 }: Certificate): string | undefined {
  return named([...new Set([...nameParts(x509.issuer, "CN"), ...nameParts(x509.issuer, "O")])]);
}

function named(parts: readonly string[]): string | undefined {
  return oneLine(parts.join(", ")).slice(0, LONGEST_NAME) || undefined;
}
