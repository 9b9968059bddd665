import type { Language } from "../../core/knowledge.ts";
import { may } from "../../core/person.ts";
import type { ReadyAnswer } from "../../core/ready-answer.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { csrfField } from "../design/parts.ts";
import type { AnswerFault } from "../ready-answers/answer-form.ts";
import { fillPlaces, PLACEHOLDERS, type Placeholder } from "../ready-answers/placeholders.ts";
import type { StaffVisit } from "../route.ts";
import { MOST_ITEMS } from "../shelf/keep-item.ts";
import { exampleOf } from "./answers-page.ts";

export interface AnswerFormData {
  /** What is stored; absent for a new one. */
  readonly answer?: ReadyAnswer;
  readonly form: URLSearchParams;
  readonly faults?: Readonly<Record<string, AnswerFault>>;
  /** Why it was not saved, beside faults of fields. */
  readonly trouble?: "stale" | "tooMany";
}

/** Where a ready answer is written. */
export function answerFormPage(visit: StaffVisit, data: AnswerFormData): Html {
  const words = visit.texts.readyAnswers;
  const { answer } = data;
  const title = answer ? words.edit : words.addTitle;
  return page(visit, {
    title,
    here: "tickets",
    body: html`<div class="page-head"><h1>${title}</h1><span class="grow"></span><a class="button" href="/console/answers">${words.title}</a></div>${troubles(visit, data)}
<div class="settings">${form(visit, data)}<div class="stack">${places(visit)}${answer && example(visit, answer)}${answer && deleteForm(visit, answer)}</div></div>`,
  });
}

function troubles(visit: StaffVisit, { faults, trouble, answer }: AnswerFormData): Html {
  const words = visit.texts.readyAnswers;
  const said = faults && Object.keys(faults).length > 0 ? words.wrong : undefined;
  const more = trouble === "tooMany" ? words.tooMany(MOST_ITEMS.readyAnswers) : undefined;
  return html`${(said ?? more) && html`<div class="banner bad" role="alert">${icon("alert")}<div>${said ?? more}</div></div>`}
${trouble === "stale" && html`<div class="banner warn" role="alert">${icon("people")}<div>${words.conflict}</div></div><section class="card"><div class="head"><h2>${words.current}: ${answer?.name}</h2></div><div class="body stack">${(["tr", "en"] as const).map((language) => answer?.texts[language] && html`<p class="passage" lang="${language}">${answer.texts[language]}</p>`)}</div></section>`}`;
}

function form(visit: StaffVisit, { answer, form: typed, faults = {} }: AnswerFormData): Html {
  const { texts, visitor } = visit;
  const words = texts.readyAnswers;
  const wrong = (name: string) => {
    const fault = faults[name];
    return html`${fault && html`<span class="wrong" id="${idOf(name)}-wrong">${words.fault[fault]}</span>`}`;
  };
  const aria = (name: string, hint: string) =>
    html`aria-describedby="${hint}${faults[name] && ` ${idOf(name)}-wrong`}" ${faults[name] && html`aria-invalid="true"`}`;
  const area = (language: Language) => {
    const name = `text.${language}`;
    return html`<div class="field"><label for="${idOf(name)}">${words.text[language]}</label><textarea id="${idOf(name)}" name="${name}" rows="8" maxlength="10000" lang="${language}" ${aria(name, "a-text-hint")}>${typed.get(name)}</textarea>${wrong(name)}</div>`;
  };
  return html`<form class="card" method="post" action="/console/answers/${answer?.id ?? "new"}"><div class="body stack">${csrfField(visitor)}<input type="hidden" name="version" value="${answer?.version ?? 0}">
  <div class="field"><label for="a-name">${words.name}</label><input id="a-name" name="name" value="${typed.get("name")}" required maxlength="60" autocomplete="off" ${aria("name", "a-name-hint")}><span class="hint" id="a-name-hint">${words.nameHint}</span>${wrong("name")}</div>
  <p class="muted small" id="a-text-hint">${words.textHint}</p>${area("tr")}${area("en")}
  ${may(visitor.role, "desk.share") && html`<label><input type="checkbox" name="shared" value="yes" ${typed.has("shared") && html`checked`}> ${words.share}</label>`}
  <div><button class="button main">${texts.common.save}</button></div></div></form>`;
}

const idOf = (name: string) => `a-${name.replace(".", "-")}`;

function places({ texts }: StaffVisit): Html {
  const words = texts.readyAnswers;
  const all = Object.entries(PLACEHOLDERS) as [Placeholder, readonly string[]][];
  return html`<section class="card"><div class="head"><h2>${words.places}</h2></div><dl class="body facts">${all.map(
    ([placeholder, names]) =>
      html`<dt>${names.map((name) => html`<code>{{${name}}}</code> `)}</dt><dd>${words.place[placeholder]}</dd>`,
  )}</dl></section>`;
}

function example(visit: StaffVisit, { texts }: ReadyAnswer): Html {
  const words = visit.texts.readyAnswers;
  return html`<section class="card"><div class="head"><h2>${words.example}</h2></div><div class="body stack">${(["tr", "en"] as const).map((language) => texts[language] && html`<p class="passage" lang="${language}">${fillPlaces(texts[language], language, exampleOf(visit))}</p>`)}</div></section>`;
}

function deleteForm({ texts, visitor }: StaffVisit, { id, version }: ReadyAnswer): Html {
  return html`<form method="post" action="/console/answers/${id}/delete">${csrfField(visitor)}<input type="hidden" name="version" value="${version}"><button class="button danger">${texts.readyAnswers.remove}</button></form>`;
}
