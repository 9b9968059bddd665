import { z } from "zod";
import { asciiLower } from "../../language/turkish-case.ts";
import { eraseRequester } from "../../requests/erase-requester.ts";
import { pageAnswer } from "../answers.ts";
import { erasurePage } from "../pages/erasure-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { readForm } from "./read-form.ts";

/** Erasing a person on their demand. */
export function erasureRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/erasure", "erase", (visit) => pageAnswer(erasurePage(visit, {}))),
    staffRoute("POST", "/console/erasure", "erase", erase),
  ];
}

const address = z.string().trim().pipe(z.email().max(254)).transform(asciiLower);
const erasureForm = z.object({ email: address, again: address });

/** The address is typed twice: another person's data cannot be brought back. */
async function erase(visit: StaffVisit): Promise<Answer> {
  const { email, again } = readForm(visit, erasureForm);
  if (email !== again) return pageAnswer(erasurePage(visit, { differs: true }), 400);
  const { id, name, role } = visit.visitor;
  const report = await eraseRequester(visit.staff.office, { email, by: { id, name, role } });
  return pageAnswer(erasurePage(visit, { report }));
}
