import { may } from "../../core/person.ts";
import { turkishDay } from "../../core/turkish-time.ts";
import type { Gap, GapReason } from "../../knowledge/find-gaps.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { badge, csrfField, emptyState, type Tone } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { entryChoice } from "./entry-choice.ts";
import { knowledgeTabs } from "./knowledge-parts.ts";

const TONES: Readonly<Record<GapReason, Tone>> = { unanswered: "warn", abandoned: "info", notHelpful: "bad" };
/** More than this at once is no list to work through. */
const MOST = 100;

/** What people asked and got no good answer to, most asked first; each one tap from an answer. */
export function gapsPage(visit: StaffVisit, gaps: readonly Gap[]): Html {
  const { gaps: words } = visit.texts;
  const done: Readonly<Record<string, string>> = { dismissed: words.dismissed, confirmed: words.confirmed };
  const said = done[visit.query.get("done") ?? ""];
  return page(visit, {
    title: words.gapsTitle,
    here: "knowledge",
    body: html`${said && html`<div class="banner good" role="status">${icon("check")}<div>${said}</div></div>`}
<div class="page-head"><div><h1>${words.gapsTitle}</h1><p class="lead">${words.gapsLead}</p></div></div>
<div class="card">${knowledgeTabs(visit, "gaps")}${gaps.length === 0 ? emptyState("check", words.noGaps, words.noGapsText) : html`<ul class="gaps">${gaps.slice(0, MOST).map((gap, index) => gapPart(visit, gap, index))}</ul>`}</div>`,
  });
}

function gapPart(visit: StaffVisit, gap: Gap, index: number): Html {
  const { gaps: words } = visit.texts;
  const others = gap.wordings.length > 1;
  return html`<li class="gap"><div class="stack"><div><h2>${gap.text}</h2><p class="small muted">${words.times(gap.count)} · ${when(gap.lastAskedAt, visit)} ${gap.reasons.map((reason) => html` ${badge(words.reasonOf[reason], TONES[reason])}`)}</p></div>
${others && html`<details class="small"><summary>${words.wordings(gap.wordings.length)}</summary><ul class="items">${gap.wordings.map(({ text, count }) => html`<li>${text}${count > 1 && html` <span class="muted">${words.times(count)}</span>`}</li>`)}</ul></details>`}</div>
${may(visit.visitor.role, "knowledge.write") && gapActions(visit, gap, index)}</li>`;
}

function gapActions(visit: StaffVisit, gap: Gap, index: number): Html {
  const { texts, visitor } = visit;
  const { gaps: words } = texts;
  const fresh = new URLSearchParams({ question: gap.text, language: gap.language });
  return html`<div class="stack">${entryChoice(visit, { id: `gap-${index}`, text: gap.text, language: gap.language, chosen: suggestedEntry(visit, gap) })}
<div class="row"><a class="button small" href="/console/knowledge/new?${fresh.toString()}">${icon("plus")}${words.makeEntry}</a>
<form method="post" action="/console/gaps/dismiss">${csrfField(visitor)}${gap.wordings.map(({ text }) => html`<input type="hidden" name="wording" value="${text}">`)}<button class="button quiet small">${icon("close")}${words.dismiss}</button></form></div></div>`;
}

/** The entry that was near: what was answered or offered then, or what would be now. */
function suggestedEntry({ staff, now }: StaffVisit, gap: Gap): string {
  const [asked] = gap.entries;
  if (asked) return asked;
  const [clause] = staff.understander().understand(gap.text, { today: turkishDay(now) }).clauses;
  return clause?.entry ?? clause?.known ?? clause?.choices[0]?.entry ?? "";
}
