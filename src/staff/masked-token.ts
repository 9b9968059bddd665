import { randomBytes } from "node:crypto";

/**
 * The same secret written differently each time, so that compressing a page tells nothing about it (BREACH, CVE-2013-3587):
 * random bytes, and the secret's bytes combined with them.
 */
export function maskToken(secret: string): string {
  const plain = Buffer.from(secret);
  const pad = randomBytes(plain.length);
  return Buffer.concat([pad, plain.map((byte, index) => byte ^ (pad[index] ?? 0))]).toString("base64url");
}

/** The secret behind a masked one; something else for anything that is none. */
export function unmaskToken(masked: string): string {
  const bytes = Buffer.from(masked, "base64url");
  const half = bytes.length >> 1;
  return Buffer.from(bytes.subarray(half).map((byte, index) => byte ^ (bytes[index] ?? 0))).toString();
}
