import type { EnclosedMail } from "../reading/mail-in-hand.ts";
import { evidenceOf, evidenceSentence, innerOf, isFromProvider, isRegistered } from "./registered-mail.ts";
import { type Learned, PASS, type Stage } from "./stage.ts";

/** Registered mailboxes take mail from each other only; an ordinary answer would come back. */
const SILENCE = "KEP adresine olağan e-posta gönderilemez";

/**
 * Registered mail (KEP; ETSI EN 319 532-4): the provider's envelope says that there is a mail, the mail itself is enclosed.
 * Its author is the requester and its text the text; the envelope's own words stay in the full text. Evidence is told in words.
 */
export const openRegisteredMail: Stage = {
  name: "KEP",
  run({ mail, tags }) {
    if (!isRegistered(mail)) return PASS;
    const inner = innerOf(mail);
    const evidence = evidenceOf(mail);
    // Whatever came in the envelope, a provider's address takes no ordinary answer.
    if (!inner && evidence.length === 0) return isFromProvider(mail) ? { learned: { silence: SILENCE } } : PASS;
    const told =
      evidence.length > 0
        ? `${evidence.map(evidenceSentence).join(" ")} Delilin imzası denetlenmedi.`
        : "Okunabilir bir delil yok.";
    // Anybody can write such headers, and another's name inside.
    const isDoubtful = inner !== undefined && !isFromProvider(mail);
    const doubt = isDoubtful
      ? "Zarf bir KEP adresinden gelmiyor: içindeki gönderen doğrulanmadan işlem yapılmamalı."
      : "";
    return {
      learned: {
        ...(inner && contentOfInner(inner)),
        ...(evidence.length > 0 && { evidence }),
        ...(isDoubtful && { isUnproven: true, tags: [...tags, "KEP doğrulanmadı"] }),
        silence: SILENCE,
      },
      note: [inner && whose(inner), doubt, told].filter(Boolean).join(" "),
    };
  },
};

function contentOfInner({ from, subject, text }: EnclosedMail): Learned {
  const { address: email = "", name } = from ?? {};
  return { requester: { email, ...(name && { name }) }, ...(subject && { subject }), ...(text && { text }) };
}

function whose({ from }: EnclosedMail): string {
  return `Kayıtlı elektronik posta; asıl gönderen ${from?.name ?? ""} <${from?.address}>. E-postada imza varsa, zarfı imzalayan KEP sağlayıcısınındır.`;
}
