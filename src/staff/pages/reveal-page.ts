import type { Message } from "../../core/message.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import type { StaffVisit } from "../route.ts";
import { thread } from "./thread.ts";

/** One message with nothing masked. Shown only after the look was recorded. */
export function revealPage(visit: StaffVisit, { html: _html, ...message }: Message): Html {
  const { texts } = visit;
  return page(visit, {
    title: texts.tickets.revealed,
    here: "tickets",
    body: html`<p class="small"><a class="button quiet small" href="/console/tickets/${message.ticket}" data-key="u">${icon("left")}${message.ticket}</a></p>
<div class="banner warn" role="status">${icon("eye")}<div>${texts.tickets.revealedLead}</div></div>
<div class="page-head"><h1>${texts.tickets.revealed}</h1></div>${thread(visit, [message])}`,
  });
}
