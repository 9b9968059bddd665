import { maskToken } from "../masked-token.ts";
import type { Visitor } from "../route.ts";
import { type Html, type HtmlValue, html } from "./html.ts";
import { type IconName, icon } from "./icons.ts";

/** How much a badge shall be seen. */
export type Tone = "quiet" | "info" | "good" | "warn" | "bad" | "outline";

export function badge(text: string, tone: Tone = "quiet", iconName?: IconName): Html {
  return html`<span class="badge ${tone}">${iconName && icon(iconName)}${text}</span>`;
}

/** The hidden field that shows that the form came from a page of this session. */
export function csrfField(visitor: Visitor | undefined): Html {
  return html`${visitor?.csrf && html`<input type="hidden" name="csrf" value="${maskToken(visitor.csrf)}">`}`;
}

/** A round sign with a person's initials; the name stands beside it or in its title. */
export function face(name: string, kind: "person" | "agent" | "bot" | "none" = "person", small = false): Html {
  const sign = kind === "bot" ? icon("bot") : initials(name);
  return html`<span class="face ${kind} ${small && "small"}" title="${name}" aria-hidden="true">${sign}</span>`;
}

function initials(name: string): string {
  const words = name
    .replace(/@.*/, "")
    .split(/[\s._-]+/)
    .filter(Boolean);
  const first = words[0]?.[0] ?? "?";
  return first + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "");
}

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
  readonly current: boolean;
  /** Names the counter for live updates. */
  readonly live?: string;
}

export function tabs(label: string, items: readonly Tab[]): Html {
  return html`<nav class="tabs" aria-label="${label}">${items.map(
    (tab) =>
      html`<a href="${tab.href}" ${tab.current && html`aria-current="page"`}>${tab.label}${tab.count !== undefined && html` <span class="number" ${tab.live && html`data-count="${tab.live}"`}>${tab.count}</span>`}</a>`,
  )}</nav>`;
}

/** What stands where there is nothing: says so, and how something would come. */
export function emptyState(iconName: IconName, title: string, text: string, action?: Html): Html {
  return html`<div class="empty">${icon(iconName)}<h2>${title}</h2><p>${text}</p>${action}</div>`;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function options(items: readonly Option[], chosen: string): Html {
  return html`${items.map(({ value, label }) => html`<option value="${value}" ${value === chosen && html`selected`}>${label}</option>`)}`;
}

/** A labelled select. */
export function selectField(id: string, label: string, name: string, items: readonly Option[], chosen: string): Html {
  return html`<div class="field"><label for="${id}">${label}</label><select id="${id}" name="${name}">${options(items, chosen)}</select></div>`;
}

export function facts(rows: readonly (readonly [string, HtmlValue])[]): Html {
  const filled = rows.filter(([, value]) => value !== undefined && value !== "" && value !== false);
  return html`<dl class="facts">${filled.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** A list of `li`, of which some are seen and the others fold out under words that say how many. */
export function foldedList(seen: readonly Html[], folded: readonly Html[], label: string): Html {
  return html`<ul class="stack">${seen}</ul>${folded.length > 0 && html`<details class="folded"><summary>${label}</summary><ul class="stack">${folded}</ul></details>`}`;
}

/** A link to the next page of a list, keeping what was asked. */
export function moreLink(label: string, path: string, query: URLSearchParams, cursor: string | undefined): Html {
  if (!cursor) return html``;
  const next = new URLSearchParams(query);
  next.set("cursor", cursor);
  return html`<div class="more"><a class="button" rel="next" href="${path}?${next.toString()}">${label}</a></div>`;
}
