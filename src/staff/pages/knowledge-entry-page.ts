import type { KnowledgeEntry, Language } from "../../core/knowledge.ts";
import type { EntryUsage } from "../../core/knowledge-ports.ts";
import { type ConfirmedQuestion, type EntryDraft, type KnowledgeRecord, stateOf } from "../../core/knowledge-record.ts";
import { may } from "../../core/person.ts";
import { fillEntry } from "../../understanding/load-knowledge.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { csrfField, facts } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { knowledgeForm, type ToldFault } from "./knowledge-form.ts";
import { botAnswer, kindBadge, stateBadge, validityPart } from "./knowledge-parts.ts";
import { categoryName } from "./ticket-parts.ts";

export interface EntryPageData {
  /** Absent for an entry yet to be written. */
  readonly record?: KnowledgeRecord;
  readonly draft: EntryDraft;
  readonly helpfulness?: EntryUsage;
  readonly confirmed: readonly ConfirmedQuestion[];
  /** What a saving was refused for. */
  readonly refused?: { readonly faults: readonly ToldFault[] } | "stale";
}

/** One entry: written on the left, as the bot says it on the right. */
export function knowledgeEntryPage(visit: StaffVisit, data: EntryPageData): Html {
  const { texts, visitor, preferences } = visit;
  const { record, draft } = data;
  const words = texts.knowledgeDesk;
  const title = record ? draft.title[preferences.language] || record.id : words.newEntry;
  const faults = data.refused && data.refused !== "stale" ? data.refused.faults : [];
  return page(visit, {
    title,
    here: "knowledge",
    body: html`${doneBanner(visit)}${refusedBanner(visit, data)}
<div class="page-head"><div><p class="small"><a href="/console/knowledge">${texts.knowledge.title}</a>${record && html` · <span class="mono">${record.id}</span>`}</p><h1>${title}</h1></div><span class="grow"></span>${record && actions(visit, record)}</div>
<div class="editor"><div>${
      may(visitor.role, "knowledge.write")
        ? knowledgeForm(visit, { draft, faults, ...(record && { version: record.version }) })
        : readOnly(visit, draft)
    }</div>
<div class="beside stack"><section class="card" aria-label="${words.preview}"><div class="head"><h2>${words.preview}</h2></div><div class="body" id="preview" aria-live="polite">${entryPreview(visit, draft)}</div></section>
${record && aboutCard(visit, record, data)}${record && confirmedCard(visit, record, data.confirmed)}${record?.published && may(visitor.role, "knowledge.publish") && withdrawForm(visit, record)}</div></div>`,
  });
}

/** What the bot would say, in both languages, with the placeholders filled. */
export function entryPreview(visit: StaffVisit, draft: EntryDraft): Html {
  const filled: KnowledgeEntry = fillEntry({ ...draft, version: 1 }, visit.staff.knowledge.around.facts);
  const part = (language: Language) =>
    html`${filled.title[language] && html`<h3 lang="${language}">${filled.title[language]}</h3>`}${filled.answer[language] && botAnswer(visit, filled, language)}`;
  if (!Object.values(filled.title).some(Boolean) && !Object.values(filled.answer).some(Boolean))
    return html`<p class="muted small">${visit.texts.knowledgeDesk.previewEmpty}</p>`;
  return html`<div class="stack">${part("tr")}${part("en")}</div>`;
}

function doneBanner({ texts, query }: StaffVisit): Html {
  const words = texts.knowledgeDesk;
  const said: Readonly<Record<string, string>> = {
    saved: words.saved,
    discarded: words.discarded,
    withdrawn: words.withdrawnDone,
    published: words.publishedDone,
    unconfirmed: words.unconfirmedDone,
  };
  const text = said[query.get("done") ?? ""];
  return html`${text && html`<div class="banner good" role="status">${icon("check")}<div>${text}</div></div>`}`;
}

function refusedBanner({ texts }: StaffVisit, { refused, record }: EntryPageData): Html {
  const words = texts.knowledgeDesk;
  if (!refused) return html``;
  if (refused === "stale") {
    return html`<div class="banner warn" role="alert">${icon("people")}<div><strong>${words.staleTitle}</strong>${words.staleText} <a href="/console/knowledge/${record?.id}">${words.seeCurrent}</a></div></div>`;
  }
  return html`<div class="banner bad" role="alert">${icon("alert")}<div><strong>${words.faultsTitle}</strong>${words.faultsText(refused.faults.length)}</div></div>`;
}

function actions({ texts, visitor }: StaffVisit, record: KnowledgeRecord): Html {
  const words = texts.knowledgeDesk;
  const hasDraft = record.draft !== undefined;
  return html`<div class="row"><a class="button" href="/console/knowledge/${record.id}/history">${icon("history")}${words.history}</a>
${hasDraft && may(visitor.role, "knowledge.write") && html`<form method="post" action="/console/knowledge/${record.id}/discard">${csrfField(visitor)}<input type="hidden" name="version" value="${record.version}"><button class="button">${icon("close")}${words.discard}</button></form>`}
${hasDraft && html`<a class="button main" href="/console/knowledge/${record.id}/gate">${icon("check")}${words.check}</a>`}</div>`;
}

function aboutCard(visit: StaffVisit, record: KnowledgeRecord, { draft, helpfulness }: EntryPageData): Html {
  const { knowledgeDesk: words, knowledge, tickets } = visit.texts;
  const use = helpfulness
    ? words.useText(helpfulness.asked, helpfulness.helpful, helpfulness.notHelpful)
    : words.neverAsked;
  return html`<section class="card"><div class="body">${facts([
    [words.stateLabel, html`${stateBadge(visit, stateOf(record))}`],
    [words.kindLabel, kindBadge(visit, draft.kind)],
    [tickets.field.category, categoryName(draft.category, visit)],
    [words.history, record.published && words.versionNumber(record.published.version)],
    [words.state.draft, record.draftBy && record.draftAt && html`${record.draftBy}, ${when(record.draftAt, visit)}`],
    [knowledge.validity, (draft.validFrom ?? draft.validUntil) && validityPart(visit, { ...draft, version: 1 })],
    [words.use, use],
  ])}</div></section>`;
}

function confirmedCard(
  { texts, visitor }: StaffVisit,
  record: KnowledgeRecord,
  list: readonly ConfirmedQuestion[],
): Html {
  const words = texts.knowledgeDesk;
  if (list.length === 0) return html``;
  const remove = (id: string) =>
    may(visitor.role, "knowledge.write") &&
    html`<form method="post" action="/console/knowledge/${record.id}/unconfirm">${csrfField(visitor)}<button class="button quiet small" name="question" value="${id}">${words.unconfirm}</button></form>`;
  return html`<section class="card"><div class="head"><h2>${words.confirmedTitle}</h2><span class="number">${list.length}</span></div><div class="body stack"><p class="small muted">${words.confirmedText}</p><ul class="stack small">${list.map(({ id, text, by }) => html`<li class="row"><span>${text}</span><span class="muted">${by}</span>${remove(id)}</li>`)}</ul></div></section>`;
}

function withdrawForm({ texts, visitor }: StaffVisit, record: KnowledgeRecord): Html {
  const words = texts.knowledgeDesk;
  return html`<details class="card"><summary class="head">${words.withdraw}</summary><form class="body stack" method="post" action="/console/knowledge/${record.id}/withdraw">${csrfField(visitor)}<input type="hidden" name="version" value="${record.version}">
<p class="small muted">${words.withdrawText}</p><div class="field"><label for="withdraw-reason">${words.reason}</label><input id="withdraw-reason" name="reason" required maxlength="500"><span class="hint">${words.reasonHint}</span></div>
<div><button class="button danger">${words.withdraw}</button></div></form></details>`;
}

function readOnly(visit: StaffVisit, draft: EntryDraft): Html {
  const { knowledge, knowledgeDesk: words } = visit.texts;
  const list = (questions: readonly string[]) =>
    html`<ul class="items">${questions.map((one) => html`<li>${one}</li>`)}</ul>`;
  return html`<section class="card"><div class="body">${facts([
    [words.questions.tr, list(draft.questions.tr)],
    [words.questions.en, list(draft.questions.en)],
    [knowledge.source, draft.source],
  ])}</div></section>`;
}
