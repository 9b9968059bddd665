import type { MailInHand } from "../reading/mail-in-hand.ts";
import { messageIdsInText } from "../reading/message-ids.ts";
import { type Bounce, readBounce } from "./bounce-signs.ts";
import { contentOf } from "./file-mail.ts";
import { type MailOnItsWay, PASS, type Stage, type StageContext } from "./stage.ts";

/** Letters of a bounce in which the Message-ID of what it returns is looked for. */
const LOOKED_AT = 100_000;

/**
 * A report on the delivery of our mail goes to the ticket of that mail, and marks the message as not delivered. It is believed
 * only when it carries a Message-ID we signed: anybody can write "550 User unknown".
 */
export const joinBounce: Stage = {
  name: "Geri dönen e-posta",
  async run(onItsWay, context) {
    const bounce = readBounce(onItsWay.mail);
    if (!bounce) return PASS;
    const said = sentenceOf(bounce);
    const ours = await ourMessage(onItsWay.mail, context);
    if (!ours) {
      const reason = `${said} Geri dönen e-postanın bizden çıktığı doğrulanamadı; hiçbir kayda işlenmedi.`;
      return { decision: { action: "end", kind: "bounce", reason } };
    }
    return {
      decision: {
        action: "note",
        kind: "bounce",
        ticket: ours.ticket,
        reason: `${said} ${ours.ticket} kaydına not düşüldü.`,
        message: { ...contentOf(onItsWay, "system"), text: noteText(bounce, onItsWay) },
        ...(bounce.action === "failed" && { bounced: { message: ours.message, reason: said } }),
      },
    };
  },
};

/** The message of ours that is returned, named inside the report by its signed id; into an emptied ticket nothing comes back. */
async function ourMessage(mail: MailInHand, { office, readMessageId }: StageContext) {
  const returned = mail.enclosed.flatMap(({ messageId, text }) => [messageId ?? "", ...messageIdsInText(text)]);
  const candidates = [...returned, ...messageIdsInText(mail.text.slice(0, LOOKED_AT)), ...mail.references.toReversed()];
  for (const candidate of candidates) {
    const signed = readMessageId(candidate);
    const ticket = signed && (await office.store.tickets.byNumber(signed.ticket));
    if (ticket && !ticket.erasedAt) return signed;
  }
  return undefined;
}

function sentenceOf({ action, status }: Bounce): string {
  const code = status ? ` (${status})` : "";
  if (action === "delayed") return `Teslimat gecikiyor${code}; karşı sunucu denemeyi sürdürüyor.`;
  return action === "delivered" ? "E-posta karşı sunucuya teslim edildi." : `E-posta teslim edilemedi${code}.`;
}

function noteText(bounce: Bounce, { mail }: MailOnItsWay): string {
  const lines = [
    sentenceOf(bounce),
    bounce.recipient && `Alıcı: ${bounce.recipient}`,
    bounce.diagnostic && `Sunucunun yanıtı: ${bounce.diagnostic}`,
    mail.text && `\n${mail.text.slice(0, 4000)}`,
  ];
  return lines.filter(Boolean).join("\n");
}
