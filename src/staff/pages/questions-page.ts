import type { AskedQuestion } from "../../core/chat.ts";
import type { Page } from "../../core/page.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { page } from "../design/layout.ts";
import { percent } from "../design/numbers.ts";
import { emptyState, moreLink, tabs } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { entryLink } from "./knowledge-parts.ts";
import { tryBox } from "./knowledge-try-page.ts";
import { feedbackBadge, outcomeBadge } from "./question-parts.ts";

export const OUTCOMES = ["answer", "clarify", "unknown", "smalltalk", "status", "handoff"] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What the bot was asked, what it said, and why. */
export function questionsPage(
  visit: StaffVisit,
  list: Page<AskedQuestion>,
  current: Outcome | AskedQuestion["feedback"],
): Html {
  const { knowledge, common } = visit.texts;
  return page(visit, {
    title: knowledge.askedTitle,
    here: "questions",
    body: html`<div class="page-head"><div><h1>${knowledge.askedTitle}</h1><p class="lead">${knowledge.askedLead}</p></div></div>
<div class="stack"><div class="card"><div class="body">${tryBox(visit, "")}</div></div>
<div class="card">${tabs(knowledge.result, [
      { href: "/console/questions", label: common.all, current: !current },
      ...OUTCOMES.map((name) => ({
        href: `/console/questions?outcome=${name}`,
        label: knowledge.outcome[name],
        current: name === current,
      })),
      ...(["helpful", "notHelpful"] as const).map((name) => ({
        href: `/console/questions?feedback=${name}`,
        label: knowledge.feedback[name],
        current: name === current,
      })),
    ])}
${list.items.length === 0 ? emptyState("help", knowledge.noQuestions, knowledge.noQuestionsText) : table(visit, list.items)}
${moreLink(common.more, "/console/questions", visit.query, list.nextCursor)}</div></div>`,
  });
}

function table(visit: StaffVisit, items: readonly AskedQuestion[]): Html {
  const { knowledge } = visit.texts;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${knowledge.askedTitle}"><table class="stacked"><thead><tr><th>${knowledge.question}</th><th>${knowledge.result}</th><th>${knowledge.entry}</th><th class="number-cell">${knowledge.confidence}</th><th class="number-cell">${knowledge.when}</th></tr></thead><tbody>${items.map((item) => row(visit, item))}</tbody></table></div>`;
}

function row(visit: StaffVisit, item: AskedQuestion): Html {
  return html`<tr><td><a href="/console/questions/${item.id}" title="${visit.texts.gaps.whyTitle}">${item.text}</a></td>
<td class="nowrap">${outcomeBadge(visit, item.outcome)} ${feedbackBadge(visit, item.feedback)}</td>
<td class="small">${item.entries.map((id) => html`<div>${entryLink(visit, id)}</div>`)}</td>
<td class="number-cell small">${percent(item.confidence, visit)}</td><td class="number-cell small muted nowrap">${when(item.askedAt, visit)}</td></tr>`;
}
