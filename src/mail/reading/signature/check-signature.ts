import { createHash } from "node:crypto";
import type { MailSignature, MailSigner, UncheckedReason } from "../../../core/mail-signature.ts";
import { firstOf, TAG } from "./ber.ts";
import { type Certificate, issuerName, readCertificate, subjectName } from "./certificate.ts";
import { type Chain, findChain } from "./certificate-chain.ts";
import type { SignedData, SignerInfo } from "./cms.ts";
import { fits, hashOf, isSignedBy, isWeak, schemeOf } from "./signature-scheme.ts";
import { withLineEnds } from "./signed-part.ts";

/** A signature met while a mail was taken apart. */
export interface FoundSignature {
  readonly form: MailSignature["form"];
  /** Why there is nothing to check. */
  readonly why?: UncheckedReason;
  readonly data?: SignedData;
  /** The signed bytes, when they stand beside the signature. */
  readonly beside?: Buffer;
}

/** What is known of a signer without a clock: whether dates and addresses fit is judged where the mail's are known. */
export type SignerFacts = Omit<MailSigner, "isInForce" | "address" | "chain"> & {
  readonly chain?: Chain | "untrusted" | "noAnchors";
};

/** A checked signature. The text is shown whatever its state. */
export interface SignatureNote extends Omit<MailSignature, "signers"> {
  readonly signers: readonly SignerFacts[];
}

/**
 * Checks a signature with nothing but what came with the mail (RFC 5652 §5.6), and looks for a chain to one of the anchors. In:
 * what was found, and the certificates the office trusts, as PEM. Its work is bounded: few signers, few certificates, no large
 * keys, the content read twice at most for each signer. Never throws on content.
 */
export function checkSignature(found: FoundSignature, anchorPems: readonly string[]): SignatureNote {
  const { form, why, data } = found;
  if (why || !data || data.signers.length === 0) return { form, why: why ?? "damaged", signers: [] };
  const certificates = data.certificates.flatMap((der) => readCertificate(der) ?? []);
  const anchors = anchorPems.flatMap((pem) => readCertificate(derOfPem(pem)) ?? []);
  const contents = found.beside ? readings(found.beside) : [data.content ?? Buffer.alloc(0)];
  return {
    form,
    signers: data.signers.map((signer) => {
      const certificate = certificates.find((candidate) => isOf(candidate, signer));
      if (!certificate) return { state: "unchecked", why: "noCertificate", emails: [], ...claimed(signer) };
      const checked = checkOne(signer, certificate, data, contents);
      const chain = checked.state === "intact" && chainOf(certificate, certificates, anchors);
      return { ...checked, ...identityOf(certificate), ...claimed(signer), ...(chain && { chain }) };
    }),
  };
}

type Checked = Pick<SignerFacts, "state" | "why" | "isWeak">;

function checkOne(signer: SignerInfo, { x509 }: Certificate, data: SignedData, contents: readonly Buffer[]): Checked {
  const hash = hashOf(signer.digest);
  const scheme = schemeOf(signer.scheme, signer.digest);
  try {
    const key = x509.publicKey;
    if (!hash || !scheme || !fits(key, scheme)) return { state: "unchecked", why: "algorithm" };
    const { attributes, signature } = signer;
    const weak = (isWeak(key, scheme) || hash === "sha1") && { isWeak: true };
    if (!attributes) {
      if (contents.some(looksLikeAttributes)) return { state: "unchecked", why: "damaged" };
      const isIntact = contents.some((content) => isSignedBy(key, scheme, content, signature));
      return { state: isIntact ? "intact" : "changed", ...weak };
    }
    const { digest, contentType, bytes } = attributes;
    if (!digest || contentType !== data.contentType) return { state: "unchecked", why: "damaged" };
    const isIntact =
      isSignedBy(key, scheme, bytes, signature) &&
      contents.some((content) => createHash(hash).update(content).digest().equals(digest));
    return { state: isIntact ? "intact" : "changed", ...weak };
  } catch {
    // OpenSSL refuses keys and signatures that make no sense.
    return { state: "unchecked", why: "damaged" };
  }
}

/** As it came; and with the line ends it was signed with, which a mailbox on a disk may have lost. */
function readings(content: Buffer): readonly Buffer[] {
  const whole = withLineEnds(content);
  return whole === content ? [content] : [whole, content];
}

/** A signature over attributes could be passed off as one over a content of the same bytes. No mail's text is a SET in DER. */
function looksLikeAttributes(content: Buffer): boolean {
  const set = firstOf(content);
  return set?.tag === TAG.set && set.next === content.length && !set.isCut;
}

function isOf({ issuer, serial, keyId }: Certificate, { certificate }: SignerInfo): boolean {
  if ("keyId" in certificate) return keyId?.equals(certificate.keyId) ?? false;
  return serial.equals(certificate.serial) && issuer.equals(certificate.issuer);
}

function chainOf(
  signer: Certificate,
  others: readonly Certificate[],
  anchors: readonly Certificate[],
): NonNullable<SignerFacts["chain"]> {
  if (anchors.length === 0) return "noAnchors";
  try {
    return findChain(signer, others, anchors) ?? "untrusted";
  } catch {
    // A key in the chain that OpenSSL does not take.
    return "untrusted";
  }
}

function claimed({ attributes }: SignerInfo): Pick<SignerFacts, "signedAt"> {
  return attributes?.signedAt ? { signedAt: attributes.signedAt } : {};
}

function identityOf(
  certificate: Certificate,
): Pick<SignerFacts, "name" | "emails" | "issuer" | "validFrom" | "validTo"> {
  const { emails, validFrom, validTo } = certificate;
  const [name, issuer] = [subjectName(certificate), issuerName(certificate)];
  return { ...(name && { name }), emails, ...(issuer && { issuer }), validFrom, validTo };
}

function derOfPem(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[^-]+-----/g, ""), "base64");
}
