import { workingDay } from "../../core/business-hours.ts";
import type { ServiceLevels } from "../../core/service-levels.ts";
import type { Versioned } from "../../core/settings.ts";
import { TICKET_PRIORITIES } from "../../core/ticket.ts";
import { type Html, html } from "../design/html.ts";
import { decimal } from "../design/numbers.ts";
import { csrfField, options } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { serviceLevelFields, TARGETS, targetField, WEEKDAYS } from "../settings/service-levels-form.ts";
import type { SettingsAttempt } from "../settings/settings-attempt.ts";

/** Not the browser's own time field: one installed in English would ask for AM and PM. */
const TIME = html`required size="5" maxlength="5" inputmode="numeric" placeholder="08:30" pattern="([01][0-9]|2[0-3]):[0-5][0-9]"`;
/** Empty rows to add holidays in. */
const SPARE_ROWS = 3;

/** The form of the service levels: targets by priority, working time, own holidays, warning and escalation. */
export function serviceLevelsForm(
  visit: StaffVisit,
  { value, version }: Versioned<ServiceLevels>,
  attempt: SettingsAttempt | undefined,
  feasts: Html,
): Html {
  const words = visit.texts.settings;
  const form = attempt?.form ?? serviceLevelFields(value);
  const fields = fieldsOf(visit, form, attempt?.faults ?? {});
  return html`<form class="card" method="post" action="/console/settings/service-levels">
  <div class="head"><h2>${words.serviceLevels}</h2></div>
  <div class="body stack">${csrfField(visit.visitor)}<input type="hidden" name="version" value="${version}">
    <p class="muted small">${words.serviceLevelsLead} ${words.hoursHint}</p>
    ${targets(visit, value, fields)}
    <fieldset class="stack"><legend><strong>${words.worktime}</strong></legend>
      <div class="row top">${fields.input("opens", words.opens, TIME)}${fields.input("closes", words.closes, TIME)}${fields.input("eveCloses", words.eveCloses, TIME)}</div>
      <fieldset><legend class="small"><strong>${words.weekdays}</strong></legend><div class="row">${WEEKDAYS.map(
        (day) =>
          html`<label><input type="checkbox" name="weekday" value="${day}" ${form.getAll("weekday").includes(String(day)) && html`checked`}> ${words.weekday[day]}</label>`,
      )}</div>${fields.fault("weekday")}</fieldset>
    </fieldset>
    ${holidays(visit, form, fields, feasts)}
    <fieldset class="stack"><legend><strong>${words.warning}</strong></legend>${fields.input("warning", words.warningLabel, html`inputmode="numeric" required size="4"`, words.warningHint)}
      <div class="field"><label><input type="checkbox" name="raise" value="yes" aria-describedby="s-raise-hint" ${form.has("raise") && html`checked`}> ${words.raise}</label><span class="hint" id="s-raise-hint">${words.raiseHint}</span></div></fieldset>
    <p class="banner">${words.openTickets}</p>
    <div><button class="button main">${visit.texts.common.save}</button></div>
  </div>
</form>`;
}

type Fields = ReturnType<typeof fieldsOf>;

/** Inputs with what was typed into them, and what is wrong with it. */
function fieldsOf({ texts }: StaffVisit, form: URLSearchParams, faults: SettingsAttempt["faults"]) {
  const idOf = (name: string) => `s-${name.replace(".", "-")}`;
  const fault = (name: string) =>
    html`${faults[name] && html`<span class="wrong" id="${idOf(name)}-wrong">${texts.settings.fault[faults[name]]}</span>`}`;
  const aria = (name: string, hint = "") => {
    const described = [hint, faults[name] && `${idOf(name)}-wrong`].filter(Boolean).join(" ");
    return html`${faults[name] && html`aria-invalid="true"`} ${described && html`aria-describedby="${described}"`}`;
  };
  return {
    idOf,
    fault,
    aria,
    value: (name: string) => form.get(name) ?? "",
    input: (name: string, label: string, kind: Html, hint?: string) =>
      html`<div class="field"><label for="${idOf(name)}">${label}</label><input id="${idOf(name)}" name="${name}" value="${form.get(name)}" ${kind} ${aria(name, hint && `${idOf(name)}-hint`)}>${hint && html`<span class="hint" id="${idOf(name)}-hint">${hint}</span>`}${fault(name)}</div>`,
  };
}

function targets(visit: StaffVisit, { targets: now, calendar }: ServiceLevels, fields: Fields): Html {
  const { settings, tickets, desk } = visit.texts;
  const day = workingDay(calendar);
  const cell = (priority: (typeof TICKET_PRIORITIES)[number], what: (typeof TARGETS)[number]) => {
    const name = targetField(what, priority);
    const days = now[priority][what] / day;
    return html`<td><div class="field"><span class="row"><input id="${fields.idOf(name)}" name="${name}" value="${fields.value(name)}" inputmode="decimal" size="5" required aria-label="${tickets.priority[priority]}: ${desk.due[what]} (${settings.hours})" ${fields.aria(name)}><span class="muted small">${days >= 1 && settings.workingDays(decimal(days, visit))}</span></span>${fields.fault(name)}</div></td>`;
  };
  return html`<div class="table-scroll"><table><thead><tr><th>${tickets.field.priority}</th>${TARGETS.map((what) => html`<th>${desk.due[what]} (${settings.hours})</th>`)}</tr></thead><tbody>${[
    ...TICKET_PRIORITIES,
  ]
    .reverse()
    .map(
      (priority) =>
        html`<tr><th scope="row">${tickets.priority[priority]}</th>${TARGETS.map((what) => cell(priority, what))}</tr>`,
    )}</tbody></table></div>`;
}

function holidays(visit: StaffVisit, form: URLSearchParams, fields: Fields, feasts: Html): Html {
  const words = visit.texts.settings;
  const [days, kinds, names] = ["day", "kind", "name"].map((part) => form.getAll(`holiday.${part}`)) as [
    string[],
    string[],
    string[],
  ];
  const kindItems = [
    { value: "whole", label: words.whole },
    { value: "half", label: words.half },
    { value: "works", label: words.works },
  ];
  const filled = days.filter((day) => day !== "").length;
  const rows = Array.from({ length: Math.max(days.length, filled + SPARE_ROWS) }, (_, index) => index);
  return html`<fieldset class="stack"><legend><strong>${words.holidays}</strong></legend><p class="muted small">${words.holidaysLead}</p>${feasts}
<div class="table-scroll"><table><thead><tr><th>${words.day}</th><th>${words.kind}</th><th>${words.name}</th></tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><td><input type="date" name="holiday.day" value="${days[row]}" aria-label="${words.row(row + 1)}: ${words.day}" ${fields.aria(`holiday.${row}`)}>${fields.fault(`holiday.${row}`)}</td><td><select name="holiday.kind" aria-label="${words.row(row + 1)}: ${words.kind}">${options(kindItems, kinds[row] ?? "whole")}</select></td><td><input name="holiday.name" value="${names[row]}" maxlength="80" aria-label="${words.row(row + 1)}: ${words.name}"></td></tr>`,
  )}</tbody></table></div></fieldset>`;
}
