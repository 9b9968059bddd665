import type { MailInHand } from "../reading/mail-in-hand.ts";
import { messageIdsInText } from "../reading/message-ids.ts";
import { type Bounce, readBounce } from "./bounce-signs.ts";
import { noteOn, ourMessage } from "./our-message.ts";
import { type MailOnItsWay, PASS, type Stage } from "./stage.ts";

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
    const ours = await ourMessage(returnedIds(onItsWay.mail), context);
    if (!ours) {
      const reason = `${said} Geri dönen e-postanın bizden çıktığı doğrulanamadı; hiçbir kayda işlenmedi.`;
      return { decision: { action: "end", kind: "bounce", reason } };
    }
    const failure = bounce.action === "failed" ? said : undefined;
    return {
      decision: noteOn(ours, onItsWay, { kind: "bounce", said, text: noteText(bounce, onItsWay), failure }),
    };
  },
};

/** What may be the id of the mail that is returned, as the report names it. */
function returnedIds(mail: MailInHand): readonly string[] {
  const returned = mail.enclosed.flatMap(({ messageId, text }) => [messageId ?? "", ...messageIdsInText(text)]);
  return [...returned, ...messageIdsInText(mail.text.slice(0, LOOKED_AT)), ...mail.references.toReversed()];
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
