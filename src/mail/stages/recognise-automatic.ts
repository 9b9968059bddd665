import { fold } from "../../language/fold.ts";
import type { AnyMail, MailInHand } from "../reading/mail-in-hand.ts";
import { headerOf } from "./header-values.ts";
import { PASS, type Stage } from "./stage.ts";
import { isUnread } from "./unread-address.ts";

/** Words of out-of-office notes. They may silence us, never make a mail disappear: a person can write them too. */
const AWAY =
  /otomatik (?:yanit|cevap|ileti)|ofis(?:te)? (?:disinda|degil)|isyeri disinda|izinde(?:yim|dir)?|yillik izin|raporluyum|automatic reply|auto.?(?:reply|response|respon)|autoreply|out of (?:the )?office|on vacation|away from|abwesenheit|automatische antwort|absence|respuesta automatica/;
/** The same words, as only a machine puts them at the head of a text. */
const AWAY_TEXT =
  /otomatik (?:yanit|cevap)|ofis disindayim|izindeyim|raporluyum|automatic reply|out of (?:the )?office|automatische antwort/;

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
  return headerOf(mail, "x-auto-response-suppress") && mail.returnPath === "" ? "X-Auto-Response-Suppress" : undefined;
}

/** An answer to a mail of ours or others, as opposed to a notice a machine writes of its own accord. */
function isReply(mail: MailInHand): boolean {
  const submitted = headerOf(mail, "auto-submitted") ?? "";
  const isMarked = submitted.startsWith("auto-replied") || headerOf(mail, "precedence") === "auto_reply";
  const isAnswer = mail.references.length > 0 && (mail.returnPath === "" || submitted.startsWith("auto-generated"));
  return isMarked || isAnswer || AWAY.test(fold(mail.subject)) || headerOf(mail, "x-autoreply") !== undefined;
}

function whySilent(mail: MailInHand): string | undefined {
  if (mail.returnPath === "") return "boş Return-Path";
  if (headerOf(mail, "x-auto-response-suppress")) return "X-Auto-Response-Suppress";
  const precedence = headerOf(mail, "precedence") ?? "";
  if (/^(?:bulk|list|junk)/.test(precedence)) return `Precedence: ${precedence.slice(0, 10)}`;
  const list = mail.headers.find(({ name }) => /^list-(?:id|unsubscribe|post|help|owner)$/.test(name));
  if (list) return `liste e-postası (${list.name})`;
  if (isUnread(mail.from?.address)) return "yanıtlanmayan bir adres";
  const isAway = AWAY.test(fold(mail.subject)) || AWAY_TEXT.test(fold(mail.text.slice(0, 400)));
  return isAway ? "otomatik yanıt sözleri" : undefined;
}
