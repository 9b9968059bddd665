import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text for a cookie, a form or a header. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret: who reads the database cannot sign in with it. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
