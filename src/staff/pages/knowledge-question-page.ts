import type { AskedQuestion } from "../../core/chat.ts";
import { type KnowledgeRecord, versionAt } from "../../core/knowledge-record.ts";
import { may } from "../../core/person.ts";
import type { Understanding } from "../../understanding/types.ts";
import { fullDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { page } from "../design/layout.ts";
import { percent } from "../design/numbers.ts";
import { facts } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { entryChoice } from "./entry-choice.ts";
import { understandingCard } from "./knowledge-try-page.ts";
import { feedbackBadge, outcomeBadge, stepList } from "./question-parts.ts";

export interface QuestionPageData {
  readonly question: AskedQuestion;
  /** Records of the entries it came to. */
  readonly records: readonly KnowledgeRecord[];
  /** What it would come to at this moment. */
  readonly now: Understanding;
}

/** One question that was asked: what the bot did, on which version of what, why, and what it would do now. */
export function questionPage(visit: StaffVisit, { question, records, now }: QuestionPageData): Html {
  const { gaps: words, knowledge } = visit.texts;
  const chosen = question.entries[0] ?? now.clauses[0]?.entry ?? "";
  const choice = { id: "right", text: question.text, language: question.language, chosen };
  return page(visit, {
    title: words.whyTitle,
    here: "questions",
    body: html`<div class="page-head"><div><p class="small"><a href="/console/questions">${knowledge.askedTitle}</a></p><h1>${words.whyTitle}</h1><p class="lead">“${question.text}”</p></div></div>
<div class="stack"><section class="card"><div class="body stack">${facts([
      [knowledge.result, html`${outcomeBadge(visit, question.outcome)} ${feedbackBadge(visit, question.feedback)}`],
      [words.feedbackText, question.feedbackText],
      [
        words.answeredWith,
        records.length > 0 && records.map((record) => html`${answeredWith(visit, record, question)} `),
      ],
      [knowledge.confidence, percent(question.confidence, visit)],
      [words.channel, channelName(visit, question.channel)],
      [words.askedAt, fullDate(question.askedAt, visit)],
    ])}<p class="small muted mono">${knowledge.version(question.knowledgeVersion.slice(0, 12))}</p>
<div><h2>${words.steps}</h2>${stepList(visit, question.why)}</div>${may(visit.visitor.role, "knowledge.write") && entryChoice(visit, { ...choice, next: `/console/questions/${question.id}` })}</div></section>
${understandingCard(visit, now)}</div>`,
  });
}

/** Where it was asked, as staff call it; Bot Framework's own name where it is another program. */
function channelName({ texts }: StaffVisit, channel: string): string {
  const names: Readonly<Record<string, string>> = { ...texts.tickets.channel, msteams: texts.tickets.channel.teams };
  return names[channel] ?? channel;
}

/** The entry as it stood when the question was answered. */
function answeredWith({ texts }: StaffVisit, record: KnowledgeRecord, { askedAt }: AskedQuestion): Html {
  const version = versionAt(record, askedAt);
  const label = version === undefined ? record.id : texts.gaps.entryVersion(record.id, version);
  return html`<a href="/console/knowledge/${record.id}/history">${label}</a>`;
}
