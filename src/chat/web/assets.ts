import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Request, Response, Server } from "restify";
import { CHAT_CSS } from "./page/chat.css.ts";
import { CHAT_JS } from "./page/chat.js.ts";
import { CHAT_TEXTS } from "./page/chat-texts.ts";
import { EMBED_JS } from "./page/embed.js.ts";
import { chatPage } from "./page/page.ts";

export interface WebAssetsOptions {
  /** Path of adaptivecards.min.js, served to the page when the first card comes. */
  readonly cardsScript: string;
  /** Sites that may show the chat in a frame, as CSP sources. */
  readonly frameAncestors: readonly string[];
}

interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly zipped: Buffer;
  readonly tag: string;
}

const TEXT = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
} as const;

/** Puts the chat page at `GET /` (and `HEAD`), its files under `/webchat/`, and the embedding script at `GET /embed.js`. */
export function mountWebAssets(server: Server, { cardsScript, frameAncestors }: WebAssetsOptions): void {
  const files = {
    "chat.css": asset(TEXT.css, CHAT_CSS),
    "chat.js": asset(TEXT.js, CHAT_JS),
    "cards.js": asset(TEXT.js, readFileSync(cardsScript)),
  };
  const path = (name: keyof typeof files) => `/webchat/${name}?v=${files[name].tag}`;
  const paths = { css: path("chat.css"), js: path("chat.js"), cards: path("cards.js") };
  const pages = {
    tr: asset(TEXT.html, chatPage({ language: "tr", texts: CHAT_TEXTS.tr, paths })),
    en: asset(TEXT.html, chatPage({ language: "en", texts: CHAT_TEXTS.en, paths })),
  };
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.join(" ")}`,
  ].join("; ");

  const answerPage = async (request: Request, response: Response): Promise<void> => {
    const { language } = (request.query ?? {}) as { language?: string };
    send(request, response, language === "en" ? pages.en : pages.tr, {
      "content-security-policy": policy,
      "cache-control": "no-cache",
    });
  };
  server.get("/", answerPage);
  server.head("/", answerPage);
  for (const [name, file] of Object.entries(files)) {
    server.get(`/webchat/${name}`, async (request: Request, response: Response) => {
      send(request, response, file, { "cache-control": "public, max-age=31536000, immutable" });
    });
  }
  const embed = asset(TEXT.js, EMBED_JS);
  server.get("/embed.js", async (request: Request, response: Response) => {
    // Read by pages of other sites.
    send(request, response, embed, {
      "cache-control": "public, max-age=3600",
      "cross-origin-resource-policy": "cross-origin",
    });
  });
}

function asset(type: string, content: string | Buffer): Asset {
  const body = Buffer.from(content);
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 16);
  return { type, body, zipped: gzipSync(body, { level: 9 }), tag };
}

function send(request: Request, response: Response, { type, body, zipped, tag }: Asset, headers: object): void {
  const isZipped = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const content = isZipped ? zipped : body;
  const common = { ...headers, "content-type": type, etag: `"${tag}"`, vary: "accept-encoding" };
  if (request.headers["if-none-match"] === `"${tag}"`) {
    response.writeHead(304, common);
    response.end();
    return;
  }
  response.writeHead(200, {
    ...common,
    ...(isZipped && { "content-encoding": "gzip" }),
    "content-length": String(content.length),
  });
  response.end(request.method === "HEAD" ? undefined : content);
}
