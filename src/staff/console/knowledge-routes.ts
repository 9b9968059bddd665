import { pageAnswer } from "../answers.ts";
import { healthPage } from "../pages/health-page.ts";
import { knowledgePage } from "../pages/knowledge-page.ts";
import { OUTCOMES, questionsPage } from "../pages/questions-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";

const PAGE_SIZE = 50;

/** What the bot knows, what it was asked, and how the service is doing. */
export function knowledgeRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/knowledge", "knowledge.read", (visit) => pageAnswer(knowledgePage(visit))),
    staffRoute("GET", "/console/questions", "knowledge.read", showQuestions),
    staffRoute("GET", "/console/health", "tickets.read", showHealth),
  ];
}

async function showQuestions(visit: StaffVisit): Promise<Answer> {
  const outcome = OUTCOMES.find((name) => name === visit.query.get("outcome"));
  const cursor = visit.query.get("cursor");
  const query = { limit: PAGE_SIZE, ...(outcome && { outcome }), ...(cursor && { cursor }) };
  const list = await visit.staff.office.store.questions.list(query);
  return pageAnswer(questionsPage(visit, list, outcome));
}

async function showHealth(visit: StaffVisit): Promise<Answer> {
  const { office, healthLines } = visit.staff;
  const [lines, outbox] = await Promise.all([healthLines(), office.store.outbox.counts()]);
  return pageAnswer(healthPage(visit, lines, outbox));
}
