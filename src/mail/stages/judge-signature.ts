import type { MailSignature, MailSigner } from "../../core/mail-signature.ts";
import { maskPersonalData } from "../../core/personal-data.ts";
import type { SignatureNote, SignerFacts } from "../reading/signature/check-signature.ts";

const DAY_MS = 24 * 60 * 60_000;
/** Clocks go wrong by hours, seldom by a day. */
const MOST_AHEAD_DAYS = 1;
/** Mail servers try for five days, as a rule, and then give up. */
const MOST_DAYS_BEFORE = 7;

/** What a signature is held against. */
export interface Circumstances {
  /** Address the mail is from, lower case; "" when it names none. */
  readonly from: string;
  /** When the mailbox took it in. */
  readonly receivedAt: Date;
}

/** A checked signature against the mail it came with: its dates, its address. Numbers of people in names are masked. */
export function judgeSignature({ form, why, signers }: SignatureNote, mail: Circumstances): MailSignature {
  return { form, ...(why && { why }), signers: signers.map((signer) => judgeSigner(signer, mail)) };
}

function judgeSigner({ chain, name, issuer, ...facts }: SignerFacts, { from, receivedAt }: Circumstances): MailSigner {
  const { emails, validFrom, validTo, signedAt } = facts;
  // The time of signing is what the signer claims. The mail's own time is ours.
  const times = [receivedAt, signedAt ?? receivedAt];
  const isWithin = (span: { readonly validFrom: Date; readonly validTo: Date }): boolean =>
    times.every((time) => span.validFrom <= time && time <= span.validTo);
  const hasChain = typeof chain === "object";
  return {
    ...facts,
    emails: emails.map(maskPersonalData),
    ...(name && { name: maskPersonalData(name) }),
    ...(issuer && { issuer: maskPersonalData(issuer) }),
    ...(signedAt && timingOf(signedAt, receivedAt)),
    ...(validFrom && validTo && { isInForce: isWithin({ validFrom, validTo }), address: addressOf(emails, from) }),
    ...(chain && { chain: hasChain ? (isWithin(chain) ? "trusted" : "untrusted") : chain }),
  };
}

function timingOf(signedAt: Date, receivedAt: Date): Pick<MailSigner, "timing"> {
  const days = (receivedAt.getTime() - signedAt.getTime()) / DAY_MS;
  if (days < -MOST_AHEAD_DAYS) return { timing: "ahead" };
  return days > MOST_DAYS_BEFORE ? { timing: "old" } : {};
}

function addressOf(emails: readonly string[], from: string): NonNullable<MailSigner["address"]> {
  if (emails.length === 0) return "none";
  return from !== "" && emails.includes(from) ? "sender" : "other";
}
