import { AppError, type ErrorCode } from "../core/errors.ts";
import { jsonAnswer, pageAnswer, redirectAnswer } from "./answers.ts";
import { isInFrame } from "./framing.ts";
import { failurePage } from "./pages/failure-page.ts";
import type { Answer, Visit } from "./route.ts";

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

/** The answer to what went wrong: JSON for the API, a page that says cause and remedy for people. Never an inner message. */
export function failureAnswer(visit: Visit, error: unknown): Answer {
  if (visit.path.startsWith("/api/")) return apiFailure(error);
  if (error instanceof AppError && error.code === "notSignedIn" && visit.method === "GET") {
    const next = `${visit.path}${visit.query.size > 0 ? `?${visit.query.toString()}` : ""}`;
    const place = isInFrame(visit) ? "/console/teams" : "/console/sign-in";
    return redirectAnswer(`${place}?next=${encodeURIComponent(next)}`);
  }
  const known = asKnown(error);
  const answer = pageAnswer(failurePage(visit, known?.code ?? "unexpected"), known ? STATUS[known.code] : 500);
  // To somebody whose session has ended it says no more than that.
  return visit.visitor ? answer : { ...answer, frames: "teams" };
}

/** Names of the database driver's errors for a server that is gone or restarting; it connects again by itself. */
const DATABASE_AWAY = /^Mongo(?:ose)?(?:Network|ServerSelection|NotConnected|PoolCleared)/;

function asKnown(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error && DATABASE_AWAY.test(error.name))) return undefined;
  return new AppError(
    "unavailable",
    "The database does not answer right now; nothing was changed. Try again in a moment.",
  );
}

function apiFailure(error: unknown): Answer {
  const known = asKnown(error);
  if (!known) {
    return jsonAnswer({ code: "internal", message: "Something unexpected went wrong; it has been logged." }, 500);
  }
  const { code, message, details } = known;
  return jsonAnswer({ code, message, ...(details && { details }) }, STATUS[code]);
}
