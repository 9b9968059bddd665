import type { KnowledgeEntry, Language } from "../../core/knowledge.ts";
import { type KnowledgeState, validityOn } from "../../core/knowledge-record.ts";
import { turkishDay } from "../../core/turkish-time.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { badge, tabs } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { withLinks } from "./thread.ts";

const KIND_TONES = { fact: "good", unknown: "quiet", ambiguous: "info" } as const;
const STATE_TONES = { published: "good", changed: "info", draft: "warn", withdrawn: "outline" } as const;
const VALIDITY_TONES = { current: "good", upcoming: "info", expired: "bad" } as const;

export function kindBadge({ texts }: StaffVisit, kind: KnowledgeEntry["kind"]): Html {
  return badge(texts.knowledge.kind[kind], KIND_TONES[kind]);
}

export function stateBadge({ texts }: StaffVisit, state: KnowledgeState): Html {
  return badge(texts.knowledgeDesk.state[state], STATE_TONES[state]);
}

/** Its dates and where today stands in them; nothing for an entry without dates. */
export function validityPart(visit: StaffVisit, entry: KnowledgeEntry): Html {
  if (!entry.validFrom && !entry.validUntil) return html``;
  const validity = validityOn(entry, turkishDay(visit.now));
  return html`${badge(visit.texts.knowledgeDesk.validity[validity], VALIDITY_TONES[validity])} <span class="small muted nowrap">${entry.validFrom ?? "…"} – ${entry.validUntil ?? "…"}</span>`;
}

/** The two rooms of the knowledge desk. */
export function knowledgeTabs(visit: StaffVisit, here: "entries" | "gaps"): Html {
  const { knowledge, knowledgeDesk } = visit.texts;
  return tabs(knowledge.title, [
    { href: "/console/knowledge", label: knowledgeDesk.entries, current: here === "entries" },
    { href: "/console/gaps", label: knowledgeDesk.gaps, current: here === "gaps" },
  ]);
}

/** A link to an entry: its title when it is known, else its id. */
export function entryLink(visit: StaffVisit, id: string): Html {
  const title = visit.staff.understander().entries.get(id)?.title[visit.preferences.language] ?? id;
  return html`<a href="/console/knowledge/${id}" title="${id}">${title}</a>`;
}

/** What the bot says for an entry: its answer as it is read, its source, and the buttons of a question back. */
export function botAnswer(visit: StaffVisit, entry: KnowledgeEntry, language: Language): Html {
  const { knowledge, knowledgeDesk } = visit.texts;
  const { entries } = visit.staff.understander();
  const choices = entry.kind === "ambiguous" ? entry.related.slice(0, 3) : [];
  return html`<div class="bot-says" lang="${language}">${icon("bot")}<div class="stack"><div class="answer">${paragraphs(entry.answer[language])}</div>
${entry.kind === "fact" && html`<p class="small muted">${knowledge.source}: ${entry.source}</p>`}
${choices.length > 0 && html`<div class="small"><span class="muted">${knowledgeDesk.previewChoices}:</span> <ul class="chips">${choices.map((id) => html`<li>${badge(entries.get(id)?.title[language] ?? id, "outline")}</li>`)}</ul></div>`}</div></div>`;
}

/** The light Markdown of answers: paragraphs, items, bold, addresses. */
function paragraphs(text: string): Html {
  const blocks = text.trim().split(/\n\s*\n/);
  return html`${blocks.map((block) => {
    const lines = block.split("\n");
    if (!lines.every((line) => line.startsWith("- ")))
      return html`<p>${lines.map((line) => html`${strong(line)} `)}</p>`;
    return html`<ul class="items">${lines.map((line) => html`<li>${strong(line.slice(2))}</li>`)}</ul>`;
  })}`;
}

function strong(line: string): Html {
  const parts = line.split("**");
  return html`${parts.map((part, at) => (at % 2 === 1 ? html`<strong>${withLinks(part)}</strong>` : withLinks(part)))}`;
}
