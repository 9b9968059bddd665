import { AppError } from "../../core/errors.ts";
import type { StaffMember } from "../../core/person.ts";
import type { StaffAccount } from "../../core/staff-ports.ts";
import { actorOf } from "../agent-of.ts";
import { ownPath, pageAnswer, redirectAnswer } from "../answers.ts";
import { setCookie } from "../cookies.ts";
import { isInFrame } from "../framing.ts";
import { isSameSecret } from "../guard.ts";
import { codePage, signInPage } from "../pages/sign-in-page.ts";
import { FOLDS, readPreferences } from "../preferences.ts";
import { type Answer, publicRoute, type Route, staffRoute, type Visit } from "../route.ts";
import { beginSecondStep, finishSecondStep } from "../sign-in/second-step.ts";
import { newSecret } from "../sign-in/secrets.ts";
import { LONGEST_MS, SESSION_COOKIE, type SessionPlace } from "../sign-in/sessions.ts";
import { checkPassword, enter } from "../sign-in/sign-in.ts";
import { textsOf } from "../texts/texts.ts";

const SIGN_IN = "/console/sign-in";
export const PROOF_COOKIE = "signInProof";
const STEP_COOKIE = "signInStep";
const STEP_SECONDS = 5 * 60;
const YEAR_S = 365 * 24 * 60 * 60;

/** Signing in and out, and how the pages are to look. */
export function signInRoutes(): Route[] {
  return [
    publicRoute("GET", "/console/sign-in", showSignIn),
    publicRoute("POST", "/console/sign-in", takeSignIn),
    publicRoute("POST", "/console/sign-in/code", takeCode),
    staffRoute("POST", "/console/sign-out", "signedIn", async (visit) => {
      const { staff, visitor, now } = visit;
      if (visitor.session) {
        await staff.office.store.staff.endSession(visitor.session);
        const actor = actorOf(visit);
        await staff.office.store.transact((transaction) =>
          transaction.append({ type: "staff.signedOut", at: now, actor, subject: visitor.id }),
        );
      }
      return redirectAnswer("/console/sign-in?done=signedOut", {
        "set-cookie": setCookie(SESSION_COOKIE, "", cookieOf(visit, 0)),
      });
    }),
    staffRoute("POST", "/console/preferences", "signedIn", (visit) => {
      const { form } = visit;
      const chosen = ["language", "theme", "contrast", "keys"].filter((name) => /^[a-z]+$/.test(form.get(name) ?? ""));
      if (FOLDS.test(form.get("folds") ?? "")) chosen.push("folds");
      const cookies = chosen.map((name) => setCookie(name, form.get(name) ?? "", cookieOf(visit, YEAR_S)));
      return redirectAnswer(ownPath(form.get("next")), { "set-cookie": cookies });
    }),
  ];
}

function showSignIn(visit: Visit): Answer {
  const next = ownPath(visit.query.get("next"));
  if (visit.visitor?.session) return redirectAnswer(next);
  const signedOut = visit.query.get("done") === "signedOut";
  if (isInFrame(visit)) return toTab(next, signedOut ? "&done=signedOut" : "");
  return form(chosenLanguage(visit), { next, signedOut });
}

/** In a frame nobody types a password: the tab in Teams says what to do. */
function toTab(next: string, more = ""): Answer {
  return redirectAnswer(`/console/teams?next=${encodeURIComponent(next)}${more}`);
}

/** The page in another language, when its link was followed. */
function chosenLanguage(visit: Visit): Visit {
  const language = visit.query.get("language");
  if (language !== "tr" && language !== "en") return visit;
  const cookie = (name: string) => (name === "language" ? language : visit.cookie(name));
  return { ...visit, preferences: readPreferences(cookie), texts: textsOf(language) };
}

async function takeSignIn(visit: Visit): Promise<Answer> {
  const { form: fields, staff, address } = visit;
  const next = ownPath(fields.get("next"));
  const email = fields.get("email") ?? "";
  try {
    assertOwnForm(visit);
    const account = await checkPassword(staff.office, { email, password: fields.get("password") ?? "", address });
    return await signInWith(visit, next, account);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const status = error.code === "tooManyRequests" ? 429 : error.code === "badRequest" ? 400 : 401;
    return form(visit, { next, email, failure: error.code }, status);
  }
}

/** Lets somebody in who has shown who they are, after their second step where they have one. */
export async function signInWith(
  visit: Visit,
  next: string,
  account: StaffAccount,
  place: Pick<SessionPlace, "inTeams"> = {},
): Promise<Answer> {
  return account.totpSecret ? askForCode(visit, next, account) : letIn(visit, next, account, place);
}

/** The browser gets its session, and goes where it wanted to. */
export async function letIn(
  visit: Visit,
  next: string,
  member: Pick<StaffMember, "id" | "name">,
  { inTeams = isInFrame(visit) }: Pick<SessionPlace, "inTeams"> = {},
): Promise<Answer> {
  const { office } = visit.staff;
  const secret = await enter(office, member, { userAgent: visit.header("user-agent"), inTeams });
  const gone = { ...cookieOf(visit, 0), path: SIGN_IN };
  return redirectAnswer(next, {
    "set-cookie": [
      setCookie(SESSION_COOKIE, secret, { ...cookieOf(visit, LONGEST_MS / 1000), framed: inTeams }),
      setCookie(PROOF_COOKIE, "", gone),
      setCookie(STEP_COOKIE, "", gone),
    ],
  });
}

async function askForCode(visit: Visit, next: string, account: StaffAccount): Promise<Answer> {
  const step = await beginSecondStep(visit.staff.office, account);
  return codeAnswer(visit, { next }, 200, {
    "set-cookie": setCookie(STEP_COOKIE, step, { ...cookieOf(visit, STEP_SECONDS), path: SIGN_IN }),
  });
}

/** The second step may follow in the tab in Teams as well: whoever gets there has shown half of who they are. */
function codeAnswer(visit: Visit, fields: Parameters<typeof codePage>[1], status: number, headers = {}): Answer {
  const answer = pageAnswer(codePage(visit, fields), status, headers);
  return isInFrame(visit) ? { ...answer, frames: "teams" } : answer;
}

/** The second step. Its cookie is of the browser that began it, and its code is known to its owner alone. */
async function takeCode(visit: Visit): Promise<Answer> {
  const { form: fields, staff, cookie } = visit;
  const next = ownPath(fields.get("next"));
  try {
    const account = await finishSecondStep(staff.office, cookie(STEP_COOKIE) ?? "", fields.get("code") ?? "");
    return await letIn(visit, next, account);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "notSignedIn" && isInFrame(visit)) return toTab(next);
    if (error.code === "notSignedIn") return form(visit, { next, failure: error.code }, 401);
    return codeAnswer(visit, { next, failure: error.code }, error.code === "tooManyRequests" ? 429 : 401);
  }
}

/** Nobody may sign this browser in from a page of their own, with an account of their own. */
export function assertOwnForm({ form: fields, cookie }: Visit): void {
  const proof = cookie(PROOF_COOKIE);
  if (proof && isSameSecret(fields.get("proof") ?? "", proof)) return;
  throw new AppError("badRequest", "The sign-in form is too old. Load the page again.", { field: "proof" });
}

function form(visit: Visit, fields: Omit<Parameters<typeof signInPage>[1], "proof">, status = 200): Answer {
  const proof = newSecret();
  const language = setCookie("language", visit.preferences.language, cookieOf(visit, YEAR_S));
  return pageAnswer(signInPage(visit, { ...fields, proof }), status, {
    "set-cookie": [
      setCookie(PROOF_COOKIE, proof, { ...cookieOf(visit, 60 * 60), path: SIGN_IN }),
      ...(visit.query.has("language") ? [language] : []),
    ],
  });
}

/** Where and how long a cookie of ours is kept: in a frame of Teams apart from those of the browser's own tabs. */
export function cookieOf(visit: Visit, maxAge: number) {
  const secure = visit.staff.publicUrl?.startsWith("https:") ?? false;
  return { secure, maxAge, framed: isInFrame(visit) || visit.visitor?.inTeams === true };
}
