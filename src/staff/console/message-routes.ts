import { AppError } from "../../core/errors.ts";
import type { Message } from "../../core/message.ts";
import { may } from "../../core/person.ts";
import { noteOpenedFile, revealMessage } from "../../requests/reveal.ts";
import { agentOf } from "../agent-of.ts";
import { downloadAnswer, pageAnswer } from "../answers.ts";
import { Html, html } from "../design/html.ts";
import type { FileContent } from "../options.ts";
import { revealPage } from "../pages/reveal-page.ts";
import { previewType } from "../picture-type.ts";
import { picturesInPlace, withPictures } from "../pictures-in-place.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";

/** A mail's own markup in a document that can do nothing: no scripts, no remote images, no forms, an origin of its own. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";

/** What hangs on a single message: its mail as it looked, its attachments. */
export function messageRoutes(): Route[] {
  return [
    staffRoute("GET", "/console/messages/:id/html", "tickets.read", showMailHtml),
    staffRoute("GET", "/console/messages/:id/attachments", "personalData.reveal", downloadAttachment),
    staffRoute("GET", "/console/messages/:id/preview", "personalData.reveal", previewAttachment),
    staffRoute("POST", "/console/messages/:id/reveal", "personalData.reveal", revealOne),
  ];
}

async function showMailHtml(visit: StaffVisit): Promise<Answer> {
  const message = await wantedMessage(visit);
  if (!message.html) throw new AppError("notFound", "The message has no HTML part.");
  const document = html`<!doctype html><html lang="tr"><head><meta charset="utf-8"><base target="_blank"><title>${visit.texts.tickets.htmlTitle}</title></head><body>${new Html(await inPlace(visit, message, message.html))}</body></html>`;
  return {
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": MAIL_POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
    body: document.markup,
    frames: "own",
  };
}

/** The markup with the mail's own pictures, for those who may see what nobody can mask in them; that is written down like any opened file. */
async function inPlace(visit: StaffVisit, message: Message, markup: string): Promise<string> {
  const pictures = picturesInPlace(message);
  if (pictures.length === 0 || !message.mail || !may(visit.visitor.role, "personalData.reveal")) return markup;
  const files = await visit.staff
    .attachments(
      message.mail,
      pictures.map(({ index }) => index),
    )
    .catch(orNone);
  const contents = new Map(pictures.flatMap(({ contentId }, at) => contentEntry(contentId, files[at])));
  if (contents.size === 0) return markup;
  const file = pictures.map((picture) => picture.name).join(", ");
  await noteOpenedFile(visit.staff.office, {
    subject: message.id,
    file,
    ticket: message.ticket,
    by: agentOf(visit),
  });
  return withPictures(markup, contents);
}

function contentEntry(contentId = "", file: FileContent | undefined): [string, Buffer][] {
  return file ? [[contentId, file.content]] : [];
}

/** Words without their pictures are better than none. */
function orNone(error: unknown): [] {
  if (error instanceof AppError) return [];
  throw error;
}

/** Shows one message without masks, after it was written down who looked. */
async function revealOne(visit: StaffVisit): Promise<Answer> {
  const message = await wantedMessage(visit);
  const original = await revealMessage(visit.staff.office, { message: message.id, by: agentOf(visit) });
  return pageAnswer(revealPage(visit, { ...message, ...original }));
}

async function downloadAttachment(visit: StaffVisit): Promise<Answer> {
  const { name, content } = await wantedFile(visit);
  return downloadAnswer(name, "application/octet-stream", content);
}

/** A picture or a PDF in the browser, as what its content says it is. */
async function previewAttachment(visit: StaffVisit): Promise<Answer> {
  const { content } = await wantedFile(visit);
  const type = previewType(content);
  if (!type) throw new AppError("notFound", "This attachment cannot be shown here; download it.");
  return {
    status: 200,
    headers: {
      "content-type": type,
      "content-disposition": "inline",
      "content-security-policy": "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=300",
    },
    body: content,
    frames: "own",
  };
}

async function wantedFile(visit: StaffVisit): Promise<{ readonly name: string; readonly content: Buffer }> {
  const message = await wantedMessage(visit);
  const index = Number(visit.query.get("index") ?? Number.NaN);
  const known = message.attachments.find((attachment) => attachment.index === index);
  const [file] = known && message.mail ? await visit.staff.attachments(message.mail, [index]) : [];
  if (!known || !file) throw new AppError("notFound", "There is no such attachment, or its mail is no longer kept.");
  const opened = { subject: message.id, file: known.name, ticket: message.ticket, by: agentOf(visit) };
  await noteOpenedFile(visit.staff.office, opened);
  return { name: known.name, content: file.content };
}

async function wantedMessage({ params, staff }: StaffVisit) {
  const message = await staff.office.store.messages.byId(params.id ?? "");
  if (!message) throw new AppError("notFound", "There is no such message.");
  return message;
}
