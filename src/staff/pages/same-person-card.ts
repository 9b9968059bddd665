import { kindOf, knownBy } from "../../core/identity.ts";
import type { IdentitySuggestion } from "../../tickets/suggest-identities.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { foldedList } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { identityName, personForm } from "./identity-parts.ts";
import type { TicketPageData } from "./ticket-data.ts";

type Data = Pick<TicketPageData, "ticket" | "samePersonSuggestions" | "queue">;

/** Who may be the same person as the requester, the likeliest first, each with its reason and one button to say so. */
export function samePersonCard(visit: StaffVisit, data: Data): Html {
  const { person } = visit.texts;
  const [likeliest, ...others] = data.samePersonSuggestions.map((one) => suggestion(visit, data, one));
  if (!likeliest) return html``;
  return html`<section class="card suggestions" id="same-person"><div class="head">${icon("people")}<h2>${person.maybe}</h2></div><div class="body stack"><p class="muted">${person.maybeLead}</p>${foldedList([likeliest], others, person.moreMaybe(others.length))}</div></section>`;
}

function suggestion(visit: StaffVisit, data: Data, one: IdentitySuggestion): Html {
  const { person } = visit.texts;
  const { identity, name, ticket, reason } = one;
  const other = kindOf(identity) === "mail" ? knownBy(identity) : (ticket ?? identity);
  return html`<li>${identityName(visit, identity, name)}<p class="muted">${person.reason[reason]} ${ticket && html`· <a class="mono" href="/console/tickets/${ticket}">${ticket}</a>`}</p>
  ${personForm(visit, data, "link")}<input type="hidden" name="other" value="${other}"><button class="button small" aria-label="${person.link}: ${name ?? other}">${icon("link")}${person.link}</button></form></li>`;
}
