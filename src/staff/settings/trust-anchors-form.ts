import { X509Certificate } from "node:crypto";
import { nameParts } from "../../core/name-parts.ts";
import type { TrustAnchors } from "../../core/settings.ts";
import type { FormRead } from "./form-read.ts";

export type TrustAnchorsFault = "certificates" | "noAuthority" | "privateKey" | "manyCertificates";

const MOST_CERTIFICATES = 20;
const LONGEST_PEM = 10_000;
const BLOCK = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/** The fields of the form for this setting. */
export function trustAnchorsFields({ certificates }: TrustAnchors): URLSearchParams {
  return new URLSearchParams({ certificates: certificates.join("\n") });
}

/** The setting a form asks for, or what is wrong with it. Words between the certificates, as OpenSSL writes them, are left out. */
export function readTrustAnchors(form: URLSearchParams): FormRead<TrustAnchors, TrustAnchorsFault> {
  const typed = form.get("certificates") ?? "";
  const blocks = typed.match(BLOCK) ?? [];
  const begun = typed.split("-----BEGIN CERTIFICATE-----").length - 1;
  const isNone = blocks.length === 0 && typed.trim() !== "";
  const read = blocks.map(readPem);
  const faults = [
    typed.includes("PRIVATE KEY-----") && "privateKey",
    (isNone || begun !== blocks.length || read.includes(undefined)) && "certificates",
    read.some((certificate) => certificate && !certificate.ca) && "noAuthority",
    blocks.length > MOST_CERTIFICATES && "manyCertificates",
  ] as const;
  const fault = faults.find((one) => one !== false);
  if (fault) return { faults: { certificates: fault } };
  const certificates = new Set(read.flatMap((certificate) => certificate?.toString().trim() ?? []));
  return { value: { certificates: [...certificates] } };
}

/** What a certificate says of itself, for those who are to recognise it; undefined when it is none. */
export function describeAnchor(pem: string) {
  const certificate = readPem(pem);
  if (!certificate) return undefined;
  const { subject } = certificate;
  return {
    name: [...nameParts(subject, "CN"), ...nameParts(subject, "O")].join(", "),
    validTo: new Date(certificate.validTo),
    fingerprint: certificate.fingerprint256,
  };
}

function readPem(pem: string): X509Certificate | undefined {
  if (pem.length > LONGEST_PEM) return undefined;
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}
