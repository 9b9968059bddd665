import type { KnowledgeRecord } from "../../core/knowledge-record.ts";
import { may } from "../../core/person.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { page } from "../design/layout.ts";
import { badge, emptyState } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { entryDiff } from "./knowledge-diff.ts";

const TONES = { file: "quiet", imported: "info", published: "good", withdrawn: "warn" } as const;

/** Every version of an entry, newest first: who, when, why, and what changed. */
export function knowledgeHistoryPage(visit: StaffVisit, { id, history }: KnowledgeRecord): Html {
  const { texts, visitor } = visit;
  const words = texts.knowledgeDesk;
  const writes = may(visitor.role, "knowledge.write");
  const steps = history.map((step, index) => {
    const system = step.by === "system" ? texts.common.system : step.by;
    return html`<section class="card"><div class="head"><h2>${words.versionNumber(step.version)}</h2>${badge(words.step[step.kind], TONES[step.kind])}<span class="small muted">${system} · ${when(step.at, visit)}</span><span class="grow"></span>${writes && html`<a class="button small" href="/console/knowledge/${id}?from=${step.version}">${words.startFrom}</a>`}</div>
${(step.reason ?? index > 0) && html`<div class="body stack">${step.reason && html`<p><strong>${words.reason}:</strong> ${step.reason}</p>`}${step.kind !== "withdrawn" && entryDiff(visit, history[index - 1]?.entry, step.entry)}</div>`}</section>`;
  });
  return page(visit, {
    title: words.historyOf(id),
    here: "knowledge",
    body: html`<div class="page-head"><div><p class="small"><a href="/console/knowledge/${id}">${words.backToEntry}</a></p><h1>${words.historyOf(id)}</h1></div></div>
<div class="stack">${steps.length === 0 ? html`<div class="card">${emptyState("history", words.noHistory, words.noHistory)}</div>` : steps.reverse()}</div>`,
  });
}
