import { constants, type KeyObject, verify } from "node:crypto";
import { type Element, firstOf, inside, numberOf, oidOf, TAG, wholeOf } from "./ber.ts";

/** An AlgorithmIdentifier (RFC 5280 §4.1.1.2). */
export interface Algorithm {
  readonly oid: string;
  /** DER of its parameters; empty when there are none. */
  readonly parameters: Buffer;
}

/** How a signature is made, in the words of Node's crypto. */
export interface Scheme {
  readonly key: "rsa" | "ec";
  readonly hash: string;
  /** Bytes of salt, when it is RSASSA-PSS. */
  readonly salt?: number;
}

const HASHES: Readonly<Record<string, string>> = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.4": "sha224",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** Those that name their hash. */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  "1.2.840.113549.1.1.5": { key: "rsa", hash: "sha1" },
  "1.2.840.113549.1.1.14": { key: "rsa", hash: "sha224" },
  "1.2.840.113549.1.1.11": { key: "rsa", hash: "sha256" },
  "1.2.840.113549.1.1.12": { key: "rsa", hash: "sha384" },
  "1.2.840.113549.1.1.13": { key: "rsa", hash: "sha512" },
  "1.2.840.10045.4.1": { key: "ec", hash: "sha1" },
  "1.2.840.10045.4.3.1": { key: "ec", hash: "sha224" },
  "1.2.840.10045.4.3.2": { key: "ec", hash: "sha256" },
  "1.2.840.10045.4.3.3": { key: "ec", hash: "sha384" },
  "1.2.840.10045.4.3.4": { key: "ec", hash: "sha512" },
};

/** Those that sign with the hash of the digest beside them. */
const KEYS: Readonly<Record<string, "rsa" | "ec">> = {
  "1.2.840.113549.1.1.1": "rsa",
  "1.2.840.10045.2.1": "ec",
};
const PSS = "1.2.840.113549.1.1.10";
const MGF1 = "1.2.840.113549.1.1.8";
const CURVES = [
  "prime256v1",
  "secp384r1",
  "secp521r1",
  "brainpoolP256r1",
  "brainpoolP384r1",
  "brainpoolP512r1",
] as const;
/** Longer keys are nobody's, and cost much; shorter ones than the second are no secret. Bits. */
const MOST_RSA_BITS = 8192;
const LEAST_RSA_BITS = 1024;
const STRONG_RSA_BITS = 2048;
/** Honest keys have 65537; a large exponent only makes checking slow. */
const LARGEST_EXPONENT = 2n ** 33n;

export function algorithmOf(bytes: Buffer, element: Element): Algorithm {
  const [oid, parameters] = inside(bytes, element, 2);
  return {
    oid: oidOf(bytes, oid),
    parameters: parameters ? wholeOf(bytes, parameters) : Buffer.alloc(0),
  };
}

/** The hash an algorithm stands for; undefined when it is unknown or broken (MD5). */
export function hashOf({ oid }: Algorithm): string | undefined {
  return HASHES[oid];
}

/** How a signature with this algorithm is checked; undefined when it is not known here. */
export function schemeOf(algorithm: Algorithm, digest?: Algorithm): Scheme | undefined {
  const { oid } = algorithm;
  const key = KEYS[oid];
  const hash = digest && hashOf(digest);
  if (key) return hash === undefined ? undefined : { key, hash };
  return oid === PSS ? pssOf(algorithm) : SCHEMES[oid];
}

/** RSASSA-PSS (RFC 4055 §3.1); what is left out is SHA-1 and 20 bytes of salt. Both hashes must be the same one. */
function pssOf({ parameters }: Algorithm): Scheme | undefined {
  const sequence = firstOf(parameters);
  const fields = inside(parameters, sequence, 4);
  const field = (number: number): Element | undefined => {
    const explicit = fields.find(({ tag }) => tag === TAG.context + number);
    return inside(parameters, explicit, 1)[0];
  };
  const [hashField, maskField, saltField] = [field(0), field(1), field(2)];
  const hash = hashField ? hashOf(algorithmOf(parameters, hashField)) : "sha1";
  const mask = maskField && algorithmOf(parameters, maskField);
  const maskHash = mask ? maskHashOf(mask) : "sha1";
  const salt = saltField ? numberOf(parameters, saltField) : 20;
  if (hash === undefined || hash !== maskHash || salt === undefined || salt > 1024) return undefined;
  return { key: "rsa", hash, salt };
}

function maskHashOf({ oid, parameters }: Algorithm): string | undefined {
  const inner = firstOf(parameters);
  return oid === MGF1 && inner ? hashOf(algorithmOf(parameters, inner)) : undefined;
}

/** Whether a key is of the scheme's kind and of a size that is worth and bearable to calculate with. */
export function fits(key: KeyObject, scheme: Scheme): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (scheme.key === "ec") return type === "ec" && CURVES.some((curve) => curve === details?.namedCurve);
  const { modulusLength: bits = 0, publicExponent = 0n } = details ?? {};
  const isKind = type === "rsa" || (type === "rsa-pss" && scheme.salt !== undefined);
  return isKind && bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS && publicExponent <= LARGEST_EXPONENT;
}

/** Whether the signature over the data was made with the key. The key must fit the scheme. */
export function isSignedBy(key: KeyObject, scheme: Scheme, data: Buffer, signature: Buffer): boolean {
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.salt };
  return verify(scheme.hash, data, scheme.salt === undefined ? key : { key, ...padding }, signature);
}

/** A hash collisions were made for, or a key that is too short by now. */
export function isWeak(key: KeyObject, { hash }: Scheme): boolean {
  return hash === "sha1" || (key.asymmetricKeyDetails?.modulusLength ?? STRONG_RSA_BITS) < STRONG_RSA_BITS;
}
