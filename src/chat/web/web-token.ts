import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** A conversation in the browser is its owner's for thirty days. */
const LIFETIME_MS = 30 * 24 * 60 * 60_000;

export interface WebTokens {
  /** A new conversation and the token that opens it. */
  issue(now: Date): { readonly token: string; readonly conversation: string };
  /** The conversation a token opens; nothing for a forged or old one. */
  read(token: string, now: Date): string | undefined;
}

/** Tokens for the chat in the browser: each opens one conversation, signed by HMAC-SHA256 and kept nowhere. */
export function createWebTokens(secret: Buffer): WebTokens {
  const sign = (payload: string) => createHmac("sha256", secret).update(`web-chat:${payload}`).digest("base64url");
  return {
    issue(now) {
      const conversation = randomBytes(18).toString("base64url");
      const payload = `${conversation}.${now.getTime() + LIFETIME_MS}`;
      return { conversation, token: `${payload}.${sign(payload)}` };
    },
    read(token, now) {
      const [conversation, expires, signature] = token.split(".");
      if (!conversation || !expires || !signature) return undefined;
      const expected = Buffer.from(sign(`${conversation}.${expires}`));
      const given = Buffer.from(signature);
      const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
      return isOurs && Number(expires) > now.getTime() ? conversation : undefined;
    },
  };
}
