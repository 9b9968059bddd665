import { AppError } from "../../core/errors.ts";
import { MAIL_OUTCOMES, type MailOutcomeKind } from "../../core/mail.ts";
import { noteOpenedFile } from "../../requests/reveal.ts";
import { agentOf } from "../agent-of.ts";
import { downloadAnswer, pageAnswer, redirectAnswer } from "../answers.ts";
import { mailListPage } from "../pages/mail-list-page.ts";
import { mailPage } from "../pages/mail-page.ts";
import { reopenMail } from "../reopen-mail.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";

const PAGE_SIZE = 50;

/** Every mail, what became of it and why. */
export function mailRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/mails", "mails.read", showMails),
    staffRoute("GET", "/console/mails/:id", "mails.read", async (visit) =>
      pageAnswer(mailPage(visit, await wantedMail(visit))),
    ),
    staffRoute("GET", "/console/mails/:id/raw", "mails.raw", rawMail),
    staffRoute("POST", "/console/mails/:id/reprocess", "mails.reprocess", async (visit) => {
      await reopenMail(visit, visit.params.id ?? "");
      return redirectAnswer(`/console/mails/${encodeURIComponent(visit.params.id ?? "")}?done=retried`);
    }),
  ];
}

async function showMails(visit: StaffVisit): Promise<Answer> {
  const { mails } = visit.staff.office.store;
  const outcome = MAIL_OUTCOMES.find((kind) => kind === visit.query.get("outcome"));
  const cursor = visit.query.get("cursor");
  const query = { limit: PAGE_SIZE, ...(outcome && { outcome }), ...(cursor && { cursor }) };
  const [list, counts] = await Promise.all([mails.list(query), mails.outcomeCounts()]);
  return pageAnswer(mailListPage(visit, { list, counts, ...(outcome && { outcome: outcome as MailOutcomeKind }) }));
}

async function wantedMail({ params, staff }: StaffVisit) {
  const mail = await staff.office.store.mails.byId(params.id ?? "");
  if (!mail) throw new AppError("notFound", "There is no such mail.");
  return mail;
}

/** The raw bytes as they came, for the person who has to find out. */
export async function rawMail(visit: StaffVisit): Promise<Answer> {
  const mail = await wantedMail(visit);
  const raw = await visit.staff.office.store.mails.raw(mail.id);
  if (!raw) throw new AppError("notFound", "The raw mail is not kept (not yet fetched, or erased).");
  const ticket = mail.outcome?.ticket;
  const opened = { subject: mail.id, file: "raw mail", ...(ticket && { ticket }), by: agentOf(visit) };
  await noteOpenedFile(visit.staff.office, opened);
  return downloadAnswer(`${mail.id}.eml`, "message/rfc822", raw);
}
