import type { KnowledgeEntry } from "../../core/knowledge.ts";
import type { EntryUsage } from "../../core/knowledge-ports.ts";
import { KNOWLEDGE_STATES, type KnowledgeRecord, stateOf, validityOn } from "../../core/knowledge-record.ts";
import { may } from "../../core/person.ts";
import { turkishDay } from "../../core/turkish-time.ts";
import { isEmpty, latest } from "../../knowledge/draft-entry.ts";
import { questionKey } from "../../knowledge/likeness.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { emptyState, type Option, options } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { kindBadge, knowledgeTabs, stateBadge, validityPart } from "./knowledge-parts.ts";
import { categoryName } from "./ticket-parts.ts";

const KINDS = ["fact", "unknown", "ambiguous"] as const;
const VALIDITIES = ["current", "upcoming", "expired"] as const;

export interface KnowledgeListData {
  readonly records: readonly KnowledgeRecord[];
  readonly helpfulness: ReadonlyMap<string, EntryUsage>;
}

/** All entries with their state, found by words, kind, category, state and validity. */
export function knowledgePage(visit: StaffVisit, { records, helpfulness }: KnowledgeListData): Html {
  const { knowledge, knowledgeDesk } = visit.texts;
  const found = records.filter((record) => matches(visit, record));
  const action =
    may(visit.visitor.role, "knowledge.write") &&
    html`<a class="button main" href="/console/knowledge/new">${icon("plus")}${knowledgeDesk.newEntry}</a>`;
  const empty =
    records.length === 0
      ? emptyState("book", knowledge.empty, knowledge.emptyText)
      : emptyState("search", knowledgeDesk.noneFound, knowledgeDesk.noneFoundText);
  return page(visit, {
    title: knowledge.title,
    here: "knowledge",
    body: html`<div class="page-head"><div><h1>${knowledge.title}</h1><p class="lead">${knowledge.lead}</p></div><span class="grow"></span><span class="muted small mono">${knowledge.version(visit.staff.understander().version.slice(0, 12))}</span>${action}</div>
<div class="card">${knowledgeTabs(visit, "entries")}${filters(visit)}${found.length === 0 ? empty : table(visit, found, helpfulness)}</div>`,
  });
}

function filters(visit: StaffVisit): Html {
  const { texts, staff, preferences, query } = visit;
  const { knowledge, knowledgeDesk, tickets, common } = texts;
  const choice = (name: string, label: string, any: string, items: readonly Option[]) =>
    html`<label class="visually-hidden" for="by-${name}">${label}</label><select id="by-${name}" name="${name}">${options([{ value: "", label: any }, ...items], query.get(name) ?? "")}</select>`;
  const named = <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, string>>) =>
    names.map((value) => ({ value, label: words[value] }));
  return html`<form class="row filters" method="get" action="/console/knowledge" data-send-on-change>
  <label class="visually-hidden" for="by-q">${knowledgeDesk.search}</label><input id="by-q" type="search" name="q" value="${query.get("q")}" placeholder="${knowledgeDesk.search}" maxlength="200">
  ${choice("kind", knowledgeDesk.kindLabel, knowledgeDesk.anyKind, named(KINDS, knowledge.kind))}
  ${choice(
    "category",
    tickets.field.category,
    tickets.anyCategory,
    staff.categories().map(({ id, title }) => ({ value: id, label: title[preferences.language] })),
  )}
  ${choice("state", knowledgeDesk.stateLabel, knowledgeDesk.anyState, named(KNOWLEDGE_STATES, knowledgeDesk.state))}
  ${choice("validity", knowledge.validity, knowledgeDesk.anyValidity, named(VALIDITIES, knowledgeDesk.validity))}
  <button class="button">${common.filter}</button>
</form>`;
}

function matches(visit: StaffVisit, record: KnowledgeRecord): boolean {
  const { query } = visit;
  const entry = shown(record);
  if (!entry) return false;
  const asks = (name: string, value: string) => !query.get(name) || query.get(name) === value;
  return (
    asks("kind", entry.kind) &&
    asks("category", entry.category) &&
    asks("state", stateOf(record)) &&
    asks("validity", validityOn(entry, turkishDay(visit.now))) &&
    hasWords(entry, query.get("q") ?? "")
  );
}

/** Every word of the search stands somewhere in the entry, as typed or folded. */
function hasWords({ id, title, questions, answer }: KnowledgeEntry, q: string): boolean {
  const words = questionKey(q).split(" ").filter(Boolean);
  if (words.length === 0) return true;
  const all = [id, title.tr, title.en, ...questions.tr, ...questions.en, answer.tr, answer.en];
  const text = questionKey(all.join(" "));
  return words.every((word) => text.includes(word));
}

/** What a list shows of a record; one without any text (a draft thrown away) has nothing to show. */
function shown(record: KnowledgeRecord): KnowledgeEntry | undefined {
  return isEmpty(record) ? undefined : latest(record);
}

function table(
  visit: StaffVisit,
  records: readonly KnowledgeRecord[],
  helpfulness: KnowledgeListData["helpfulness"],
): Html {
  const { knowledge, knowledgeDesk, tickets } = visit.texts;
  return html`<table class="list" data-list><thead><tr><th>${knowledge.entry}</th><th>${knowledgeDesk.kindLabel}</th><th class="hide-narrow">${tickets.field.category}</th><th>${knowledgeDesk.stateLabel}</th><th>${knowledge.validity}</th><th class="number-cell">${knowledgeDesk.use}</th></tr></thead>
<tbody>${records.map((record) => row(visit, record, helpfulness.get(record.id)))}</tbody></table>`;
}

function row(visit: StaffVisit, record: KnowledgeRecord, use: EntryUsage | undefined): Html {
  const { knowledgeDesk } = visit.texts;
  const entry = shown(record);
  if (!entry) return html``;
  return html`<tr><td class="subject"><a class="cover clip item-link" href="/console/knowledge/${record.id}">${entry.title[visit.preferences.language]}</a><span class="muted small mono">${record.id}</span></td>
<td class="nowrap">${kindBadge(visit, entry.kind)}</td><td class="hide-narrow small muted nowrap">${categoryName(entry.category, visit)}</td>
<td class="nowrap">${stateBadge(visit, stateOf(record))}</td><td>${validityPart(visit, entry)}</td>
<td class="number-cell small nowrap">${use && html`<span title="${knowledgeDesk.useText(use.asked, use.helpful, use.notHelpful)}">${use.asked} <span class="muted">· +${use.helpful} −${use.notHelpful}</span></span>`}</td></tr>`;
}
