import type { Language } from "../../core/knowledge.ts";
import type { TicketPriority, TicketStatus } from "../../core/ticket.ts";

const PRIORITY_TR: Readonly<Record<TicketPriority, string>> = {
  low: "Düşük",
  normal: "Olağan",
  high: "Yüksek",
  urgent: "Acil",
};
const STATUS_TR: Readonly<Record<TicketStatus, string>> = {
  new: "Yeni",
  open: "Açık",
  pending: "Beklemede",
  solved: "Çözüldü",
  closed: "Kapandı",
};

const tr = {
  command: "triyaj",
  stop: "triyajı kapat",
  started: "Yeni talepler artık bu kanala gelecek. Bitirmek için “triyajı kapat” yazın.",
  stopped: "Bu kanala artık talep gönderilmeyecek.",
  notStaff:
    "Bunu yalnızca masada hesabı olan görevliler yapabilir. Hesabınızın e-postası Teams hesabınızla aynı olmalı.",
  requester: "Talep sahibi",
  priority: "Öncelik",
  category: "Konu grubu",
  assignee: "Görevli",
  opened: "Açılış",
  nobody: "kimse üstlenmedi",
  unknownRequester: "adı bilinmiyor",
  claim: "Üzerime al",
  answer: "Yanıtla",
  answerLabel: "Talep sahibine yanıtınız",
  answerPlaceholder: "Yanıt doğrudan talep sahibine gider",
  answerMissing: "Yanıt boş olamaz.",
  send: "Gönder",
  solve: "Çözüldü",
  reopen: "Yeniden aç",
  close: "Kapat",
  answered: "Son yanıt",
  openDesk: "Masada aç",
  stale: "Bu talep siz bakarken değişti; kart yenilendi. Yeniden deneyin.",
  gone: "Bu talep artık yok.",
  statuses: STATUS_TR,
  priorities: PRIORITY_TR,
};

/** What the triage channel reads. */
export type TriageTexts = typeof tr;

const en: TriageTexts = {
  command: "triage",
  stop: "stop triage",
  started: "New tickets will come into this channel from now on. Write “stop triage” to end it.",
  stopped: "No more tickets will be sent to this channel.",
  notStaff: "Only staff with an account at the desk may do this; its e-mail must be that of your Teams account.",
  requester: "Requester",
  priority: "Priority",
  category: "Topic",
  assignee: "Agent",
  opened: "Opened",
  nobody: "nobody yet",
  unknownRequester: "name unknown",
  claim: "Take it",
  answer: "Answer",
  answerLabel: "Your answer to the requester",
  answerPlaceholder: "The answer goes straight to the requester",
  answerMissing: "The answer cannot be empty.",
  send: "Send",
  solve: "Solved",
  reopen: "Reopen",
  close: "Close",
  answered: "Last answer",
  openDesk: "Open at the desk",
  stale: "This ticket changed while you were looking; the card is fresh now. Please try again.",
  gone: "This ticket is no longer there.",
  statuses: { new: "New", open: "Open", pending: "Waiting", solved: "Solved", closed: "Closed" },
  priorities: { low: "Low", normal: "Normal", high: "High", urgent: "Urgent" },
};

export const TRIAGE_TEXTS: Readonly<Record<Language, TriageTexts>> = { tr, en };
