import { AppError } from "../../core/errors.ts";
import { ownPath, pageAnswer, redirectAnswer } from "../answers.ts";
import { setCookie } from "../cookies.ts";
import { type TabState, teamsTabPage } from "../pages/teams-tab-page.ts";
import { type Answer, publicRoute, type Route, type Visit } from "../route.ts";
import { newSecret } from "../sign-in/secrets.ts";
import type { TeamsTokenCheck } from "../sign-in/teams-token.ts";
import { assertOwnForm, cookieOf, PROOF_COOKIE, signInWith } from "./sign-in-routes.ts";

const TAB = "/console/teams";

/** The tab in Teams: opens the console for whoever Teams says it is, when they linked their account; `check` is absent without Entra. */
export function teamsTabRoutes(check: TeamsTokenCheck | undefined): Route[] {
  return [
    publicRoute("GET", TAB, (visit) => {
      const next = ownPath(visit.query.get("next"));
      if (visit.visitor?.session) return redirectAnswer(next);
      if (!check) return tab(visit, "notSetUp", next);
      return tab(visit, visit.query.get("done") === "signedOut" ? "signedOut" : "asking", next);
    }),
    ...(check ? [publicRoute("POST", `${TAB}/sign-in`, (visit) => signIn(visit, check))] : []),
  ];
}

async function signIn(visit: Visit, check: TeamsTokenCheck): Promise<Answer> {
  const { form, staff } = visit;
  const next = ownPath(form.get("next"));
  try {
    assertOwnForm(visit);
    const teamsId = await check(form.get("token") ?? "");
    const account = await staff.office.store.staff.byTeamsId(teamsId);
    if (!account?.active) return tab(visit, "notLinked", next, 403);
    return await signInWith(visit, next, account, { inTeams: true });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return tab(visit, "notHere", next, error.code === "unavailable" ? 503 : 401);
  }
}

function tab(visit: Visit, state: TabState, next: string, status = 200): Answer {
  const proof = newSecret();
  const cookie = setCookie(PROOF_COOKIE, proof, { ...cookieOf(visit, 60 * 60), path: TAB, framed: true });
  const answer = pageAnswer(teamsTabPage(visit, { state, next, proof }), status, { "set-cookie": cookie });
  return { ...answer, frames: "teams" };
}
