import { kindOf, knownBy } from "../../core/identity.ts";
import type { IdentitySuggestion } from "../../tickets/suggest-identities.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { foldedList } from "../design/parts.ts";
import type { StaffVisit } from "../route.ts";
import { identityName, personForm } from "./identity-parts.ts";
import { sideSection } from "./side-section.ts";
import type { TicketPageData } from "./ticket-data.ts";

type Data = Pick<TicketPageData, "ticket" | "samePersonSuggestions" | "queue">;

/** Who may be the same person as the requester, the likeliest first, each with its reason and one button to say so. */
export function samePersonCard(visit: StaffVisit, data: Data): Html {
  const { person } = visit.texts;
  const [likeliest, ...others] = data.samePersonSuggestions.map((one) => suggestion(visit, data, one));
  if (!likeliest) return html``;
  return sideSection(visit, {
    name: "same",
    title: person.maybe,
    short: String(others.length + 1),
    icon: "people",
    id: "same-person",
    classes: "suggestions",
    body: html`<p class="muted">${person.maybeLead}</p>${foldedList([likeliest], others, person.moreMaybe(others.length))}`,
  });
}

function suggestion(visit: StaffVisit, data: Data, one: IdentitySuggestion): Html {
  const { person } = visit.texts;
  const { identity, name, ticket, reason } = one;
  const other = kindOf(identity) === "mail" ? knownBy(identity) : (ticket ?? identity);
  return html`<li>${identityName(visit, identity, name)}<p class="muted">${person.reason[reason]} ${ticket && html`· <a class="mono" href="/console/tickets/${ticket}">${ticket}</a>`}</p>
  ${personForm(visit, data, "link")}<input type="hidden" name="other" value="${other}"><button class="button small" aria-label="${person.link}: ${name ?? other}">${icon("link")}${person.link}</button></form></li>`;
}
