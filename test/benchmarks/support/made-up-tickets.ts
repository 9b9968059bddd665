import { certificateEnd } from "../../../src/core/certificate.ts";
import type { AskedQuestion } from "../../../src/core/chat.ts";
import type { HelpdeskEvent } from "../../../src/core/events.ts";
import type { LedgerMail, MailOutcomeKind } from "../../../src/core/mail.ts";
import type { Message } from "../../../src/core/message.ts";
import { type FieldValue, type RequestEntry, type RequestState, requestNumber } from "../../../src/core/request.ts";
import { dueDates, USUAL_SERVICE_LEVELS } from "../../../src/core/service-levels.ts";
import { type Ticket, type TicketChannel, type TicketStatus, ticketNumber } from "../../../src/core/ticket.ts";
import { turkishDay, turkishYear } from "../../../src/core/turkish-time.ts";
import { newId } from "../../../src/store/ids.ts";
import { type MadeUpPerson, madeUpPerson } from "../../support/made-up-people.ts";

const SUBJECTS =
  "Sertifika yenileme|Mobil imza başvurusu|PIN kilitlendi|İmza doğrulanamadı|SIM kart değişikliği|Kurum değişikliği bildirimi|E-imza şifresi|Fatura itirazı|Onay mesajı gelmiyor|Çağrı düşüyor".split(
    "|",
  );
const DETAILS =
  "acil hatırlatma ikinci ek belge eksik müdürlük şube yazı ekte liste güncel yanlış işlem bilgi talep".split(" ");
const WORDS =
  "merhaba başvurum hakkında bilgi almak istiyorum hattım değişti operatör kart imzalama sırasında hata alıyorum sayın yetkili gereğini arz ederim teşekkürler sistem ekran kod onay mesaj".split(
    " ",
  );
const PROVINCES =
  "Adana Ankara Antalya Bursa Diyarbakır Edirne Erzurum Eskişehir Gaziantep Hatay İstanbul İzmir Kars Kayseri Konya Malatya Mersin Muğla Samsun Sivas Şanlıurfa Trabzon Van".split(
    " ",
  );
const CHANNELS: readonly TicketChannel[] = ["mail", "mail", "teams", "web"];
const STATES: readonly RequestState[] = [
  "active",
  "active",
  "active",
  "active",
  "active",
  "expired",
  "rejected",
  "cancelled",
  "received",
  "underReview",
  "sentToKamuSm",
  "formSent",
  "formSigned",
  "operatorFormsReceived",
  "documentsReceived",
  "needsInfo",
];
const OTHER_MAILS: readonly MailOutcomeKind[] = ["autoReply", "bounce", "note", "spam", "duplicate", "own"];
const OUTCOMES = ["answer", "answer", "answer", "clarify", "unknown", "smalltalk"] as const;
const YEARS_MS = 2 * 365 * 24 * 60 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One ticket and all that came with it, in the core's own shapes. */
export interface MadeUp {
  readonly ticket: Ticket;
  readonly message: Message;
  readonly event: HelpdeskEvent;
  readonly request?: RequestEntry;
  readonly mail?: LedgerMail;
  readonly question?: AskedQuestion;
}

/** An office's last two years: the lower the serial number, the longer ago. */
export interface Span {
  readonly tickets: number;
  readonly now: Date;
}

export function openedAt(serial: number, { tickets, now }: Span): Date {
  return new Date(now.getTime() - Math.floor(YEARS_MS * (1 - (serial - 0.5) / tickets)));
}

export function numberOf(serial: number, span: Span): string {
  return ticketNumber(turkishYear(openedAt(serial, span)), serial);
}

/** The made-up ticket of a serial number. One in five is about somebody's application, one in three came after a question to the bot. */
export function madeUp(serial: number, span: Span): MadeUp {
  const person = madeUpPerson(serial);
  const pick = picker(serial);
  const createdAt = openedAt(serial, span);
  const number = ticketNumber(turkishYear(createdAt), serial);
  const id = newId(createdAt);
  const ticket = ticketOf({ id, number, person, pick, createdAt, now: span.now });
  const mail = ticket.channel === "mail" ? mailOf(serial, ticket, pick) : undefined;
  const message = messageOf(serial, { ticket, person, pick, ...(mail && { mail: mail.id }) });
  return {
    ticket,
    message,
    event: {
      type: "ticket.opened",
      at: createdAt,
      actor: { kind: "requester", name: person.name },
      ticket: number,
      message: message.id,
    },
    ...(serial % 5 === 0 && { request: requestOf(serial, ticket, { person, pick, now: span.now }) }),
    ...(mail && { mail }),
    ...(serial % 3 === 0 && { question: questionOf(serial, ticket, pick) }),
  };
}

type Picker = ReturnType<typeof picker>;

/** A fixed scramble: neighbours have nothing in common. */
function picker(serial: number) {
  const random = (of: number, salt: number) => (Math.imul(serial + salt * 7_919, 2_654_435_761) >>> 8) % of;
  const one = <Value>(values: readonly Value[], salt: number) => values[random(values.length, salt)] as Value;
  return { random, one };
}

/** Most of what came today waits, half of it is done in three days, and one in two thousand is forgotten. */
function statusOf({ random, one }: Picker, ageMs: number): TicketStatus {
  const waiting = Math.max(0.8 * Math.exp(-ageMs / (4 * DAY_MS)), 1 / 2_000);
  if (random(10_000, 6) < waiting * 10_000) return one(["new", "open", "pending"], 13);
  return random(10, 7) < 2 ? "solved" : "closed";
}

interface Opened {
  readonly id: string;
  readonly number: string;
  readonly person: MadeUpPerson;
  readonly pick: Picker;
  readonly createdAt: Date;
  readonly now: Date;
}

function ticketOf({ id, number, person, pick, createdAt, now }: Opened): Ticket {
  const { random, one } = pick;
  const age = now.getTime() - createdAt.getTime();
  const updatedAt = new Date(createdAt.getTime() + Math.floor((random(72, 2) / 72) * Math.min(age, 72 * HOUR_MS)));
  const status = statusOf(pick, age);
  const isDone = status === "solved" || status === "closed";
  const dues = dueDates(USUAL_SERVICE_LEVELS, "normal", createdAt);
  const isLate = !isDone && dues.resolutionDueAt < now;
  const isAsleep = !isDone && random(10, 11) === 0;
  return {
    id,
    number,
    subject: `${one(SUBJECTS, 3)} ${one(DETAILS, 4)} ${one(DETAILS, 5)}`,
    status,
    priority: "normal",
    category: one(["signature", "pin", "application", "other"], 8),
    channel: one(CHANNELS, 9),
    requester: { email: person.email, name: person.name },
    participants: [person.email],
    ...(random(2, 40) === 1 && { assignee: `staff-${random(8, 41)}` }),
    tags: [],
    links: [],
    ...(isAsleep && { snoozedUntil: new Date(now.getTime() + (random(240, 12) + 1) * HOUR_MS) }),
    createdAt,
    updatedAt,
    ...dues,
    ...(status !== "new" && { firstRespondedAt: updatedAt }),
    ...(isDone && { solvedAt: updatedAt }),
    ...(isLate && { escalated: "resolution" as const }),
    version: 1,
  };
}

interface Written {
  readonly ticket: Ticket;
  readonly person: MadeUpPerson;
  readonly pick: Picker;
  readonly mail?: string;
}

function messageOf(serial: number, { ticket, person, pick, mail }: Written): Message {
  const words = Array.from({ length: 25 }, (_, word) => pick.one(WORDS, word + 10)).join(" ");
  return {
    id: newId(ticket.createdAt),
    ticket: ticket.number,
    direction: "in",
    channel: ticket.channel,
    from: { kind: "requester", email: person.email, name: person.name },
    to: [],
    text: `${words} ${person.spoken} dosya d${serial}x`,
    attachments: [],
    ...(mail && { mail, contentKey: `content-${serial}`, messageId: `<${serial}@ornek.example>` }),
    createdAt: ticket.createdAt,
  };
}

function mailOf(
  serial: number,
  { number, subject, createdAt, requester }: Ticket,
  { random, one }: Picker,
): LedgerMail {
  const kind = random(5, 50) === 0 ? one(OTHER_MAILS, 51) : "ticket";
  return {
    id: newId(createdAt),
    account: "destek@ornek.example",
    mailbox: "INBOX",
    uidValidity: "1",
    uid: serial,
    internalDate: createdAt,
    size: 400,
    state: "done",
    attempts: 1,
    contentKey: `content-${serial}`,
    messageId: `<${serial}@ornek.example>`,
    from: requester.email ?? "",
    subject,
    outcome: {
      kind,
      ...(kind === "ticket" && { ticket: number }),
      reason: "Yeni konu.",
      decisions: [{ stage: "open-ticket", note: "Yeni konu." }],
      at: createdAt,
    },
    createdAt,
  };
}

function requestOf(
  serial: number,
  ticket: Ticket,
  { person, pick, now }: Pick<Opened, "person" | "pick" | "now">,
): RequestEntry {
  const { createdAt, updatedAt } = ticket;
  // Activated up to a year and a half before: some end soon, and those that have ended are told of and expired.
  const certificateEndsAt = certificateEnd(new Date(updatedAt.getTime() - pick.random(540, 62) * 24 * HOUR_MS));
  const picked = pick.one(STATES, 60);
  const state = picked === "active" && certificateEndsAt < now ? "expired" : picked;
  const said = (value: string): FieldValue => ({ value, source: { kind: "text", quote: value }, confidence: 0.9 });
  return {
    id: newId(createdAt),
    number: requestNumber(turkishYear(createdAt), serial),
    ticket: ticket.number,
    kind: "newApplication",
    state,
    fields: {
      name: said(person.name),
      nationalId: said(person.nationalId),
      registryNumber: said(person.registryNumber),
      phone: said(person.phone),
      email: said(person.email),
      province: said(pick.one(PROVINCES, 61)),
    },
    history: [{ to: "received", by: "sistem", at: createdAt }],
    ...(picked === "active" && { certificateEndsAt }),
    origin: `benchmark:${serial}#0`,
    createdAt,
    updatedAt,
    version: 1,
  };
}

function questionOf(serial: number, { createdAt }: Ticket, { random, one }: Picker): AskedQuestion {
  const outcome = one(OUTCOMES, 70);
  return {
    id: newId(createdAt),
    text: `${one(SUBJECTS, 71)} ${one(DETAILS, 72)} ${one(DETAILS, 73)}`,
    outcome,
    entries: outcome === "answer" ? [`entry-${random(60, 74)}`] : [],
    confidence: 0.9,
    language: "tr",
    conversation: `conversation-${serial}`,
    channel: "webchat",
    knowledgeVersion: turkishDay(createdAt),
    why: [{ step: "match", detail: "alike" }],
    ...(random(10, 75) === 0 && { feedback: random(4, 76) === 0 ? "notHelpful" : "helpful" }),
    askedAt: createdAt,
  };
}
