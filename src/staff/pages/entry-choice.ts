import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { csrfField, options } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";

export interface EntryChoice {
  /** Unique on the page. */
  readonly id: string;
  readonly text: string;
  readonly language: string;
  /** Id of the entry chosen at first; "" for none. */
  readonly chosen: string;
  /** Where to go on after confirming. */
  readonly next?: string;
}

/** Which entry a question belongs to, and what to do with it: one more question of the entry, or its confirmed answer. */
export function entryChoice(visit: StaffVisit, { id, text, language, chosen, next }: EntryChoice): Html {
  const { texts, visitor, staff, preferences } = visit;
  const { gaps: words } = texts;
  const items = [...staff.understander().entries.values()].map((entry) => ({
    value: entry.id,
    label: entry.title[preferences.language],
  }));
  items.sort((a, b) => a.label.localeCompare(b.label, preferences.language));
  return html`<form class="row entry-choice" method="post" action="/console/gaps/add">${csrfField(visitor)}<input type="hidden" name="text" value="${text}"><input type="hidden" name="language" value="${language}">${next && html`<input type="hidden" name="next" value="${next}">`}
<label class="visually-hidden" for="${id}">${words.entryFor}: ${text}</label><select id="${id}" name="entry" required>${options([{ value: "", label: words.chooseEntry }, ...items], chosen)}</select>
<button class="button small">${icon("plus")}${words.addToEntry}</button><button class="button small" formaction="/console/gaps/confirm">${icon("check")}${words.confirmAnswer}</button></form>`;
}
