import { type Identity, type IdentityKind, kindOf, knownBy } from "../../core/identity.ts";
import { type Html, html } from "../design/html.ts";
import { type IconName, icon } from "../design/icons.ts";
import { csrfField } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { viewQuery } from "../ticket-view.ts";
import type { TicketPageData } from "./ticket-data.ts";

const SIGNS: Readonly<Record<IdentityKind, IconName>> = { mail: "mail", teams: "people", chat: "chat" };

/** An address says who it is; an account or a conversation goes by its kind and the name there. */
export function identityName({ texts }: StaffVisit, identity: Identity, name: string | undefined): Html {
  const kind = kindOf(identity);
  const words = kind === "mail" ? knownBy(identity) : [texts.person.kind[kind], name].filter(Boolean).join(": ");
  return html`<span class="clip" title="${texts.person.kind[kind]}">${icon(SIGNS[kind])} ${words}</span>`;
}

/** The beginning of a form that says, or takes back, that a ticket's requester and another are one person. */
export function personForm(
  { visitor }: StaffVisit,
  { ticket, queue }: Pick<TicketPageData, "ticket" | "queue">,
  action: "link" | "unlink",
): Html {
  return html`<form method="post" action="/console/tickets/${ticket.number}/person/${action}${viewQuery(queue.view)}">${csrfField(visitor)}`;
}
