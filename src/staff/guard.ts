import { timingSafeEqual } from "node:crypto";
import { AppError } from "../core/errors.ts";
import { may } from "../core/person.ts";
import { unmaskToken } from "./masked-token.ts";
import type { Need, Visit } from "./route.ts";

/**
 * The one guard before every handler: who is it, may they, and did their own page send this?
 * Throws `notSignedIn`, `notAllowed`, or `badRequest` for a change without the session's CSRF token.
 */
export function guard(visit: Visit, needs: Need): void {
  if (needs === "nothing") return;
  const { visitor } = visit;
  if (!visitor) throw new AppError("notSignedIn", "Sign in first, or send a valid API token.");
  if (needs !== "signedIn" && !may(visitor.role, needs)) {
    throw new AppError("notAllowed", `The role ${visitor.role} has no permission ${needs}.`, { permission: needs });
  }
  if (visit.method !== "GET" && visitor.csrf !== undefined) assertOwnForm(visit, visitor.csrf);
}

/** A bearer token is no cookie and travels in no foreign form; only sessions need this. */
function assertOwnForm(visit: Visit, expected: string): void {
  const sent = visit.form.get("csrf") ?? visit.header("x-csrf-token") ?? "";
  if (isSameSecret(unmaskToken(sent), expected)) return;
  throw new AppError("badRequest", "The form is from another session. Load the page again and send it once more.", {
    field: "csrf",
  });
}

/** Compares two secrets in a time that tells nothing about where they differ. */
export function isSameSecret(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
