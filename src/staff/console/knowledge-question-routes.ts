import { AppError } from "../../core/errors.ts";
import { turkishDay } from "../../core/turkish-time.ts";
import { pageAnswer } from "../answers.ts";
import { questionPage } from "../pages/knowledge-question-page.ts";
import { tryPage } from "../pages/knowledge-try-page.ts";
import { OUTCOMES, questionsPage } from "../pages/questions-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";

const PAGE_SIZE = 50;
const LONGEST_TRY = 2000;

/** What the bot was asked, why it said what it said, and what it would say. */
export function knowledgeQuestionRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/questions", "knowledge.read", showQuestions),
    staffRoute("GET", "/console/questions/try", "knowledge.read", tryOut),
    staffRoute("GET", "/console/questions/:id", "knowledge.read", showQuestion),
  ];
}

async function showQuestions(visit: StaffVisit): Promise<Answer> {
  const outcome = OUTCOMES.find((name) => name === visit.query.get("outcome"));
  const feedback = (["helpful", "notHelpful"] as const).find((name) => name === visit.query.get("feedback"));
  const cursor = visit.query.get("cursor");
  const query = {
    limit: PAGE_SIZE,
    ...(outcome && { outcome }),
    ...(feedback && { feedback }),
    ...(cursor && { cursor }),
  };
  const list = await visit.staff.office.store.questions.list(query);
  return pageAnswer(questionsPage(visit, list, outcome ?? feedback));
}

function tryOut(visit: StaffVisit): Answer {
  const text = (visit.query.get("text") ?? "").trim().slice(0, LONGEST_TRY);
  if (text === "") return pageAnswer(tryPage(visit));
  return pageAnswer(tryPage(visit, { text, understanding: understandNow(visit, text) }));
}

async function showQuestion(visit: StaffVisit): Promise<Answer> {
  const { store } = visit.staff.office;
  const question = await store.questions.byId(visit.params.id ?? "");
  if (!question) throw new AppError("notFound", "There is no such question.");
  const records = await Promise.all(question.entries.map((id) => store.knowledge.byId(id)));
  return pageAnswer(
    questionPage(visit, {
      question,
      records: records.filter((record) => record !== undefined),
      now: understandNow(visit, question.text),
    }),
  );
}

function understandNow({ staff, now }: StaffVisit, text: string) {
  return staff.understander().understand(text, { today: turkishDay(now) });
}
