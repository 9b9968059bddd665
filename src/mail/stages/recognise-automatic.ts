import { fold } from "../../language/fold.ts";
import type { AnyMail, MailInHand } from "../reading/mail-in-hand.ts";
import { headerOf } from "./header-values.ts";
import { PASS, type Stage } from "./stage.ts";
import { withoutGateway } from "./subject-prefixes.ts";
import { isUnread } from "./unread-address.ts";

/** How subjects of automatic answers begin; whoever answers one has "YNT:" before it. */
const AUTOMATIC =
  /^(?:otomatik (?:yanit|cevap|ileti)|ofis(?:te)? (?:disinda|degil)|isyeri disinda|automatic reply|auto.?(?:reply|response|respon)|autoreply|out of (?:the )?office|automatische antwort|respuesta automatica|reponse automatique)\w*\s*(?::|-|$)/;
/** Words of out-of-office notes. They may silence us, never make a mail disappear: a person can write them too, as part of a question. */
const AWAY =
  /otomatik (?:yanit|cevap|ileti)|(?:ofis(?:te)? (?:disinda|degil)|isyeri disinda|izinde|yillik izin)(?:yi[mz]|dir)?\s*(?:$|[:.!(,-])|izindeyim|raporluyum|automatic reply|auto.?(?:reply|response|respon)|autoreply|out of (?:the )?office|on vacation|away from|abwesenheit|automatische antwort|respuesta automatica|reponse automatique/;
/** The same words, as only a machine puts them at the head of a text. */
const AWAY_TEXT =
  /otomatik (?:yanit|cevap)|ofis disindayim|izindeyim|raporluyum|automatic reply|out of (?:the )?office|automatische antwort/;
/** What of X-Auto-Response-Suppress asks for no answer of ours; the other values are about receipts and reports. */
const NO_ANSWER = /all|oof|autoreply/;

/**
 * What a machine wrote gets no answer from our machine (RFC 3834 §2). Headers decide whether it is automatic; words, lists and
 * addresses nobody reads only silence us.
 */
export const recogniseAutomatic: Stage = {
  name: "Otomatik e-posta",
  run({ mail, silence }) {
    const why = whyAutomatic(mail);
    if (why) {
      const automatic = isReply(mail) ? "reply" : "notice";
      const kind = automatic === "reply" ? "Otomatik yanıt" : "Otomatik bildirim";
      return { learned: { automatic, silence: why }, note: `${kind}: ${why}.` };
    }
    const quiet = silence ?? whySilent(mail);
    return quiet ? { learned: { silence: quiet }, note: `Makine yanıtı verilmez: ${quiet}.` } : PASS;
  },
};

/** Why a machine is known to have written a mail; undefined when nothing says so. */
export function whyAutomatic(mail: AnyMail): string | undefined {
  // Any value but "no", comments and parameters apart (RFC 3834 §5).
  const submitted = headerOf(mail, "auto-submitted")?.replace(/[\s;(].*$/s, "");
  if (submitted && submitted !== "no") return `Auto-Submitted: ${submitted}`;
  for (const name of ["x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply", "x-auto-reply-from"]) {
    const value = headerOf(mail, name);
    if (value && value !== "no" && value !== "false") return `${name} başlığı`;
  }
  if (headerOf(mail, "precedence") === "auto_reply") return "Precedence: auto_reply";
  // Exchange sets it on its own automatic mails, whose Return-Path is null; alone it asks for silence only.
  return wantsNoAnswer(mail) && mail.returnPath === "" ? "X-Auto-Response-Suppress" : undefined;
}

function wantsNoAnswer(mail: AnyMail): boolean {
  return NO_ANSWER.test(headerOf(mail, "x-auto-response-suppress") ?? "");
}

/** An answer to a mail of ours or others, as opposed to a notice a machine writes of its own accord. */
function isReply(mail: MailInHand): boolean {
  const submitted = headerOf(mail, "auto-submitted") ?? "";
  const isAnswer = mail.references.length > 0 && (mail.returnPath === "" || submitted.startsWith("auto-generated"));
  return isAnswer || saysItReplies(mail);
}

/** Whether a machine's mail says itself that it answers; one that only names other mails may be another desk's news. */
export function saysItReplies(mail: MailInHand): boolean {
  const isMarked = headerOf(mail, "auto-submitted")?.startsWith("auto-replied");
  const isCalledSo = headerOf(mail, "precedence") === "auto_reply" || headerOf(mail, "x-autoreply") !== undefined;
  return isMarked || isCalledSo || AWAY.test(fold(mail.subject));
}

/** Whether a mail calls itself an automatic answer or a receipt, though no header does: it is filed, and wakes no ticket. */
export function isCalledAutomatic({ subject }: MailInHand): boolean {
  return AUTOMATIC.test(fold(withoutGateway(subject))) || isCalledReceipt(subject);
}

/** "Okundu: …", as programs without receipts of their own write them. */
export function isCalledReceipt(subject: string): boolean {
  return /^(?:okundu|okunmadan silindi|read|not read|gelesen)\s?:/.test(fold(withoutGateway(subject)));
}

function whySilent(mail: MailInHand): string | undefined {
  if (mail.returnPath === "") return "boş Return-Path";
  if (wantsNoAnswer(mail)) return "X-Auto-Response-Suppress";
  const precedence = headerOf(mail, "precedence") ?? "";
  if (/^(?:bulk|list|junk)/.test(precedence)) return `Precedence: ${precedence.slice(0, 10)}`;
  const list = mail.headers.find(({ name }) => /^list-(?:id|unsubscribe|post|help|owner)$/.test(name));
  if (list) return `liste e-postası (${list.name})`;
  if (isUnread(mail.from?.address)) return "yanıtlanmayan bir adres";
  const isAway = AWAY.test(fold(mail.subject)) || AWAY_TEXT.test(fold(mail.text.slice(0, 400)));
  return isAway ? "otomatik yanıt sözleri" : undefined;
}
