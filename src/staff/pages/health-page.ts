import { type Html, html } from "../design/html.ts";
import { page } from "../design/layout.ts";
import { badge } from "../design/parts.ts";
import type { HealthLine } from "../options.ts";
import type { StaffVisit } from "../route.ts";

/** How the parts of the service are doing. */
export function healthPage(
  visit: StaffVisit,
  lines: readonly HealthLine[],
  outbox: Readonly<Record<string, number>>,
): Html {
  const { knowledge } = visit.texts;
  const tile = (label: string, value: number) =>
    html`<div class="card tile"><div class="muted small">${knowledge.outbox}: ${label}</div><div class="value">${value}</div></div>`;
  return page(visit, {
    title: knowledge.healthTitle,
    here: "health",
    body: html`<div class="page-head"><div><h1>${knowledge.healthTitle}</h1><p class="lead">${knowledge.healthLead}</p></div></div>
<div class="stack"><div class="tiles">${tile(knowledge.waiting, outbox.waiting ?? 0)}${tile(knowledge.held, outbox.held ?? 0)}${tile(knowledge.failed, outbox.failed ?? 0)}</div>
<div class="card"><table><tbody>${lines.map(
      ({ name, ok, detail }) =>
        html`<tr><th scope="row">${name}</th><td class="nowrap">${ok ? badge(knowledge.ok, "good", "check") : badge(knowledge.notOk, "bad", "alert")}</td><td class="small">${detail}</td></tr>`,
    )}</tbody></table></div></div>`,
  });
}
