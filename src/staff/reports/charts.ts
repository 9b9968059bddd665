import { type Html, html } from "../design/html.ts";
import { amount, type Reader } from "../design/numbers.ts";
import type { ReportTable } from "./report-table.ts";

/**
 * The table as a drawing: stacked columns over time, or bars beside their names. It is as wide as its place, and its letters are as
 * large as all others whatever that width: what depends on the width is in percent. Colours come from the style sheet.
 */
export function chart(table: ReportTable, label: string, reader: Reader): Html {
  return table.chart === "columns" ? columns(table, label) : bars(table, label, reader);
}

/** Days named under the columns of a wide drawing; a narrow one names every other. */
const MOST_DAYS_NAMED = 10;
/** Parts of its lane that a column takes. */
const COLUMN = 0.76;

function columns({ series, rows }: ReportTable, label: string): Html {
  const most = niceTop(Math.max(1, ...rows.map(({ values }) => total(values))));
  const lane = 100 / Math.max(1, rows.length);
  const y = (value: number) => inPercent(100 - (value / most) * 100);
  const heights = [0, most / 2, most];
  const every = Math.ceil(rows.length / MOST_DAYS_NAMED);
  const stacks = rows.map(({ label: day, values }, index) => {
    const left = index * lane;
    let base = 0;
    const parts = values.map((value, which) => {
      base += value;
      return (
        value > 0 &&
        html`<rect class="s${which}" x="${inPercent(left + (lane * (1 - COLUMN)) / 2)}" y="${y(base)}" width="${inPercent(lane * COLUMN)}" height="${inPercent((value / most) * 100)}"><title>${day} ${series[which]}: ${value}</title></rect>`
      );
    });
    const name =
      index % every === 0 &&
      html`<text ${(index / every) % 2 === 1 && html`class="between"`} x="${inPercent(left + lane / 2)}" y="100%" dy="18" text-anchor="middle">${day.slice(8)}.${day.slice(5, 7)}</text>`;
    return html`${parts}${name}`;
  });
  return html`<div class="chart columns" role="img" aria-label="${label}"><svg aria-hidden="true">${heights.map((value) => html`<text x="100%" dx="-8" y="${y(value)}" dy="4" text-anchor="end">${value}</text>`)}</svg>
<svg>${heights.map((value) => html`<line class="grid" x1="0" x2="100%" y1="${y(value)}" y2="${y(value)}"/>`)}${stacks}</svg></div>${legend(series)}`;
}

/** Pixels of one bar, and of the room below it. */
const BAR = 16;
const GAP = 2;
/** Percent of the width that the longest bar takes; its number stands behind it. */
const LONGEST = 86;

function bars({ series, rows, unit = "" }: ReportTable, label: string, reader: Reader): Html {
  const most = unit === "%" ? 100 : Math.max(1, ...rows.flatMap(({ values }) => values));
  const drawn = rows.map(({ label: name, values }) => {
    const each = values.map((value, which) => {
      const width = value > 0 ? Math.max(0.4, (value / most) * LONGEST) : 0;
      const top = which * (BAR + GAP);
      return html`<rect class="s${which}" y="${top}" width="${inPercent(width)}" height="${BAR}" rx="2"/><text class="value" x="${inPercent(width)}" dx="6" y="${top}" dy="12">${amount(value, unit, reader)}</text>`;
    });
    return html`<span class="name">${name}</span><svg height="${values.length * (BAR + GAP)}">${each}</svg>`;
  });
  return html`<div class="chart bars" role="img" aria-label="${label}">${drawn}</div>${series.length > 1 && legend(series)}`;
}

function legend(series: readonly string[]): Html {
  return html`<ul class="legend">${series.map((name, index) => html`<li><svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><rect class="s${index}" width="10" height="10" rx="2"/></svg>${name}</li>`)}</ul>`;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const inPercent = (value: number) => `${Math.round(value * 100) / 100}%`;

/** The next even number of the shape 2, 4, 6, 10, 20 … that has room for the value. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 10].find((factor) => factor * power >= value) ?? 10;
  return Math.max(2, step * power);
}
