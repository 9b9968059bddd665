import type { Html } from "./design/html.ts";
import type { Answer } from "./route.ts";

/** Nothing from anywhere else, nothing inline; frames only of our own (the mail as it looked). Who may frame it, framing.ts adds. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");

const SAFE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
} as const;

/** A page of the console. */
export function pageAnswer(document: Html, status = 200, headers: Answer["headers"] = {}): Answer {
  return {
    status,
    headers: {
      ...SAFE,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": PAGE_POLICY,
      ...headers,
    },
    body: `<!doctype html>\n${document.markup}`,
  };
}

/** Sends the browser on with a GET (303), as after every form. Only to paths of our own. */
export function redirectAnswer(path: string, headers: Answer["headers"] = {}): Answer {
  return { status: 303, headers: { ...SAFE, location: path, ...headers }, body: "" };
}

export function jsonAnswer(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { ...SAFE, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(value),
  };
}

/** A file to keep, never to be shown by the browser in our origin: its name is encoded (RFC 6266), its type not sniffed. */
export function downloadAnswer(name: string, type: string, content: Buffer | string): Answer {
  const plain = name.replace(/[^\w. -]+/g, "_").slice(0, 100) || "file";
  return {
    status: 200,
    headers: {
      ...SAFE,
      "content-type": type,
      "content-security-policy": "default-src 'none'; sandbox",
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    body: content,
  };
}

/** A path of our own console, written so that a header can carry it, or the list of tickets: never a way out to another site. */
export function ownPath(path: string | null | undefined): string {
  const base = "http://console";
  const url = path && URL.canParse(path, base) ? new URL(path, base) : undefined;
  const isOurs = url?.origin === base && /^\/console(?:\/|$)/.test(url.pathname);
  return isOurs ? url.pathname + url.search + url.hash : "/console/tickets";
}
