import { noteOn, ourMessage } from "./our-message.ts";
import { evidenceOf, evidenceSentence, isRegistered, undelivered } from "./registered-mail.ts";
import { PASS, type Stage } from "./stage.ts";

const UNCHECKED = "Delilin imzası denetlenmedi; hukuki bir işlem için KEP sağlayıcınızdan doğrulayın.";

/**
 * Evidence on registered mail of ours (KEP) goes to the ticket of that mail as a note; one that says it did not arrive marks the message
 * like a bounce. It is believed only when it names a Message-ID we signed, or brings such a mail along: not by what it answers, for a
 * person's registered answer brings evidence of its own.
 */
export const joinEvidence: Stage = {
  name: "KEP delili",
  async run(onItsWay, context) {
    const { mail } = onItsWay;
    const evidence = evidenceOf(mail);
    if (evidence.length === 0 || !isRegistered(mail)) return PASS;
    const named = (mail.evidence ?? []).flatMap(({ messageIds }) => messageIds);
    const enclosed = mail.enclosed.flatMap(({ messageId, sendersId }) => [messageId ?? "", sendersId ?? ""]);
    const ours = await ourMessage([...named, ...enclosed], context);
    if (!ours) return PASS;
    const said = evidence.map(evidenceSentence).join("\n");
    const failure = undelivered(evidence);
    const text = `${said}\n${UNCHECKED}`;
    const told = { kind: "note", said, text, failure: failure && evidenceSentence(failure) } as const;
    return { decision: noteOn(ours, { ...onItsWay, evidence }, told) };
  },
};
