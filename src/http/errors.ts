import { AppError, type ErrorCode } from "../core/errors.ts";

const STATUS: Readonly<Record<ErrorCode, number>> = {
  badRequest: 400,
  notSignedIn: 401,
  wrongCredentials: 401,
  notAllowed: 403,
  notFound: 404,
  stale: 409,
  moveNotAllowed: 409,
  conflict: 409,
  tooLarge: 413,
  fileUnreadable: 422,
  tooManyRequests: 429,
  busy: 503,
  unavailable: 503,
};

/** What a caller of the API is told. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: { readonly code: string; readonly message: string; readonly details?: unknown };
}

/** restify's own refusals (unknown route, body too large, bad JSON) carry a status and a code in `body`. */
interface RestifyRefusal {
  readonly statusCode?: number;
  readonly body?: { readonly code?: string };
}

const REFUSALS: Readonly<Record<number, { code: string; message: string }>> = {
  400: { code: "badRequest", message: "The request could not be read." },
  404: { code: "notFound", message: "There is nothing at this address." },
  405: { code: "notAllowed", message: "This method is not allowed here." },
  406: { code: "badRequest", message: "No representation of the kind asked for." },
  413: { code: "tooLarge", message: "The request is too large." },
  415: { code: "badRequest", message: "This content type is not understood." },
  431: { code: "badRequest", message: "The request headers are too large." },
};

/** The answer to a thrown error: known refusals as they are, anything else as a plain 500 that tells nothing. */
export function errorAnswer(error: unknown): ErrorAnswer {
  if (error instanceof AppError) {
    const { code, message, details } = error;
    return { status: STATUS[code], body: { code, message, ...(details && { details }) } };
  }
  const status = (error as RestifyRefusal | null)?.statusCode ?? 500;
  const refusal = REFUSALS[status];
  if (refusal) return { status, body: refusal };
  if (isDatabaseAway(error)) {
    const message = "The database does not answer right now; nothing was changed. Try again in a moment.";
    return { status: 503, body: { code: "unavailable", message } };
  }
  return { status: 500, body: { code: "internal", message: "Something went wrong on our side; it was logged." } };
}

/** The driver's errors for a server that is gone, restarting or not reachable; it reconnects by itself. */
const AWAY = new Set([
  "MongoNetworkError",
  "MongoNetworkTimeoutError",
  "MongoServerSelectionError",
  "MongoNotConnectedError",
  "MongooseServerSelectionError",
  "MongoPoolClearedError",
]);

function isDatabaseAway(error: unknown): boolean {
  return error instanceof Error && AWAY.has(error.name);
}
