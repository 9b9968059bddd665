import { helpfulnessByEntry } from "../../knowledge/helpfulness.ts";
import { pageAnswer } from "../answers.ts";
import { healthPage } from "../pages/health-page.ts";
import { knowledgePage } from "../pages/knowledge-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { knowledgeEntryRoutes } from "./knowledge-entry-routes.ts";
import { knowledgeGapRoutes } from "./knowledge-gap-routes.ts";
import { knowledgeQuestionRoutes } from "./knowledge-question-routes.ts";

/** What the bot knows, what it was asked, and how the service is doing. */
export function knowledgeRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/knowledge", "knowledge.read", showList),
    ...knowledgeEntryRoutes(),
    ...knowledgeGapRoutes(),
    ...knowledgeQuestionRoutes(),
    staffRoute("GET", "/console/health", "tickets.read", showHealth),
  ];
}

async function showList(visit: StaffVisit): Promise<Answer> {
  const { office } = visit.staff;
  const [records, helpfulness] = await Promise.all([office.store.knowledge.all(), helpfulnessByEntry(office)]);
  return pageAnswer(knowledgePage(visit, { records, helpfulness }));
}

async function showHealth(visit: StaffVisit): Promise<Answer> {
  const { office, healthLines } = visit.staff;
  const { outbox } = office.store;
  const [lines, counts, stuck] = await Promise.all([healthLines(), outbox.counts(), outbox.stuck()]);
  return pageAnswer(healthPage(visit, { lines, counts, stuck }));
}
