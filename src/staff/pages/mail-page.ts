import { type LedgerMail, wayOut } from "../../core/mail.ts";
import { may } from "../../core/person.ts";
import { fullDate } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { page } from "../design/layout.ts";
import { fileSize } from "../design/numbers.ts";
import { csrfField, facts } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { outcomeBadge } from "./mail-list-page.ts";

/** One mail: what became of it, every decision on the way, its record, and its raw bytes. */
export function mailPage(visit: StaffVisit, mail: LedgerMail): Html {
  const { texts, visitor, query } = visit;
  const { mails } = texts;
  const way = mail.erasedAt ? undefined : wayOut(mail.outcome);
  const subject = mail.subject || texts.tickets.noSubject;
  return page(visit, {
    title: subject,
    here: "mails",
    body: html`<p class="small"><a class="button quiet small" href="/console/mails" data-key="u">${icon("left")}${mails.back}</a></p>
${query.get("done") === "retried" && html`<div class="banner good" role="status">${icon("check")}<div>${mails.retried}</div></div>`}
<div class="page-head"><div><h1>${subject}</h1><p class="muted">${mail.from ?? mails.unknownSender} · ${fullDate(mail.internalDate, visit)}</p></div><span class="grow"></span>
  ${may(visitor.role, "mails.raw") && mail.state !== "seen" && html`<a class="button" href="/console/mails/${mail.id}/raw" download>${icon("download")}${mails.raw}</a>`}
  ${may(visitor.role, "mails.reprocess") && way && html`<form method="post" action="/console/mails/${mail.id}/reprocess">${csrfField(visitor)}<button class="button ${way === "again" && "main"}">${icon("history")}${way === "again" ? mails.retry : mails.makeTicket}</button></form>`}</div>
${way === "ticket" && html`<p class="muted">${mails.makeTicketHint}</p>`}
<div class="compare">
  <section class="card"><div class="head"><h2>${mails.why}</h2></div><div class="body stack">
    <p class="row">${outcomeBadge(visit, mail)}${mail.outcome?.ticket && html`<a href="/console/tickets/${mail.outcome.ticket}">${mails.toTicket}</a>`}</p>
    ${mail.outcome && html`<p>${mail.outcome.reason}</p>`}
    ${decisions(visit, mail)}</div></section>
  <section class="card"><div class="head"><h2>${mails.facts}</h2></div><div class="body">${facts([
    [mails.account, mail.account],
    [mails.mailbox, mail.mailbox],
    [mails.uid, `${mail.uid} (${mail.uidValidity})`],
    [mails.messageId, mail.messageId && html`<span class="mono">${mail.messageId}</span>`],
    [mails.size, fileSize(mail.size, visit)],
    [mails.attempts, mail.attempts],
    [mails.lastError, mail.lastError],
  ])}</div></section>
</div>`,
  });
}

function decisions({ texts }: StaffVisit, { outcome }: LedgerMail): Html {
  const list = outcome?.decisions ?? [];
  if (list.length === 0) return html`<p class="muted">${texts.mails.noDecisions}</p>`;
  return html`<p class="muted small">${texts.mails.whyLead}</p><ol class="steps">${list.map(({ stage, note }) => html`<li><div class="what"><strong>${stage}</strong><div>${note}</div></div></li>`)}</ol>`;
}
