import type { MessageAuthor } from "../../core/message.ts";
import type { Requester } from "../../core/ticket.ts";
import type { AddToTicket, MessageContent, OpenTicket } from "./decision.ts";
import type { MailOnItsWay, Stage, StageContext } from "./stage.ts";

export const NO_SUBJECT = "(konu yok)";
export const NO_TEXT = "(E-postada okunabilir metin yok; varsa ekleri ve özgün hâli kayıtta.)";

/** The end of the way for what people write: into its ticket, or a new one. */
export const fileMail: Stage = {
  name: "Kayıt",
  run(mail, context) {
    return {
      decision: mail.ticket ? addition(mail, mail.ticket.number, mail.ticket.requester) : opening(mail, context),
    };
  },
};

function addition(mail: MailOnItsWay, ticket: string, requester: Requester): AddToTicket {
  const isRequester = mail.requester?.email !== undefined && mail.requester.email === requester.email;
  return {
    action: "add",
    reason: `${ticket} kaydına eklendi.`,
    ticket,
    reopens: mail.automatic === undefined,
    message: contentOf(mail, isRequester ? "requester" : "participant"),
  };
}

function opening(mail: MailOnItsWay, context: StageContext): OpenTicket {
  const { understanding, requester = {} } = mail;
  const subject = mail.subject || NO_SUBJECT;
  return {
    action: "open",
    reason: "Yeni kayıt açıldı.",
    subject,
    category: understanding?.category ?? "other",
    priority: understanding?.priority ?? "normal",
    requester,
    participants: requester.email ? [requester.email] : [],
    tags: mail.tags,
    links: mail.links,
    message: contentOf(mail, "requester"),
    ...(!mail.silence && {
      acknowledge: (number: string) =>
        context.acknowledgement({ number, subject, ...(understanding?.answer && { entry: understanding.answer }) }),
    }),
  };
}

/** The thread entry of a mail: what is new in it, the whole beside it when something was cut. */
export function contentOf({ mail, text }: MailOnItsWay, kind: MessageAuthor["kind"]): MessageContent {
  const { from, messageId, html, attachments } = mail;
  return {
    from: { kind, ...(from?.address && { email: from.address }), ...(from?.name && { name: from.name }) },
    to: [...mail.to, ...mail.cc].map(({ address }) => address).filter(Boolean),
    text: text || NO_TEXT,
    ...(text !== mail.text && { fullText: mail.text }),
    ...(html && { html }),
    attachments,
    ...(messageId && { messageId }),
  };
}
