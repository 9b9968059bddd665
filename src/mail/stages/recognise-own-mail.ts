import { asciiLower } from "../../language/turkish-case.ts";
import type { AnyMail } from "../reading/mail-in-hand.ts";
import { headerOf } from "./header-values.ts";
import { PASS, type Stage, type StageContext } from "./stage.ts";

/** The header every mail of ours carries (compose-mail.ts), in lower case. */
const OWN_HEADER = "x-mobil-imza-ticket";

/** Our own mail comes back (a forwarding rule, a list copy, our address in Cc): it is known, filed and not answered. */
export const recogniseOwnMail: Stage = {
  name: "Kendi e-postamız",
  run(mail, context) {
    const reason = whyOwn(mail.mail, context);
    return reason ? { decision: { action: "end", kind: "own", reason } } : PASS;
  },
};

/** What a mail of ours is known by. */
export type OwnSigns = Pick<StageContext, "office" | "readMessageId">;

/** Why a mail is known to be one of ours; undefined when nothing says so. */
export function whyOwn(mail: AnyMail, { office, readMessageId }: OwnSigns): string | undefined {
  if (mail.messageId && readMessageId(mail.messageId))
    return "Message-ID bizim imzamızı taşıyor: kendi gönderimiz geri geldi.";
  if (headerOf(mail, OWN_HEADER)) return "Kendi gönderilerimize koyduğumuz başlığı taşıyor.";
  if (mail.from && office.ownAddresses.some((own) => asciiLower(own) === mail.from?.address))
    return "Gönderen adres bizim adreslerimizden biri.";
  return undefined;
}
