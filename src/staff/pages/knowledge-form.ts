import type { KnowledgeEntry } from "../../core/knowledge.ts";
import type { EntryDraft } from "../../core/knowledge-record.ts";
import { type Html, type HtmlValue, html } from "../design/html.ts";
import { csrfField, type Option, options } from "../design/parts.ts";
import { SCOPE_ASKED, SCOPE_LINE_TYPES, SCOPE_OPERATORS } from "../knowledge-draft.ts";
import type { StaffVisit } from "../route.ts";

/** What is wrong with a field ("questions.tr.2" is the third line of one), in the reader's language. */
export interface ToldFault {
  readonly field: string;
  readonly message: string;
}

export interface FormData {
  readonly draft: EntryDraft;
  /** Version of the record; absent for a new entry. */
  readonly version?: number;
  readonly faults?: readonly ToldFault[];
}

/** The fields the checks know, by the names they have in the form. */
const FIELD_OF: Readonly<Record<string, string>> = {
  "valid-from": "validFrom",
  "valid-until": "validUntil",
};

/** Where an entry is written. Faults stand at their fields; the preview beside it follows what is typed. */
export function knowledgeForm(visit: StaffVisit, { draft, version, faults = [] }: FormData): Html {
  const { texts, visitor, staff, preferences } = visit;
  const words = texts.knowledgeDesk;
  const field = fieldMaker(faults);
  const kinds = (["fact", "unknown", "ambiguous"] as const).map((value) => ({
    value,
    label: texts.knowledge.kind[value],
  }));
  const categories = staff.categories().map(({ id, title }) => ({ value: id, label: title[preferences.language] }));
  const isNew = version === undefined;
  const input =
    (name: string, value: string | undefined, more: Html = html``): Control =>
    (id, aria) =>
      html`<input id="${id}" name="${name}" value="${value}" ${more} ${aria}>`;
  const area =
    (name: string, value: string, rows: number): Control =>
    (id, aria) =>
      html`<textarea id="${id}" name="${name}" rows="${rows}" ${aria}>${value}</textarea>`;
  const select =
    (name: string, items: readonly Option[], chosen: string): Control =>
    (id, aria) =>
      html`<select id="${id}" name="${name}" ${aria}>${options(items, chosen)}</select>`;

  return html`<form class="card entry-form" method="post" action="/console/knowledge/${isNew ? "new" : draft.id}" data-preview="/console/knowledge/preview">
  ${csrfField(visitor)}${!isNew && html`<input type="hidden" name="version" value="${version}"><input type="hidden" name="id" value="${draft.id}">`}
  <div class="body stack">
    ${isNew && field("id", words.id, words.idHint, input("id", draft.id, html`required maxlength="80" autocomplete="off" spellcheck="false"`))}
    <div class="pair">${field("kind", words.kindLabel, "", select("kind", kinds, draft.kind))}${field("category", words.category, "", select("category", categories, draft.category))}</div>
    <div class="pair">${field("title.tr", words.title.tr, words.titleHint, input("title.tr", draft.title.tr, html`lang="tr"`))}${field("title.en", words.title.en, "", input("title.en", draft.title.en, html`lang="en"`))}</div>
    ${field("questions.tr", words.questions.tr, words.questionsHint, area("questions.tr", draft.questions.tr.join("\n"), 8))}
    ${field("answer.tr", words.answer.tr, words.answerHint, area("answer.tr", draft.answer.tr, 6))}
    ${placeholders(visit)}
    ${field("questions.en", words.questions.en, "", area("questions.en", draft.questions.en.join("\n"), 4))}
    ${field("answer.en", words.answer.en, "", area("answer.en", draft.answer.en, 5))}
    ${field("source", words.source, words.sourceHint, input("source", draft.source))}
    <div class="pair">${field("validFrom", words.validFrom, words.validHint, input("validFrom", draft.validFrom, html`type="date"`))}${field("validUntil", words.validUntil, "", input("validUntil", draft.validUntil, html`type="date"`))}</div>
    <details ${faults.some(({ field: at }) => /^(?:patterns|related)/.test(at)) && html`open`}><summary>${words.advanced}</summary><div class="stack">
      ${field("patterns", words.patterns, words.patternsHint, area("patterns", (draft.patterns ?? []).join("\n"), 5))}
      ${field("related", words.related, words.relatedHint, area("related", draft.related.join("\n"), 3))}
      ${scopeFields(visit, draft.scope)}
    </div></details>
    <div class="row"><button class="button main">${words.saveDraft}</button></div>
  </div>
</form>`;
}

type Control = (id: string, aria: Html) => Html;

/** Makes labelled fields: the hint and the faults are read out with the control. */
function fieldMaker(faults: readonly ToldFault[]) {
  return (name: string, label: string, hint: string, control: Control): Html => {
    const id = `f-${name.replace(".", "-")}`;
    const wrong = faults.filter((fault) => isAt(fault.field, name));
    const described = [hint && `${id}-hint`, wrong.length > 0 && `${id}-wrong`].filter(Boolean).join(" ");
    const aria = html`${described && html`aria-describedby="${described}"`} ${wrong.length > 0 && html`aria-invalid="true"`}`;
    return html`<div class="field"><label for="${id}">${label}</label>${control(id, aria)}
${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}${wrong.length > 0 && html`<ul class="wrong" id="${id}-wrong">${wrong.map((fault) => html`<li>${lineOf(fault.field, name)}${fault.message}</li>`)}</ul>`}</div>`;
  };
}

function isAt(fault: string, name: string): boolean {
  const field = FIELD_OF[fault] ?? fault;
  return field === name || field.startsWith(`${name}.`);
}

/** "questions.tr.2" is the third line of its field. */
function lineOf(fault: string, name: string): HtmlValue {
  const at = Number(fault.slice(name.length + 1));
  return fault.length > name.length && Number.isInteger(at) && html`<strong>${at + 1}.</strong> `;
}

function placeholders({ texts, staff, preferences }: StaffVisit): Html {
  const { facts } = staff.knowledge.around;
  return html`<details class="small"><summary>${texts.knowledgeDesk.placeholders}</summary><dl class="facts">${Object.entries(
    facts,
  )
    .filter(([, value]) => value.tr.length < 100)
    .map(
      ([name, value]) => html`<dt class="mono">{{${name}}}</dt><dd>${value[preferences.language]}</dd>`,
    )}</dl></details>`;
}

function scopeFields({ texts }: StaffVisit, scope: KnowledgeEntry["scope"]): Html {
  const words = texts.knowledgeDesk;
  const boxes = <Name extends string>(
    name: string,
    legend: string,
    all: readonly Name[],
    labels: Readonly<Record<Name, string>>,
    chosen: readonly string[] = [],
  ) =>
    html`<fieldset class="row small"><legend>${legend}</legend>${all.map((value) => html`<label><input type="checkbox" name="${name}" value="${value}" ${chosen.includes(value) && html`checked`}> ${labels[value]}</label>`)}</fieldset>`;
  return html`<fieldset class="stack"><legend><strong class="small">${words.scope}</strong></legend><span class="hint small muted">${words.scopeHint}</span>
${boxes("operators", words.operators, SCOPE_OPERATORS, words.operator, scope?.operators)}
${boxes("lineTypes", words.lineTypes, SCOPE_LINE_TYPES, words.lineType, scope?.lineTypes)}
${boxes("asked", words.asked, SCOPE_ASKED, words.askedKind, scope?.asked)}</fieldset>`;
}
