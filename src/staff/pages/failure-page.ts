import type { ErrorCode } from "../../core/errors.ts";
import { type Html, html } from "../design/html.ts";
import { documentOf, page } from "../design/layout.ts";
import { emptyState } from "../design/parts.ts";
import type { Visit } from "../route.ts";

/** What went wrong and what to do now. */
export function failurePage(visit: Visit, code: ErrorCode | "unexpected"): Html {
  const { texts, visitor } = visit;
  const { title, remedy } = texts.errors[code];
  const action = visitor
    ? html`<a class="button main" href="/console/tickets">${texts.errors.toTickets}</a>`
    : html`<a class="button main" href="/console/sign-in">${texts.errors.toSignIn}</a>`;
  const body = html`<div class="card"><h1 class="visually-hidden">${title}</h1>${emptyState("alert", title, remedy, action)}</div>`;
  return visitor ? page(visit, { title, body }) : documentOf(visit, title, html`<main class="signin">${body}</main>`);
}
