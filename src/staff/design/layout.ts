import { may, type Permission } from "../../core/person.ts";
import type { Visit, Visitor } from "../route.ts";
import type { Texts } from "../texts/texts.ts";
import { assetPath } from "./assets.ts";
import { type Html, html } from "./html.ts";
import { type IconName, icon } from "./icons.ts";
import { csrfField, face } from "./parts.ts";

export type Section = "tickets" | "requests" | "mails" | "knowledge" | "questions" | "reports" | "health";

export interface PageParts {
  readonly title: string;
  readonly here?: Section;
  /** Class of the main element; `desk` gives the list beside the ticket. */
  readonly layout?: "desk";
  /** Text in the search box. */
  readonly q?: string;
  readonly body: Html;
}

interface Place {
  readonly section: Section;
  readonly path: string;
  readonly icon: IconName;
  readonly needs: Permission;
}

const PLACES: readonly Place[] = [
  { section: "tickets", path: "/console/tickets", icon: "inbox", needs: "tickets.read" },
  { section: "requests", path: "/console/requests", icon: "form", needs: "requests.read" },
  { section: "mails", path: "/console/mails", icon: "mail", needs: "mails.read" },
  { section: "knowledge", path: "/console/knowledge", icon: "book", needs: "knowledge.read" },
  { section: "questions", path: "/console/questions", icon: "help", needs: "knowledge.read" },
  { section: "reports", path: "/console/reports", icon: "chart", needs: "reports.read" },
  { section: "health", path: "/console/health", icon: "heart", needs: "tickets.read" },
];

/** A whole page of the console: bar, navigation, banners and the page's own content. */
export function page(visit: Visit, parts: PageParts): Html {
  const { texts, visitor } = visit;
  return documentOf(
    visit,
    parts.title,
    html`<a class="skip" href="#main">${texts.common.skip}</a>
<div class="shell" data-kept-words="${texts.common.keptForm}"${visitor && html` data-staff="${visitor.id}"`}>
  ${bar(visit, parts.q)}
  <nav class="rail" aria-label="${texts.common.navigation}"><ul>${visitor && PLACES.filter(({ needs }) => may(visitor.role, needs)).map((place) => placeLink(place, parts.here, texts))}</ul></nav>
  <main id="main" tabindex="-1" ${parts.layout === "desk" && html`class="desk"`}>${parts.layout !== "desk" && banners(visit)}${parts.body}</main>
</div>
${shortcutsDialog(visit)}`,
  );
}

/** The frame of any page, also of those without a visitor. */
export function documentOf(visit: Visit, title: string, body: Html, scripts?: Html | false): Html {
  const { language, theme, moreContrast, singleKeys } = visit.preferences;
  return html`<html lang="${language}" ${theme !== "auto" && html`data-theme="${theme}"`} ${moreContrast && html`data-contrast="more"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${visit.texts.common.product}</title>
<link rel="icon" href="${assetPath("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath("console.css")}">
<script src="${assetPath("console.js")}" defer></script>${scripts}
</head>
<body ${!singleKeys && html`data-keys="off"`}>${body}</body>
</html>`;
}

function placeLink(place: Place, here: Section | undefined, texts: Texts): Html {
  return html`<li><a href="${place.path}" ${place.section === here && html`aria-current="page"`}>${icon(place.icon)}<span>${texts.common[place.section]}</span></a></li>`;
}

function bar(visit: Visit, q: string | undefined): Html {
  const { texts, visitor } = visit;
  return html`<header class="bar">
  <a class="product" href="/console/tickets">${icon("shield")}<span>${texts.common.product}</span></a>
  <form class="find" role="search" action="/console/tickets" method="get">
    ${icon("search")}<label class="visually-hidden" for="find">${texts.common.search}</label>
    <input id="find" type="search" name="q" value="${q}" placeholder="${texts.common.searchHint}" maxlength="200" autocomplete="off">
    <input type="hidden" name="status" value="all">
  </form>
  <div class="tools">
    <button type="button" class="button quiet hide-narrow" data-open="shortcuts" aria-label="${texts.common.shortcuts}" title="${texts.common.shortcuts} (?)">${icon("keyboard")}</button>
    ${visitor && accountMenu(visit, visitor)}
  </div>
</header>`;
}

function accountMenu(visit: Visit, visitor: Visitor): Html {
  const { texts, preferences, path } = visit;
  const choose = (name: string, value: string, label: string, iconName: IconName, pressed?: boolean) =>
    html`<button class="item" name="${name}" value="${value}" ${pressed !== undefined && html`aria-pressed="${String(pressed)}"`}>${icon(iconName)}${label}${pressed && icon("check")}</button>`;
  const { theme, moreContrast, language, singleKeys } = preferences;
  return html`<details class="menu">
  <summary class="button quiet" >${face(visitor.name, "agent")}<span class="visually-hidden">${texts.common.account}: ${visitor.name}</span></summary>
  <div class="sheet">
    <p><strong>${visitor.name}</strong><br><span class="muted small">${visitor.email} · ${texts.common.roles[visitor.role]}</span></p>
    <a class="item" href="/console/account">${icon("person")}${texts.common.account}</a>
    ${may(visitor.role, "tickets.write") && html`<a class="item" href="/console/answers">${icon("reply")}${texts.readyAnswers.title}</a>`}
    ${may(visitor.role, "staff.manage") && html`<a class="item" href="/console/people">${icon("people")}${texts.people.people}</a>`}
    ${may(visitor.role, "serviceLevels.manage") && html`<a class="item" href="/console/settings">${icon("settings")}${texts.settings.title}</a>`}
    ${may(visitor.role, "audit.read") && html`<a class="item" href="/console/audit">${icon("history")}${texts.people.audit}</a>`}
    ${may(visitor.role, "erase") && html`<a class="item" href="/console/erasure">${icon("shield")}${texts.erasure.title}</a>`}
    <hr>
    <form method="post" action="/console/preferences">${csrfField(visitor)}<input type="hidden" name="next" value="${path}">
      ${choose("theme", "auto", texts.common.theme.auto, "settings", theme === "auto")}
      ${choose("theme", "light", texts.common.theme.light, "sun", theme === "light")}
      ${choose("theme", "dark", texts.common.theme.dark, "moon", theme === "dark")}
      ${choose("contrast", moreContrast ? "normal" : "more", texts.common.contrast, "eye", moreContrast)}
      ${choose("keys", singleKeys ? "off" : "on", texts.common.keys.single, "keyboard", singleKeys)}
      <hr>
      ${choose("language", language === "tr" ? "en" : "tr", texts.common.otherLanguage, "globe")}
    </form>
    <hr>
    <form method="post" action="/console/sign-out">${csrfField(visitor)}<button class="item">${icon("out")}${texts.common.signOut}</button></form>
  </div>
</details>`;
}

/** What everybody must know before they work: a demo mailbox, no way out for mail. One line each, more on a click. */
export function banners({ staff, texts }: Visit): Html {
  const { demoMailbox, smtpConfigured } = staff;
  if (!demoMailbox && smtpConfigured) return html``;
  return html`<div class="notices">
  ${demoMailbox && html`<details><summary>${icon("mail")}${texts.common.demo}</summary><p>${texts.common.demoDetail(demoMailbox)}</p></details>`}
  ${!smtpConfigured && html`<details class="warn"><summary>${icon("alert")}${texts.common.noSmtp}</summary><p>${texts.common.noSmtpDetail}</p></details>`}
</div>`;
}

function shortcutsDialog({ texts, visitor, preferences, path }: Visit): Html {
  const { keys } = texts.common;
  const { singleKeys } = preferences;
  const row = (key: string, what: string) =>
    html`<dt>${key.split(" ").map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${what}</dd>`;
  return html`<dialog id="shortcuts" aria-labelledby="shortcuts-title"><h2 id="shortcuts-title">${texts.common.shortcuts}</h2>
<dl class="keys">${row("j k", keys.move)}${row("Enter", keys.open)}${row("/", keys.search)}${row("r", keys.reply)}${row("n", keys.note)}${row("e", keys.solve)}${row("a", keys.take)}${row("s", keys.suggested)}${row("u", keys.back)}${row("b", texts.tickets.toSide)}${row("i", texts.desk.keysInsert)}${row("/…", texts.desk.keysSnippet)}${row("x", texts.desk.keysSelect)}${row("z", texts.desk.undo)}${row("Ctrl+Enter", keys.send)}${row("?", keys.help)}</dl>
<div class="row"><form method="dialog"><button class="button main">${texts.common.close}</button></form><form method="post" action="/console/preferences">${csrfField(visitor)}<input type="hidden" name="next" value="${path}"><button class="button" name="keys" value="${singleKeys ? "off" : "on"}">${singleKeys ? keys.turnOff : keys.turnOn}</button></form></div><p class="muted small">${singleKeys ? keys.turnOffHint : keys.areOff}</p></dialog>`;
}
