import type { Message } from "../core/message.ts";
import type { Ticket } from "../core/ticket.ts";
import { asciiLower } from "../language/turkish-case.ts";
import type { MailWording } from "./wording.ts";

/** A mail ready to be sent; the fields are nodemailer's. */
export interface ComposedMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly date: Date;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html?: string;
}

export interface MailToCompose {
  readonly ticket: Ticket;
  readonly message: Message;
  /** All messages of the ticket, in order. */
  readonly thread: readonly Message[];
  readonly wording: MailWording;
  /** Our address. */
  readonly from: string;
  /** Every address that delivers to us; never written to. */
  readonly ownAddresses: readonly string[];
}

/** Ids kept in References: the first, which names the thread, and the latest (RFC 5322 §3.6.4 sets no limit, mailers do). */
const MOST_REFERENCES = 20;
const QUOTED_LINES = 15;
const QUOTED_CHARACTERS = 1_500;

/**
 * Makes the mail of a thread's message: numbered subject, thread headers, text and a plain HTML twin, signature, and a short
 * quotation of what it answers. Undefined when nobody but ourselves would get it. Pure: the same input, the same mail.
 */
export function composeMail(input: MailToCompose): ComposedMail | undefined {
  const { ticket, message, wording, from, ownAddresses } = input;
  const own = new Set(ownAddresses.map(asciiLower));
  const to = message.to.filter((address) => !own.has(asciiLower(address)));
  if (to.length === 0 || !message.messageId) return undefined;

  const before = input.thread.filter(
    (other) => other.id !== message.id && other.direction !== "note" && other.createdAt <= message.createdAt,
  );
  const ids = before.flatMap((other) => other.messageId ?? []);
  const answered = before.findLast((other) => other.direction === "in");
  const inReplyTo = answered?.messageId ?? ids.at(-1);
  const references = ids.length > MOST_REFERENCES ? [...ids.slice(0, 1), ...ids.slice(1 - MOST_REFERENCES)] : ids;
  const parts = {
    body: message.text,
    signature: wording.say("signature", "tr", {}),
    quote: quoteOf(answered, wording),
  };
  return {
    from: { name: wording.say("office-name", "tr", {}), address: from },
    to,
    subject: `[${ticket.number}] ${oneLine(ticket.subject)}`.trim(),
    messageId: message.messageId,
    date: message.createdAt,
    ...(inReplyTo && { inReplyTo }),
    ...(references.length > 0 && { references }),
    headers: { "X-Mobil-Imza-Ticket": ticket.number, ...(isWrittenByUs(message) && MACHINE_HEADERS) },
    text: asText(parts),
    html: asHtml(parts),
  };
}

/** RFC 3834 §5, and Exchange's own word for the same: no machine is to answer this. */
const MACHINE_HEADERS = { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" } as const;

function isWrittenByUs(message: Message): boolean {
  return message.from.kind === "system" || message.from.kind === "bot";
}

interface Parts {
  readonly body: string;
  readonly signature: string;
  readonly quote: Quote | undefined;
}

interface Quote {
  readonly attribution: string;
  readonly lines: readonly string[];
}

function quoteOf(answered: Message | undefined, wording: MailWording): Quote | undefined {
  if (!answered) return undefined;
  const text = answered.text.slice(0, QUOTED_CHARACTERS);
  const all = text.trim().split(/\r?\n/);
  const lines = all.slice(0, QUOTED_LINES);
  const isCut = all.length > lines.length || answered.text.length > QUOTED_CHARACTERS;
  const name = oneLine(answered.from.name ?? answered.from.email ?? "");
  return {
    attribution: wording.say("attribution", "tr", { name, date: turkishDate(answered.createdAt) }),
    lines: isCut ? [...lines, "…"] : lines,
  };
}

const DATE_FORMAT = new Intl.DateTimeFormat("tr-TR", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Istanbul",
});

function turkishDate(date: Date): string {
  return DATE_FORMAT.format(date);
}

function asText({ body, signature, quote }: Parts): string {
  const quoted = quote ? ["", quote.attribution, ...quote.lines.map((line) => `> ${line}`)] : [];
  return [body.trim(), "", "-- ", signature, ...quoted, ""].join("\n");
}

function asHtml({ body, signature, quote }: Parts): string {
  const quoted = quote
    ? `<p>${escapeHtml(quote.attribution)}</p><blockquote style="margin:0 0 0 .8em;padding-left:.8em;border-left:2px solid #bbb">${quote.lines.map(escapeHtml).join("<br>")}</blockquote>`
    : "";
  return [
    '<!doctype html><html lang="tr"><head><meta charset="utf-8"></head><body style="font-family:Segoe UI,Arial,sans-serif">',
    paragraphs(body),
    `<p style="color:#555">${escapeHtml(signature).replace(/\n/g, "<br>")}</p>`,
    quoted,
    "</body></html>",
  ].join("\n");
}

function paragraphs(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(escapeHtml(paragraph)).replace(/\n/g, "<br>")}</p>`)
    .join("\n");
}

function linked(html: string): string {
  return html.replace(/https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`);
}

function escapeHtml(text: string): string {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" } as const;
  return text.replace(/[&<>"']/g, (letter) => names[letter as keyof typeof names]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
