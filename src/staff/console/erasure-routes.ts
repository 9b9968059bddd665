import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import type { Identity } from "../../core/identity.ts";
import { isSameText } from "../../language/fold.ts";
import { type ErasureWish, erasePerson, findPersonToErase } from "../../requests/erase-person.ts";
import { whyRefused } from "../../requests/refuse-erasure.ts";
import { agentOf } from "../agent-of.ts";
import { pageAnswer } from "../answers.ts";
import { erasurePage } from "../pages/erasure-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { readForm } from "./read-form.ts";

/** Erasing a person on their demand: asked for, shown, confirmed, reported. */
export function erasureRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/erasure", "erase", (visit) => {
      // A ticket's number may stand in an address; what else somebody is asked for by is personal, and is posted.
      const ticket = visit.query.get("ticket");
      return ticket
        ? show(visit, { who: ticket.slice(0, 40), also: [], called: [] })
        : pageAnswer(erasurePage(visit, {}));
    }),
    staffRoute("POST", "/console/erasure/find", "erase", (visit) => show(visit, readWish(visit))),
    staffRoute("POST", "/console/erasure", "erase", erase),
  ];
}

type Wish = Required<Pick<ErasureWish, "who" | "also" | "called">>;

const who = z.string().trim().min(1).max(300);
const name = z.string().trim().min(1).max(200);
const identity = z.custom<Identity>((value) => typeof value === "string" && /^(mail|teams|chat):.{1,300}$/.test(value));

function readWish(visit: StaffVisit): Wish {
  const also = z.array(identity).max(50).parse(visit.form.getAll("also"));
  const called = z.array(name).max(50).parse(visit.form.getAll("called"));
  return { who: readForm(visit, z.object({ who })).who, also, called };
}

/** What would be erased. */
function show(visit: StaffVisit, wish: Wish): Promise<Answer> {
  return orSayWhyNot(visit, wish, async () => {
    const found = await findPersonToErase(visit.staff.office, { ...wish, by: agentOf(visit) });
    return pageAnswer(erasurePage(visit, { ...wish, found }));
  });
}

/** Where nobody is found by what was typed, or nobody who may be erased, that. */
async function orSayWhyNot(visit: StaffVisit, wish: Wish, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const refused = whyRefused(error);
    if (refused) return pageAnswer(erasurePage(visit, { ...wish, refused }), 409);
    const { code } = error instanceof AppError ? error : { code: undefined };
    if (code !== "badRequest" && code !== "notFound") throw error;
    return pageAnswer(erasurePage(visit, { ...wish, unclear: code }), code === "notFound" ? 404 : 400);
  }
}

/** What is typed says that the right person was found: another person's data cannot be brought back. */
function erase(visit: StaffVisit): Promise<Answer> {
  const wish = readWish(visit);
  const wished = { ...wish, by: agentOf(visit) };
  const { again = "" } = readForm(visit, z.object({ again: z.string().max(300).optional() }));
  return orSayWhyNot(visit, wish, async () => {
    const found = await findPersonToErase(visit.staff.office, wished);
    if (!isSameText(again, found.confirmation))
      return pageAnswer(erasurePage(visit, { ...wish, found, mistyped: true }), 400);
    return pageAnswer(erasurePage(visit, { report: await erasePerson(visit.staff.office, wished) }));
  });
}
