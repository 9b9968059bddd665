import type { AskedQuestion } from "../../core/chat.ts";
import type { Page } from "../../core/ports.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { page } from "../design/layout.ts";
import { badge, emptyState, moreLink, tabs } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";

export const OUTCOMES = ["answer", "clarify", "unknown", "smalltalk", "status", "handoff"] as const;
type Outcome = (typeof OUTCOMES)[number];

const TONES = {
  answer: "good",
  clarify: "info",
  unknown: "warn",
  smalltalk: "quiet",
  status: "quiet",
  handoff: "info",
} as const;

/** What the bot was asked, what it said, and why. */
export function questionsPage(visit: StaffVisit, list: Page<AskedQuestion>, outcome: Outcome | undefined): Html {
  const { knowledge, common } = visit.texts;
  return page(visit, {
    title: knowledge.askedTitle,
    here: "questions",
    body: html`<div class="page-head"><div><h1>${knowledge.askedTitle}</h1><p class="lead">${knowledge.askedLead}</p></div></div>
<div class="card">${tabs(knowledge.result, [
      { href: "/console/questions", label: common.all, current: !outcome },
      ...OUTCOMES.map((name) => ({
        href: `/console/questions?outcome=${name}`,
        label: knowledge.outcome[name],
        current: name === outcome,
      })),
    ])}
${list.items.length === 0 ? emptyState("help", knowledge.noQuestions, knowledge.noQuestionsText) : table(visit, list.items)}
${moreLink(common.more, "/console/questions", visit.query, list.nextCursor)}</div>`,
  });
}

function table(visit: StaffVisit, items: readonly AskedQuestion[]): Html {
  const { knowledge } = visit.texts;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${knowledge.askedTitle}"><table><thead><tr><th>${knowledge.question}</th><th>${knowledge.result}</th><th>${knowledge.entry}</th><th class="number-cell">${knowledge.confidence}</th><th class="number-cell">${knowledge.when}</th></tr></thead><tbody>${items.map((item) => row(visit, item))}</tbody></table></div>`;
}

function row(visit: StaffVisit, item: AskedQuestion): Html {
  const { knowledge } = visit.texts;
  return html`<tr><td>${item.text}${item.why.length > 0 && html`<details class="small"><summary>${knowledge.why}</summary><ol class="steps">${item.why.map(({ step, detail }) => html`<li><div class="what"><strong>${step}</strong> ${detail}</div></li>`)}</ol></details>`}</td>
<td class="nowrap">${badge(knowledge.outcome[item.outcome], TONES[item.outcome])} ${item.feedback && badge(knowledge.feedback[item.feedback], item.feedback === "helpful" ? "good" : "bad")}</td>
<td class="small">${item.entries.map((id) => html`<a class="mono" href="/console/knowledge#${id}">${id}</a> `)}</td>
<td class="number-cell small">${Math.round(item.confidence * 100)} %</td><td class="number-cell small muted nowrap">${when(item.askedAt, visit)}</td></tr>`;
}
