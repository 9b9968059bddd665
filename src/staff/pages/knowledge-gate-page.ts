import { may } from "../../core/person.ts";
import type { QuestionOutcome } from "../../knowledge/outcome.ts";
import type { PublishPreview } from "../../knowledge/publish-entry.ts";
import type { Gate, GateFailure } from "../../knowledge/run-gate.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { csrfField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { entryDiff } from "./knowledge-diff.ts";
import { entryLink } from "./knowledge-parts.ts";
import { outcomeBadge } from "./question-parts.ts";

/** What publishing the draft would do, and the button that does it. */
export function knowledgeGatePage(visit: StaffVisit, preview: PublishPreview): Html {
  const { texts, preferences } = visit;
  const words = texts.knowledgeDesk;
  const { record, draft, gate } = preview;
  return page(visit, {
    title: words.gateTitle,
    here: "knowledge",
    body: html`<div class="page-head"><div><p class="small"><a href="/console/knowledge/${record.id}">${words.backToEntry}</a></p><h1>${words.gateTitle}: ${draft.title[preferences.language]}</h1><p class="lead">${words.gateLead}</p></div></div>
${verdict(visit, preview)}
<div class="stack">${publishForm(visit, preview)}
<section class="card"><div class="head"><h2>${words.differences}</h2></div><div class="body">${entryDiff(visit, record.published, draft)}</div></section>
${failureTable(visit, words.failures, gate.failures)}${duplicates(visit, gate)}${changes(visit, gate)}
${gate.alreadyWrong.length > 0 && html`<details class="card"><summary class="head">${words.alreadyWrong} <span class="number">${gate.alreadyWrong.length}</span></summary>${outcomeTable(visit, gate.alreadyWrong)}</details>`}</div>`,
  });
}

function verdict({ texts, preferences }: StaffVisit, { gate, faults }: PublishPreview): Html {
  const words = texts.knowledgeDesk;
  if (faults.length > 0) {
    return html`<div class="banner bad" role="status">${icon("alert")}<div><strong>${words.gateFaults}</strong><ul>${faults.map(({ field, words: said }) => html`<li><span class="mono">${field}</span>: ${said[preferences.language]}</li>`)}</ul></div></div>`;
  }
  const { own, confirmed } = gate.checked;
  return gate.passed
    ? html`<div class="banner good" role="status">${icon("check")}<div><strong>${words.gatePassed}</strong>${words.gatePassedText(own, confirmed)}</div></div>`
    : html`<div class="banner bad" role="status">${icon("alert")}<div><strong>${words.gateFailed}</strong>${words.gateFailedText(gate.failures.length)}</div></div>`;
}

function publishForm({ texts, visitor }: StaffVisit, { record, gate, faults }: PublishPreview): Html {
  const words = texts.knowledgeDesk;
  if (faults.length > 0) return html``;
  if (!may(visitor.role, "knowledge.publish")) return html`<p class="muted">${words.mayNotPublish}</p>`;
  return html`<form class="row" method="post" action="/console/knowledge/${record.id}/publish">${csrfField(visitor)}<input type="hidden" name="version" value="${record.version}">
${!gate.passed && html`<label for="reason">${words.reason}</label><input id="reason" name="reason" required maxlength="500" size="40" aria-describedby="reason-hint"><span class="small muted" id="reason-hint">${words.reasonHint}</span>`}
<button class="button ${gate.passed ? "main" : "danger"}">${icon("check")}${gate.passed ? words.publish : words.publishAnyway}</button></form>`;
}

function failureTable(visit: StaffVisit, title: string, failures: readonly GateFailure[]): Html {
  if (failures.length === 0) return html``;
  return html`<section class="card"><div class="head"><h2>${title}</h2><span class="number loud">${failures.length}</span></div>${outcomeTable(visit, failures)}</section>`;
}

function outcomeTable(visit: StaffVisit, failures: readonly GateFailure[]): Html {
  const words = visit.texts.knowledgeDesk;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${words.failures}"><table><thead><tr><th>${words.question}</th><th>${words.rightAnswer}</th><th>${words.before}</th><th>${words.after}</th></tr></thead>
<tbody>${failures.slice(0, 100).map((one) => html`<tr><td>${one.text}</td><td class="small">${entryLink(visit, one.entry)}</td><td>${outcome(visit, one.before)}</td><td>${outcome(visit, one.after)}</td></tr>`)}</tbody></table></div>`;
}

function duplicates(visit: StaffVisit, { nearDuplicates }: Gate): Html {
  const words = visit.texts.knowledgeDesk;
  if (nearDuplicates.length === 0) return html``;
  return html`<section class="card"><div class="head"><h2>${words.nearDuplicates}</h2><span class="number">${nearDuplicates.length}</span></div><div class="table-scroll" tabindex="0" role="region" aria-label="${words.nearDuplicates}"><table><thead><tr><th>${words.question}</th><th>${words.like}</th><th>${visit.texts.knowledge.entry}</th></tr></thead><tbody>${nearDuplicates.map((one) => html`<tr><td>${one.question}</td><td>${one.otherQuestion}</td><td class="small">${entryLink(visit, one.other)}</td></tr>`)}</tbody></table></div></section>`;
}

function changes(visit: StaffVisit, gate: Gate): Html {
  const words = visit.texts.knowledgeDesk;
  const list =
    gate.changes.length === 0
      ? html`<p class="body muted">${words.noChanges(gate.checked.real)}</p>`
      : html`<div class="table-scroll" tabindex="0" role="region" aria-label="${words.changes}"><table><thead><tr><th>${words.question}</th><th>${words.before}</th><th>${words.after}</th></tr></thead><tbody>${gate.changes.slice(0, 100).map((one) => html`<tr><td>${one.text}</td><td>${outcome(visit, one.before)}</td><td>${outcome(visit, one.after)}</td></tr>`)}</tbody></table></div>`;
  return html`<section class="card"><div class="head"><h2>${words.changes}</h2><span class="number">${gate.changes.length}</span></div>${list}</section>`;
}

function outcome(visit: StaffVisit, { kind, entries }: QuestionOutcome): Html {
  return html`${outcomeBadge(visit, kind)} <span class="small">${entries.map((id) => html`${entryLink(visit, id)} `)}</span>`;
}
