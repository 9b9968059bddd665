import { type EffectKind, NOTICE_EFFECTS, type StuckItems } from "../../core/outbox.ts";
import { maskPersonalData } from "../../core/personal-data.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { page } from "../design/layout.ts";
import { badge } from "../design/parts.ts";
import type { HealthLine } from "../options.ts";
import type { StaffVisit } from "../route.ts";

export interface HealthData {
  readonly lines: readonly HealthLine[];
  /** What lies in the outbox, by state. */
  readonly counts: Readonly<Record<string, number>>;
  readonly stuck: readonly StuckItems[];
}

/** How the parts of the service are doing. */
export function healthPage(visit: StaffVisit, { lines, counts: outbox, stuck }: HealthData): Html {
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
        html`<tr><th scope="row">${knowledge.healthOf[name]}</th><td class="nowrap">${ok ? badge(knowledge.ok, "good", "check") : badge(knowledge.notOk, "bad", "alert")}</td><td class="small">${detail[visit.preferences.language]}</td></tr>`,
    )}</tbody></table></div>${stuckCard(visit, stuck)}</div>`,
  });
}

/** What did not leave: which, since when, why, and what to do about it. */
function stuckCard(visit: StaffVisit, stuck: readonly StuckItems[]): Html {
  if (stuck.length === 0) return html``;
  const { knowledge: words } = visit.texts;
  return html`<section class="card" id="stuck"><div class="head"><h2>${words.stuck.title}</h2></div><ul class="body stack">${stuck.map((one) => stuckLine(visit, one))}</ul></section>`;
}

function stuckLine(visit: StaffVisit, { kind, state, reason, count, oldest }: StuckItems): Html {
  const { knowledge: words } = visit.texts;
  const isHeld = state === "held";
  const why = isHeld ? words.stuck.noSmtp : maskPersonalData(reason ?? "");
  const remedy = isHeld ? words.stuck.heldRemedy[isNotice(kind) ? "notice" : "message"] : words.stuck.failedRemedy;
  return html`<li><div class="row"><strong>${words.stuck.kind[kind]}: ${count}</strong>${badge(isHeld ? words.held : words.failed, isHeld ? "warn" : "bad")}<span class="muted small">${words.stuck.oldest} ${when(oldest, visit)}</span></div><div class="small">${why} <span class="muted">${remedy}</span></div></li>`;
}

function isNotice(kind: EffectKind): boolean {
  return NOTICE_EFFECTS.some((one) => one === kind);
}
