import { type LedgerMail, MAIL_OUTCOMES, type MailOutcomeKind } from "../../core/mail.ts";
import type { Page } from "../../core/page.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { page } from "../design/layout.ts";
import { fileSize } from "../design/numbers.ts";
import { badge, emptyState, moreLink, type Tone, tabs } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";

export interface MailListData {
  readonly list: Page<LedgerMail>;
  readonly counts: Readonly<Partial<Record<MailOutcomeKind | "open", number>>>;
  readonly outcome?: MailOutcomeKind;
}

const TONES: Readonly<Partial<Record<MailOutcomeKind, Tone>>> = {
  ticket: "good",
  followUp: "good",
  note: "info",
  bounce: "warn",
  quarantined: "bad",
  tooBig: "warn",
  spam: "warn",
};

/** What became of every mail. */
export function mailListPage(visit: StaffVisit, { list, counts, outcome }: MailListData): Html {
  const { mails, common } = visit.texts;
  const shown = MAIL_OUTCOMES.filter((kind) => (counts[kind] ?? 0) > 0 || kind === outcome || kind === "quarantined");
  return page(visit, {
    title: mails.title,
    here: "mails",
    body: html`<div class="page-head"><div><h1>${mails.title}</h1><p class="lead">${mails.lead}</p></div></div>
<div class="card">${tabs(mails.result, [
      { href: "/console/mails", label: common.all, current: !outcome },
      ...shown.map((kind) => ({
        href: `/console/mails?outcome=${kind}`,
        label: mails.outcome[kind],
        count: counts[kind] ?? 0,
        current: kind === outcome,
      })),
    ])}
${list.items.length === 0 ? emptyState("mail", mails.empty, mails.emptyText) : table(visit, list.items)}
${moreLink(common.more, "/console/mails", visit.query, list.nextCursor)}</div>`,
  });
}

function table(visit: StaffVisit, items: readonly LedgerMail[]): Html {
  const { mails } = visit.texts;
  return html`<table class="list" data-list><thead><tr><th>${mails.subject}</th><th>${mails.from}</th><th>${mails.result}</th><th class="number-cell hide-narrow">${mails.size}</th><th class="number-cell">${mails.arrived}</th></tr></thead>
<tbody>${items.map(
    (
      mail,
    ) => html`<tr><td class="subject"><a class="cover clip item-link" href="/console/mails/${mail.id}">${mail.subject || visit.texts.tickets.noSubject}</a></td>
  <td class="who"><span class="clip">${mail.from ?? mails.unknownSender}</span></td>
  <td class="nowrap">${outcomeBadge(visit, mail)}</td>
  <td class="number-cell small muted nowrap hide-narrow">${fileSize(mail.size, visit)}</td>
  <td class="number-cell small muted nowrap">${when(mail.internalDate, visit)}</td></tr>`,
  )}</tbody></table>`;
}

export function outcomeBadge({ texts }: StaffVisit, { outcome }: LedgerMail): Html {
  if (!outcome) return badge(texts.mails.open, "info");
  return html`${badge(texts.mails.outcome[outcome.kind], TONES[outcome.kind] ?? "quiet")} ${outcome.ticket && html`<span class="mono small muted">${outcome.ticket}</span>`}`;
}
