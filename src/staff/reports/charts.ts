import { type Html, html } from "../design/html.ts";
import type { ReportTable } from "./report-table.ts";

const WIDTH = 860;
const HEIGHT = 220;
const LEFT = 34;
const BOTTOM = 22;
const TOP = 8;

/** The table as a drawing: stacked columns over time, or bars beside their names. Colours come from the style sheet. */
export function chart(table: ReportTable, label: string): Html {
  return table.chart === "columns" ? columns(table, label) : bars(table, label);
}

function columns({ series, rows }: ReportTable, label: string): Html {
  const most = niceTop(Math.max(1, ...rows.map(({ values }) => total(values))));
  const height = HEIGHT - TOP - BOTTOM;
  const step = (WIDTH - LEFT) / Math.max(1, rows.length);
  const y = (value: number) => TOP + height - (value / most) * height;
  const lines = [0, most / 2, most].map(
    (value) =>
      html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${y(value)}" y2="${y(value)}"/><text class="axis" x="${LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${value}</text>`,
  );
  const every = Math.ceil(rows.length / 10);
  const stacks = rows.map(({ label: day, values }, index) => {
    const x = LEFT + index * step + step * 0.12;
    let base = 0;
    const parts = values.map((value, which) => {
      base += value;
      return (
        value > 0 &&
        html`<rect class="s${which}" x="${round(x)}" y="${round(y(base))}" width="${round(step * 0.76)}" height="${round((value / most) * height)}"><title>${day} ${series[which]}: ${value}</title></rect>`
      );
    });
    const name =
      index % every === 0 &&
      html`<text class="axis" x="${round(x + step * 0.38)}" y="${HEIGHT - 6}" text-anchor="middle">${day.slice(8)}.${day.slice(5, 7)}</text>`;
    return html`${parts}${name}`;
  });
  return html`<svg class="chart" role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${lines}${stacks}</svg>${legend(series)}`;
}

const BAR = 26;
const NAMES = 230;

function bars({ series, rows, unit = "" }: ReportTable, label: string): Html {
  const most = Math.max(1, ...rows.map(({ values }) => (series.length > 1 ? Math.max(...values) : total(values))));
  const lane = BAR * Math.max(1, series.length) * (series.length > 1 ? 0.7 : 1) + 6;
  const room = WIDTH - NAMES - 80;
  const drawn = rows.map(({ label: name, values }, index) => {
    const top = index * lane + 4;
    const thick = (lane - 10) / values.length;
    const each = values.map((value, which) => {
      const width = Math.max(value > 0 ? 2 : 0, (value / most) * room);
      const y = top + which * thick;
      return html`<rect class="s${which}" x="${NAMES}" y="${round(y)}" width="${round(width)}" height="${round(thick - 2)}" rx="2"/><text class="value" x="${round(NAMES + width + 6)}" y="${round(y + thick / 2 + 3)}">${value}${unit}</text>`;
    });
    return html`<text class="name" x="${NAMES - 8}" y="${round(top + (lane - 10) / 2 + 4)}" text-anchor="end">${clipped(name)}</text>${each}`;
  });
  const svg = html`<svg class="chart" role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${round(rows.length * lane + 6)}">${drawn}</svg>`;
  return series.length > 1 ? html`${svg}${legend(series)}` : svg;
}

function legend(series: readonly string[]): Html {
  return html`<ul class="legend">${series.map((name, index) => html`<li><svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><rect class="s${index}" width="10" height="10" rx="2"/></svg>${name}</li>`)}</ul>`;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const round = (value: number) => Math.round(value * 10) / 10;
const clipped = (name: string) => (name.length > 34 ? `${name.slice(0, 33)}…` : name);

/** The next even number of the shape 2, 4, 6, 10, 20 … that has room for the value. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 10].find((factor) => factor * power >= value) ?? 10;
  return Math.max(2, step * power);
}
