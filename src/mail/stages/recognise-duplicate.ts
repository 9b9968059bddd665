import { PASS, type Stage } from "./stage.ts";

/** The same mail by another address, folder or mailbox epoch is the same mail; a Message-ID used again is not. */
export const recogniseDuplicate: Stage = {
  name: "Yineleme",
  async run({ row, mail }, { office }) {
    const { messages } = office.store;
    const [same, reused] = await Promise.all([
      row.contentKey ? messages.byContentKey(row.contentKey) : undefined,
      mail.messageId ? messages.byMessageId(mail.messageId) : undefined,
    ]);
    if (same) {
      const reason = `Aynı e-posta ${same.ticket} kaydında zaten var; ${row.mailbox} kutusuna da ulaştı.`;
      return { decision: { action: "end", kind: "duplicate", ticket: same.ticket, reason } };
    }
    if (!reused) return PASS;
    return { note: `Message-ID daha önce ${reused.ticket} kaydında başka içerikle kullanılmış; ayrı e-posta sayıldı.` };
  },
};
