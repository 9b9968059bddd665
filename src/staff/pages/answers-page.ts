import type { ReadyAnswer } from "../../core/ready-answer.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { badge, emptyState } from "../design/parts.ts";
import { filledAnswers } from "../ready-answers/fitting-answers.ts";
import type { Occasion } from "../ready-answers/placeholders.ts";
import type { StaffVisit } from "../route.ts";
import { mayKeep } from "../shelf/keep-item.ts";

/** All ready answers one has at hand, as they would read. */
export function answersPage(visit: StaffVisit, answers: readonly ReadyAnswer[]): Html {
  const words = visit.texts.readyAnswers;
  const add = html`<a class="button main" href="/console/answers/new">${icon("plus")}${words.add}</a>`;
  const done = visit.query.get("done");
  return page(visit, {
    title: words.title,
    here: "tickets",
    body: html`<div class="page-head"><div><h1>${words.title}</h1><p class="lead">${words.lead}</p></div><span class="grow"></span>${answers.length > 0 && add}</div>
${(done === "saved" || done === "removed") && html`<div class="banner good" role="status">${icon("check")}<div>${words[done]}</div></div>`}
<section class="card">${answers.length === 0 ? emptyState("book", words.empty, words.emptyText, add) : html`<ul class="answer-list">${list(visit, answers)}</ul>`}</section>`,
  });
}

function list(visit: StaffVisit, answers: readonly ReadyAnswer[]): Html {
  const { readyAnswers: words } = visit.texts;
  const byLanguage = filledAnswers(answers, visit.preferences.language, exampleOf(visit));
  const ordered = [...new Set(byLanguage.map(({ answer }) => answer))];
  return html`${ordered.map((answer) => {
    const texts = byLanguage.filter((one) => one.answer === answer);
    const name = mayKeep(visit.visitor, answer)
      ? html`<a href="/console/answers/${answer.id}"><strong>${answer.name}</strong></a>`
      : html`<strong>${answer.name}</strong>`;
    return html`<li><div class="row">${name}${badge(answer.shared ? words.shared : words.own, answer.shared ? "info" : "outline")}</div>${texts.map(({ language, text }) => html`<div class="text"><span class="badge outline">${words.language[language]}</span><span class="excerpt" lang="${language}">${text}</span></div>`)}</li>`;
  })}`;
}

/** A made-up occasion, so that an answer shows how it reads. */
export function exampleOf({ visitor, now, preferences }: StaffVisit): Occasion {
  const isTurkish = preferences.language === "tr";
  const requester = { name: "Ali Demir" };
  const subject = isTurkish ? "Mobil imza başvurusu" : "Mobile signature application";
  return { ticket: { number: "MI-2026-000123", subject, requester }, agent: visitor.name, now };
}
