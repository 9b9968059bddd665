import { type Certificate, isForMail } from "./certificate.ts";
import { fits, isWeak } from "./signature-scheme.ts";

/** A chain from a signer to a certificate the office trusts. */
export interface Chain {
  /** When every link of it is valid. */
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** Certificates between signer and anchor, at most. */
const LONGEST = 6;
/** Signatures calculated for one signer, at most: certificates of one name can be made to fan out. */
const MOST_CHECKS = 20;

/**
 * Looks for a chain from the signer's certificate over those that came with the mail to one of the anchors (RFC 5280 §6, as far
 * as mail needs it). Whether a certificate was revoked is not asked. Out: the chain, or undefined when there is none.
 */
export function findChain(
  signer: Certificate,
  others: readonly Certificate[],
  anchors: readonly Certificate[],
): Chain | undefined {
  let checks = 0;

  function isIssuedBy(child: Certificate, issuer: Certificate): boolean {
    const { scheme } = child;
    if (!issuer.x509.ca || !scheme || issuer.isConstrained || !child.x509.checkIssued(issuer.x509)) return false;
    const key = issuer.x509.publicKey;
    if (!fits(key, scheme) || isWeak(key, scheme)) return false;
    checks += 1;
    return checks <= MOST_CHECKS && child.x509.verify(key);
  }

  /** Certificates that issued the last one of a path and may have as many below them. */
  function issuersOf(path: readonly Certificate[], last: Certificate, candidates: readonly Certificate[]) {
    const below = path.length - 1;
    return candidates.filter((issuer) => (issuer.pathLength ?? LONGEST) >= below && isIssuedBy(last, issuer));
  }

  /** `path` ends with the certificate whose issuer is looked for. */
  function follow(path: readonly Certificate[]): readonly Certificate[] | undefined {
    const last = path.at(-1);
    if (!last || path.length - 1 > LONGEST) return undefined;
    if (anchors.some((anchor) => isSame(anchor, last))) return path;
    const [anchor] = issuersOf(path, last, anchors);
    if (anchor) return [...path, anchor];
    const fresh = others.filter((other) => isForMail(other.x509) && !path.some((link) => isSame(link, other)));
    for (const issuer of issuersOf(path, last, fresh)) {
      const found = follow([...path, issuer]);
      if (found) return found;
    }
    return undefined;
  }

  if (signer.isConstrained || !signer.maySign) return undefined;
  const chain = follow([signer]);
  return (
    chain && {
      validFrom: new Date(Math.max(...chain.map(({ validFrom }) => validFrom.getTime()))),
      validTo: new Date(Math.min(...chain.map(({ validTo }) => validTo.getTime()))),
    }
  );
}

function isSame(one: Certificate, other: Certificate): boolean {
  return one.x509.raw.equals(other.x509.raw);
}
