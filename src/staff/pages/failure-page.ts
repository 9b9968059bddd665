import type { ErrorCode } from "../../core/errors.ts";
import { ownPath } from "../answers.ts";
import { type Html, html } from "../design/html.ts";
import { documentOf, page } from "../design/layout.ts";
import { emptyState } from "../design/parts.ts";
import type { Visit } from "../route.ts";

/** What went wrong and what to do now: after a form, back to the page it stood on, where what was typed waits. */
export function failurePage(visit: Visit, code: ErrorCode | "unexpected"): Html {
  const { texts, visitor } = visit;
  const { title, remedy } = texts.errors[code];
  const from = visit.method === "GET" ? undefined : formerPage(visit);
  const next = from ? `?next=${encodeURIComponent(from)}` : "";
  const action = visitor
    ? html`${from && html`<a class="button main" href="${from}">${texts.errors.toForm}</a> `}<a class="button ${!from && "main"}" href="/console/tickets">${texts.errors.toTickets}</a>`
    : html`<a class="button main" href="/console/sign-in${next}">${texts.errors.toSignIn}</a>`;
  const kept = from && html`<p data-kept-form hidden>${texts.errors.kept}</p>`;
  const body = html`<div class="card"><h1 class="visually-hidden">${title}</h1>${emptyState("alert", title, remedy, html`${kept}${action}`)}</div>`;
  return visitor ? page(visit, { title, body }) : documentOf(visit, title, html`<main class="signin">${body}</main>`);
}

/** The page of ours on which a form was sent, by what the browser says; undefined when it says nothing. */
function formerPage({ header }: Visit): string | undefined {
  const referer = header("referer");
  if (!referer || !URL.canParse(referer)) return undefined;
  const { pathname, search } = new URL(referer);
  return ownPath(pathname + search);
}
