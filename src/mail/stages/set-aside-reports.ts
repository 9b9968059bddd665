import { headerOf } from "./header-values.ts";
import { ourMessage } from "./our-message.ts";
import { isCalledReceipt } from "./recognise-automatic.ts";
import { PASS, type Stage } from "./stage.ts";

/** Complaints (ARF, RFC 5965) and read receipts (RFC 8098): nothing to do for anybody, and nothing to answer. */
export const setAsideReports: Stage = {
  name: "Makine bildirimi",
  async run({ mail }, context) {
    const type = headerOf(mail, "content-type") ?? "";
    const { report } = mail;
    const end = async (reason: string) => {
      const named = [...mail.references, ...mail.enclosed.map(({ messageId }) => messageId ?? "")];
      const ours = await ourMessage(named, context);
      return { decision: { action: "end", kind: "autoReply", reason, ...(ours && { ticket: ours.ticket }) } as const };
    };
    if (report?.kind === "feedback" || /report-type="?feedback-report/.test(type)) {
      return end("Alıcının sağlayıcısı e-postamızı istenmeyen olarak bildirdi (ARF).");
    }
    const isReceipt = report?.kind === "disposition" || /report-type="?disposition-notification/.test(type);
    if (isReceipt) return end("Okundu bildirimi.");
    return isCalledReceipt(mail.subject)
      ? { learned: { silence: "konu okundu bildirimine benziyor" }, note: "Konu okundu bildirimine benziyor." }
      : PASS;
  },
};
