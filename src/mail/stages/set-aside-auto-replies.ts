import { contentOf } from "./file-mail.ts";
import { PASS, type Stage } from "./stage.ts";

/** An automatic answer is a note on the ticket it answers, without waking it; without a ticket it is only on record. */
export const setAsideAutoReplies: Stage = {
  name: "Otomatik yanıt",
  run(mail) {
    if (mail.automatic !== "reply") return PASS;
    const { ticket } = mail;
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
