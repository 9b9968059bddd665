import { z } from "zod";
import { confirmQuestion } from "../../knowledge/confirm-question.ts";
import { draftWithQuestion } from "../../knowledge/draft-entry.ts";
import { dismissQuestions, findGaps } from "../../knowledge/find-gaps.ts";
import { ownPath, pageAnswer, redirectAnswer } from "../answers.ts";
import { gapsPage } from "../pages/knowledge-gaps-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { editorOf } from "./knowledge-entry-routes.ts";
import { readForm } from "./read-form.ts";

/** What the knowledge lacks, and what staff do about it. */
export function knowledgeGapRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/gaps", "knowledge.read", showGaps),
    staffRoute("POST", "/console/gaps/add", "knowledge.write", addToEntry),
    staffRoute("POST", "/console/gaps/confirm", "knowledge.write", confirm),
    staffRoute("POST", "/console/gaps/dismiss", "knowledge.write", dismiss),
  ];
}

async function showGaps(visit: StaffVisit): Promise<Answer> {
  return pageAnswer(gapsPage(visit, await findGaps(visit.staff.knowledge)));
}

const questionForm = z.object({
  text: z.string().trim().min(1).max(2000),
  entry: z.string().min(1).max(100),
  language: z.enum(["tr", "en"]).catch("tr"),
  next: z.string().optional(),
});

/** The question goes into the entry's draft; the next step is its gate. */
async function addToEntry(visit: StaffVisit): Promise<Answer> {
  const { text, entry, language } = readForm(visit, questionForm);
  await draftWithQuestion(visit.staff.knowledge, { entry, question: text, language, agent: editorOf(visit) });
  return redirectAnswer(`/console/knowledge/${entry}/gate`);
}

async function confirm(visit: StaffVisit): Promise<Answer> {
  const { text, entry, next } = readForm(visit, questionForm);
  await confirmQuestion(visit.staff.knowledge, { text, entry, agent: editorOf(visit) });
  return redirectAnswer(next ? ownPath(next) : "/console/gaps?done=confirmed");
}

async function dismiss(visit: StaffVisit): Promise<Answer> {
  const texts = visit.form.getAll("wording").slice(0, 500);
  await dismissQuestions(visit.staff.knowledge, { texts, agent: editorOf(visit) });
  return redirectAnswer("/console/gaps?done=dismissed");
}
