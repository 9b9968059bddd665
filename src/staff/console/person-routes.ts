import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { linkRequester, unlinkRequester } from "../../tickets/link-identities.ts";
import { actorOf } from "../agent-of.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { readForm } from "./read-form.ts";
import { backToTicket } from "./wanted-ticket.ts";

const PERSON = "/console/tickets/:number/person";

/** Who a ticket's requester is, as staff say. */
export function personRoutes(): Route[] {
  return [
    staffRoute("POST", `${PERSON}/link`, "persons.link", link),
    staffRoute("POST", `${PERSON}/unlink`, "persons.link", unlink),
  ];
}

const numberOf = ({ params }: StaffVisit) => params.number ?? "";

async function link(visit: StaffVisit): Promise<Answer> {
  const { other } = readForm(visit, z.object({ other: z.string().max(300) }));
  try {
    const isNew = await linkRequester(visit.staff.office, { ticket: numberOf(visit), other, actor: actorOf(visit) });
    return backToTicket(visit, isNew ? "linked" : "alreadyLinked");
  } catch (error) {
    const told = whyNot(error);
    if (told) return backToTicket(visit, told);
    throw error;
  }
}

/** What to say on the ticket's page instead of an error page. */
function whyNot(error: unknown): string | undefined {
  if (!(error instanceof AppError)) return undefined;
  if (error.code === "notFound") return "noSuchPerson";
  if (error.code === "conflict") return "alreadyLinked";
  if (error.code !== "badRequest") return undefined;
  return error.details?.field === "conversation" ? "groupTalk" : "sameIdentity";
}

async function unlink(visit: StaffVisit): Promise<Answer> {
  const { identity } = readForm(visit, z.object({ identity: z.string().max(1_200) }));
  await unlinkRequester(visit.staff.office, { ticket: numberOf(visit), identity, actor: actorOf(visit) });
  return backToTicket(visit, "unlinked");
}
