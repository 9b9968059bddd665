import { z } from "zod";
import { AppError, type ErrorCode } from "../../core/errors.ts";
import { ROLES } from "../../core/person.ts";
import { actorOf } from "../agent-of.ts";
import { pageAnswer, redirectAnswer } from "../answers.ts";
import { AUDITED, auditPage } from "../pages/audit-page.ts";
import { type NewMemberFault, type PeopleData, peoplePage } from "../pages/people-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { addStaff, changeStaff, givePassword } from "../sign-in/accounts.ts";
import { createToken, endToken } from "../sign-in/api-tokens.ts";
import { readForm } from "./read-form.ts";

const AUDIT_SIZE = 100;

/** Accounts, API tokens and the audit log. */
export function peopleRoutes(): Route[] {
  const setActive = (active: boolean) => (visit: StaffVisit) => changeOther(visit, { active });
  return [
    staffRoute("GET", "/console/people", "staff.manage", (visit) => showPeople(visit)),
    staffRoute("POST", "/console/people", "staff.manage", add),
    staffRoute("POST", "/console/people/tokens", "staff.manage", addToken),
    staffRoute("POST", "/console/people/tokens/:id/revoke", "staff.manage", revokeToken),
    staffRoute("POST", "/console/people/:id/role", "staff.manage", (visit) =>
      changeOther(visit, readForm(visit, z.object({ role: z.enum(ROLES) }))),
    ),
    staffRoute("POST", "/console/people/:id/close", "staff.manage", setActive(false)),
    staffRoute("POST", "/console/people/:id/reopen", "staff.manage", setActive(true)),
    staffRoute("POST", "/console/people/:id/password", "staff.manage", newPasswordFor),
    staffRoute("GET", "/console/audit", "audit.read", showAudit),
  ];
}

async function showPeople(visit: StaffVisit, more: Partial<PeopleData> = {}, status = 200): Promise<Answer> {
  const { staff } = visit.staff.office.store;
  const [members, tokens] = await Promise.all([staff.entries(), staff.tokens()]);
  return pageAnswer(peoplePage(visit, { members, tokens, ...more }), status);
}

const newMember = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.string().max(254),
  role: z.enum(ROLES),
});

/** What is wrong with a new member, by what adding them came to. */
const NEW_MEMBER_FAULTS: Readonly<Partial<Record<ErrorCode, NewMemberFault>>> = {
  conflict: "taken",
  badRequest: "noAddress",
};

async function add(visit: StaffVisit): Promise<Answer> {
  const { people } = visit.texts;
  try {
    const { member, password } = await addStaff(visit.staff.office, readForm(visit, newMember), actorOf(visit));
    const sentence = `${people.added(member.name)} ${people.passwordOnce}`;
    return showPeople(visit, { once: { sentence, secret: password } });
  } catch (error) {
    const fault = error instanceof AppError ? NEW_MEMBER_FAULTS[error.code] : undefined;
    if (fault) return showPeople(visit, { typed: { form: visit.form, fault } }, fault === "taken" ? 409 : 400);
    throw error;
  }
}

async function changeOther(visit: StaffVisit, change: Parameters<typeof changeStaff>[1]["change"]): Promise<Answer> {
  const id = visit.params.id ?? "";
  if (id === visit.visitor.id) return showPeople(visit, { wrong: visit.texts.people.notYourself }, 409);
  await changeStaff(visit.staff.office, { id, change, actor: actorOf(visit) });
  return redirectAnswer("/console/people");
}

async function newPasswordFor(visit: StaffVisit): Promise<Answer> {
  const { people } = visit.texts;
  const { member, password } = await givePassword(visit.staff.office, {
    id: visit.params.id ?? "",
    actor: actorOf(visit),
  });
  const sentence = `${people.newPasswordFor(member.name)} ${people.passwordOnce}`;
  return showPeople(visit, { once: { sentence, secret: password } });
}

async function addToken(visit: StaffVisit): Promise<Answer> {
  const input = readForm(visit, z.object({ name: z.string().trim().min(1).max(80), role: z.enum(ROLES) }));
  const { token } = await createToken(visit.staff.office, input, actorOf(visit));
  return showPeople(visit, { once: { sentence: visit.texts.people.tokenOnce, secret: token } });
}

async function revokeToken(visit: StaffVisit): Promise<Answer> {
  await endToken(visit.staff.office, visit.params.id ?? "", actorOf(visit));
  return redirectAnswer("/console/people");
}

async function showAudit(visit: StaffVisit): Promise<Answer> {
  const type = AUDITED.find((name) => name === visit.query.get("type"));
  const cursor = visit.query.get("cursor");
  const { events, staff } = visit.staff.office.store;
  const [list, members] = await Promise.all([
    events.list({ limit: AUDIT_SIZE, ...(type && { type }), ...(cursor && { cursor }) }),
    staff.list(),
  ]);
  return pageAnswer(auditPage(visit, list, type, members));
}
