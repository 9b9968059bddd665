import type { KnowledgeEntry } from "../../core/knowledge.ts";
import { type Html, html } from "../design/html.ts";
import { page } from "../design/layout.ts";
import { badge, emptyState } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { withLinks } from "./thread.ts";
import { categoryName } from "./ticket-parts.ts";

const TONES = { fact: "good", unknown: "quiet", ambiguous: "info" } as const;

/** The knowledge as it is answered from at this moment, by category. */
export function knowledgePage(visit: StaffVisit): Html {
  const { knowledge } = visit.texts;
  const { entries, version } = visit.staff.understander();
  const byCategory = new Map<string, KnowledgeEntry[]>();
  for (const entry of entries.values()) {
    byCategory.set(entry.category, [...(byCategory.get(entry.category) ?? []), entry]);
  }
  return page(visit, {
    title: knowledge.title,
    here: "knowledge",
    body: html`<div class="page-head"><div><h1>${knowledge.title}</h1><p class="lead">${knowledge.lead}</p></div><span class="grow"></span><span class="muted small mono">${knowledge.version(version.slice(0, 12))}</span></div>
${byCategory.size === 0 && html`<div class="card">${emptyState("book", knowledge.empty, knowledge.emptyText)}</div>`}
<div class="stack">${[...byCategory].map(([category, list]) => html`<section class="card"><div class="head"><h2>${categoryName(category, visit)}</h2><span class="number">${list.length}</span></div>${list.map((entry) => entryPart(visit, entry))}</section>`)}</div>`,
  });
}

function entryPart(visit: StaffVisit, entry: KnowledgeEntry): Html {
  const { knowledge } = visit.texts;
  const { language } = visit.preferences;
  const validity =
    [entry.validFrom, entry.validUntil].some(Boolean) && `${entry.validFrom ?? "…"} – ${entry.validUntil ?? "…"}`;
  return html`<details class="entry" id="${entry.id}"><summary><span>${entry.title[language]}</span>${badge(knowledge.kind[entry.kind], TONES[entry.kind])}<span class="mono small muted">${entry.id}</span></summary>
<div class="stack"><div class="answer">${withLinks(entry.answer[language])}</div>
${validity && html`<p class="small">${knowledge.validity}: ${validity}</p>`}
<p class="small muted">${knowledge.source}: ${entry.source}</p>
<div class="small"><h3>${knowledge.questionsAsked}</h3><ul class="chips">${entry.questions[language].map((question) => html`<li><span class="badge outline">${question}</span></li>`)}</ul></div></div></details>`;
}
