import { createHash } from "node:crypto";
import type { Request, Response, Server } from "restify";
import { type NoticeFacts, PRIVACY, TERMS } from "./notice-texts.ts";

/** Where the Teams app's manifest sends people. */
export const PRIVACY_PATH = "/gizlilik";
export const TERMS_PATH = "/kosullar";

const CSS = `:root{color-scheme:light dark}
body{max-width:42rem;margin:0 auto;padding:1.5rem;font:1rem/1.6 "Segoe UI",system-ui,sans-serif}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin:1.6rem 0 .3rem}p{margin:.4rem 0}hr{margin:2.5rem 0}`;
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-cache",
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(CSS).digest("base64")}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
};

/** Puts the notices on privacy and on terms at `GET /gizlilik` and `GET /kosullar`: Turkish first, English below. */
export function mountNotices(server: Server, facts: () => NoticeFacts): void {
  for (const [path, notice] of [
    [PRIVACY_PATH, PRIVACY],
    [TERMS_PATH, TERMS],
  ] as const) {
    server.get(path, async (_request: Request, response: Response) => {
      response.sendRaw(200, page(notice, facts()), HEADERS);
    });
  }
}

function page(notice: typeof PRIVACY, facts: NoticeFacts): string {
  const [tr, en] = [notice.tr(facts), notice.en(facts)];
  return `<!doctype html>
<html lang="tr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(tr.title)} – Mobil İmza Yardımcısı</title><link rel="icon" href="data:,"><style>${CSS}</style></head>
<body><main>
<h1>${escapeHtml(tr.title)}</h1>
${sectionsOf(tr)}
<hr>
<div lang="en"><h1>${escapeHtml(en.title)}</h1>
${sectionsOf(en)}
</div></main></body></html>
`;
}

function sectionsOf({ sections }: ReturnType<(typeof PRIVACY)["tr"]>): string {
  return sections
    .map(([heading, ...paragraphs]) => {
      const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join("\n");
      return `<h2>${escapeHtml(heading)}</h2>\n${text}`;
    })
    .join("\n");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
