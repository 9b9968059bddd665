/** Why a signature could not be checked. */
export const UNCHECKED_REASONS = [
  /** The mail is encrypted: what was signed lies inside. */
  "encrypted",
  /** It covers a part of the mail only; the rest may be anybody's. */
  "partial",
  /** Its bytes are cut short or are no signature. */
  "damaged",
  /** It is larger than what is looked at. */
  "tooBig",
  /** The signer's certificate did not come with it. */
  "noCertificate",
  /** It was made in a way not known here, or no longer safe. */
  "algorithm",
] as const;
export type UncheckedReason = (typeof UNCHECKED_REASONS)[number];

/** One signer of a mail, and what came of checking. Nothing in it is proven but what the verdict says. */
export interface MailSigner {
  /** Whether what is shown is what was signed. */
  readonly state: "intact" | "changed" | "unchecked";
  /** Why it is unchecked. */
  readonly why?: UncheckedReason;
  /** Made with SHA-1 or a short key, which can be forged with much effort. */
  readonly isWeak?: boolean;
  /** As the certificate says them; absent when there is no certificate. */
  readonly name?: string;
  readonly emails: readonly string[];
  readonly issuer?: string;
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** When the signer claims to have signed. */
  readonly signedAt?: Date;
  /** That time does not fit the mail's: later than it came, or so long before that an old mail may have been sent again. */
  readonly timing?: "ahead" | "old";
  /** The certificate was valid both when it was said to be used and when the mail came. */
  readonly isInForce?: boolean;
  /** Whether the certificate names the address the mail is from. */
  readonly address?: "sender" | "other" | "none";
  /** Whether the certificate leads to one the office trusts. Never asked of whom: whether it was revoked. */
  readonly chain?: "trusted" | "untrusted" | "noAnchors";
}

/** The signature of a mail as it was when the mail came. */
export interface MailSignature {
  /** Opaque: the content lay inside the signature. Detached: beside it. Encrypted: it cannot be read here. */
  readonly form: "opaque" | "detached" | "encrypted";
  /** Why nothing of it was checked, when nothing was. */
  readonly why?: UncheckedReason;
  readonly signers: readonly MailSigner[];
}

/** What a signature is worth, from the best to the worst. */
export type SignatureVerdict =
  /** Unchanged, and a chain the office trusts says that it is the sender's. */
  | "confirmed"
  /** Unchanged; who signed is only what the certificate says of itself. */
  | "intact"
  /** Unchanged, but the certificate names no address. */
  | "noAddress"
  /** Unchanged, but signed by another address than the sender's. */
  | "otherAddress"
  /** Unchanged, but the certificate was not valid at the time. */
  | "expired"
  | "unchecked"
  | "changed";

/** What one signer's signature is worth. */
export function verdictOn(signer: MailSigner): SignatureVerdict {
  if (signer.state !== "intact") return signer.state;
  if (!signer.isInForce) return "expired";
  if (signer.address === "other") return "otherAddress";
  if (signer.address === "none") return "noAddress";
  return signer.chain === "trusted" && !signer.isWeak ? "confirmed" : "intact";
}
