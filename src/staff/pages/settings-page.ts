import { knowsFeasts } from "../../core/holidays.ts";
import { may } from "../../core/person.ts";
import type { SettingName, VersionedSettings } from "../../core/settings.ts";
import { turkishYear } from "../../core/turkish-time.ts";
import { changesBetween } from "../changes-between.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import type { StaffVisit } from "../route.ts";
import type { SettingsAttempt, SettingsEvent } from "../settings/settings-attempt.ts";
import { mailboxCheckCard } from "./mailbox-check-card.ts";
import { serviceLevelsForm } from "./service-levels-form.ts";
import { settingChangeList, settingPart, settingValue } from "./setting-changes.ts";
import { actorName } from "./ticket-history.ts";
import { trustAnchorsCard } from "./trust-anchors-card.ts";

export interface SettingsPageData {
  readonly settings: VersionedSettings;
  /** The latest changes, newest first. */
  readonly history: readonly SettingsEvent[];
  /** What was typed and could not be saved, and why. */
  readonly attempt?: SettingsAttempt;
}

/** What the office chooses: service levels, the check of the mailbox, whose signatures it trusts. */
export function settingsPage(visit: StaffVisit, data: SettingsPageData): Html {
  const { texts, visitor, query } = visit;
  const words = texts.settings;
  const { attempt, settings } = data;
  const done = query.get("done");
  return page(visit, {
    title: words.title,
    body: html`<div class="page-head"><div><h1>${words.title}</h1><p class="lead">${words.lead}</p></div></div>
${!attempt && done === "saved" && html`<div class="banner good" role="status">${icon("check")}<div>${words.saved}</div></div>`}
${!attempt && done === "unchanged" && html`<div class="banner" role="status">${icon("check")}<div>${words.unchanged}</div></div>`}
${attempt?.kind === "wrong" && html`<div class="banner bad" role="alert">${icon("alert")}<div>${words.wrong}</div></div>`}
${attempt?.kind === "stale" && conflict(visit, data, attempt)}
<div class="settings"><div class="stack">${serviceLevelsForm(visit, settings.serviceLevels, attemptOf(data, "serviceLevels"), feastHint(visit))}</div>
<div class="stack">${may(visitor.role, "mailbox.manage") && mailSettings(visit, data)}${history(visit, data.history)}</div></div>`,
  });
}

/** What somebody tried to save under this setting, to be shown again. */
function attemptOf({ attempt }: SettingsPageData, name: SettingName): SettingsAttempt | undefined {
  return attempt?.name === name ? attempt : undefined;
}

function mailSettings(visit: StaffVisit, data: SettingsPageData): Html {
  const { mailboxCheck, trustAnchors } = data.settings;
  return html`${mailboxCheckCard(visit, mailboxCheck, attemptOf(data, "mailboxCheck"))}${trustAnchorsCard(visit, trustAnchors, attemptOf(data, "trustAnchors"))}`;
}

/** The first of the years at hand whose moving feasts nobody has entered. */
function feastHint({ now, texts }: StaffVisit): Html {
  const year = [turkishYear(now), turkishYear(now) + 1].find((one) => !knowsFeasts(one));
  return html`${year && html`<div class="banner warn">${icon("alert")}<div>${texts.settings.feastsUnknown(year)}</div></div>`}`;
}

/** Told to the second of two who edited at once: what stands now beside what they want. */
function conflict(visit: StaffVisit, { settings }: SettingsPageData, attempt: SettingsAttempt): Html {
  const words = visit.texts.settings;
  const changes = attempt.value ? changesBetween(settings[attempt.name].value, attempt.value) : [];
  return html`<div class="banner warn" role="alert">${icon("people")}<div>${words.conflict}</div></div>
<section class="card"><table><thead><tr><th>${words.field}</th><th>${words.current}</th><th>${words.yours}</th></tr></thead><tbody>${changes.map(
    ({ field, from, to }) =>
      html`<tr><th scope="row">${settingPart(visit, field)}</th><td>${settingValue(visit, field, from)}</td><td><strong>${settingValue(visit, field, to)}</strong></td></tr>`,
  )}</tbody></table></section>`;
}

function history(visit: StaffVisit, events: readonly SettingsEvent[]): Html {
  const words = visit.texts.settings;
  return html`<section class="card"><div class="head"><h2>${words.history}</h2></div><div class="body">${
    events.length === 0
      ? html`<p class="muted">${words.noHistory}</p>`
      : html`<ol class="steps">${events.map((event) => html`<li><div class="what"><strong>${actorName(event.actor, visit)}</strong>${settingChangeList(visit, event.changes)}<span class="muted">${when(event.at, visit)}</span></div></li>`)}</ol>`
  }</div></section>`;
}
