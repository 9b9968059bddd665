/** Every way the product says no. Status codes and wording are looked up elsewhere (src/http, src/staff), by code. */
export type ErrorCode =
  | "badRequest"
  | "notSignedIn"
  | "wrongCredentials"
  | "notAllowed"
  | "notFound"
  | "stale"
  | "moveNotAllowed"
  | "tooLarge"
  | "tooManyRequests"
  | "conflict"
  | "fileUnreadable"
  | "busy"
  | "unavailable";

/** What the reader may be shown beside the code: field names, allowed values, the current version. Never personal data. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** An expected refusal. Anything else that is thrown is a bug and is answered with a plain 500. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, message: string, details?: ErrorDetails) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
