import type { KnowledgeEntry, Language } from "../../core/knowledge.ts";
import { plainText } from "../../core/plain-text.ts";
import { turkishDay } from "../../core/turkish-time.ts";
import { fold } from "../../language/fold.ts";
import type { MailUnderstanding } from "../../understanding/types.ts";
import { type Html, html } from "../design/html.ts";
import { percent } from "../design/numbers.ts";
import { badge } from "../design/parts.ts";
import { type FilledAnswer, fittingAnswers } from "../ready-answers/fitting-answers.ts";
import type { StaffVisit } from "../route.ts";
import { categoryName } from "./ticket-parts.ts";

export interface AnswersWanted {
  readonly subject: string;
  /** What the requester wrote last. */
  readonly asked: string;
  /** The language it is written in. */
  readonly language: Language;
  /** Ready answers one has at hand, filled in for this ticket. */
  readonly own: readonly FilledAnswer[];
  /** What the agent looks for. */
  readonly q: string;
}

/**
 * Ready answers and the knowledge, to be put into a reply; a fragment of a page. What was understood to be asked comes first, with the
 * reason, then what staff wrote themselves, then the rest of the knowledge.
 */
export function readyAnswers(visit: StaffVisit, { subject, asked, language, own, q }: AnswersWanted): Html {
  const understander = visit.staff.understander();
  const today = turkishDay(visit.now);
  const understood = understander.understandMail(subject, asked, today);
  const words = fold(q).split(" ").filter(Boolean);
  const knowledge = [...understander.entries.values()]
    .filter((entry) => entry.kind === "fact" && isValid(entry, today))
    .filter((entry) => words.every((word) => searchable(entry).includes(word)));
  const written = fittingAnswers(own, q);
  if (knowledge.length + written.length === 0) return html`<p class="muted">${visit.texts.desk.answersNone}</p>`;
  const isSuggested = ({ id }: KnowledgeEntry) => id === understood.answer;
  return html`<ul>${knowledge.filter(isSuggested).map((entry) => fromKnowledge(visit, entry, language, understood))}${written.map((one) => fromShelf(visit, one))}${knowledge.filter((entry) => !isSuggested(entry)).map((entry) => fromKnowledge(visit, entry, language))}</ul>`;
}

/** The ready answers alone, as options of the list that opens while "/" and a name are typed. */
export function answerOptions({ texts }: StaffVisit, own: readonly FilledAnswer[]): Html {
  return html`${own.map(({ answer, language, text }, index) => html`<li id="snippet-${index}" role="option" aria-selected="false" data-name="${answer.name}" data-plain="${fold(answer.name)}" data-words="${text}"><strong>${answer.name}</strong> <span class="badge outline">${texts.readyAnswers.language[language]}</span> <span class="clip muted small">${text.slice(0, 160)}</span></li>`)}`;
}

function fromKnowledge(
  visit: StaffVisit,
  entry: KnowledgeEntry,
  language: Language,
  understood?: MailUnderstanding,
): Html {
  const { texts, preferences } = visit;
  return html`<li><button type="button" data-answer><span class="row"><strong>${entry.title[preferences.language]}</strong>${understood && badge(texts.desk.suggested, "good", "check")}<span class="muted small">${categoryName(entry.category, visit)}</span></span><span class="excerpt" data-answer-text>${plainText(entry.answer[language] || entry.answer.tr)}</span></button>${understood && html`<div class="why muted small"><p>${texts.desk.suggestedBecause(percent(understood.confidence, visit))}</p><details><summary>${texts.desk.suggestedWhy}</summary><p>${understood.why.map(({ step, detail }) => `${step}: ${detail}`).join(" · ")}</p></details></div>`}</li>`;
}

function fromShelf({ texts }: StaffVisit, { answer, language, text }: FilledAnswer): Html {
  const words = texts.readyAnswers;
  return html`<li><button type="button" data-answer><span class="row"><strong>${answer.name}</strong>${badge(answer.shared ? words.shared : words.own, answer.shared ? "info" : "outline")}${badge(words.language[language], "outline")}</span><span class="excerpt" data-answer-text lang="${language}">${text}</span></button></li>`;
}

function searchable(entry: KnowledgeEntry): string {
  return fold([entry.title.tr, entry.title.en, entry.answer.tr, ...entry.questions.tr, entry.id].join(" "));
}

/** An answer whose time has not come or has passed is not offered. */
function isValid({ validFrom, validUntil }: KnowledgeEntry, today: string): boolean {
  return (!validFrom || validFrom <= today) && (!validUntil || today <= validUntil);
}
