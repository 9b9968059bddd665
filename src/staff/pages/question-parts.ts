import type { AskedQuestion } from "../../core/chat.ts";
import { type Html, html } from "../design/html.ts";
import { badge } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { intentName } from "./intent-name.ts";
import { stepDetail } from "./step-words.ts";

const TONES = {
  answer: "good",
  clarify: "info",
  unknown: "warn",
  smalltalk: "quiet",
  status: "quiet",
  handoff: "info",
} as const;

/** What the bot did, in a word; small talk and wishes by what was wanted. */
export function outcomeBadge({ texts }: StaffVisit, kind: string): Html {
  if (!(kind in TONES)) return badge(intentName(texts, kind), "quiet");
  const outcome = kind as AskedQuestion["outcome"];
  return badge(texts.knowledge.outcome[outcome], TONES[outcome]);
}

export function feedbackBadge({ texts }: StaffVisit, feedback: AskedQuestion["feedback"]): Html {
  if (!feedback) return html``;
  return badge(texts.knowledge.feedback[feedback], feedback === "helpful" ? "good" : "bad");
}

export function stepList(visit: StaffVisit, why: AskedQuestion["why"]): Html {
  const { gaps } = visit.texts;
  const names: Readonly<Record<string, string>> = gaps.step;
  if (why.length === 0) return html`<p class="small muted">${gaps.noSteps}</p>`;
  return html`<ol class="steps">${why.map(({ step, detail }) => html`<li><div class="what"><strong>${names[step] ?? step}</strong> ${stepDetail(visit, { step, detail })}</div></li>`)}</ol>`;
}
