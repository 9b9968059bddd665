import type { MessageAuthor } from "../../core/message.ts";
import type { Ticket } from "../../core/ticket.ts";
import { NO_SUBJECT, NO_TEXT } from "../../core/wordless.ts";
import { isRequesterAddress } from "../../tickets/requester-identities.ts";
import type { AddToTicket, MessageContent, OpenTicket } from "./decision.ts";
import { isCalledAutomatic } from "./recognise-automatic.ts";
import { authorOf } from "./registered-mail.ts";
import { isBelieved, type MailOnItsWay, type Stage, type StageContext } from "./stage.ts";

/** The end of the way for what people write: into its ticket, or a new one. */
export const fileMail: Stage = {
  name: "Kayıt",
  async run(mail, context) {
    if (mail.ticket) return { decision: await addition(mail, mail.ticket, context) };
    const { storm } = mail;
    if (!storm) return { decision: opening(mail, context) };
    const reason = "Yoğunluk: benzer e-postaların toplandığı kayda eklendi.";
    const message = contentOf(mail, "participant");
    return { decision: { action: "storm", reason, storm, tags: mail.tags, message } };
  },
};

async function addition(mail: MailOnItsWay, found: Ticket, { office }: StageContext): Promise<AddToTicket> {
  const ticket = found.number;
  const address = authorOf(mail.mail)?.address ?? "";
  const isRequester =
    isBelieved(mail) &&
    address !== "" &&
    (address === found.requester.email || (await isRequesterAddress(office.store, found, address)));
  return {
    action: "add",
    reason: `${ticket} kaydına eklendi.`,
    ticket,
    reopens: mail.automatic === undefined && !isCalledAutomatic(mail.mail),
    message: contentOf(mail, isRequester ? "requester" : "participant"),
    tags: mail.tags,
    ...(mail.requests && { requests: mail.requests }),
  };
}

function opening(mail: MailOnItsWay, context: StageContext): OpenTicket {
  const { understanding, requester = {} } = mail;
  const cut = whyCut(mail);
  const subject = mail.subject || NO_SUBJECT;
  return {
    action: "open",
    ...(cut ? { kind: "tooBig", reason: cut } : { kind: "ticket", reason: "Yeni kayıt açıldı." }),
    subject,
    category: understanding?.category ?? "other",
    priority: understanding?.priority ?? "normal",
    requester,
    participants: requester.email ? [requester.email] : [],
    tags: cut ? [...mail.tags, "çok büyük"] : mail.tags,
    links: mail.links,
    message: contentOf(mail, "requester"),
    ...(mail.requests && { requests: mail.requests }),
    ...(!mail.silence && {
      acknowledge: (number: string) =>
        context.acknowledgement({ number, subject, ...(understanding?.answer && { entry: understanding.answer }) }),
    }),
  };
}

/** A mail too big to be loaded is a ticket all the same, so that somebody looks into the mailbox for the rest. */
function whyCut({ row, mail }: MailOnItsWay): string | undefined {
  if (row.size <= mail.size) return undefined;
  return `E-posta çok büyük (${Math.ceil(row.size / 1_000_000)} MB); yalnız başı alındı, tamamı posta kutusunda duruyor.`;
}

/** The thread entry of a mail: what is new in it, the whole beside it when something was cut. */
export function contentOf(
  { mail, text, signature, evidence }: MailOnItsWay,
  kind: MessageAuthor["kind"],
): MessageContent {
  const { from, messageId, html, attachments } = mail;
  return {
    from: { kind, ...(from?.address && { email: from.address }), ...(from?.name && { name: from.name }) },
    to: [...mail.to, ...mail.cc].map(({ address }) => address).filter(Boolean),
    text: text || NO_TEXT,
    ...(text !== mail.text && { fullText: mail.text }),
    ...(html && { html }),
    attachments,
    ...(signature && { signature }),
    ...(evidence && { evidence }),
    ...(messageId && { messageId }),
  };
}
