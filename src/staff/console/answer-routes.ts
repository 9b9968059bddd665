import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import type { ReadyAnswer } from "../../core/ready-answer.ts";
import { pageAnswer, redirectAnswer } from "../answers.ts";
import { type AnswerFormData, answerFormPage } from "../pages/answer-form-page.ts";
import { answersPage } from "../pages/answers-page.ts";
import { answerFields, readAnswerForm } from "../ready-answers/answer-form.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { discardItem, keepItem, mayKeep } from "../shelf/keep-item.ts";
import { readForm } from "./read-form.ts";

const PAGE = "/console/answers";
const versioned = z.object({ version: z.coerce.number().int().min(0) });

/** Ready answers: written, shared and deleted. */
export function answerRoutes(): Route[] {
  return [
    staffRoute("GET", PAGE, "tickets.write", async (visit) =>
      pageAnswer(answersPage(visit, await visit.staff.office.store.shelf.of("readyAnswers", [visit.visitor.id]))),
    ),
    staffRoute("GET", `${PAGE}/new`, "tickets.write", (visit) =>
      pageAnswer(answerFormPage(visit, { form: new URLSearchParams() })),
    ),
    staffRoute("POST", `${PAGE}/new`, "tickets.write", (visit) => save(visit)),
    staffRoute("GET", `${PAGE}/:id`, "tickets.write", async (visit) => {
      const answer = await wantedAnswer(visit);
      return pageAnswer(answerFormPage(visit, { answer, form: answerFields(answer) }));
    }),
    staffRoute("POST", `${PAGE}/:id`, "tickets.write", async (visit) => save(visit, await wantedAnswer(visit))),
    staffRoute("POST", `${PAGE}/:id/delete`, "tickets.write", remove),
  ];
}

async function save(visit: StaffVisit, before?: ReadyAnswer): Promise<Answer> {
  const { form, visitor, staff } = visit;
  const read = readAnswerForm(form);
  const page = (more: Partial<AnswerFormData>, status: number) =>
    pageAnswer(answerFormPage(visit, { form, ...(before && { answer: before }), ...more }), status);
  if ("faults" in read) return page({ faults: read.faults }, 400);
  const { version } = readForm(visit, versioned);
  const same = before ?? { id: staff.office.store.newId(), owner: visitor.id };
  try {
    await keepItem(staff.office, visitor, "readyAnswers", { ...same, ...read.value, version: before ? version : 0 });
    return redirectAnswer(`${PAGE}?done=saved`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "conflict") return page({ trouble: "tooMany" }, 409);
    if (error.code === "stale") return page({ answer: await wantedAnswer(visit), trouble: "stale" }, 409);
    throw error;
  }
}

async function remove(visit: StaffVisit): Promise<Answer> {
  const answer = await wantedAnswer(visit);
  const { version } = readForm(visit, versioned);
  await discardItem(visit.staff.office, visit.visitor, "readyAnswers", { ...answer, version });
  return redirectAnswer(`${PAGE}?done=removed`);
}

/** One that the visitor may change. Another's own is not found; a shared one is not theirs to change. */
async function wantedAnswer({ staff, visitor, params }: StaffVisit): Promise<ReadyAnswer> {
  const answer = await staff.office.store.shelf.byId("readyAnswers", params.id ?? "");
  if (!answer || (!answer.shared && !mayKeep(visitor, answer))) {
    throw new AppError("notFound", "There is no such ready answer.");
  }
  if (!mayKeep(visitor, answer)) throw new AppError("notAllowed", "Only a lead changes what is shared.");
  return answer;
}
