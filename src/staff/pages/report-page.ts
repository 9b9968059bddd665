import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { amount } from "../design/numbers.ts";
import { emptyState, options, tabs } from "../design/parts.ts";
import { chart } from "../reports/charts.ts";
import type { ReportTable } from "../reports/report-table.ts";
import type { StaffVisit } from "../route.ts";

export const REPORTS = ["volume", "response", "bot", "requests"] as const;
export type ReportName = (typeof REPORTS)[number];
export const PERIODS = [7, 30, 90, 365] as const;

export interface ReportPageData {
  readonly report: ReportName;
  readonly days: number;
  /** The numbers that matter, in words. */
  readonly tiles: readonly { readonly label: string; readonly value: string }[];
  readonly tables: readonly ReportTable[];
}

/** A report: its main numbers, and every drawing with its table and its CSV. */
export function reportPage(visit: StaffVisit, { report, days, tiles, tables }: ReportPageData): Html {
  const { reports } = visit.texts;
  const periods = PERIODS.map((period) => ({ value: String(period), label: reports.lastDays(period) }));
  return page(visit, {
    title: `${reports.title}: ${reports[report]}`,
    here: "reports",
    body: html`<div class="page-head"><h1>${reports.title}</h1><span class="grow"></span>${report !== "requests" && html`<form method="get" action="/console/reports" class="row" data-send-on-change><input type="hidden" name="report" value="${report}"><label class="visually-hidden" for="days">${reports.period}</label><select id="days" name="days">${options(periods, String(days))}</select><noscript><button class="button">${visit.texts.common.filter}</button></noscript></form>`}</div>
${tabs(
  reports.title,
  REPORTS.map((name) => ({
    href: `/console/reports?report=${name}&days=${days}`,
    label: reports[name],
    current: name === report,
  })),
)}
<div class="under-tabs">${tiles.length > 0 && html`<div class="tiles">${tiles.map(({ label, value }) => html`<div class="card tile"><div class="muted small">${label}</div><div class="value">${value}</div></div>`)}</div>`}
${tables.map((table) => figure(visit, table, `report=${report}&days=${days}`))}</div>`,
  });
}

function figure(visit: StaffVisit, table: ReportTable, query: string): Html {
  const { reports } = visit.texts;
  const empty = table.rows.every(({ values }) => values.every((value) => value === 0));
  if (empty)
    return html`<section class="card"><div class="head"><h2>${table.title}</h2></div>${emptyState("chart", reports.nothing, reports.nothingText)}</section>`;
  return html`<section class="card"><div class="head"><h2>${table.title}</h2><span class="grow"></span><a class="button quiet small" href="/console/reports/csv?${query}&table=${table.name}" download aria-label="${reports.csv}: ${table.title}">${icon("download")}${reports.csv}</a></div>
<div class="body">${chart(table, reports.chartOf(table.title, table.rows.length), visit)}<details class="small"><summary>${reports.table}</summary>${dataTable(visit, table)}</details></div></section>`;
}

function dataTable(visit: StaffVisit, { title, rowsAre, series, rows, unit = "" }: ReportTable): Html {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${title}: ${visit.texts.reports.table}"><table><thead><tr><th>${rowsAre}</th>${series.map((name) => html`<th class="number-cell">${name}</th>`)}</tr></thead><tbody>${rows.map(
    ({ label, values }) =>
      html`<tr><th scope="row">${label}</th>${values.map((value) => html`<td class="number-cell">${amount(value, unit, visit)}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
