import { assetPath } from "../design/assets.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { documentOf } from "../design/layout.ts";
import type { Visit } from "../route.ts";

/** Why the console does not show yet: Teams is asked who this is, or what stands in the way. */
export type TabState = "asking" | "notSetUp" | "notHere" | "notLinked" | "signedOut";

export interface TeamsTab {
  readonly state: TabState;
  readonly next: string;
  /** Secret that also stands in a cookie: the form came from this page. */
  readonly proof: string;
}

/** What the tab in Teams shows until the console does. It asks for no password: in a frame nobody sees whose page asks. */
export function teamsTabPage(visit: Visit, { state, next, proof }: TeamsTab): Html {
  const { teamsTab, common } = visit.texts;
  const isAsking = state === "asking";
  return documentOf(
    visit,
    teamsTab.title,
    html`<main class="signin"><div class="card" ${isAsking && html`data-teams-tab`}>
  <p class="mark">${icon("shield")}<span>${common.product}</span></p>
  ${isAsking && asking(visit, next, proof)}
  <div class="stack" data-teams-fallback role="status" ${isAsking && html`hidden`}>${remedy(visit, isAsking ? "notHere" : state, next)}</div>
</div></main>`,
    isAsking &&
      html`<script src="${assetPath("teams.js")}" defer></script><script src="${assetPath("teams-tab.js")}" defer></script>`,
  );
}

function asking({ texts }: Visit, next: string, proof: string): Html {
  return html`<form method="post" action="/console/teams/sign-in" data-teams-form><h1 class="visually-hidden">${texts.teamsTab.title}</h1><p role="status">${texts.teamsTab.lead}</p><input type="hidden" name="proof" value="${proof}"><input type="hidden" name="next" value="${next}"><input type="hidden" name="token"></form>`;
}

function remedy({ texts, staff }: Visit, state: Exclude<TabState, "asking">, next: string): Html {
  const { teamsTab } = texts;
  const words = {
    notHere: [teamsTab.notHere, teamsTab.notHereText],
    notSetUp: [teamsTab.notSetUp, teamsTab.notHereText],
    notLinked: [teamsTab.notLinked, teamsTab.notLinkedText],
    signedOut: [teamsTab.signedOut, teamsTab.signedOutText],
  }[state];
  const again = html`<a class="button" href="/console/teams?next=${encodeURIComponent(next)}">${teamsTab.again}</a>`;
  const browser = html`<a class="button main" target="_blank" rel="noopener" href="${staff.publicUrl ?? ""}${next}">${icon("out")}${teamsTab.inBrowser}</a>`;
  return html`<div><h1>${words[0]}</h1><p class="muted">${words[1]}</p></div>${browser}${state !== "notSetUp" && again}`;
}
