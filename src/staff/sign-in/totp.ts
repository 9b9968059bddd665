import { createHmac, randomBytes } from "node:crypto";

/** Time-based one-time passwords (RFC 6238): SHA-1, six digits, 30 seconds, as every authenticator app has them. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** A clock may be one step off, either way. */
const DRIFT = [0, -1, 1] as const;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A new secret of 160 bits (RFC 4226 §4), base32. */
export function newTotpSecret(): string {
  const bits = [...randomBytes(20)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join("");
}

/** The step (30-second count) a code belongs to when it is right now, else undefined. A step must be taken once only. */
export function totpStep(secret: string, code: string, now: Date): number | undefined {
  const given = code.replace(/\s+/g, "");
  if (!/^\d{6}$/.test(given)) return undefined;
  const current = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  const drift = DRIFT.find((steps) => totpCode(secret, current + steps) === given);
  return drift === undefined ? undefined : current + drift;
}

/** The code of a step (RFC 4226 §5.3, dynamic truncation). */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** What an authenticator app reads from the QR code. */
export function totpUri(secret: string, email: string, issuer: string): string {
  const label = encodeURIComponent(`${issuer}:${email}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
