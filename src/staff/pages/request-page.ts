import { may } from "../../core/person.ts";
import {
  type FieldSource,
  PERSONAL_FIELDS,
  REQUEST_FIELDS,
  REQUEST_KINDS,
  REQUEST_MOVES,
  type RequestEntry,
  type RequestField,
} from "../../core/request.ts";
import { gapsOf } from "../../core/request-completeness.ts";
import { shortDate, when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { percent } from "../design/numbers.ts";
import { badge, csrfField, options } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { fieldText, personOf, stateBadge } from "./request-parts.ts";

/** What the page says first: something done, or why something was not. */
export interface RequestPageState {
  /** Whether whoever sent it was erased: nobody is left in its ticket who could be asked. */
  readonly senderErased?: boolean;
  readonly good?: string;
  readonly bad?: string;
  /** The form that could not be taken: what was typed stands in its place again. */
  readonly typed?: URLSearchParams;
  /** A personal value shown in the clear, once, after the look was recorded. */
  readonly revealed?: { readonly field: RequestField; readonly value: string };
}

/** One request entry: its fields beside what they were read from, its steps, its history. */
export function requestPage(visit: StaffVisit, entry: RequestEntry, state: RequestPageState = {}): Html {
  const { requests } = visit.texts;
  return page(visit, {
    title: `${entry.number} ${personOf(entry, visit)}`,
    here: "requests",
    body: html`<p class="small"><a class="button quiet small" href="/console/requests" data-key="u">${icon("left")}${requests.back}</a></p>
${state.good && html`<div class="banner good" role="status">${icon("check")}<div>${state.good}</div></div>`}${state.bad && html`<div class="banner bad" id="refused" role="alert">${icon("alert")}<div>${state.bad}</div></div>`}
${state.senderErased && html`<div class="banner">${icon("person")}<div>${requests.senderErased}</div></div>`}
${entry.flag && html`<div class="banner warn">${icon("alert")}<div><strong>${requests.flag}</strong>${entry.flag}</div></div>`}
<div class="page-head"><div><div class="row small"><span class="mono muted">${entry.number}</span>${stateBadge(entry.state, visit)}<a class="mono" href="/console/tickets/${entry.ticket}">${entry.ticket}</a></div><h1>${personOf(entry, visit)}</h1></div></div>
<div class="request"><div class="stack">${fieldsCard(visit, entry, state)}${passage(visit, entry)}</div>
<div class="stack">${movesCard(visit, entry, state)}${gapsCard(visit, entry, state)}${historyCard(visit, entry)}</div></div>`,
  });
}

function fieldsCard(visit: StaffVisit, entry: RequestEntry, state: RequestPageState): Html {
  const { requests, common } = visit.texts;
  const kinds = REQUEST_KINDS.map((value) => ({ value, label: requests.kind[value] }));
  const canWrite = may(visit.visitor.role, "requests.write");
  return html`<section class="card"><div class="head"><h2>${requests.fields}</h2><span class="grow"></span>${
    canWrite
      ? html`${formTo(visit, entry, "kind")}<div class="row" data-send-on-change><label for="kind">${requests.kindLabel}</label><select id="kind" name="kind">${options(kinds, entry.kind)}</select><noscript><button class="button small">${common.save}</button></noscript></div></form>`
      : requests.kind[entry.kind]
  }</div>
<div class="table-scroll" tabindex="0" role="region" aria-label="${requests.fields}"><table class="stacked"><thead><tr><th>${requests.fieldName}</th><th>${requests.value}</th><th>${requests.source}</th></tr></thead><tbody>${REQUEST_FIELDS.map((field) => fieldRow(visit, entry, field, state))}</tbody></table></div></section>`;
}

function fieldRow(
  visit: StaffVisit,
  entry: RequestEntry,
  field: RequestField,
  { revealed, typed }: RequestPageState,
): Html {
  const { requests } = visit.texts;
  const found = entry.fields[field];
  const role = visit.visitor.role;
  const personal = PERSONAL_FIELDS.some((name) => name === field);
  const shown = revealed?.field === field ? revealed.value : fieldText(field, found?.value ?? "", visit);
  const quote = found && sourceText(found.source, visit);
  return html`<tr><th scope="row">${requests.field[field]}</th>
<td><div class="value"><div class="row">${shown === "" ? html`<span class="muted">–</span>` : html`<strong>${shown}</strong>`}${found?.problem && badge(found.problem, "bad", "alert")}${found && (found.confirmedBy ? badge(requests.confirmed(found.confirmedBy), "good", "check") : badge(`${requests.confidence} ${percent(found.confidence, visit)}`, found.confidence < 0.7 ? "warn" : "quiet"))}</div>
<div class="row small">${found && !found.confirmedBy && may(role, "requests.write") && html`${formTo(visit, entry, "confirm")}<button class="button small" name="field" value="${field}" aria-label="${requests.confirm}: ${requests.field[field]}">${icon("check")}${requests.confirm}</button></form>`}
${found && personal && may(role, "personalData.reveal") && html`${formTo(visit, entry, "reveal")}<button class="button small quiet" name="field" value="${field}">${icon("eye")}${requests.reveal}</button></form>`}
${may(role, "requests.write") && correctForm(visit, entry, field, typed)}</div></div></td>
<td class="small muted">${quote}</td></tr>`;
}

/** Where a value was read: the place, or what kind of place it was, and the words; and whether it only follows from them. */
function sourceText(
  { kind, place, quote, isConcluded, isForwarded }: FieldSource,
  { texts: { requests } }: StaffVisit,
): string {
  const told = [isForwarded && requests.forwarded, place ?? requests.sourceKind[kind], quote && `“${quote}”`];
  const read = told.filter(Boolean).join(" ");
  return isConcluded ? `${read} · ${requests.concluded}` : read;
}

/** Where another value is written; a personal one is never put in front, unless it was typed a moment ago and refused. */
function correctForm(
  visit: StaffVisit,
  entry: RequestEntry,
  field: RequestField,
  typed: URLSearchParams | undefined,
): Html {
  const { requests, common } = visit.texts;
  const refused = typed?.get("field") === field ? typed.get("value") : null;
  const personal = PERSONAL_FIELDS.some((name) => name === field);
  const known = entry.fields[field]?.value;
  const value = refused ?? (personal || known === undefined ? undefined : fieldText(field, known, visit));
  return html`<details class="correct" ${refused !== null && html`open`}><summary aria-label="${requests.correctOf(requests.field[field])}">${requests.correct}</summary>${formTo(visit, entry, "correct")}<input type="hidden" name="field" value="${field}"><label class="visually-hidden" for="v-${field}">${requests.field[field]}</label><input id="v-${field}" name="value" maxlength="300" autocomplete="off" ${refused !== null && html`aria-invalid="true" aria-describedby="refused"`} ${value !== undefined && html`value="${value}"`} title="${requests.correctHint}"><button class="button small">${common.save}</button></form></details>`;
}

function formTo({ visitor }: StaffVisit, { number, version }: RequestEntry, action: string): Html {
  return html`<form method="post" action="/console/requests/${number}/${action}">${csrfField(visitor)}<input type="hidden" name="version" value="${version}">`;
}

function passage({ texts }: StaffVisit, entry: RequestEntry): Html {
  if (!entry.passage) return html``;
  return html`<section class="card"><div class="head"><h2>${texts.requests.passage}</h2></div><div class="body passage">${entry.passage}</div></section>`;
}

/** Only the steps the table in core allows this role. */
function movesCard(visit: StaffVisit, entry: RequestEntry, { typed }: RequestPageState): Html {
  const { requests } = visit.texts;
  const { role } = visit.visitor;
  const moves = REQUEST_MOVES[entry.state].filter(({ by }) => by.includes(role));
  if (moves.length === 0 || !may(role, "requests.write")) return html``;
  return html`<section class="card"><div class="head"><h2>${requests.moveOn}</h2></div><div class="body">${formTo(visit, entry, "move")}<div class="stack">
<div class="field"><label for="reason">${requests.reason}</label><input id="reason" name="reason" value="${typed?.get("reason")}" maxlength="500" ${typed?.has("to") && typed.get("reason")?.trim() === "" && html`aria-invalid="true"`} aria-describedby="reason-hint"><span class="hint" id="reason-hint">${requests.reasonHint}</span></div>
<div class="row">${moves.map(({ to }, index) => html`<button class="button small ${index === 0 && "main"}" name="to" value="${to}">${requests.moveTo(requests.state[to])}</button>`)}</div></div></form></div></section>`;
}

function gapsCard(visit: StaffVisit, entry: RequestEntry, { senderErased }: RequestPageState): Html {
  const { requests } = visit.texts;
  const gaps = gapsOf(entry);
  return html`<section class="card"><div class="head"><h2>${requests.gaps}</h2></div><div class="body stack">${
    gaps.length === 0
      ? html`<p class="muted">${requests.nothingMissing}</p>`
      : html`<div class="chips">${gaps.map(({ field, why }) => badge(`${requests.field[field]}: ${requests.gapWhy[why]}`, why === "unsure" ? "warn" : "bad"))}</div>${
          may(visit.visitor.role, "requests.write") &&
          !senderErased &&
          html`${formTo(visit, entry, "ask")}<div class="stack"><p class="muted small">${requests.askHint}</p><div><button class="button">${icon("reply")}${requests.ask}</button></div></div></form>`
        }`
  }</div></section>`;
}

function historyCard(visit: StaffVisit, entry: RequestEntry): Html {
  const { requests } = visit.texts;
  return html`<section class="card"><div class="head"><h2>${requests.history}</h2></div><div class="body">${entry.certificateEndsAt && html`<p class="small">${requests.endsAt}: <strong>${shortDate(entry.certificateEndsAt, visit)}</strong></p>`}<ol class="steps">${[
    ...entry.history,
  ]
    .reverse()
    .map(
      ({ from, to, by, reason, at }) =>
        html`<li><div class="what"><strong>${by}</strong><div>${from && `${requests.state[from]} → `}${requests.state[to]}${reason && html` <span class="muted">(${reason})</span>`}</div><span class="muted">${when(at, visit)}</span></div></li>`,
    )}</ol></div></section>`;
}
