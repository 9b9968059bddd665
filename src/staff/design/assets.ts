import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { AppError } from "../../core/errors.ts";
import type { Answer } from "../route.ts";
import { BASE_CSS } from "./base.css.ts";
import { CONTRAST_CSS } from "./contrast.css.ts";
import { KNOWLEDGE_CSS } from "./knowledge.css.ts";
import { PARTS_CSS } from "./parts.css.ts";
import { ANSWERS_JS } from "./scripts/answers.js.ts";
import { COMPOSER_JS } from "./scripts/composer.js.ts";
import { KEPT_FORM_JS } from "./scripts/kept-form.js.ts";
import { KEYBOARD_JS } from "./scripts/keyboard.js.ts";
import { KNOWLEDGE_JS } from "./scripts/knowledge.js.ts";
import { LIVE_JS } from "./scripts/live.js.ts";
import { LOOK_FURTHER_JS } from "./scripts/look-further.js.ts";
import { MENTIONS_JS } from "./scripts/mentions.js.ts";
import { PAGE_JS } from "./scripts/page.js.ts";
import { SELECTION_JS } from "./scripts/selection.js.ts";
import { SNIPPETS_JS } from "./scripts/snippets.js.ts";
import { TEAMS_TAB_JS } from "./scripts/teams-tab.js.ts";
import { TYPED_LIST_JS } from "./scripts/typed-list.js.ts";
import { TICKET_CSS } from "./ticket.css.ts";
import { TOKENS_CSS } from "./tokens.css.ts";

const TEAMS_SCRIPT = "node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js";
const ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path fill="#0b62ad" d="M10 1.5 17 4.3v5.2c0 4.3-2.8 7.4-7 9-4.2-1.6-7-4.7-7-9V4.3z"/><path fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" d="M6.8 10l2.2 2.2 4.2-4.2"/></svg>`;

const FILES = {
  "console.css": {
    type: "text/css; charset=utf-8",
    body: TOKENS_CSS + BASE_CSS + PARTS_CSS + TICKET_CSS + KNOWLEDGE_CSS + CONTRAST_CSS,
  },
  "console.js": {
    type: "text/javascript; charset=utf-8",
    body:
      PAGE_JS +
      KEYBOARD_JS +
      COMPOSER_JS +
      TYPED_LIST_JS +
      MENTIONS_JS +
      SNIPPETS_JS +
      KNOWLEDGE_JS +
      ANSWERS_JS +
      SELECTION_JS +
      LIVE_JS +
      LOOK_FURTHER_JS +
      KEPT_FORM_JS,
  },
  "teams-tab.js": { type: "text/javascript; charset=utf-8", body: TEAMS_TAB_JS },
  /** Microsoft's own library for tabs. */
  "teams.js": { type: "text/javascript; charset=utf-8", body: readFileSync(TEAMS_SCRIPT, "utf8") },
  "icon.svg": { type: "image/svg+xml", body: ICON_SVG },
} as const;

export type AssetName = keyof typeof FILES;

const versions = Object.fromEntries(
  Object.entries(FILES).map(([name, { body }]) => [name, createHash("sha256").update(body).digest("hex").slice(0, 10)]),
);

/** Address of a file with its version, so that browsers may keep it for ever. */
export function assetPath(name: AssetName): string {
  return `/console/assets/${name}?v=${versions[name]}`;
}

export function assetAnswer(name: string): Answer {
  const file = Object.hasOwn(FILES, name) ? FILES[name as AssetName] : undefined;
  if (!file) throw new AppError("notFound", "There is no such file.");
  return {
    status: 200,
    headers: {
      "content-type": file.type,
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    },
    body: file.body,
  };
}
