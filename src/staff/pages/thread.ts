import { noteParts } from "../../core/mentions.ts";
import type { Message } from "../../core/message.ts";
import { may, type StaffMember } from "../../core/person.ts";
import { isMasked } from "../../core/personal-data.ts";
import { when } from "../design/dates.ts";
import { type Html, html } from "../design/html.ts";
import { icon } from "../design/icons.ts";
import { fileSize } from "../design/numbers.ts";
import { badge, csrfField, face } from "../design/parts.ts";
import { mayPreview } from "../picture-type.ts";
import type { StaffVisit } from "../route.ts";
import { evidenceState } from "./evidence-state.ts";
import { signatureState } from "./signature-state.ts";
import { deliveryBadge, deliveryReason } from "./ticket-parts.ts";

/** From so many messages on a thread opens at its end. */
const LONG = 20;
/** So many of a long thread are seen at once. */
const LATEST = 3;

/**
 * The conversation, oldest first: what came in, what went out, what staff noted; members named in notes stand out. Of a long one the
 * older messages are folded, so that its end is at hand and neither the page nor the focus has to move; an address of one of them
 * ("#m-…") unfolds them.
 */
export function thread(visit: StaffVisit, messages: readonly Message[], members: readonly StaffMember[] = []): Html {
  const entries = messages.map((message) => entry(visit, message, members));
  const newest = messages.at(-1);
  const isLong = messages.length >= LONG && newest !== undefined;
  return html`<section class="thread" aria-label="${visit.texts.tickets.thread}">${
    isLong ? html`${earlier(visit, entries.slice(0, -LATEST), newest)}${entries.slice(-LATEST)}` : entries
  }</section>`;
}

/** The older messages of a long thread, from its beginning, and the way past the rest to its end. */
function earlier({ texts }: StaffVisit, entries: readonly Html[], newest: Message): Html {
  return html`<div class="earlier"><a class="small" href="#m-${newest.id}">${texts.tickets.toNewest}</a><details class="folded"><summary>${texts.tickets.earlierMessages(entries.length)}</summary><div class="thread">${entries}</div></details></div>`;
}

function entry(visit: StaffVisit, message: Message, members: readonly StaffMember[]): Html {
  const { texts } = visit;
  const { from, direction } = message;
  const isSystem = from.kind === "system" || from.kind === "bot";
  const name = authorName(visit, message);
  return html`<article class="message ${direction} ${isSystem && "system"}" id="m-${message.id}">
  <header>${face(name, isSystem ? "bot" : direction === "in" ? "person" : "agent")}
    <div class="names"><span class="name">${name}</span> ${from.email && from.name && html`<span class="muted small">${from.email}</span>`}
      <div class="small muted">${when(message.createdAt, visit)} · ${texts.tickets.message[direction]}${direction !== "note" && html` · ${texts.tickets.channel[message.channel]}`}${message.to.length > 0 && html` → ${message.to.join(", ")}`}</div>${message.delivery && deliveryReason(message.delivery)}</div>
    ${direction === "note" && badge(texts.tickets.note, "outline", "lock")}${isOfAnother(message) && badge(texts.tickets.notRequester, "warn")}${message.delivery && deliveryBadge(message.delivery, visit)}
  </header>
  <div class="text">${direction === "note" ? withNames(visit, message.text, members) : withLinks(message.text)}</div>
  ${hidesNumbers(message) && may(visit.visitor.role, "personalData.reveal") && revealForm(visit, message)}${extras(visit, message)}
</article>`;
}

/** Whether somebody else wrote it than the ticket is for, or somebody who is not known to be that person, whatever name it shows. */
function isOfAnother({ direction, from }: Message): boolean {
  return direction === "in" && from.kind === "participant";
}

/** A note's text with its links and the colleagues it names; one's own name stands out more. */
function withNames({ visitor }: StaffVisit, text: string, members: readonly StaffMember[]): Html {
  return html`${noteParts(text, members).map((part) =>
    part.member
      ? html`<span class="mention ${part.member.id === visitor.id && "own"}">${part.text}</span>`
      : withLinks(part.text),
  )}`;
}

function hidesNumbers({ text, fullText = "" }: Message): boolean {
  return isMasked(text) || isMasked(fullText);
}

/** Looking behind the mask is an act of its own, and is written down. */
function revealForm({ texts, visitor }: StaffVisit, message: Message): Html {
  return html`<form class="extras" method="post" action="/console/messages/${message.id}/reveal">${csrfField(visitor)}<div><button class="button small quiet">${icon("eye")}${texts.tickets.reveal}</button></div></form>`;
}

export function authorName({ texts }: StaffVisit, { from }: Message): string {
  if (from.kind === "system") return texts.common.system;
  if (from.kind === "bot") return texts.common.bot;
  return from.name ?? from.email ?? texts.common.requester;
}

function extras(visit: StaffVisit, message: Message): Html {
  const { texts } = visit;
  const files = message.attachments.filter(({ inline }) => !inline);
  const pictures = message.attachments.filter(({ inline }) => inline);
  const { fullText, signature, evidence, mail } = message;
  if (!fullText && !message.html && !signature && !evidence && !mail && message.attachments.length === 0) return html``;
  return html`<div class="extras">
  ${signature && signatureState(visit, signature)}${evidence && evidenceState(visit, evidence)}
  ${files.length > 0 && fileList(visit, message, files, texts.tickets.attachments(files.length))}
  ${pictures.length > 0 && html`<details><summary>${texts.tickets.pictures(pictures.length)}</summary>${fileList(visit, message, pictures, texts.tickets.pictures(pictures.length))}</details>`}
  ${fullText && html`<details><summary>${texts.tickets.showFull}</summary><div class="full">${fullText}</div></details>`}
  ${message.html && html`<details><summary>${texts.tickets.showHtml}</summary><p class="muted small">${texts.tickets.htmlHint}</p><iframe title="${texts.tickets.htmlTitle}" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy" src="/console/messages/${message.id}/html"></iframe></details>`}
  ${mail && html`<p class="small"><a href="/console/mails/${mail}">${texts.tickets.whyThisMail}</a></p>`}
</div>`;
}

function fileList(visit: StaffVisit, message: Message, files: Message["attachments"], label: string): Html {
  return html`<ul class="files" aria-label="${label}">${files.map((file) => html`<li>${attachmentLine(visit, message, file)}</li>`)}</ul>`;
}

const URL_PATTERN = /https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?]/g;

/** Plain text with its web addresses made links that tell the other site nothing of where they stood. */
export function withLinks(text: string): Html {
  const parts: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(URL_PATTERN)) {
    parts.push(
      html`${text.slice(end, match.index)}<a href="${match[0]}" rel="noopener noreferrer nofollow" target="_blank">${match[0]}</a>`,
    );
    end = match.index + match[0].length;
  }
  return html`${parts}${text.slice(end)}`;
}

/** Name and size, and for those who may see personal data the ways to open it: a file is not masked inside. */
function attachmentLine(visit: StaffVisit, message: Message, file: Message["attachments"][number]): Html {
  const { texts, visitor } = visit;
  const label = html`${icon("paperclip")}${file.name} <span class="muted">${fileSize(file.size, visit)}</span>`;
  if (!may(visitor.role, "personalData.reveal")) return html`<span class="file">${label}</span>`;
  const at = (way: string) => `/console/messages/${message.id}/${way}?index=${file.index}`;
  const preview = html` <a class="button quiet small" href="${at("preview")}" target="_blank" rel="noopener" aria-label="${texts.tickets.preview}: ${file.name}">${icon("eye")}${texts.tickets.preview}</a>`;
  return html`<a class="file" href="${at("attachments")}">${label}</a>${mayPreview(file.type) && preview}`;
}
