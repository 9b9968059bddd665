import type { KnowledgeEntry } from "../../core/knowledge.ts";
import { turkishDay } from "../../core/turkish-time.ts";
import { fold } from "../../language/fold.ts";
import { type Html, html } from "../design/html.ts";
import { badge } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { categoryName } from "./ticket-parts.ts";

export interface AnswersWanted {
  readonly subject: string;
  /** What the requester wrote last. */
  readonly asked: string;
  /** What the agent looks for. */
  readonly q: string;
}

/** The knowledge as ready answers: what was understood to be asked comes first, with the reason; a fragment of a page. */
export function readyAnswers(visit: StaffVisit, { subject, asked, q }: AnswersWanted): Html {
  const understander = visit.staff.understander();
  const today = turkishDay(visit.now);
  const understood = understander.understandMail(subject, asked, today);
  const words = fold(q).split(" ").filter(Boolean);
  const fitting = [...understander.entries.values()]
    .filter((entry) => entry.kind === "fact" && isValid(entry, today))
    .filter((entry) => words.every((word) => searchable(entry).includes(word)))
    .sort((a, b) => Number(b.id === understood.answer) - Number(a.id === understood.answer));
  if (fitting.length === 0) return html`<p class="muted">${visit.texts.desk.answersNone}</p>`;
  const why = understood.why.map(({ step, detail }) => `${step}: ${detail}`).join(" · ");
  return html`<ul>${fitting.map((entry) => option(visit, entry, entry.id === understood.answer ? why : undefined))}</ul>`;
}

function option(visit: StaffVisit, entry: KnowledgeEntry, why: string | undefined): Html {
  const { texts, preferences } = visit;
  return html`<li><button type="button" data-answer><span class="row"><strong>${entry.title[preferences.language]}</strong>${why !== undefined && badge(texts.desk.suggested, "good", "check")}<span class="muted small">${categoryName(entry.category, visit)}</span></span><span class="excerpt" data-answer-text>${entry.answer.tr}</span></button>${why && html`<p class="muted small">${texts.desk.suggestedWhy} ${why}</p>`}</li>`;
}

function searchable(entry: KnowledgeEntry): string {
  return fold([entry.title.tr, entry.title.en, entry.answer.tr, ...entry.questions.tr, entry.id].join(" "));
}

/** An answer whose time has not come or has passed is not offered. */
function isValid({ validFrom, validUntil }: KnowledgeEntry, today: string): boolean {
  return (!validFrom || validFrom <= today) && (!validUntil || today <= validUntil);
}
