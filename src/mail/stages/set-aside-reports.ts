import { fold } from "../../language/fold.ts";
import { headerOf } from "./header-values.ts";
import { PASS, type Stage, type StageContext } from "./stage.ts";

/** Complaints (ARF, RFC 5965) and read receipts (RFC 8098): nothing to do for anybody, and nothing to answer. */
export const setAsideReports: Stage = {
  name: "Makine bildirimi",
  run({ mail }, context) {
    const type = headerOf(mail, "content-type") ?? "";
    const { report } = mail;
    const ticket = ourTicket([...mail.references, ...mail.enclosed.map(({ messageId }) => messageId ?? "")], context);
    const end = (reason: string) => ({
      decision: { action: "end", kind: "autoReply", reason, ...(ticket && { ticket }) } as const,
    });
    if (report?.kind === "feedback" || /report-type="?feedback-report/.test(type)) {
      return end("Alıcının sağlayıcısı e-postamızı istenmeyen olarak bildirdi (ARF).");
    }
    const isReceipt = report?.kind === "disposition" || /report-type="?disposition-notification/.test(type);
    if (isReceipt) return end("Okundu bildirimi.");
    return /^(?:okundu|okunmadan silindi|read|not read|gelesen)\s?:/.test(fold(mail.subject))
      ? { learned: { silence: "konu okundu bildirimine benziyor" }, note: "Konu okundu bildirimine benziyor." }
      : PASS;
  },
};

function ourTicket(ids: readonly string[], { readMessageId }: StageContext): string | undefined {
  for (const id of ids) {
    const signed = readMessageId(id);
    if (signed) return signed.ticket;
  }
  return undefined;
}
