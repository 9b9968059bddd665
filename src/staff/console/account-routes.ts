import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { NOTICE_CHOICES, NOTICE_TOPICS, type NoticeSettings, type NoticeTopic } from "../../core/notices.ts";
import { actorOf } from "../agent-of.ts";
import { pageAnswer, redirectAnswer } from "../answers.ts";
import type { AccountData } from "../pages/account-data.ts";
import { accountPage } from "../pages/account-page.ts";
import { WAY_CHOICES, WAYS_OF_CHOICE, wayField } from "../pages/notice-cards.ts";
import { recoveryPage, secondStepPage } from "../pages/second-step-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { noteAccountChange } from "../sign-in/note-account-change.ts";
import { assertPassword, hashPassword, isPassword, readableSecret } from "../sign-in/password.ts";
import { confirmTotp, turnTotpOff } from "../sign-in/second-step.ts";
import { newTotpSecret } from "../sign-in/totp.ts";
import { readForm } from "./read-form.ts";

const LATEST_NOTICES = 20;

/** A member's own sessions and password. */
export function accountRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/account", "signedIn", (visit) => showAccount(visit)),
    staffRoute("POST", "/console/account/password", "signedIn", changePassword),
    staffRoute("GET", "/console/account/second-step", "signedIn", (visit) =>
      pageAnswer(secondStepPage(visit, newTotpSecret())),
    ),
    staffRoute("POST", "/console/account/second-step", "signedIn", turnOn),
    staffRoute("POST", "/console/account/second-step/off", "signedIn", turnOff),
    staffRoute("POST", "/console/account/notices", "signedIn", chooseNotices),
    staffRoute("POST", "/console/account/teams", "signedIn", offerTeamsCode),
    staffRoute("POST", "/console/account/teams/unlink", "signedIn", unlinkTeams),
    staffRoute("POST", "/console/account/sessions/:id/end", "signedIn", endSession),
  ];
}

async function showAccount(
  visit: StaffVisit,
  { failure, teamsCode, noticeSettings }: Pick<AccountData, "failure" | "teamsCode" | "noticeSettings"> = {},
): Promise<Answer> {
  const { staff, notices: told } = visit.staff.office.store;
  const { id } = visit.visitor;
  const [sessions, own, notices] = await Promise.all([
    staff.sessionsOf(id),
    staff.byId(id),
    told.ofStaff(id, LATEST_NOTICES),
  ]);
  const shown = noticeSettings ?? own?.notices;
  const data = {
    sessions,
    notices,
    ...(own?.totpSecret && { recoveryLeft: own.recoveryCodes?.length ?? 0 }),
    ...(shown && { noticeSettings: shown }),
    ...(own?.teamsId && {
      teams: own.teamsName ?? own.teamsId,
      isMet: (await visit.staff.office.store.conversations.ofAccount(own.teamsId)) !== undefined,
    }),
    ...(teamsCode && { teamsCode }),
    ...(failure && { failure }),
  };
  return pageAnswer(accountPage(visit, data), failure ? 400 : 200);
}

const time = z.union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]);
const noticesForm = z.object({
  choices: z.partialRecord(z.enum(NOTICE_TOPICS), z.enum(NOTICE_CHOICES)),
  ways: z.partialRecord(z.enum(NOTICE_TOPICS), z.enum(WAY_CHOICES)),
  from: time,
  to: time,
});

async function chooseNotices(visit: StaffVisit): Promise<Answer> {
  const { form, visitor } = visit;
  const { staff } = visit.staff.office.store;
  const given = (name: (topic: NoticeTopic) => string) =>
    Object.fromEntries(
      NOTICE_TOPICS.flatMap((topic) => (form.has(name(topic)) ? [[topic, form.get(name(topic))] as const] : [])),
    );
  const wanted = {
    choices: given((topic) => topic),
    ways: given(wayField),
    from: form.get("from") ?? "",
    to: form.get("to") ?? "",
  };
  const read = noticesForm.safeParse(wanted);
  if (!read.success) throw new AppError("badRequest", "The choices cannot be taken.", { fields: ["choices"] });
  const { choices, from, to } = read.data;
  // Without a linked Teams account the form does not ask for ways; what was chosen before waits for the next link.
  const ways = { ...(await staff.byId(visitor.id))?.notices?.ways, ...waysOf(read.data.ways) };
  const settings: NoticeSettings = {
    choices: definedOnly(choices),
    language: visit.preferences.language,
    ...(Object.keys(ways).length > 0 && { ways }),
    ...(from !== to && { quiet: { from, to } }),
  };
  if (settings.quiet && !(from && to)) return showAccount(visit, { failure: "halfQuiet", noticeSettings: settings });
  await staff.update(visitor.id, { notices: settings });
  return redirectAnswer("/console/account?done=notices");
}

function definedOnly(choices: z.infer<typeof noticesForm>["choices"]): NoticeSettings["choices"] {
  return Object.fromEntries(Object.entries(choices).filter(([, choice]) => choice !== undefined));
}

function waysOf(chosen: z.infer<typeof noticesForm>["ways"]): NonNullable<NoticeSettings["ways"]> {
  const all = Object.entries(chosen).flatMap(([topic, way]) => (way ? [[topic, WAYS_OF_CHOICE[way]] as const] : []));
  return Object.fromEntries(all);
}

const passwordForm = z.object({ current: z.string(), next: z.string() });

async function changePassword(visit: StaffVisit): Promise<Answer> {
  const { staff } = visit.staff.office.store;
  const { current, next } = readForm(visit, passwordForm);
  const account = await staff.byId(visit.visitor.id);
  if (!account || !(await isPassword(current, account.passwordHash)))
    return showAccount(visit, { failure: "wrongCredentials" });
  try {
    assertPassword(next);
  } catch (error) {
    if (error instanceof AppError) return showAccount(visit, { failure: "badRequest" });
    throw error;
  }
  await staff.update(account.id, { passwordHash: await hashPassword(next) });
  const others = (await staff.sessionsOf(account.id)).filter(({ id }) => id !== visit.visitor.session);
  await Promise.all(others.map(({ id }) => staff.endSession(id)));
  await noteOwnChange(visit, "password");
  return redirectAnswer("/console/account?done=password");
}

/** Only one's own: another member's session is not found. */
async function endSession(visit: StaffVisit): Promise<Answer> {
  const { staff } = visit.staff.office.store;
  const own = (await staff.sessionsOf(visit.visitor.id)).find(({ id }) => id === visit.params.id);
  if (!own) throw new AppError("notFound", "There is no such session.");
  await staff.endSession(own.id);
  await noteOwnChange(visit, "sessionEnded");
  return redirectAnswer("/console/account");
}

const totpForm = z.object({ secret: z.string(), code: z.string() });

async function turnOn(visit: StaffVisit): Promise<Answer> {
  const { secret, code } = readForm(visit, totpForm);
  try {
    const codes = await confirmTotp(visit.staff.office, visit.visitor.id, secret, code);
    await noteOwnChange(visit, "secondStepOn");
    return pageAnswer(recoveryPage(visit, codes));
  } catch (error) {
    if (error instanceof AppError && error.code === "wrongCredentials") {
      return pageAnswer(secondStepPage(visit, secret, true), 400);
    }
    throw error;
  }
}

async function turnOff(visit: StaffVisit): Promise<Answer> {
  const { office } = visit.staff;
  const { current } = readForm(visit, z.object({ current: z.string() }));
  const account = await office.store.staff.byId(visit.visitor.id);
  if (!account || !(await isPassword(current, account.passwordHash)))
    return showAccount(visit, { failure: "wrongCredentials" });
  await turnTotpOff(office, account.id);
  await noteOwnChange(visit, "secondStepOff");
  return redirectAnswer("/console/account");
}

/** Eight characters, good for ten minutes and once. */
const TEAMS_CODE_LENGTH = 8;
const TEAMS_CODE_MS = 10 * 60_000;

/** A code that links the Teams account it is typed from with this one. */
async function offerTeamsCode(visit: StaffVisit): Promise<Answer> {
  const code = readableSecret(TEAMS_CODE_LENGTH);
  const until = new Date(visit.now.getTime() + TEAMS_CODE_MS);
  await visit.staff.office.store.staff.offerTeamsCode(visit.visitor.id, code, until);
  return showAccount(visit, { teamsCode: code.replace(/(.{4})(?=.)/g, "$1-") });
}

async function unlinkTeams(visit: StaffVisit): Promise<Answer> {
  const { staff, visitor } = visit;
  await staff.office.store.staff.update(visitor.id, { teamsId: undefined, teamsName: undefined });
  await noteOwnChange(visit, "Teams: –");
  return redirectAnswer("/console/account?done=teamsUnlinked");
}

/** What members do with their own account stands in the audit log as well. */
function noteOwnChange(
  visit: StaffVisit,
  detail: keyof StaffVisit["texts"]["people"]["accountChange"] | "Teams: –",
): Promise<void> {
  return noteAccountChange(visit.staff.office, { subject: visit.visitor.id, actor: actorOf(visit), detail });
}
