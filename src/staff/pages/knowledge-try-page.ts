import type { Understanding } from "../../understanding/types.ts";
import { type Html, html } from "../design/html.ts";
import { page } from "../design/layout.ts";
import { percent } from "../design/numbers.ts";
import { badge, facts } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { intentName } from "./intent-name.ts";
import { botAnswer, entryLink } from "./knowledge-parts.ts";
import { outcomeBadge, stepList } from "./question-parts.ts";

/** A box to ask the bot in, with everything it thought. Nothing is recorded. */
export function tryPage(
  visit: StaffVisit,
  tried?: { readonly text: string; readonly understanding: Understanding },
): Html {
  const { gaps: words } = visit.texts;
  return page(visit, {
    title: words.tryTitle,
    here: "questions",
    body: html`<div class="page-head"><div><h1>${words.tryTitle}</h1><p class="lead">${words.tryLead}</p></div></div>
<div class="stack"><div class="card"><div class="body">${tryBox(visit, tried?.text ?? "")}</div></div>${tried && understandingCard(visit, tried.understanding)}</div>`,
  });
}

export function tryBox({ texts }: StaffVisit, text: string): Html {
  const { gaps: words } = texts;
  return html`<form class="row try" method="get" action="/console/questions/try"><label for="try-text">${words.tryLabel}</label><input id="try-text" name="text" value="${text}" required maxlength="2000" autocomplete="off"><button class="button main">${words.tryIt}</button></form>`;
}

/** What a text is understood as, clause by clause, step by step. */
export function understandingCard(
  visit: StaffVisit,
  { intent, confidence, language, clauses, why }: Understanding,
): Html {
  const { gaps: words, knowledge } = visit.texts;
  const { entries } = visit.staff.understander();
  return html`<section class="card"><div class="head"><h2>${words.tryNow}</h2></div><div class="body stack">${facts([
    [words.intent, intentName(visit.texts, intent)],
    [knowledge.confidence, percent(confidence, visit)],
  ])}${why.length > 0 && stepList(visit, why)}
${clauses.map((clause) => {
  const entry = entries.get(clause.entry ?? clause.known ?? "");
  return html`<div class="clause stack"><div class="row">${outcomeBadge(visit, clause.outcome)}${clause.entry && entryLink(visit, clause.entry)}<span class="muted small">${percent(clause.confidence, visit)}</span>${clauses.length > 1 && html`<span class="small">${words.clause}: “${clause.text}”</span>`}</div>
${clause.choices.length > 0 && html`<p class="small">${words.choices}: ${clause.choices.map(({ text }) => html`${badge(text, "outline")} `)}</p>`}
${entry && botAnswer(visit, entry, language)}<div><h3>${words.steps}</h3>${stepList(visit, clause.why)}</div></div>`;
})}</div></section>`;
}
