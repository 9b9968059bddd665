import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { pageAnswer, redirectAnswer } from "../answers.ts";
import { accountPage } from "../pages/account-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { assertPassword, hashPassword, isPassword } from "../sign-in/password.ts";
import { readForm } from "./read-form.ts";

/** A member's own sessions and password. */
export function accountRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/account", "signedIn", (visit) => showAccount(visit)),
    staffRoute("POST", "/console/account/password", "signedIn", changePassword),
    staffRoute("POST", "/console/account/sessions/:id/end", "signedIn", endSession),
  ];
}

async function showAccount(visit: StaffVisit, failure?: "wrongCredentials" | "badRequest"): Promise<Answer> {
  const sessions = await visit.staff.office.store.staff.sessionsOf(visit.visitor.id);
  return pageAnswer(accountPage(visit, { sessions, ...(failure && { failure }) }), failure ? 400 : 200);
}

const passwordForm = z.object({ current: z.string(), next: z.string() });

async function changePassword(visit: StaffVisit): Promise<Answer> {
  const { staff } = visit.staff.office.store;
  const { current, next } = readForm(visit, passwordForm);
  const account = await staff.byId(visit.visitor.id);
  if (!account || !(await isPassword(current, account.passwordHash))) return showAccount(visit, "wrongCredentials");
  try {
    assertPassword(next);
  } catch (error) {
    if (error instanceof AppError) return showAccount(visit, "badRequest");
    throw error;
  }
  await staff.update(account.id, { passwordHash: await hashPassword(next) });
  const others = (await staff.sessionsOf(account.id)).filter(({ id }) => id !== visit.visitor.session);
  await Promise.all(others.map(({ id }) => staff.endSession(id)));
  return redirectAnswer("/console/account?done=password");
}

/** Only one's own: another member's session is not found. */
async function endSession(visit: StaffVisit): Promise<Answer> {
  const { staff } = visit.staff.office.store;
  const own = (await staff.sessionsOf(visit.visitor.id)).find(({ id }) => id === visit.params.id);
  if (!own) throw new AppError("notFound", "There is no such session.");
  await staff.endSession(own.id);
  return redirectAnswer("/console/account");
}
