import type { AssigneeSuggestion } from "../../tickets/suggest-assignee.ts";
import { type Html, html } from "../design/html.ts";
import { percent } from "../design/numbers.ts";
import { csrfField, face, foldedList } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { viewQuery } from "../ticket-view.ts";
import { sideSection } from "./side-section.ts";
import type { TicketPageData } from "./ticket-data.ts";
import { categoryName } from "./ticket-parts.ts";

type Data = Pick<TicketPageData, "ticket" | "events" | "queue" | "propertySuggestions">;

/** What might be set on the ticket, each with its reason and one button to take it. */
export function suggestionsCard(visit: StaffVisit, data: Data): Html {
  const { suggestions: words, tickets } = visit.texts;
  const { ticket } = data;
  const { assignees, category, priority, sure } = data.propertySuggestions;
  const [best, ...others] = assignees.map((one, index) => assigneeRow(visit, data, one, index === 0));
  const rows = [
    best,
    category !== undefined &&
      row(visit, data, {
        field: "category",
        was: ticket.category,
        value: category,
        label: html`${tickets.field.category}: <strong>${categoryName(category, visit)}</strong>`,
        name: categoryName(category, visit),
        why: words.byWords(percent(sure, visit)),
      }),
    priority !== undefined &&
      row(visit, data, {
        field: "priority",
        was: ticket.priority,
        value: priority,
        label: html`${tickets.field.priority}: <strong>${tickets.priority[priority]}</strong>`,
        name: tickets.priority[priority],
        why: words.byTone,
      }),
  ].filter((one) => one !== undefined && one !== false);
  if (rows.length === 0) return html``;
  return sideSection(visit, {
    name: "suggestions",
    title: words.title,
    short: String(rows.length),
    icon: "help",
    classes: "suggestions",
    body: foldedList(rows, others, words.moreColleagues(others.length)),
  });
}

function assigneeRow(visit: StaffVisit, data: Data, one: AssigneeSuggestion, isBest: boolean): Html {
  const { suggestions: words } = visit.texts;
  const { member } = one;
  const name = member.id === visit.visitor.id ? words.you(member.name) : member.name;
  return row(visit, data, {
    field: "assignee",
    was: data.ticket.assignee ?? "",
    value: member.id,
    label: html`${face(member.name, "agent", true)} <strong>${name}</strong>`,
    name: member.name,
    why: reasons(visit, one),
    isMain: isBest,
  });
}

/** What speaks for a member, and how much they have to do. */
function reasons(
  { texts }: StaffVisit,
  { solvedAlike, sameRequester, lookalike, openWork }: AssigneeSuggestion,
): string {
  const words = texts.suggestions;
  const isUnknown = solvedAlike + sameRequester === 0 && !lookalike;
  return [
    isUnknown && words.leastWork,
    lookalike && words.lookalike(lookalike),
    sameRequester > 0 && words.sameRequester(sameRequester),
    solvedAlike > 0 && words.solvedAlike(solvedAlike),
    words.openWork(openWork),
  ]
    .filter(Boolean)
    .join(" · ");
}

interface Row {
  readonly field: "assignee" | "category" | "priority";
  readonly was: string;
  readonly value: string;
  readonly label: Html;
  /** What is taken, for whoever hears the button alone. */
  readonly name: string;
  readonly why: string;
  readonly isMain?: boolean;
}

function row(
  visit: StaffVisit,
  { ticket, events, queue }: Data,
  { field, was, value, label, name, why, isMain }: Row,
): Html {
  const { suggestions: words } = visit.texts;
  const take = field === "assignee" ? words.assign : words.take;
  return html`<li><div class="row">${label}</div><p class="muted">${why}</p><form method="post" action="/console/tickets/${ticket.number}/changes${viewQuery(queue.view)}">${csrfField(visit.visitor)}<input type="hidden" name="version" value="${ticket.version}"><input type="hidden" name="seen" value="${events.at(-1)?.id}"><input type="hidden" name="was.${field}" value="${was}"><button class="button small ${isMain && "main"}" name="${field}" value="${value}" ${isMain && html`data-key="s"`} aria-label="${take}: ${name}">${take}</button></form></li>`;
}
