import type { Message } from "../../core/message.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { csrfField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";

/** An answer can be taken back for this long. */
export const UNDO_MS = 15_000;

/** What is said of an answer just sent: while it can be taken back, with the button that does and goes when the time is over. */
export function sentWords(visit: StaffVisit, messages: readonly Message[]): Html {
  const { texts, visitor, query, now } = visit;
  const message = messages.find(({ id }) => id === query.get("message"));
  const left = message ? message.createdAt.getTime() + UNDO_MS - now.getTime() : 0;
  if (message?.direction !== "out" || left <= 0) return html`${texts.desk.hasLeft}`;
  return html`<div class="row" data-undo="${left}" data-left="${texts.desk.hasLeft}">${texts.tickets.sent}<form method="post" action="/console/messages/${message.id}/undo">${csrfField(visitor)}<button class="button small" data-key="z" title="${texts.desk.undoHint}">${icon("history")}${texts.desk.undo}</button></form></div>`;
}
