import { asciiLower } from "../../language/turkish-case.ts";
import type { MailInHand } from "../reading/mail-in-hand.ts";
import { PASS, type Stage } from "./stage.ts";

/**
 * Registered mail (KEP; ETSI EN 319 532-4): the provider's envelope says that there is a mail, the mail itself is enclosed.
 * Its author is the requester and its text the text; the envelope's own words stay in the full text.
 */
export const openRegisteredMail: Stage = {
  name: "KEP",
  run({ mail }) {
    const inner = isRegistered(mail) ? mail.enclosed.find(({ from }) => from?.address) : undefined;
    if (!inner?.from) return PASS;
    const { address: email, name } = inner.from;
    return {
      learned: {
        requester: { email, ...(name && { name }) },
        ...(inner.subject && { subject: inner.subject }),
        ...(inner.text && { text: inner.text }),
        // Registered mailboxes take mail from each other only; an ordinary answer would come back.
        silence: "KEP adresine olağan e-posta gönderilemez",
      },
      note: `Kayıtlı elektronik posta; asıl gönderen ${name ?? ""} <${email}>. Delil denetlenmedi; imza varsa, zarfı imzalayan KEP sağlayıcısınındır.`,
    };
  },
};

function isRegistered({ headers, from }: MailInHand): boolean {
  const isMarked = headers.some(({ name }) => name.startsWith("x-rem-") || name.startsWith("x-kep"));
  return isMarked || /(?:^|[@.])kep\.tr$/.test(asciiLower(from?.address ?? ""));
}
