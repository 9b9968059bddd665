import { contentOf } from "./file-mail.ts";
import { saysItReplies } from "./recognise-automatic.ts";
import { PASS, type Stage } from "./stage.ts";

/**
 * An automatic answer is a note on the ticket it answers, without waking it; without a ticket it is only on record. What another
 * desk's machine writes in a thread of its own is no answer to us: people see it.
 */
export const setAsideAutoReplies: Stage = {
  name: "Otomatik yanıt",
  run(mail) {
    if (mail.automatic !== "reply") return PASS;
    const { ticket } = mail;
    if (!ticket && !saysItReplies(mail.mail)) return PASS;
    if (!ticket)
      return { decision: { action: "end", kind: "autoReply", reason: "Otomatik yanıt; bir kaydı ilgilendirmiyor." } };
    const reason = `Otomatik yanıt; ${ticket.number} kaydına not düşüldü, kayıt açılmadı.`;
    return {
      decision: {
        action: "note",
        kind: "autoReply",
        ticket: ticket.number,
        reason,
        message: contentOf(mail, "participant"),
      },
    };
  },
};
