import type { ErasedCounts } from "../../core/erasure.ts";
import type { ErasureReport } from "../../requests/erase-requester.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { csrfField, facts } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";

export interface ErasureState {
  readonly report?: ErasureReport;
  /** What was typed, when the two addresses differ. */
  readonly differs?: boolean;
}

/** Where an administrator erases a person, and reads once what was erased and what stays. */
export function erasurePage(visit: StaffVisit, { report, differs }: ErasureState): Html {
  const { erasure } = visit.texts;
  return page(visit, {
    title: erasure.title,
    body: html`<div class="page-head"><div><h1>${erasure.title}</h1><p class="lead">${erasure.lead}</p></div></div>
${differs && html`<div class="banner bad" role="alert">${icon("alert")}<div>${erasure.different}</div></div>`}
<div class="stack">${report && reportCard(visit, report)}${form(visit)}</div>`,
  });
}

function form({ texts, visitor }: StaffVisit): Html {
  const { erasure } = texts;
  const address = (name: string, label: string) =>
    html`<div class="field"><label for="erase-${name}">${label}</label><input id="erase-${name}" name="${name}" type="email" required maxlength="254" autocomplete="off"></div>`;
  return html`<section class="card"><form class="body stack" method="post" action="/console/erasure">${csrfField(visitor)}${address("email", erasure.email)}${address("again", erasure.again)}<div><button class="button danger">${erasure.erase}</button></div></form></section>`;
}

function reportCard({ texts }: StaffVisit, report: ErasureReport): Html {
  const { erasure } = texts;
  const counts = Object.entries(report.erased) as [keyof ErasedCounts, number][];
  const found = counts.some(([, count]) => count > 0);
  if (!found) return html`<div class="banner warn" role="status">${icon("alert")}<div>${erasure.nothing}</div></div>`;
  return html`<div class="banner good" role="status">${icon("check")}<div>${erasure.done}</div></div>
<section class="card"><div class="head"><h2>${erasure.erased}</h2></div><div class="body stack">${facts(counts.map(([what, count]) => [erasure.what[what], String(count)] as const))}
${numbers(erasure.emptied, "tickets", report.tickets)}${numbers(erasure.others, "requests", report.entriesOfOthers)}${numbers(erasure.toLookAt, "tickets", report.toLookAt, erasure.toLookAtHint)}</div></section>
<section class="card"><div class="head"><h2>${erasure.kept}</h2></div><ul class="body stack">${report.kept.map((reason) => html`<li>${reason}</li>`)}</ul></section>`;
}

function numbers(title: string, place: "tickets" | "requests", list: readonly string[], hint?: string): Html {
  if (list.length === 0) return html``;
  return html`<div><h3>${title}</h3>${hint && html`<p class="muted small">${hint}</p>`}<div class="chips">${list.map((number) => html`<a class="mono" href="/console/${place}/${number}">${number}</a>`)}</div></div>`;
}
