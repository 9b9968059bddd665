import { headerOf } from "./header-values.ts";
import { type MailOnItsWay, PASS, type Stage } from "./stage.ts";

/** Exchange's spam confidence level from which Exchange itself moves a mail to the junk folder. */
const JUNK_LEVEL = 5;

/** Only what the mail system before us calls spam, and never an answer in a thread; everything else is for people to judge. */
export const setAsideSpam: Stage = {
  name: "İstenmeyen e-posta",
  run(mail) {
    const why = mail.ticket ? undefined : whySpam(mail);
    return why
      ? { decision: { action: "end", kind: "spam", reason: `Posta sunucusu istenmeyen saydı (${why}).` } }
      : PASS;
  },
};

function whySpam({ mail }: MailOnItsWay): string | undefined {
  if (headerOf(mail, "x-spam-flag")?.startsWith("yes")) return "X-Spam-Flag";
  if (headerOf(mail, "x-spam-status")?.startsWith("yes")) return "X-Spam-Status";
  const level = Number(headerOf(mail, "x-ms-exchange-organization-scl") ?? Number.NaN);
  if (level >= JUNK_LEVEL) return `SCL ${level}`;
  // The test string for spam filters, so that an operator can try the way out.
  return mail.text.includes("XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X")
    ? "GTUBE"
    : undefined;
}
