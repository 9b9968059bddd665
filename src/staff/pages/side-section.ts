import { type Html, type HtmlValue, html } from "../design/html.ts";
import { type IconName, icon } from "../design/icons.ts";
import type { StaffVisit } from "../route.ts";

/** What stands beside a ticket, the most needed first; each folds, and stays as it was left in this browser. */
type SideSection = "suggestions" | "same" | "properties" | "person" | "requests" | "links" | "history";

/** Folded till somebody unfolds it: what one looks up now and then. */
const USUALLY_FOLDED: ReadonlySet<SideSection> = new Set(["links", "history"]);

interface SectionParts {
  readonly name: SideSection;
  readonly title: string;
  /** Said beside the title, also while folded: how many, who. */
  readonly short?: HtmlValue;
  readonly icon?: IconName;
  readonly id?: string;
  readonly classes?: string;
  readonly body: Html;
}

/** One section beside a ticket; the script tells the server when it is folded or unfolded. */
export function sideSection({ preferences }: StaffVisit, parts: SectionParts): Html {
  const { name, title, short, id, body } = parts;
  const isOpen = preferences.folds.get(name) ?? !USUALLY_FOLDED.has(name);
  return html`<details class="card ${parts.classes}" data-fold="${name}" data-was="${isOpen ? "open" : "folded"}" ${id && html`id="${id}"`} ${isOpen && html`open`}><summary class="head">${parts.icon && icon(parts.icon)}<h2>${title}</h2>${short && html`<span class="short">${short}</span>`}</summary><div class="body stack">${body}</div></details>`;
}
