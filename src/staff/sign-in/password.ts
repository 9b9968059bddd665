import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "../../core/errors.ts";

/** argon2id with the costs of the OWASP password storage cheat sheet: 19 MiB, two passes, one lane. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Length rather than rules about digits and signs (NIST SP 800-63B §3.1.1.2). */
export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 256;

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COSTS);
}

/**
 * Whether the password is the account's. Without a hash (unknown account) the same work is done on a hash of nothing,
 * so that the time of the answer does not tell who has an account.
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  if (password.length > LONGEST_PASSWORD) return false;
  const right = await verify(passwordHash ?? (await hashOfNobody()), password.normalize("NFKC"));
  return right && passwordHash !== undefined;
}

let nobody: Promise<string> | undefined;
function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword(randomBytes(32).toString("base64url"));
  return nobody;
}

/** Throws `badRequest` for a password too short or too long to be taken. */
export function assertPassword(password: string): void {
  if (password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD) return;
  throw new AppError("badRequest", `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`, {
    field: "password",
    shortest: SHORTEST_PASSWORD,
  });
}

/** Characters that nobody mistakes for one another. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password to show once, about 98 bits. */
export function newPassword(): string {
  return readableSecret(20).replace(/(.{5})(?=.)/g, "$1-");
}

/** Random characters to be typed by hand, about five bits each. */
export function readableSecret(length: number): string {
  return Array.from({ length }, () => LETTERS[pick(LETTERS.length)]).join("");
}

/** A number below `limit`, each equally likely. */
function pick(limit: number): number {
  const most = 256 - (256 % limit);
  for (;;) {
    const byte = randomBytes(1)[0] ?? 255;
    if (byte < most) return byte % limit;
  }
}
