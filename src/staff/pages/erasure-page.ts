import { ERASED_KINDS, type ErasedCounts, type Mention } from "../../core/erasure.ts";
import type { Identity } from "../../core/identity.ts";
import { type ErasureReport, KEPT, type PersonToErase } from "../../requests/erase-person.ts";
import { ERASURE_REFUSALS, type ErasureRefusal } from "../../requests/refuse-erasure.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { csrfField, facts } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { identityName } from "./identity-parts.ts";

export interface ErasureState {
  /** What was typed, and which identities were said to be the person's too. */
  readonly who?: string;
  readonly also?: readonly Identity[];
  /** Whose entries were said to be meant, of several people's. */
  readonly called?: readonly string[];
  readonly found?: PersonToErase;
  /** Why nobody was found by what was typed. */
  readonly unclear?: "badRequest" | "notFound";
  /** Why whoever was found may not be erased. */
  readonly refused?: ErasureRefusal;
  /** What was typed to confirm is not what was asked for. */
  readonly mistyped?: boolean;
  readonly report?: ErasureReport;
}

/** Where an administrator looks for a person, sees what would be erased, erases it, and reads what was erased and what stays. */
export function erasurePage(visit: StaffVisit, state: ErasureState): Html {
  const { erasure } = visit.texts;
  const { report, found } = state;
  return page(visit, {
    title: erasure.title,
    body: html`<div class="page-head"><div><h1>${erasure.title}</h1><p class="lead">${erasure.lead}</p></div></div>
<div class="stack narrow">${report && reportCards(visit, report)}${search(visit, state)}${found && preview(visit, state, found)}</div>`,
  });
}

function search({ texts, visitor, preferences }: StaffVisit, { who, unclear, refused }: ErasureState): Html {
  const { erasure } = texts;
  const wrong = unclear ? erasure.unclear[unclear] : refused && ERASURE_REFUSALS[refused][preferences.language];
  return html`<section class="card"><div class="head"><h2>${erasure.search}</h2></div><form class="body stack" method="post" action="/console/erasure/find">${csrfField(visitor)}
<div class="field"><label for="erase-who">${erasure.who}</label><input id="erase-who" name="who" required maxlength="300" autocomplete="off" spellcheck="false" value="${who}" aria-describedby="erase-who-hint${wrong && " erase-who-wrong"}" ${wrong && html`aria-invalid="true"`}><span class="hint" id="erase-who-hint">${erasure.whoHint}</span>${wrong && html`<span class="wrong" id="erase-who-wrong" role="alert">${wrong}</span>`}</div>
<div><button class="button main">${erasure.find}</button></div></form></section>`;
}

function preview(visit: StaffVisit, state: ErasureState, found: PersonToErase): Html {
  const { erasure } = visit.texts;
  const { identities, names, sharedBy, mergedIn } = found.subject;
  if (isNothing(found.counts) && found.perhaps.length === 0 && sharedBy.length === 0)
    return html`<div class="banner warn" role="status">${icon("alert")}<div>${erasure.nothing}</div></div>`;
  return html`<section class="card" id="found"><div class="head"><h2>${erasure.found}</h2></div><div class="body stack">
${names.length > 0 && html`<p><strong>${names.join(", ")}</strong></p>`}
${identities.length > 0 && html`<ul class="identities" aria-label="${erasure.identities}">${identities.map((one) => html`<li>${identityName(visit, one, undefined)}</li>`)}</ul>`}
${isNothing(found.counts) ? html`<p>${erasure.nothingYet}</p>` : counted(visit, found.counts)}
${numbers(erasure.toEmpty, "tickets", found.subject.tickets)}${mergedIn.length > 0 && html`<div class="banner warn">${icon("alert")}<div>${erasure.mergedIn}${mergedIn.map((number) => html` <a class="mono" href="/console/tickets/${number}">${number}</a>`)}</div></div>`}${numbers(
  erasure.othersToEmpty,
  "requests",
  found.subject.entries.map(({ number }) => number),
)}${mentions(visit, found.toLookAt)}</div></section>
${shared(visit, state, sharedBy)}${ofOthers(visit, state, found)}${perhaps(visit, state, found)}
${!isNothing(found.counts) && html`${keptCard(visit)}${confirmation(visit, state, found)}`}`;
}

/** Several people have the number: whoever erases says who is meant. */
function shared(visit: StaffVisit, state: ErasureState, names: readonly string[]): Html {
  const { erasure } = visit.texts;
  const { called = [] } = state;
  const boxes = names.map(
    (name) =>
      html`<label><input type="checkbox" name="called" value="${name}" ${called.includes(name) && html`checked`}> ${name}</label>`,
  );
  return choice(visit, { ...state, called: [] }, erasure.shared, erasure.sharedLead, boxes);
}

/** Entries about others in the person's tickets stay; whoever erases says which of them are about the person after all. */
function ofOthers(visit: StaffVisit, state: ErasureState, { subject }: PersonToErase): Html {
  const { erasure } = visit.texts;
  const told = [...new Set(subject.ofOthers.map(({ name }) => name))].map((name) => {
    const entries = subject.ofOthers.filter((entry) => entry.name === name);
    const links = entries.map(({ number }) => html` <a class="mono" href="/console/requests/${number}">${number}</a>`);
    // Without a name it is another's by its address, and cannot be chosen.
    return name
      ? html`<div><label><input type="checkbox" name="called" value="${name}"> ${name}</label>${links}</div>`
      : html`<div>${links}</div>`;
  });
  return choice(visit, state, erasure.ofOthers, erasure.ofOthersLead, told);
}

/** Identities that nobody linked: whoever erases says whether they are the same person's. */
function perhaps(visit: StaffVisit, state: ErasureState, { perhaps: others }: PersonToErase): Html {
  const { erasure } = visit.texts;
  const boxes = others.map(
    ({ identity, name, why }) =>
      html`<label><input type="checkbox" name="also" value="${identity}"> ${identityName(visit, identity, name)} <span class="muted small">${erasure.why[why]}</span></label>`,
  );
  return choice(visit, state, erasure.perhaps, erasure.perhapsLead, boxes);
}

/** A choice that is added to what was asked for, and shown again. */
function choice(visit: StaffVisit, state: ErasureState, title: string, lead: string, boxes: readonly Html[]): Html {
  if (boxes.length === 0) return html``;
  return html`<section class="card"><div class="head"><h2>${title}</h2></div><form class="body stack" method="post" action="/console/erasure/find">${again(visit, state)}
<p class="muted small">${lead}</p>
<fieldset class="stack"><legend class="visually-hidden">${title}</legend>${boxes}</fieldset>
<div><button class="button">${visit.texts.erasure.addThese}</button></div></form></section>`;
}

function confirmation(visit: StaffVisit, state: ErasureState, { confirmation: wanted }: PersonToErase): Html {
  const { erasure, common } = visit.texts;
  const { mistyped } = state;
  return html`<section class="card"><div class="head"><h2>${erasure.confirm}</h2></div><form class="body stack" method="post" action="/console/erasure">${again(visit, state)}
<div class="field"><label for="erase-again">${erasure.type} <strong class="mono">${wanted}</strong></label><input id="erase-again" name="again" required maxlength="300" autocomplete="off" spellcheck="false" ${mistyped && html`aria-invalid="true" aria-describedby="erase-again-wrong" autofocus`}>${mistyped && html`<span class="wrong" id="erase-again-wrong" role="alert">${erasure.mistyped}</span>`}</div>
<div class="row"><button class="button danger">${erasure.erase}</button><a class="button quiet" href="/console/erasure">${common.cancel}</a></div></form></section>`;
}

/** What was asked for so far, to be sent along. */
function again({ visitor }: StaffVisit, { who, also = [], called = [] }: ErasureState): Html {
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`;
  return html`${csrfField(visitor)}${hidden("who", who ?? "")}${also.map((one) => hidden("also", one))}${called.map((one) => hidden("called", one))}`;
}

function reportCards(visit: StaffVisit, report: ErasureReport): Html {
  const { erasure } = visit.texts;
  return html`<div class="banner good" role="status">${icon("check")}<div>${erasure.done}</div></div>
<section class="card"><div class="head"><h2>${erasure.erased}</h2></div><div class="body stack">${counted(visit, report.erased)}
${numbers(erasure.emptied, "tickets", report.tickets)}${numbers(erasure.others, "requests", report.entriesOfOthers)}${numbers(erasure.entriesKept, "requests", report.entriesKept)}${mentions(visit, report.toLookAt)}</div></section>
${keptCard(visit)}`;
}

function keptCard({ texts, preferences }: StaffVisit): Html {
  return html`<section class="card"><div class="head"><h2>${texts.erasure.kept}</h2></div><ul class="body stack">${KEPT.map((reason) => html`<li>${reason[preferences.language]}</li>`)}</ul></section>`;
}

function counted({ texts }: StaffVisit, counts: ErasedCounts): Html {
  return facts(
    ERASED_KINDS.filter((kind) => counts[kind] > 0).map(
      (kind) => [texts.erasure.what[kind], String(counts[kind])] as const,
    ),
  );
}

function isNothing(counts: ErasedCounts): boolean {
  return ERASED_KINDS.every((kind) => counts[kind] === 0);
}

const PLACES = {
  ticket: "/console/tickets/",
  knowledge: "/console/knowledge/",
  readyAnswer: "/console/answers/",
} as const;

function mentions({ texts }: StaffVisit, list: readonly Mention[]): Html {
  if (list.length === 0) return html``;
  const { erasure } = texts;
  return html`<div><h3>${erasure.toLookAt}</h3><p class="muted small">${erasure.toLookAtHint}</p><ul class="stack">${list.map(({ place, id, name }) => html`<li>${erasure.place[place]}: <a href="${PLACES[place]}${encodeURIComponent(id)}">${name}</a></li>`)}</ul></div>`;
}

function numbers(title: string, place: "tickets" | "requests", list: readonly string[]): Html {
  if (list.length === 0) return html``;
  return html`<div><h3>${title}</h3><div class="chips">${list.map((number) => html`<a class="mono" href="/console/${place}/${number}">${number}</a>`)}</div></div>`;
}
