import type { HelpdeskEvent } from "../core/events.ts";
import type { Notice } from "../core/notices.ts";
import type { Ticket } from "../core/ticket.ts";
import { turkishDateTime } from "../core/turkish-time.ts";

/** A notice with what it is about; what was erased meanwhile is absent. */
export interface ToldNotice {
  readonly notice: Notice;
  readonly event: HelpdeskEvent;
  readonly ticket?: Ticket;
}

interface About {
  readonly ticket: string;
  readonly what: string;
  readonly detail: string;
  /** The target that is near or past. */
  readonly due: string;
}
type Line = (about: About) => string;
type Language = "tr" | "en";

const LINES: Readonly<Record<Language, Readonly<Record<Notice["topic"], Line>>>> = {
  tr: {
    assigned: ({ ticket }) => `Size atandı: ${ticket}`,
    mentioned: ({ ticket }) => `Bir iç notta adınız geçti: ${ticket}`,
    ticketMessage: ({ ticket }) => `Yeni yazışma geldi: ${ticket}`,
    ticketDueSoon: ({ ticket, due, detail }) => `${due} süresi dolmak üzere (${detail}): ${ticket}`,
    ticketOverdue: ({ ticket, due }) => `${due} süresi geçti: ${ticket}`,
    escalated: ({ ticket, due, detail }) => `${due} süresi geçti, ${detail}: ${ticket}`,
    ticketOpened: ({ ticket }) => `Yeni bilet: ${ticket}`,
    requestFlagged: ({ what }) => `Başvuru işaretlendi, hat değişmiş olabilir: ${what}`,
    certificateEnding: ({ what, detail }) => `Sertifikanın bitmesine ${detail} gün kaldı: ${what}`,
    mailbox: ({ what, detail }) => `${detail}: ${what}`,
    mailQuarantined: () => "Bir e-posta işlenemedi ve karantinaya alındı; konsolun E-posta sayfasında bekliyor.",
    knowledgeDrafted: ({ what }) => `Bilgi girdisi taslağı yazıldı, onayınızı bekliyor: ${what}`,
  },
  en: {
    assigned: ({ ticket }) => `Assigned to you: ${ticket}`,
    mentioned: ({ ticket }) => `You were named in an internal note: ${ticket}`,
    ticketMessage: ({ ticket }) => `A new message came in: ${ticket}`,
    ticketDueSoon: ({ ticket, due, detail }) => `${due} nearly due (${detail}): ${ticket}`,
    ticketOverdue: ({ ticket, due }) => `${due} overdue: ${ticket}`,
    escalated: ({ ticket, due, detail }) => `${due} overdue, ${detail}: ${ticket}`,
    ticketOpened: ({ ticket }) => `New ticket: ${ticket}`,
    requestFlagged: ({ what }) => `A request entry was flagged, the line may have changed: ${what}`,
    certificateEnding: ({ what, detail }) => `The certificate ends in ${detail} days: ${what}`,
    mailbox: ({ what, detail }) => `${detail}: ${what}`,
    mailQuarantined: () => "A mail could not be processed and was quarantined; it waits on the console's Mail page.",
    knowledgeDrafted: ({ what }) => `A knowledge entry was drafted and waits for your approval: ${what}`,
  },
};

const MAILBOX = {
  tr: {
    "mailbox.paused": "Posta kutusu bizi kabul etmiyor, e-posta alımı durdu",
    "mailbox.recovered": "Posta kutusu yeniden çalışıyor",
    "mailbox.silent": "Posta kutusundan ses gelmiyor",
  },
  en: {
    "mailbox.paused": "The mailbox refuses us, no mail comes in",
    "mailbox.recovered": "The mailbox works again",
    "mailbox.silent": "Nothing is heard from the mailbox",
  },
} as const;

const DUE = {
  tr: { firstResponse: "İlk yanıt", resolution: "Çözüm", taken: "bir görevlinin üzerinde", free: "kimse üstlenmedi" },
  en: { firstResponse: "First response", resolution: "Solution", taken: "somebody has it", free: "nobody has it" },
} as const;

const FRAME = {
  tr: {
    many: (count: number) => `${count} bildirim`,
    foot: "Bu ileti kendiliğinden gönderildi; lütfen yanıtlamayın. Neyin bildirileceğini konsolda Hesabım sayfasından seçebilirsiniz.",
  },
  en: {
    many: (count: number) => `${count} notices`,
    foot: "This message was sent automatically; please do not answer it. Choose what you are told on the page My account of the console.",
  },
} as const;

/** One line that says what happened, with nothing in it that people wrote but the ticket's (masked) subject. */
export function noticeLine({ notice, event, ticket }: ToldNotice, language: Language): string {
  const number = notice.ticket ?? "";
  const subject = ticket?.subject.replace(/\s+/g, " ").trim();
  return LINES[language][notice.topic]({
    ticket: subject ? `${number} ${subject}` : number,
    what: thingOf(event),
    due: event.type === "ticket.dueSoon" || event.type === "ticket.overdue" ? DUE[language][event.what] : "",
    detail: detailOf(event, ticket, language),
  });
}

function detailOf(event: HelpdeskEvent, ticket: Ticket | undefined, language: Language): string {
  switch (event.type) {
    case "mailbox.paused":
    case "mailbox.recovered":
    case "mailbox.silent":
      return MAILBOX[language][event.type];
    case "ticket.dueSoon":
      return turkishDateTime(event.due);
    case "ticket.overdue":
      return DUE[language][ticket?.assignee ? "taken" : "free"];
    default:
      return ("detail" in event && event.detail) || "";
  }
}

function thingOf(event: HelpdeskEvent): string {
  if ("request" in event) return event.request;
  if ("entry" in event) return event.entry;
  return ("account" in event && event.account) || "";
}

/** The mail that carries notices: a single one is its subject too. */
export function noticeMail(
  told: readonly ToldNotice[],
  language: Language,
  linkTo: (told: ToldNotice) => string | undefined,
): { readonly subject: string; readonly text: string } {
  const lines = told.map((one) => ({ line: noticeLine(one, language), link: linkTo(one) }));
  const { many, foot } = FRAME[language];
  const blocks = lines.map(({ line, link }) => (link ? `${line}\n${link}` : line));
  return {
    subject: lines.length === 1 ? (lines[0]?.line ?? "") : many(lines.length),
    text: [...blocks, foot].join("\n\n"),
  };
}
